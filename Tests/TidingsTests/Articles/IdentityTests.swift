import Foundation
import Testing

@testable import Tidings

/// What an article is known by, so that it goes out once, whatever becomes of its file.
@Suite struct IdentityTests {
  private struct Copy {
    var path = "blog/a-day.md"
    var title = "A day at sea"
    var date = "2025-02-10"
    var more = ""
    var base: String? = "https://example.org"

    var article: Article? {
      let lines = [
        title.isEmpty ? "" : "title: \(title)", date.isEmpty ? "" : "date: \(date)", more,
      ]
      return Fixtures.article(
        "---\n\(lines.filter { !$0.isEmpty }.joined(separator: "\n"))\n---\nText.", path: path,
        baseURL: base
      ).article
    }
  }

  @Test(arguments: [
    ("id: 7c-1", "7c-1"), ("guid: 7c-1\ncanonical_url: https://dev.to/ana/x", "7c-1"),
    ("uid: 7c-1", "7c-1"), ("id: ''\nurl: /x/", "https://example.org/x/"),
    ("canonical_url: https://dev.to/ana/x\nurl: /x/", "https://dev.to/ana/x"),
    ("canonical_url: https://example.org/kept/", "https://example.org/kept/"),
    ("originalUrl: https://dev.to/ana/x", "https://dev.to/ana/x"),
    ("url: /x/", "https://example.org/x/"),
    ("slug: other", "https://example.org/blog/other/"), ("t: 1", "https://example.org/blog/a-day/"),
    ("id: \"a\\u0007b\\nc\"", "ab c"),
  ])
  func idsByRule(more: String, id: String) {
    #expect(Copy(more: more).article?.id == id)
  }

  @Test(arguments: [
    ("2025-02-10", "t: 1", "a-day (2025-02-10)"), ("", "t: 1", "a-day"),
    ("2025-02-10", "slug: other", "other (2025-02-10)"),
    ("2025-02-10", "canonical_url: https://dev.to/ana/x", "https://dev.to/ana/x"),
  ])
  func idsWithoutAnAddress(date: String, more: String, id: String) {
    #expect(Copy(date: date, more: more, base: nil).article?.id == id)
  }

  /// Changes of one article that went out, each on its own.
  private static let changes: [(form: String, change: @Sendable (inout Copy) -> Void)] = [
    ("renamed", { $0.path = "blog/the-day.md" }), ("moved", { $0.path = "archive/2025/a-day.md" }),
    ("a page of its own", { $0.path = "blog/a-day/index.md" }),
    ("dated in its name", { $0.path = "blog/2025-02-10-a-day.md" }),
    ("retitled", { $0.title = "A night at sea" }), ("redated", { $0.date = "2025-02-26" }),
    ("undated now", { $0.date = "" }), ("another zone", { $0.date = "2025-02-10T23:00:00-05:00" }),
    ("a slug of its own", { $0.more = "slug: sea" }),
    ("an address of its own", { $0.more = "url: /sea/" }),
    ("a canonical address now", { $0.more = "canonical_url: https://dev.to/ana/x" }),
    ("an id now", { $0.more = "id: 7c-1" }),
    ("another base URL", { $0.base = "https://sea.example.org" }),
    ("no base URL", { $0.base = nil }), ("title in other letters", { $0.title = "A DAY, AT SEA" }),
    (
      "redated and another base",
      {
        $0.date = "2025-02-26"
        $0.base = "https://sea.example.org"
      }
    ),
    (
      "renamed and another base",
      {
        $0.path = "blog/the-day.md"
        $0.base = nil
      }
    ),
    (
      "retitled and another base",
      {
        $0.title = "A night at sea"
        $0.base = nil
      }
    ),
  ]

