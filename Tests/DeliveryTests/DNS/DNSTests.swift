import Foundation
import LoopbackServers
import Testing
import Tidings

@testable import Delivery

/// A resolver on loopback that knows some records.
final class Zone: Sendable {
  private let server: ScriptedHTTP

  init(_ records: [String: [String]]) throws {
    server = try ScriptedHTTP(answering: { request, _ in
      let query = request.line.split(separator: " ").dropFirst().first ?? ""
      let values = URLComponents(string: String(query))?.queryItems ?? []
      let name = values.first { $0.name == "name" }?.value ?? ""
      let kind = values.first { $0.name == "type" }?.value ?? ""
      let number = ["A": 1, "MX": 15, "TXT": 16, "AAAA": 28][kind] ?? 0
      let found = records["\(kind) \(name)"] ?? []
      let answers = found.map {
        ["name": name, "type": number, "TTL": 60, "data": $0] as [String: Any]
      }
      let body: [String: Any] = ["Status": found.isEmpty ? 3 : 0, "Answer": answers]
      let bytes = (try? JSONSerialization.data(withJSONObject: body)) ?? Data()
      return .bytes(200, Array(bytes))
    })
  }

  var url: String { "http://127.0.0.1:\(server.port)/dns-query" }
  var requests: [HTTPRequest] { server.requests }

  func stop() { server.stop() }
}

@Suite struct DNSTests {
  /// 1024 and 2048 bits, made for these tests.
  static let key2048 = """
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlk9Sjx8l1TxbnODppIgqh9QoT9wV8yMICYXm\
    yFTY0v6OgUDVu/sso3WAqpZmm73EJ1YTxCJIGNbMQ5KqRlxAyDKdHQDbeT5E7dZUpL7G+LCgc1GgBdTZ\
    88leR4H/elU0YWYzzDalDrrLxhPajKmyXar8bZH3+u9COTjiuztw/3gNzGrUOnIDdehQ0Gdxg4ut3HIk\
    XHJl965mv+WaYhyYtJ+jrQYivj0p5G0wFfFAhR616tPqcGSqlCO0g+svWlPl2h1p+9kIsFCukNtzyP5Y\
    QzIZG25Vl0UBTHhIsDIAr5X5DIawYBmHIrd69kMGRwCMYsaAJCH2XcfKd1C5j+JNmwIDAQAB
    """
  static let key1024 = """
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDVwc4TZCtuZ2k4q5XQrc5icJQsp6BNcpH3/xeDqDus\
    gprGhEIflSvQAGIARnVCC1mIWSyfvJ2gfSGo+vDph6qJwrchVRO20Jc9Oa4jRrZOQqaa3djxsb2pRx6q\
    OoqWaJisgCt8+7VbSQCpFrWgP0WqvEprxvxRARjoVZjwx6LhPQIDAQAB
    """

  static let good: [String: [String]] = [
    "TXT quay.org": ["\"unrelated\"", "\"v=spf1 include:mail.example \" \"-all\""],
    "TXT mail.example": ["v=spf1 ip4:192.0.2.1 a mx ~all"],
    "TXT news._domainkey.quay.org": ["\"v=DKIM1; k=rsa; p=\(key2048)\""],
    "TXT _dmarc.quay.org": ["v=DMARC1; p=none; rua=mailto:dmarc@quay.org"],
    "MX quay.org": ["10 mx.quay.org."],
    "A leave.quay.org": ["192.0.2.7"],
  ]

  static func findings(
    _ changes: [String: [String]?] = [:], domain: String = "quay.org", keyDomain: String? = nil,
    selectors: [String] = ["news"]
  ) async throws -> [String] {
    var records = good
    for (name, values) in changes { records[name] = values ?? nil }
    let zone = try Zone(records)
    defer { zone.stop() }
    let readiness = DNSReadiness(
      resolver: try DNSResolver(url: zone.url), domain: domain, keyDomain: keyDomain,
      selectors: selectors, hosts: ["leave.quay.org"])
    return await readiness.findings().map {
      "\($0.severity.rawValue) \($0.rule.rawValue) \($0.place): \($0.message)"
    }
  }

