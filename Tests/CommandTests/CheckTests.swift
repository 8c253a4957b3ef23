import Foundation
import LoopbackServers
import Testing

@Suite struct CheckTests {
  /// A desk with a composed edition whose articles have a fault that only warns.
  private static func warned(_ more: String = "") async throws -> Desk {
    let desk = try Desk()
    try desk.furnish()
    try desk.article("third", date: "2025-02-22", title: "Prices TK")
    try desk.configure(more)
    #expect(try await desk.compose().status == 0)
    return desk
  }

  @Test func warningsFailOnlyWhereItIsStrict() async throws {
    let desk = try await Self.warned()
    let run = try await desk.run("check")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Warnings\n  unfinished  subject  'TK' marks text"))
    #expect(run.errors.hasPrefix("2025-03-01: 0 errors, "))
    let strict = try await desk.run("check", "--strict", "--json")
    #expect(strict.status == 1)
    #expect(strict.json["errors"] as? Int == 0)
    let findings = strict.json["findings"] as? [[String: String]] ?? []
    #expect(findings.contains { $0["rule"] == "unfinished" && $0["place"] == "subject" })
    #expect(strict.json["warnings"] as? Int == findings.count)
  }

  @Test func rulesAreListedAndIgnored() async throws {
    let desk = try Desk()
    let list = try await desk.run("check", "--rules")
    #expect(list.status == 0)
    #expect(list.output.contains("\ncontrast            text can be read in light and dark"))
    let json = try await desk.run("check", "--rules", "--json")
    #expect(json.jsonList.count == list.output.split(separator: "\n").count)
    #expect(json.jsonList.contains { $0["rule"] as? String == "html-size" })

    let ignoring = try await Self.warned("check:\n  ignore: [unfinished, subject-cut]")
    #expect(
      try await ignoring.run("check", "--strict")
        == Run(status: 0, output: "", errors: "2025-03-01: 0 errors, 0 warnings\n"))
    try ignoring.configure("check:\n  ignore: [unfinishd]")
    let unknown = try await ignoring.run("check")
    #expect(unknown.status == 2)
    #expect(
      unknown.errors.hasSuffix(
        "'check.ignore': unknown rule 'unfinishd', did you mean 'unfinished'?\n"))
  }

  /// What is ignored does not stop a send either.
  @Test func anIgnoredErrorStopsNothing() async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write("articles:\n  folder: articles\n", to: "tidings.yml")
    _ = try await desk.compose()
    let send = ["send", "--recipients", "readers.csv", "--via", "smtp://mail.invalid:2525"]
    let stopped = try await desk.run(send)
    #expect(stopped.errors.contains("failed, nothing was sent"))
    try desk.write(
      "articles:\n  folder: articles\ncheck:\n  ignore: [sender, unsubscribe]\n",
      to: "tidings.yml")
    #expect(!(try await desk.run(send)).errors.contains("nothing was sent (--despite-errors"))
  }

  @Test func factsComeFromAFile() async throws {
    let desk = try await Self.warned("check:\n  facts: facts.json\n  ignore: [unfinished]")
    let missing = try await desk.run("check")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("'check.facts': facts.json: "))
    try desk.write(
      """
      {"last_update_date":"2031-05-06","data":[{"slug":"html-table","title":"<table> element",
      "stats":{"yahoo":{"ios":{"2030":"y","2031":"n"}}}}]}
      """, to: "facts.json")
    let run = try await desk.run("check")
    #expect(
      run.output.contains(
        "<table> element (html-table) is not known to Yahoo on iOS\n"))
    #expect(run.errors.hasPrefix("what mail programs know is as of 2031-05-06\n"))
    try desk.write("[]", to: "other.json")
    let other = try await desk.run("check", "--facts", "other.json")
    #expect(other.status == 2)
    #expect(other.errors.contains("--facts: other.json: it has no 'data'"))
  }

  @Test func aKeysDomainIsAskedForAsSignaturesNameIt() async throws {
    let desk = try await Self.warned("dkim:\n  domain: Köln.example.org")
    let server = try ScriptedHTTP(answering: { _, _ in .answer(200, "{\"Status\":3}") })
    defer { server.stop() }
    let dns = ["check", "--dns", "--resolver", "http://127.0.0.1:\(server.port)/dns-query"]
    let run = try await desk.run(dns + ["--selector", "mail"])
    let name = "mail._domainkey.xn--kln-sna.example.org"
    #expect(server.requests.contains { $0.line.contains("name=\(name)&type=TXT") })
    #expect(run.output.contains("dns-dkim  DNS \(name)  there is no DKIM key"))
    try desk.configure("dkim:\n  domain: exa mple")
    let none = try await desk.run(dns)
    #expect(none.status == 2)
    #expect(none.errors.contains("'dkim.domain': 'exa mple' is no domain"))
  }

  @Test func theDNSIsAskedOnRequest() async throws {
    let desk = try await Self.warned("check:\n  ignore: [unfinished, subject-cut]")
    let server = try ScriptedHTTP(answering: { request, _ in
      request.line.contains("name=harbour.example.org&type=TXT")
        ? .answer(
          200, "{\"Status\":0,\"Answer\":[{\"type\":16,\"data\":\"\\\"v=spf1 +all\\\"\"}]}")
        : .answer(200, "{\"Status\":3}")
    })
    defer { server.stop() }
    let url = "http://127.0.0.1:\(server.port)/dns-query"
    #expect(try await desk.run("check").status == 0)
    #expect(server.requests.isEmpty)
    let run = try await desk.run(
      "check", "--dns", "--selector", "mail", "--resolver", url, "--json")
    #expect(run.status == 1)
    let findings = run.json["findings"] as? [[String: String]] ?? []
    #expect(
      findings.map { "\($0["severity"] ?? "") \($0["rule"] ?? "") \($0["place"] ?? "")" } == [
        "error dns-spf DNS harbour.example.org",
        "error dns-dkim DNS mail._domainkey.harbour.example.org",
        "error dns-dmarc DNS _dmarc.harbour.example.org",
        "error dns-links DNS harbour.example.org", "warning dns-mx DNS harbour.example.org",
      ])
    let clear = try await desk.run("check", "--dns", "--resolver", "http://dns.example/")
    #expect(clear.status == 2)
    #expect(clear.errors.contains("--resolver: 'http://dns.example/' would be asked in the clear"))
    server.stop()
    let gone = try await desk.run("check", "--dns", "--resolver", url)
    #expect(gone.status == 1)
    #expect(gone.output.contains("dns-unreachable  DNS harbour.example.org"))
  }
}
