import Foundation
import LoopbackServers
import Testing

/// `tidings dkim`, and what `send` does with the keys.
@Suite struct DKIMTests {
  /// Made once: an RSA key takes its time.
  private static let keys = Task { () throws -> (rsa: Data, ed25519: Data) in
    let desk = try Desk()
    for kind in ["rsa", "ed25519"] {
      _ = try await desk.run(
        "dkim", "keygen", "--domain", "e.org", "--selector", "s", "--type", kind, "--out", kind)
    }
    return (try desk.read("rsa"), try desk.read("ed25519"))
  }

  private func keygen(_ desk: Desk, _ more: String...) async throws -> Run {
    try await desk.run(
      ["dkim", "keygen", "--domain", "harbour.example.org", "--selector", "s1"] + more)
  }

  @Test func makesAKeyAndItsRecord() async throws {
    let desk = try Desk()
    let made = try await keygen(desk, "--out", "key.pem")
    #expect(made.status == 0)
    #expect(made.errors == "the private key is in key.pem; keep it out of the repository\n")
    #expect(
      made.output.hasPrefix("name   s1._domainkey.harbour.example.org\ntype   TXT\nvalue  v="))
    #expect(made.output.contains("\ns1._domainkey.harbour.example.org. IN TXT ( \"v=DKIM1; k=rsa;"))
    let attributes = try FileManager.default.attributesOfItem(atPath: desk.path + "/key.pem")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try desk.text("key.pem").hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
    #expect(desk.names(in: "") == ["key.pem"])

    let record = try await desk.run(
      "dkim", "record", "--key", "key.pem", "--domain", "harbour.example.org", "--selector", "s1")
    #expect(record == Run(status: 0, output: made.output, errors: ""))