  @Test func aReadyDomainHasNoFinding() async throws {
    #expect(try await Self.findings() == [])
    // The policy of the domain above holds, and an IPv6 address is one.
    var below = Self.good.mapValues(Optional.some)
    below["TXT news.quay.org"] = ["v=spf1 redirect=quay.org"]
    below["TXT news._domainkey.news.quay.org"] = Self.good["TXT news._domainkey.quay.org"]
    below["MX news.quay.org"] = ["10 mx.quay.org."]
    below["A leave.quay.org"] = .some(nil)
    below["AAAA leave.quay.org"] = ["2001:db8::7"]
    #expect(try await Self.findings(below, domain: "news.quay.org") == [])
    #expect(try await Self.findings(below, domain: "news.quay.org", keyDomain: "quay.org") == [])
  }

  @Test(
    arguments: [
      ("TXT quay.org", nil, "error dns-spf DNS quay.org: there is no SPF record"),
      (
        "TXT quay.org", ["v=spf1 -all", "v=spf1 a -all"],
        "error dns-spf DNS quay.org: there are 2 SPF records, which counts as an error (RFC 7208 4.5)"
      ),
      (
        "TXT quay.org", ["v=spf1 a"],
        "warning dns-spf DNS quay.org: its SPF record does not end in -all or ~all"
      ),
      (
        "TXT quay.org", ["v=spf1 a ?all"],
        "warning dns-spf DNS quay.org: its SPF record leaves open what becomes of other servers ('?all')"
      ),
      (
        "TXT quay.org", ["v=spf1 +all"],
        "error dns-spf DNS quay.org: its SPF record lets every server send ('+all')"
      ),
      (
        "TXT quay.org",
        ["v=spf1 a mx a:b.org a:c.org a:d.org mx:e.org exists:f.org include:mail.example ptr ~all"],
        "warning dns-spf-lookups DNS quay.org: its SPF record takes more than 10 look-ups, which counts"
          + " as an error (RFC 7208 4.6.4)"
      ),
      (
        "TXT news._domainkey.quay.org", nil,
        "error dns-dkim DNS news._domainkey.quay.org: there is no DKIM key"
      ),
      (
        "TXT news._domainkey.quay.org", ["v=DKIM1; p="],
        "error dns-dkim DNS news._domainkey.quay.org: the DKIM key was revoked ('p=' is empty)"
      ),
      (
        "TXT news._domainkey.quay.org", ["v=DKIM1; p=\(key1024)"],
        "warning dns-dkim DNS news._domainkey.quay.org: the RSA key has 1024 bits, expected 2048"
      ),
      (
        "TXT news._domainkey.quay.org", ["p=\(key2048)", "p=\(key1024)"],
        "error dns-dkim DNS news._domainkey.quay.org: there are 2 records, and receivers take any of them"
      ),
      (
        "TXT news._domainkey.quay.org", ["v=DKIM1; k=dsa; p=AAAA"],
        "error dns-dkim DNS news._domainkey.quay.org: the DKIM record cannot be used: its kind of key is"
          + " 'dsa', expected rsa or ed25519"
      ),
      (
        "TXT _dmarc.quay.org", nil,
        "error dns-dmarc DNS _dmarc.quay.org: there is no DMARC record, which Gmail and Yahoo ask for"
      ),
      (
        "TXT _dmarc.quay.org", ["v=DMARC1; p=maybe; rua=mailto:a@quay.org"],
        "error dns-dmarc DNS _dmarc.quay.org: its policy is 'p=maybe'"
      ),
      (
        "TXT _dmarc.quay.org", ["v=DMARC1; p=reject"],
        "warning dns-dmarc DNS _dmarc.quay.org: nobody gets its reports ('rua=')"
      ),
      (
        "TXT _dmarc.quay.org", ["v=DMARC1; p=none; rua=mailto:a@quay.org", "v=DMARC1; p=reject"],
        "error dns-dmarc DNS _dmarc.quay.org: there are 2 DMARC records, so none holds"
      ),
      (
        "MX quay.org", nil,
        "warning dns-mx DNS quay.org: it has no MX record, so answers and bounces may be lost"
      ),
      (
        "MX quay.org", ["0 ."],
        "error dns-mx DNS quay.org: it says that it takes no mail, so nobody can answer"
      ),
      (
        "A leave.quay.org", nil,
        "error dns-links DNS leave.quay.org: the server where readers unsubscribe has no address"
      ),
    ] as [(String, [String]?, String)])
  func eachLackIsFound(name: String, records: [String]?, finding: String) async throws {
    #expect(try await Self.findings([name: records]) == [finding])
  }

