import Foundation
import LoopbackServers
import Testing

/// `tidings send` and `tidings status`, against servers on loopback.
@Suite struct SendTests {
  private func summary(via: String, _ counts: String) -> String {
    let names = [
      "sent", "had it", "refused", "deferred", "unknown", "doubles", "skipped", "not tried",
    ]
    let lines = zip(names, counts.split(separator: " ")).map { name, count in
      name.padding(toLength: 10, withPad: " ", startingAt: 0) + count + "\n"
    }
    return "edition   2025-03-01\nvia       \(via)\n" + lines.joined()
  }

  /// A desk with an edition for `readers`.
  private func desk(_ readers: [String]) async throws -> Desk {
    let desk = try Desk()
    try desk.furnish(readers: readers)
    let run = try await desk.compose()
    #expect(run.status == 0)
    return desk
  }

  @Test func sendsWhatWasComposedToEachReaderOnce() async throws {
    let locals = ["marina", "tobias", "yasmin"]
    let desk = try await desk(locals.map { $0 + "@example.net" })
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    let via = "smtp://127.0.0.1:\(smtp.port)"
    let run = try await desk.run("send", "latest", "--recipients", "readers.csv", "--via", via)
    #expect(run == Run(status: 0, output: summary(via: via, "3 0 0 0 0 0 0 0"), errors: ""))

    let sample = ReceivedMail(try desk.read("outbox/2025-03-01/message.eml"), local: "reader")
    #expect(sample.shared.count > 50)
    #expect(smtp.mails.count == 3)
    for local in locals {
      let mail = try #require(smtp.mails.first { $0.recipients == ["\(local)@example.net"] })
      #expect(mail.sender == "news@harbour.example.org")
      #expect(mail.field("To") == "\(local)@example.net")
      #expect(
        mail.field("List-Unsubscribe")
          == "<https://harbour.example.org/leave?reader=\(local)%40example.net>")
      #expect(mail.field("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
      #expect(ReceivedMail(mail.bytes, local: local).shared == sample.shared)
    }
    #expect(Set(smtp.mails.map { $0.field("Message-ID") }).count == 3)

