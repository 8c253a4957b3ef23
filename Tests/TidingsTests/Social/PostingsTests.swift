import Foundation
import Testing

@testable import Tidings

/// What the ledger knows of a post, beside its snippet.
@Suite struct PostingsTests {
  static let zone = TimeZone(secondsFromGMT: 3_600) ?? .gmt

  static func snippet(
    _ text: String = "Tide tables, by hand", network: Network = .x, article: String = "tide"
  ) -> Snippet {
    Snippet(
      article: article, count: network.count(text), parts: [text], link: nil, attribution: nil,
      hashtags: [], shareURL: nil, payloads: [["text": .text(text)]], warnings: ["one"])
  }

  static func posting(
    _ text: String?, article: String = "tide", network: String = "x", hours: Double = 0,
    url: String? = nil
  ) -> Posting {
    Posting(
      article: article, network: network, url: url.flatMap { WebURL($0) },
      time: Fixtures.now.addingTimeInterval(hours * 3_600), textHash: text.map(Posting.hash))
  }

  @Test func whatWasPostedIsSaid() throws {
    let postings = Postings([Self.posting(nil, url: "https://x.com/a/status/1")])
    let noted = postings.noting(Self.snippet(), zone: Self.zone)
    #expect(noted.posted?.url == "https://x.com/a/status/1")
    #expect(noted.posted?.time.description == "2025-03-01T10:00:00+01:00")
    #expect(noted.posted?.by == "hand")
    #expect(noted.warnings == ["one"])
    let elsewhere = postings.noting(Self.snippet(network: .mastodon), zone: Self.zone)
    #expect(elsewhere.posted == nil)
    let another = postings.noting(Self.snippet(article: "b"), zone: Self.zone)
    #expect(another.posted == nil)
  }

  @Test(arguments: [
    ("x", "the same", "the same", "X refuses a text equal to the last post"),
    ("mastodon", "the same", "the same", "the same text was posted on Mastodon on 2025-03-01"),
    ("linkedin", "the same", "the same", "LinkedIn refuses a text equal to the last post"),
    ("x", "the same", "the same!", nil),
  ])
  func aTextEqualToTheLastPostIsAWarning(
    network: String, posted: String, text: String, warning: String?
  ) throws {
    let postings = Postings([Self.posting(posted, article: "other", network: network)])
    let snippet = Self.snippet(text, network: try Network(id: network))
    let noted = postings.noting(snippet, zone: Self.zone)
    #expect(noted.warnings == ["one"] + [warning].compactMap(\.self))
    #expect(noted.posted == nil)
  }

  /// Not any post, the last: what came between makes the text new again.
  @Test func onlyTheLastPostCounts() {
    let postings = Postings([
      Self.posting("later", article: "b", hours: 1), Self.posting("earlier", article: "a"),
    ])
    #expect(postings.noting(Self.snippet("earlier"), zone: .gmt).warnings == ["one"])
    #expect(postings.noting(Self.snippet("later"), zone: .gmt).warnings.count == 2)
  }

  static func series(_ parts: [String], article: String = "tide") -> Snippet {
    Snippet(
      article: article, count: Network.x.count(parts.first ?? ""), parts: parts, link: nil,
      attribution: nil, hashtags: [], shareURL: nil, warnings: [])
  }

  /// A series is known by the whole of it and by its first post.
  @Test(arguments: [
    (["one (1/2)", "two (2/2)"], true), (["one (1/2)"], true), (["one (1/2)\n\ntwo (2/2)"], true),
    (["one (1/2)", "three (2/2)"], true), (["one", "two (2/2)"], false), (["two (2/2)"], false),
  ])
  func aSeriesIsKnownByItsFirstPost(parts: [String], isKnown: Bool) {
    let posted = Self.series(["one (1/2)", "two (2/2)"])
    let postings = Postings([
      Posting(
        article: "tide", network: "x", url: nil, time: Fixtures.now,
        textHash: Posting.hash(of: [posted]))
    ])
    #expect(postings.noting(Self.series(parts), zone: .gmt).warnings.isEmpty == !isKnown)
  }

  @Test func everyFormThatMayHaveBeenPostedIsKnown() {
    let forms = [Self.snippet("the single post"), Self.series(["one (1/2)", "two (2/2)"])]
    let hash = Posting.hash(of: forms + forms)
    #expect(hash?.split(separator: " ").count == 3)
    #expect(Posting.hash(of: [Snippet]()) == nil)
    let posting = Posting(
      article: "tide", network: "x", url: nil, time: Fixtures.now, textHash: hash)
    for form in forms {
      #expect(Postings([posting]).noting(form, zone: .gmt).warnings.last?.hasPrefix("X ") == true)
    }
    // As a ledger has it that knows of one form only.
    let older = Self.posting("one (1/2)\n\ntwo (2/2)")
    #expect(Postings([older]).noting(forms[1], zone: .gmt).warnings.count == 1)
  }

  @Test func theJSONIsTheSnippetsWithPostedBesideIt() throws {
    let snippet = Self.snippet()
    func members(_ value: some Encodable) throws -> [String: Any] {
      try #require(
        try JSONSerialization.jsonObject(with: StableJSON.data(value)) as? [String: Any])
    }
    let plain = StableJSON.data(Postings.none.noting(snippet, zone: .gmt))
    #expect(plain == StableJSON.data(snippet))
    let postings = Postings([Self.posting(snippet.text, url: "https://x.com/a/status/1")])
    var noted = try members(postings.noting(snippet, zone: .gmt))
    #expect(
      noted.removeValue(forKey: "posted") as? [String: String] == [
        "time": "2025-03-01T09:00:00Z", "url": "https://x.com/a/status/1", "by": "hand",
      ])
    #expect(
      noted.removeValue(forKey: "warnings") as? [String] == [
        "one", "X refuses a text equal to the last post",
      ])
    var own = try members(snippet)
    own.removeValue(forKey: "warnings")
    #expect(noted as NSDictionary == own as NSDictionary)
  }

  /// The server's own rules, not those that most servers have.
  @Test func aServersLinksCountAsItSays() {
    let text = "See https://example.org/a-long-way-down"
    #expect(Network.mastodon.count(text).count == 27)
    let own = Network.mastodon(limit: 40, linkLength: 36)
    #expect(own.count(text).count == 40)
    #expect(own.count(text).valid)
    #expect(!own.count(text + ".").valid)
    #expect(own.limited(to: 100).count(text).count == 40)
  }
}