    let before = try desk.read("key.pem")
    let again = try await keygen(desk, "--out", "key.pem")
    #expect(
      again
        == Run(
          status: 2, output: "",
          errors: "error: key.pem: there is a file already, and a key is never overwritten\n"))
    #expect(try desk.read("key.pem") == before)
    #expect(desk.names(in: "") == ["key.pem"])
  }

  @Test func printsTheRecordAsJSON() async throws {
    let desk = try Desk()
    let made = try await keygen(desk, "--type", "ed25519", "--out", "key.pem", "--json")
    #expect(made.status == 0)
    let json = made.json
    #expect(Set(json.keys) == ["name", "type", "value", "strings", "zone", "keyFile"])
    #expect(json["name"] as? String == "s1._domainkey.harbour.example.org")
    let value = try #require(json["value"] as? String)
    #expect(value.hasPrefix("v=DKIM1; k=ed25519; p="))
    #expect(json["strings"] as? [String] == [value])
  }

  @Test(
    arguments: [
      (["--type", "dsa"], "--type is 'dsa', expected rsa or ed25519"),
      (["--bits", "1024"], "--bits is 1024, expected 2048, 3072 or 4096"),
      (
        ["--type", "ed25519", "--bits", "2048"],
        "--bits is for RSA, an Ed25519 key has one length"
      ), (["--selector", "s 1"], "--selector: 's 1' is no selector"),
      (["--domain", "exa mple"], "--domain: 'exa mple' is no domain"),
      (["--out", "no/such/folder/key.pem"], "no/such/folder/key.pem: cannot be written"),
    ])
  func refuses(_ more: [String], words: String) async throws {
    let desk = try Desk()
    let run = try await desk.run(
      ["dkim", "keygen", "--domain", "e.org", "--selector", "s1", "--out", "key.pem"] + more)
    #expect(run.status == 2)
    #expect(run.errors.contains(words))
    #expect(desk.names(in: "").isEmpty)
  }

  /// A desk with two keys, and an edition that is sent with them.
  private func signingDesk(_ settings: String) async throws -> Desk {
    let desk = try Desk()
    try desk.furnish()
    let keys = try await Self.keys.value
    try desk.write(keys.rsa, to: "rsa.pem")
    try desk.write(keys.ed25519, to: "ed.pem")
    for name in ["rsa.pem", "ed.pem"] { try desk.allow(0o600, name) }
    try desk.configure(settings)
    #expect(try await desk.compose().status == 0)
    return desk
  }

  private static let both = """
    dkim:
      selector: s1
      key-file: rsa.pem
      ed25519-selector: e1
      ed25519-key-file: ed.pem
    """

  private func send(_ desk: Desk, via: String) async throws -> Run {
    try await desk.run("send", "latest", "--recipients", "readers.csv", "--via", via)
  }

  @Test func signsWhatIsSent() async throws {
    let desk = try await signingDesk(Self.both)
    #expect(try !desk.text("outbox/2025-03-01/message.eml").contains("DKIM-Signature"))
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    let written = try await send(desk, via: "outbox")
    #expect(written.status == 0)
    #expect(written.errors.isEmpty)
    let sent = try await send(desk, via: "smtp://127.0.0.1:\(smtp.port)")
    #expect(sent.status == 0)
    let mail = try #require(smtp.mails.first { $0.recipients == ["ana@example.org"] })
    #expect(Array(mail.bytes) == Array(try desk.read("outbox/2025-03-01/mail/ana@example.org.eml")))
    let text = String(decoding: Array(mail.bytes), as: UTF8.self)
    #expect(
      text.hasPrefix(
        "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example.org;\r\n s=s1;"))
    #expect(text.components(separatedBy: "\r\nDKIM-Signature: v=1; a=ed25519-sha256").count == 2)
  }

  @Test func postmarkSignsByItself() async throws {
    let desk = try await signingDesk(
      Self.both + "\nsend:\n  token: ${POSTMARK_TOKEN}")
    desk.environment["POSTMARK_TOKEN"] = "token"
    let http = try ScriptedHTTP { _ in
      .answer(200, #"{"MessageID":"b7","ErrorCode":0,"Message":"OK"}"#)
    }
    defer { http.stop() }
    let sent = try await send(desk, via: "postmark+http://127.0.0.1:\(http.port)")
    #expect(sent.status == 0)
    #expect(
      sent.errors == "Postmark signs messages itself: the keys under 'dkim' are not used\n")
  }

  @Test func warnsOfWhatHelpsNobody() async throws {
    let desk = try await signingDesk(
      "dkim: {domain: other.example, ed25519-selector: e1, ed25519-key-file: ed.pem}")
    try desk.allow(0o640, "ed.pem")
    let written = try await send(desk, via: "outbox")
    #expect(written.status == 0)
    #expect(
      written.errors == """
        warning: ed.pem: others on this machine may use this key (chmod 600 keeps it yours)
        warning: messages have no rsa-sha256 signature, and many servers verify no other: set dkim.key-file
        warning: dkim.domain is other.example, which DMARC does not count for mail from harbour.example.org

        """)
  }

  @Test(
    arguments: [
      ("{selector: s1}", "'dkim.selector': it needs 'dkim.key-file' beside it"),
      ("{key-file: rsa.pem}", "'dkim.key-file': it needs 'dkim.selector' beside it"),
      (
        "{selector: s1, key-file: absent.pem}",
        "'dkim.key-file': absent.pem: the file cannot be read"
      ),
      ("{selector: s1, key-file: readers.csv}", "readers.csv: it holds no private key"),
      (
        "{selector: s1, key-file: ed.pem}",
        "ed.pem: this is an Ed25519 key, expected it at dkim.ed25519-key-file"
      ),
      (
        "{ed25519-selector: s1, ed25519-key-file: rsa.pem}",
        "rsa.pem: this is an RSA key, expected it at dkim.key-file"
      ), ("{selector: 's 1', key-file: rsa.pem}", "'dkim.selector': 's 1' is no selector"),
      (
        "{domain: 'a b', selector: s1, key-file: rsa.pem}", "'dkim.domain': 'a b' is no domain"
      ),
      (
        "{selector: s1, key-file: rsa.pem, ed25519-selector: s1, ed25519-key-file: ed.pem}",
        "'dkim.ed25519-selector': it is that of the RSA key"
      ),
    ])
  func refusesSettings(_ settings: String, words: String) async throws {
    let desk = try await signingDesk("dkim: " + settings)
    let run = try await send(desk, via: "outbox")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("error: tidings.yml:10: "))
    #expect(run.errors.contains(words))
    #expect(!desk.exists("outbox/2025-03-01/mail"))
  }

  @Test func attachesFiles() async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write("paper", to: "files/paper.pdf")
    try desk.write("other", to: "paper.pdf")
    try desk.configure("attachments: files/paper.pdf")
    #expect(try await desk.compose().status == 0)
    #expect(try desk.text("outbox/2025-03-01/attachments/paper.pdf") == "paper")
    let given = try await desk.run("compose", "--attach", "paper.pdf", "--now", Desk.now)
    #expect(given.status == 0)
    #expect(given.output.contains("attachments/ (1)"))
    #expect(try desk.text("outbox/2025-03-01/attachments/paper.pdf") == "other")
    #expect(try desk.text("outbox/2025-03-01/message.eml").contains("filename=\"paper.pdf\""))
    let twice = try await desk.run(
      "compose", "--attach", "paper.pdf", "--attach", "files/paper.pdf", "--now", Desk.now)
    #expect(
      twice
        == Run(
          status: 2, output: "",
          errors:
            "error: --attach: files/paper.pdf: another attachment has this name already\n"))
    try desk.write("", to: "files/empty.pdf")
    let empty = try await desk.run(
      "compose", "--attach", "files/empty.pdf", "--now", Desk.now)
    #expect(empty.errors == "error: --attach: files/empty.pdf: the file is empty\n")
    try desk.configure("attachments: [absent.pdf]")
    let absent = try await desk.compose()
    #expect(absent.status == 2)
    #expect(
      absent.errors.hasPrefix(
        "error: tidings.yml:10: 'attachments': absent.pdf: the file cannot be read"))
  }
}

extension Desk {
  fileprivate func allow(_ permissions: Int, _ name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: path + "/" + name)
  }
}