    let again = try await desk.run("send", "latest", "--recipients", "readers.csv", "--via", via)
    #expect(
      again
        == Run(
          status: 3, output: summary(via: via, "0 3 0 0 0 0 0 0"),
          errors: "nothing to send: every reader has '2025-03-01' already\n"))
    #expect(smtp.mails.count == 3)

    // A reader who came later gets it, and nobody twice.
    try desk.list(locals.map { $0 + "@EXAMPLE.net" } + ["late@example.net"])
    let later = try await desk.run(
      "send", "2025-03-01", "--recipients", "readers.csv", "--via", via, "--json")
    #expect(later.status == 0)
    #expect(Set(later.json.keys) == ["edition", "via", "counts", "failures"])
    #expect((later.json["counts"] as? [String: Int])?["accepted"] == 1)
    #expect((later.json["counts"] as? [String: Int])?["alreadySent"] == 3)
    #expect(smtp.readers["late@example.net"] == 1)
    #expect(smtp.mails.count == 4)
  }

  @Test func tellsTheStatus() async throws {
    let desk = try await desk(["ana@example.org", "rui@example.net"])
    let before = try await desk.run("status", "latest")
    #expect(
      before
        == Run(
          status: 0,
          output: """
            edition   2025-03-01 (No. 1)
            subject   The Harbour: The second tide, and 1 more
            composed  2025-03-01T09:00:00Z
            sending   not sent
            readers   0 accepted, 0 refused, 0 deferred, 0 unknown

            """, errors: ""))
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    let via = "smtp://127.0.0.1:\(smtp.port)"
    _ = try await desk.run("send", "--recipients", "readers.csv", "--via", via)
    let after = try await desk.run("status", "latest", "--all", "--json")
    #expect(after.status == 0)
    #expect(
      Set(after.json.keys) == [
        "edition", "number", "subject", "composed", "firstSent", "finished", "sending", "counts",
        "written", "readers",
      ])
    #expect(after.json["sending"] as? Bool == false)
    #expect(
      after.json["counts"] as? [String: Int] == [
        "intended": 0, "accepted": 2, "refused": 0, "deferred": 0, "unknown": 0,
      ])
    let readers = after.json["readers"] as? [[String: Any]] ?? []
    #expect(readers.map { $0["address"] as? String } == ["ana@example.org", "rui@example.net"])
    for reader in readers {
      #expect(reader["state"] as? String == "accepted")
      #expect(reader["code"] as? Int == 250)
      #expect((reader["words"] as? String)?.contains("queued as") == true)
      #expect(reader["transport"] as? String == via)
      #expect(reader["attempts"] as? Int == 1)
    }
    let short = try await desk.run("status")
    #expect(short.output.contains("readers   2 accepted, 0 refused, 0 deferred, 0 unknown\n"))
    #expect(!short.output.contains("ana@example.org"))
  }

  @Test func oneRefusedReaderHidesNoOther() async throws {
    let desk = try await desk(["ana@example.org", "gone@example.org", "rui@example.net"])
    var script = SMTPScript()
    script.recipient = { address in
      .reply(address.hasPrefix("gone") ? "550 5.1.1 \u{1B}[31mno such reader" : "250 fine")
    }
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    let via = "smtp://127.0.0.1:\(smtp.port)"
    let run = try await desk.run("send", "--recipients", "readers.csv", "--via", via)
    #expect(run.status == 1)
    #expect(run.output == summary(via: via, "2 0 1 0 0 0 0 0"))
    #expect(run.errors.hasPrefix("refused: gone@example.org: "))
    #expect(run.errors.contains("550 5.1.1"))
    #expect(!run.errors.contains("\u{1B}"))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(smtp.readers == ["ana@example.org": 1, "rui@example.net": 1])

    let status = try await desk.run("status")
    #expect(status.output.contains("readers   2 accepted, 1 refused, 0 deferred, 0 unknown\n"))
    #expect(status.output.contains("\nrefused  gone@example.org  "))
    #expect(!status.output.contains("\u{1B}"))

    // The server's word stands, and is told again.
    let again = try await desk.run("send", "--recipients", "readers.csv", "--via", via)
    #expect(again.status == 1)
    #expect(again.output == summary(via: via, "0 2 1 0 0 0 0 0"))
    #expect(smtp.mails.count == 2)
    #expect(smtp.commands.filter { $0.contains("gone@") }.count == 1)
  }

  /// Each is told once and nothing hangs: `reply` is what the server says to one who connects.
  @Test(arguments: [
    ("220 ready", "553 5.7.1 not yours", "553"), ("554 go away", "250 fine", "554"),
    ("421 too many", "250 fine", "421"),
  ])
  func aServerThatTakesNothingStopsTheRun(
    greeting: String, sender: String, code: String
  ) async throws {
    let desk = try await desk(["ana@example.org", "rui@example.net", "zoe@example.com"])
    var script = SMTPScript()
    script.greeting = .reply(greeting)
    script.sender = { _ in .reply(sender) }
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    let run = try await desk.run(
      "send", "--recipients", "readers.csv", "--via", "smtp://127.0.0.1:\(smtp.port)",
      "--connections", "1")
    #expect(run.status == 1)
    #expect(run.output.contains("\nsent      0\n"))
    #expect(run.errors.contains("error: 127.0.0.1:\(smtp.port): "))
    #expect(run.errors.contains(code))
    #expect(smtp.mails.isEmpty)
  }

  @Test func aServerThatIsNotThereIsToldOnce() async throws {
    let desk = try await desk(["ana@example.org", "rui@example.net"])
    let smtp = try ScriptedSMTP()
    let port = smtp.port
    smtp.stop()
    let run = try await desk.run(
      "send", "--recipients", "readers.csv", "--via", "smtp://127.0.0.1:\(port)", "--connections",
      "1")
    #expect(run.status == 1)
    #expect(run.errors.contains("error: 127.0.0.1:\(port): "))
    let status = try await desk.run("status")
    #expect(status.output.contains("sending   not sent\n"))

    // Nothing was lost: they get it once the server is there.
    let other = try ScriptedSMTP()
    defer { other.stop() }
    let later = try await desk.run(
      "send", "--recipients", "readers.csv", "--via", "smtp://127.0.0.1:\(other.port)")
    #expect(later.status == 0)
    #expect(other.readers == ["ana@example.org": 1, "rui@example.net": 1])
  }

  /// Whoever the server left in doubt is named, and not written to again without being asked.
  @Test func aServerThatDropsAfterTheDotLeavesOneUnknown() async throws {
    let desk = try await desk(["ana@example.org", "rui@example.net", "zoe@example.com"])
    var script = SMTPScript()
    script.body = { $0 == 2 ? .drop : .reply("250 queued") }
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    let send = [
      "send", "--recipients", "readers.csv", "--via", "smtp://127.0.0.1:\(smtp.port)",
      "--connections", "1",
    ]
    let run = try await desk.run(send)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("unknown: rui@example.net: "))
    #expect(smtp.readers == ["ana@example.org": 1, "rui@example.net": 1, "zoe@example.com": 1])
    let status = try await desk.run("status")
    #expect(status.output.contains("\nunknown  rui@example.net  "))
    let again = try await desk.run(send)
    #expect(again.status == 1)
    #expect(smtp.mails.count == 3)
    let asked = try await desk.run(send + ["--retry-unknown"])
    #expect(asked.status == 0)
    #expect(smtp.readers == ["ana@example.org": 1, "rui@example.net": 2, "zoe@example.com": 1])
  }

  @Test func writesOneFileAReaderToTheOutbox() async throws {
    let locals = ["marina", "tobias"]
    let desk = try await desk(locals.map { $0 + "@example.net" })
    let send = ["send", "latest", "--recipients", "readers.csv", "--via", "outbox"]
    let run = try await desk.run(send)
    #expect(run == Run(status: 0, output: summary(via: "outbox", "2 0 0 0 0 0 0 0"), errors: ""))
    let folder = "outbox/2025-03-01/mail"
    #expect(desk.names(in: folder) == ["marina@example.net.eml", "tobias@example.net.eml"])
    let sample = ReceivedMail(try desk.read("outbox/2025-03-01/message.eml"), local: "reader")
    for local in locals {
      let bytes = try desk.read("\(folder)/\(local)@example.net.eml")
      #expect(ReceivedMail(bytes, local: local).shared == sample.shared)
    }
    #expect(try await desk.run(send).status == 3)

    // A rehearsal does not count: the real send reaches everybody.
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    let real = try await desk.run(
      "send", "--recipients", "readers.csv", "--via", "smtp://127.0.0.1:\(smtp.port)")
    #expect(real.status == 0)
    #expect(smtp.mails.count == 2)
  }

  @Test func aRehearsalNeedsNoSecret() async throws {
    let desk = try await desk(["ana@example.org"])
    try desk.configure("send:\n  recipients: readers.csv\n  password: ${HARBOUR_PASSWORD}")
    let run = try await desk.run("send", "--via", "outbox")
    #expect(run == Run(status: 0, output: summary(via: "outbox", "1 0 0 0 0 0 0 0"), errors: ""))
  }

  /// What a template asks of a reader comes from the list; who lacks it is named.
  @Test func fillsInWhatIsTheReadersOwn() async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write(
      "Hello {{reader.name}} of {{reader.city}}\n{{reader.unsubscribe}}\n", to: "t/digest.txt")
    try desk.write(
      "email,name,city\nana@example.org,Ana,Porto\nrui@example.net,Rui,Faro\nzoe@example.com,,\n",
      to: "readers.csv")
    #expect(try await desk.run("compose", "--now", Desk.now, "--templates", "t").status == 0)
    let send = ["send", "--recipients", "readers.csv", "--via", "outbox"]
    let refused = try await desk.run(send)
    #expect(refused.status == 2)
    let reason = "zoe@example.com: the message asks for 'name', which this reader does not have\n"
    #expect(
      refused.errors == "error: " + reason
        + "error: 1 of the readers lack what the message shows, nothing was sent (--skip-invalid goes on"
        + " without them; send.reader-name stands for a missing name)\n")
    #expect(!desk.exists("outbox/2025-03-01/mail"))

    let run = try await desk.run(send + ["--skip-invalid"])
    #expect(run.status == 1)
    #expect(run.errors == "warning: " + reason + "notComposed: " + reason)
    for (file, words) in [("ana@example.org", "Ana of Porto"), ("rui@example.net", "Rui of Faro")] {
      let mail = try desk.text("outbox/2025-03-01/mail/\(file).eml")
        .replacingOccurrences(of: "=\r\n", with: "")
      #expect(mail.contains("\r\nHello \(words)\r\n"))
    }

    try desk.write(
      try desk.text("tidings.yml") + "\nsend:\n  reader-name: reader\n", to: "named.yml")
    #expect(try await desk.run(send + ["--config", "named.yml"]).status == 0)
    let mail = try desk.text("outbox/2025-03-01/mail/zoe@example.com.eml")
      .replacingOccurrences(of: "=\r\n", with: "")
    #expect(mail.contains("Hello reader"))
  }

  @Test func anEditionThatWentOutStaysAsItIs() async throws {
    let desk = try await desk(["ana@example.org"])
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    _ = try await desk.run(
      "send", "--recipients", "readers.csv", "--via", "smtp://127.0.0.1:\(smtp.port)")
    let tree = try desk.tree("outbox/2025-03-01")
    let same = try await desk.compose()
    #expect(same.status == 0)
    let other = try await desk.run("compose", "--now", Desk.now, "--subject", "Another")
    #expect(
      other
        == Run(
          status: 2, output: "",
          errors:
            "error: the edition '2025-03-01' went out already and stays as it is; give --edition NAME for another\n"
        ))
    #expect(try desk.tree("outbox/2025-03-01") == tree)
  }

  /// The token comes from the environment, and shows nowhere but in the request.
  @Test func sendsThroughPostmarkWithATokenFromTheEnvironment() async throws {
    let desk = try await desk(["ana@example.org", "gone@example.org"])
    let http = try ScriptedHTTP { count in
      count == 1
        ? .answer(200, #"{"ErrorCode":0,"Message":"OK","MessageID":"b7"}"#)
        : .answer(422, #"{"ErrorCode":406,"Message":"inactive recipient"}"#)
    }
    defer { http.stop() }
    try desk.configure(
      """
      send:
        via: postmark+http://127.0.0.1:\(http.port)
        recipients: readers.csv
        connections: 1
        token: ${HARBOUR_TOKEN}
      """)
    let unset = try await desk.run("send")
    #expect(
      unset
        == Run(
          status: 2, output: "",
          errors:
            "error: tidings.yml:14: 'send.token': the environment variable 'HARBOUR_TOKEN' is not set\n"
        ))
    desk.environment["HARBOUR_TOKEN"] = "tok-3f9a-hidden"
    let run = try await desk.run("send")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("refused: gone@example.org: "))
    #expect(
      http.requests.map { $0.headers["x-postmark-server-token"] } == [
        "tok-3f9a-hidden", "tok-3f9a-hidden",
      ])
    let first = try #require(http.requests.first?.json)
    #expect(first["To"] as? String == "ana@example.org")
    #expect(first["From"] as? String == "The Harbour <news@harbour.example.org>")
    #expect(first["Subject"] as? String == "The Harbour: The second tide, and 1 more")
    let status = try await desk.run("status", "--all", "--json")
    try expectNowhere("tok-3f9a-hidden", in: desk, [run, status])
  }

  @Test func logsInWithAPasswordThatShowsNowhere() async throws {
    let desk = try await desk(["ana@example.org"])
    var script = SMTPScript()
    script.extensions += ["AUTH PLAIN"]
    script.login = .reply("535 5.7.8 wrong password")
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    try desk.write("pw-77-hidden\n", to: "secret/password")
    try desk.configure(
      """
      send:
        via: smtp://127.0.0.1:\(smtp.port)
        user: harbour
        recipients: readers.csv
        password-file: secret/password
      """)
    let run = try await desk.run("send", "--json")
    #expect(run.status == 1)
    #expect(run.errors.contains("535"))
    #expect(smtp.mails.isEmpty)
    let status = try await desk.run("status", "--all", "--json")
    try expectNowhere("pw-77-hidden", in: desk, [run, status])
  }

  private func expectNowhere(_ secret: String, in desk: Desk, _ runs: [Run]) throws {
    for run in runs { #expect(!(run.output + run.errors).contains(secret)) }
    for (name, bytes) in try desk.tree("outbox") {
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "in \(name)")
    }
  }

  /// Nothing leaves for a server elsewhere while the check finds errors; a rehearsal goes on.
  @Test func anEditionThatFailsItsCheckGoesNowhere() async throws {
    let desk = try Desk()
    try desk.furnish(readers: ["ana@example.org"])
    try desk.write("", to: "bare.yml")
    let bare = ["--config", "bare.yml"]
    _ = try await desk.run(
      ["compose", "--articles", "articles", "--now", Desk.now] + bare)
    let elsewhere = try await desk.run(
      ["send", "--recipients", "readers.csv", "--via", "smtp://mail.invalid:2525"] + bare)
    #expect(elsewhere.status == 1)
    #expect(
      elsewhere.errors == """
        error: sender: there is no sender (set newsletter.from, or give --from)
        error: edition: readers have no way to unsubscribe (set unsubscribe.url, or give --unsubscribe-url)
        error: the check of '2025-03-01' failed, nothing was sent (--despite-errors sends it all the same)

        """)
    let rehearsal = try await desk.run(
      ["send", "--recipients", "readers.csv", "--via", "outbox"] + bare)
    #expect(rehearsal.status == 0)
    #expect(rehearsal.errors.hasPrefix("warning: sender: there is no sender "))
  }
}