  @Test(arguments: changes.indices, [true, false])
  func whatWentOutIsKnownAgain(index: Int, hadBase: Bool) throws {
    var copy = Copy()
    if !hadBase { copy.base = nil }
    let sent = try #require(copy.article)
    Self.changes[index].change(&copy)
    let article = try #require(copy.article)
    let selection = Selection(
      states: Set(Article.State.allCases), alreadySent: Set(sent.names))
    #expect(
      selection.pick(from: [article]).map(\.reason) == [.alreadySent], "\(Self.changes[index].form)"
    )
  }

  @Test(arguments: [
    "https://example.org/blog/a-day/", "https://feeds.example.net/item/17", "",
  ])
  func whatWentOutFromAFolderIsKnownInAFeed(link: String) throws {
    let sent = try #require(Copy().article)
    let feed = """
      <rss version="2.0"><channel><title>F</title><link>https://example.org</link>
      <item><title>A day at sea</title>\(link.isEmpty ? "" : "<link>\(link)</link>")
      <guid isPermaLink="false">g-1</guid><pubDate>Mon, 10 Feb 2025 10:00:00 GMT</pubDate>
      <description>Text.</description></item></channel></rss>
      """
    let articles: [Article] = FeedReader(now: Fixtures.now, zone: .gmt).read(
      Array(feed.utf8), name: "f.xml"
    ).articles
    let fromFeed = try #require(articles.first)
    for (one, other) in [(sent, fromFeed), (fromFeed, sent)] {
      let reasons = Selection(alreadySent: Set(one.names)).pick(from: [other]).map(\.reason)
      #expect(reasons == [.alreadySent])
    }
  }

  /// Pairs of articles that have much in common and are two.
  private typealias Pair = (form: String, one: Copy, other: Copy)

  private static let pairs: [Pair] = [
    (
      "monthly notes in folders of their own",
      Copy(path: "2025-01/notes.md", title: "Notes", date: "2025-01-31"),
      Copy(path: "2025-02/notes.md", title: "Notes", date: "2025-02-28")
    ),
    (
      "monthly notes in one folder", Copy(path: "notes-1.md", title: "Notes", date: "2025-01-31"),
      Copy(path: "notes-2.md", title: "Notes", date: "2025-02-28")
    ),
    (
      "one title on two days", Copy(path: "2025-02-10-links.md", title: "Links", date: ""),
      Copy(path: "2025-02-17-links-2.md", title: "Links", date: "")
    ),
    (
      "one slug in two folders",
      Copy(path: "news/update.md", title: "News of us", date: "2025-02-10"),
      Copy(path: "blog/update.md", title: "Blog of us", date: "2025-02-10")
    ),
    (
      "one slug as pages of two folders", Copy(path: "news/update/index.md", title: "News of us"),
      Copy(path: "blog/update/index.md", title: "Blog of us")
    ),
    (
      "two days in the names", Copy(path: "2025-02-10-a.md", title: "One", date: ""),
      Copy(path: "2025-02-10-b.md", title: "Two", date: "")
    ),
    ("titles of signs", Copy(path: "a.md", title: "'!!!'"), Copy(path: "b.md", title: "'???'")),
    ("titles of emoji", Copy(path: "a.md", title: "🚢"), Copy(path: "b.md", title: "⛵️")),
    ("two languages' titles", Copy(path: "a.md", title: "人工智能"), Copy(path: "b.md", title: "開源")),
    ("C and C++", Copy(path: "c.md", title: "C"), Copy(path: "cpp.md", title: "C++")),
    (
      "two ids", Copy(path: "a.md", title: "One", more: "id: a"),
      Copy(path: "b.md", title: "Two", more: "id: b")
    ),
  ]

  @Test(arguments: pairs.indices, [true, false])
  func twoArticlesShareNoName(index: Int, hasBase: Bool) throws {
    let pair = Self.pairs[index]
    var (one, other) = (pair.one, pair.other)
    if !hasBase { (one.base, other.base) = (nil, nil) }
    let articles = [try #require(one.article), try #require(other.article)]
    let read = ArticleReading(articles: articles, diagnostics: [], files: 2).articles
    #expect(Set(read[0].names).isDisjoint(with: read[1].names), "\(pair.form)")
  }
}
