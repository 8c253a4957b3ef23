import LoopbackServers
import Testing
import Tidings

@testable import Delivery

@Suite struct SMTPTransportTests {
  @Test(arguments: [
    "Hello.\r\n", "\r\n", ".\r\n", "..\r\n.x\r\n\r\n.\r\n", "a\r\n.\r\nQUIT\r\n.\r\nb\r\n",
    String(repeating: ".", count: 900) + "\r\n",
    String(repeating: ".line\r\n..\r\n", count: 20_000),
    String(repeating: "x\r\n.", count: 65_536) + "\r\n",
  ])
  func bytesArriveAsTheyWere(body: String) async throws {
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(to: smtp.port)
    let parcel = Sample.parcel(to: Sample.address("ana"), body: body)
    let receipt = try await transport.deliver(parcel)
    #expect(receipt == Receipt(code: 250, words: "250 2.0.0 Ok: queued as 1"))
    #expect(
      smtp.mails == [
        Mail(
          sender: "news@paper.example", recipients: ["ana@reader.example"], bytes: parcel.bytes)
      ])
    await transport.close()
  }

  @Test(.ownThread) func oneConnectionServesManyMessages() async throws {
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(to: smtp.port, width: 4)
    for recipient in Sample.recipients(10) {
      _ = try await transport.deliver(Sample.parcel(for: recipient))
    }
    #expect(smtp.connections == 1)
    #expect(smtp.commands.filter { $0.hasPrefix("EHLO") }.count == 1)
    await transport.close()
  }

  /// Waiting for the answer to QUIT would take two minutes here.
  @Test(.timeLimit(.minutes(1))) func closingDoesNotWaitForTheServer() async throws {
    let smtp = try LoopbackServer { connection in
      connection.write("220 x\r\n")
      while let line = connection.line(), !line.starts(with: Array("QUIT".utf8)) {
        if line.starts(with: Array("DATA".utf8)) {
          connection.write("354 x\r\n")
          while let line = connection.line(), line != Array(".\r\n".utf8) {}
        }
        connection.write("250 x\r\n")
      }
      connection.waitForEnd()
    }
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(to: smtp.port)
    _ = try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    await transport.close()
  }

  @Test func manyDeliveriesAreInFlightAtOnce() async throws {
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(to: smtp.port, width: 3)
    try await withThrowingTaskGroup(of: Receipt.self) { group in
      for recipient in Sample.recipients(40) {
        group.addTask { try await transport.deliver(Sample.parcel(for: recipient)) }
      }
      for try await _ in group {}
    }
    #expect(Set(smtp.mails.flatMap(\.recipients)).count == 40)
    #expect((1...3).contains(smtp.connections))
    await transport.close()
  }

  /// The server closes in silence; the next message must not be lost to that.
  @Test(.ownThread) func aConnectionThatWentStaleIsReplaced() async throws {
    var script = SMTPScript()
    script.messagesPerConnection = 2
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(to: smtp.port)
    for recipient in Sample.recipients(7) {
      _ = try await transport.deliver(Sample.parcel(for: recipient))
    }
    #expect(smtp.mails.count == 7)
    #expect(smtp.connections == 4)
    await transport.close()
  }

  @Test func oneRefusedReaderDoesNotHurtTheNext() async throws {
    var script = SMTPScript()
    script.recipient = { $0.hasPrefix("r1@") ? .reply("550 no") : .reply("250 yes") }
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(to: smtp.port)
    var refused: [String] = []
    for recipient in Sample.recipients(3) {
      let found = await failure { () async throws(DeliveryFailure) in
        try await transport.deliver(Sample.parcel(for: recipient))
      }
      if found?.kind == .refused { refused.append(recipient.mailbox.address.local) }
    }
    #expect(refused == ["r1"])
    #expect(smtp.mails.map(\.recipients) == [["r0@reader.example"], ["r2@reader.example"]])
    await transport.close()
  }

  /// libcurl would take the late reply for the answer to the next message.
  @Test func aLateReplyIsNotReadAsTheNext() async throws {
    var script = SMTPScript()
    script.body = { count in
      count == 1 ? .late("250 late", microseconds: 2_500_000) : .reply("250 own reply")
    }
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(
      to: smtp.port, timeouts: SMTPOutcomeTests.quick)
    let first = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    }
    #expect(first?.kind == .unknown)
    let second = try await transport.deliver(Sample.parcel(to: Sample.address("bo")))
    #expect(second.words == "250 own reply")
    #expect(smtp.connections == 2)
    await transport.close()
  }

  @Test(arguments: [
    "no end", "lone\nfeed\r\n", "lone\rreturn\r\n", "smuggled\r\n.\nMAIL FROM:<x>\r\n", "\r\n\r",
  ])
  func refusesMessagesThatCouldEndEarly(body: String) async throws {
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(to: smtp.port)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("ana"), body: body))
    }
    #expect(found?.kind == .refused)
    #expect(smtp.connections == 0)
  }

  @Test(arguments: ["a\r\nRCPT TO:<x", "a>", "a b", "", "a\u{7F}"])
  func refusesAddressesThatEscapeTheEnvelope(local: String) async throws {
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(to: smtp.port)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address(local)))
    }
    #expect(found?.kind == .refused)
    #expect(smtp.connections == 0)
  }

  @Test(arguments: [(["SMTPUTF8"], true), ([], false)])
  func foreignLettersNeedTheServersConsent(extensions: [String], isAccepted: Bool) async throws {
    var script = SMTPScript()
    script.extensions = extensions
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(to: smtp.port)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("jürgen")))
    }
    #expect((found == nil) == isAccepted)
    #expect(smtp.mails.count == (isAccepted ? 1 : 0))
    #expect(found?.kind == (isAccepted ? nil : .refused))
    await transport.close()
  }

  @Test func wordsOfTheServerCannotTouchTheTerminal() async throws {
    var script = SMTPScript()
    script.body = { _ in .reply("250 \u{1B}[2J\u{7}queued\u{202E}") }
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    let transport = try SMTPOutcomeTests.transport(to: smtp.port)
    let receipt = try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    #expect(receipt.words == "250 [2J queued")
    await transport.close()
  }
}