  @Test func signaturesOfAnotherDomainDoNotCount() async throws {
    let key = Self.good["TXT news._domainkey.quay.org"]
    #expect(
      try await Self.findings(["TXT news._domainkey.other.org": key], keyDomain: "other.org") == [
        "error dns-alignment DNS other.org: signatures of other.org do not count for a sender at"
          + " quay.org"
      ])
    #expect(
      try await Self.findings(
        [
          "TXT news._domainkey.mail.quay.org": key,
          "TXT _dmarc.quay.org": ["v=DMARC1; p=none; adkim=s; rua=mailto:a@quay.org"],
        ], keyDomain: "mail.quay.org"
      ).map { $0.prefix(19) } == ["error dns-alignment"])
    #expect(
      try await Self.findings(selectors: []) == [
        "warning dns-dkim DNS quay.org: it is not known which DKIM keys to look for"
      ])
  }

  @Test func endlessIncludesEnd() async throws {
    let found = try await Self.findings([
      "TXT quay.org": ["v=spf1 include:a.org -all"], "TXT a.org": ["v=spf1 include:b.org -all"],
      "TXT b.org": ["v=spf1 include:a.org include:quay.org -all"],
    ])
    #expect(found == [])
  }

  @Test(arguments: [
    (HTTPStep.answer(500, ""), "answered 500"), (.answer(200, "<html>"), "is not in application"),
    (.answer(200, "{\"Status\":2}"), "the DNS failed with code 2"), (.drop, "cannot be asked"),
    (.answer(302, "", headers: ["Location: https://elsewhere.example/"]), "answered 302"),
    (.answer(200, String(repeating: " ", count: 300_000)), "cannot be asked"),
  ])
  func aServerThatFailsIsAFinding(step: HTTPStep, words: String) async throws {
    let server = try ScriptedHTTP { _ in step }
    defer { server.stop() }
    let readiness = DNSReadiness(
      resolver: try DNSResolver(url: "http://127.0.0.1:\(server.port)/"), domain: "quay.org",
      selectors: ["news"], hosts: [])
    let found = await readiness.findings()
    #expect(!found.isEmpty && found.allSatisfy { $0.rule == .dnsUnreachable })
    #expect(found.allSatisfy { $0.message.contains(words) }, "\(found)")
  }

  @Test func aServerThatSaysNothingIsNotWaitedFor() async throws {
    let server = try ScriptedHTTP { _ in .silence }
    defer { server.stop() }
    let resolver = try DNSResolver(
      url: "http://127.0.0.1:\(server.port)/",
      timeouts: Timeouts(connect: .milliseconds(200), reply: .milliseconds(200)))
    await #expect(throws: DNSError.self) { try await resolver.records("quay.org", .text) }
  }

  @Test(arguments: [
    "http://dns.example/dns-query", "dns.example", "ftp://dns.example", "https://d.example/?a=b",
    "",
  ])
  func onlyAServerOverHTTPSIsAsked(url: String) {
    #expect(throws: DNSError.self) { try DNSResolver(url: url) }
  }

  @Test(arguments: [
    "", "a b.org", "a&type=A", "a\r\n.org", "ä.org", String(repeating: "a", count: 254),
  ])
  func onlyNamesAreAsked(name: String) async throws {
    let zone = try Zone([:])
    defer { zone.stop() }
    let resolver = try DNSResolver(url: zone.url)
    await #expect(throws: DNSError.self) { try await resolver.records(name, .text) }
    #expect(zone.requests.isEmpty)
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("\"a\" \"b\"", "ab"), (#""a\"b\\c\065""#, "a\"b\\cA"),
    ("\"open", "open"),
    (#""\999""#, "999"),
  ])
  func stringsAreJoined(data: String, text: String) {
    #expect(DNSAnswer.joined(data) == text)
  }

  @Test(arguments: [
    ("v=DKIM1; k=rsa; p=\(key2048)", PublishedDKIMKey.Kind.rsa(bits: 2048)),
    ("p=\(key1024)", .rsa(bits: 1024)), ("v=DKIM1;p=", .revoked),
    ("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", .ed25519),
  ])
  func keysAreRead(record: String, kind: PublishedDKIMKey.Kind) throws {
    #expect(try PublishedDKIMKey(record).kind == kind)
  }

  @Test(arguments: [
    "", "v=DKIM2; p=AAAA", "k=rsa", "p=%%%", "p=AAAA", "p=MIIB", "k=ed25519; p=AAAA",
    "p=MIP/////////",
    "p=MAA=", "p=MAMCAQA=",
  ])
  func brokenKeysAreRefused(record: String) {
    #expect(throws: PublishedDKIMKey.Fault.self) { try PublishedDKIMKey(record) }
  }
}
