import LoopbackServers
import Testing

@testable import Delivery
@testable import Tidings

/// What each way of failing means for the reader.
@Suite struct SMTPOutcomeTests {
  /// For servers that answer, however slow the machine.
  static let patient = Timeouts(connect: .seconds(20), reply: .seconds(30))
  /// For servers that do not.
  static let quick = Timeouts(connect: .seconds(2), reply: .seconds(2))

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let script: SMTPScript
    let kind: DeliveryFailure.Kind
    let code: Int?
    let words: String
    /// The server says nothing at all.
    var isSilent: Bool { testDescription.contains("silence") }

    init(
      _ name: String, _ kind: DeliveryFailure.Kind, _ code: Int? = nil, words: String = "",
      _ change: (inout SMTPScript) -> Void
    ) {
      testDescription = name
      self.kind = kind
      self.code = code
      self.words = words
      var script = SMTPScript()
      change(&script)
      self.script = script
    }
  }

  static let cases: [Case] = [
    Case("reader refused", .refused, 550, words: "550 5.1.1 no such reader") { script in
      script.recipient = { _ in .reply("550-5.1.1 no such\r\n550 reader") }
    },
    Case("reader deferred", .deferred, 450) { $0.recipient = { _ in .reply("450 greylisted") } },
    Case("421 at RCPT", .deferred, 421) { $0.recipient = { _ in .reply("421 closing") } },
    Case("login wanted at RCPT", .fatal, 530, words: "wants a user name") { script in
      script.recipient = { _ in .reply("530 5.7.0 authentication required") }
    },
    Case("drop at RCPT", .deferred) { $0.recipient = { _ in .drop } },
    Case("silence at RCPT", .deferred, words: "no answer within 2.0 seconds") { script in
      script.recipient = { _ in .silence }
    },
    Case("sender refused", .fatal, 553, words: "does not take mail from this sender") { script in
      script.sender = { _ in .reply("553 not yours") }
    },
    Case("sender deferred", .deferred, 452) { $0.sender = { _ in .reply("452 full") } },
    Case("DATA refused", .refused, 554) { $0.data = .reply("554 no") },
    Case("DATA deferred", .deferred, 451) { $0.data = .reply("451 later") },
    Case("body refused", .refused, 554, words: "554 5.7.1 looks like spam") { script in
      script.body = { _ in .reply("554 5.7.1 looks like spam") }
    },
    Case("body deferred", .deferred, 451) { $0.body = { _ in .reply("451 4.3.0 later") } },
    Case("421 after the dot", .deferred, 421) { $0.body = { _ in .reply("421 shutting down") } },
    Case("nonsense after the dot", .unknown) { $0.body = { _ in .reply("333 hm") } },
    Case("drop after the dot", .unknown, words: "may have accepted it") { script in
      script.body = { _ in .drop }
    },
    Case("silence after the dot", .unknown, words: "may have accepted it") { script in
      script.body = { _ in .silence }
    },
    Case("greeting 421", .unavailable, 421) { $0.greeting = .reply("421 too many") },
    Case("greeting 554", .fatal, 554) { $0.greeting = .reply("554 go away") },
    Case("silence instead of a greeting", .unavailable) { $0.greeting = .silence },
    Case("drop instead of a greeting", .unavailable) { $0.greeting = .drop },
  ]

  @Test(arguments: cases)
  func tellsWhatBecameOfIt(of example: Case) async throws {
    let smtp = try ScriptedSMTP(example.script)
    defer { smtp.stop() }
    let transport = try Self.transport(
      to: smtp.port, timeouts: example.isSilent ? Self.quick : Self.patient)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    }
    #expect(found?.kind == example.kind)
    #expect(found?.code == example.code)
    #expect(found?.place == "127.0.0.1:\(smtp.port)")
    if !example.words.isEmpty {
      #expect(found?.description.contains(example.words) == true)
    }
    await transport.close()
  }

  /// More than any socket buffer holds, so that bytes are left when the server goes.
  @Test func dropInTheMiddleLeavesNothingAccepted() async throws {
    let smtp = try LoopbackServer { connection in
      connection.write("220 x\r\n")
      while let line = connection.line() {
        if line.starts(with: Array("DATA".utf8)) {
          connection.write("354 go on\r\n")
          return
        }
        connection.write("250 x\r\n")
      }
    }
    defer { smtp.stop() }
    let transport = try Self.transport(to: smtp.port)
    let body = String(repeating: String(repeating: "x", count: 70) + "\r\n", count: 170_000)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("ana"), body: body))
    }
    #expect(found?.kind == .deferred)
    #expect(found?.words.contains("in the middle of the message") == true)
    await transport.close()
  }

  @Test(arguments: ["250 2.0.0 Ok: queued as 1", "251 will forward", "250-many\r\n250 words"])
  func everyTwoHundredAfterTheBodyIsAcceptance(reply: String) async throws {
    var script = SMTPScript()
    script.body = { _ in .reply(reply) }
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    let transport = try Self.transport(to: smtp.port)
    for name in ["ana", "bo"] {
      let receipt = try await transport.deliver(Sample.parcel(to: Sample.address(name)))
      #expect(receipt.words == reply.replacing("\r\n250", with: "").replacing("250-", with: "250 "))
    }
    #expect(smtp.mails.count == 2)
    await transport.close()
  }

  @Test func nobodyListens() async throws {
    let server = try LoopbackServer { _ in }
    server.stop()
    let transport = try Self.transport(to: server.port)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    }
    #expect(found?.kind == .unavailable)
    #expect(found?.hint == "is the server running, and is \(server.port) its port?")
  }

  static func transport(
    to port: Int, timeouts: Timeouts = patient, width: Int = 1
  ) throws -> SMTPTransport {
    try SMTPTransport(
      SMTPServer(host: "127.0.0.1", port: port, security: .plaintext), timeouts: timeouts,
      width: width)
  }
}
