import Testing

@testable import Tidings

@Suite struct ClientFactsTests {
  @Test func theBuiltInFactsAreWhole() {
    let facts = ClientFacts.builtIn
    #expect(facts.date == "2026-06-29")
    let lines = ClientFactsTable.lines.split(separator: "\n")
    #expect(lines.count == 246)
    for line in lines {
      let parts = line.split(separator: "|")
      #expect(parts.count == 5)
      #expect(parts[3].count == MailClient.allCases.count)
      #expect(parts[3].allSatisfy { "ynau".contains($0) })
    }
  }

  @Test(arguments: [
    (ClientFacts.Trait.property("border-radius"), "Outlook for Windows, Windows Mail"),
    (
      .element("video"),
      "Gmail, Outlook for Windows, Windows Mail, Outlook.com, Outlook on Android, Yahoo"
    ),
    (.element("table"), ""), (.property("no-such-property"), ""), (.picture("png"), ""),
  ])
  func someFacts(trait: ClientFacts.Trait, lacking: String) {
    let named = MailClient.named(ClientFacts.builtIn.lacking(trait))
    if trait == .element("video") {
      #expect(named.hasPrefix("Gmail") && named.contains("Outlook for Windows"))
    } else {
      #expect(named == lacking)
    }
  }

  @Test func everyAllowanceIsForAFeatureThatExists() {
    let slugs = Set(ClientFactsTable.lines.split(separator: "\n").map { $0.prefix { $0 != "|" } })
    for allowance in ClientAllowance.all.values {
      #expect(slugs.contains(Substring(allowance.slug)))
      #expect(!allowance.reason.isEmpty)
    }
  }

  private static func json(_ stats: String) -> String {
    """
    {"api_version":"1.0.4","last_update_date":"2027-01-02 03:04:05 +0000","nicenames":{},
    "data":[{"slug":"css-border-radius","title":"border-radius","stats":\(stats),"notes":null},
    {"slug":"css-brand-new","title":"brand-new","stats":{"gmail":{"ios":{"2027-01":"n"}}}},
    {"slug":"html-unheard-of","title":"<unheard> element","stats":{}}]}
    """
  }

  @Test(arguments: [
    // Versions stand in the order of their tests: 2019 is older than 16.80 here.
    ("{\"outlook\":{\"macos\":{\"2019\":\"y\",\"16.80\":\"n #1\"}}}", "Outlook for Mac"),
    ("{\"outlook\":{\"macos\":{\"16.80\":\"n\",\"2019\":\"y\"}}}", ""),
    ("{\"outlook\":{\"macos\":[{\"2019\":\"y\"},{\"16.80\":\"n\"}]}}", "Outlook for Mac"),
    ("{\"outlook\":{\"macos\":{}}}", ""), ("{\"outlook\":[]}", ""), ("null", ""),
  ])
  func aNewerFileIsRead(stats: String, lacking: String) throws {
    let facts = try ClientFacts(json: Array(Self.json(stats).utf8))
    #expect(facts.date == "2027-01-02")
    #expect(MailClient.named(facts.lacking(.property("border-radius"))) == lacking)
    #expect(MailClient.named(facts.lacking(.property("brand-new"))) == "Gmail on iOS")
    #expect(facts.features(of: .property("opacity")) == [])
  }

  @Test(arguments: [
    ("", "this is no JSON from line 1 on"), ("{\n\"data\":[}", "this is no JSON from line 2 on"),
    ("{\"data\":[]}", "it has no 'data', expected api/data.json of caniemail.com"),
    ("[1]", "it has no 'data', expected api/data.json of caniemail.com"),
    (
      "{\"data\":[{\"slug\":\"x\"}]}",
      "it names no feature that is known, expected api/data.json of caniemail.com"
    ),
  ])
  func whatIsNoSuchFile(json: String, reason: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(json, to: "data.json")
    let error = #expect(throws: ClientFactsError.self) {
      try ClientFacts(path: folder.path + "/data.json")
    }
    #expect(error?.reason == reason)
    #expect(throws: ClientFactsError.self) { try ClientFacts(path: folder.path + "/none.json") }
  }

  @Test func jsonKeepsItsOrder() throws {
    let value = try OrderedJSON(
      Array(#" {"b":1,"a":["x\u00e9\n\ud83d\ude00\"",true,null,-1.5e3],"10":{},"9":[]} "#.utf8))
    guard case .object(let members) = value else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["b", "a", "10", "9"])
    #expect(value["a"] == .list([.text("xé\n😀\""), .other, .other, .other]))
  }

  @Test(arguments: [
    "{", "[1,", "\"a", "{\"a\"}", "{\"a\":}", "[1]]", "\"\\u12\"", "\"\\", "{1:2}", "nul l",
    String(repeating: "[", count: 100_000),
  ])
  func brokenJSONIsRefused(text: String) {
    #expect(throws: OrderedJSON.Fault.self) { try OrderedJSON(Array(text.utf8)) }
  }
}
