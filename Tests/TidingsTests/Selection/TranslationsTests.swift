import Foundation
import Testing

@testable import Tidings

/// One article of each group of translations, one of each address.
@Suite struct TranslationsTests {
  /// Files by path with their front matter, read as one folder would be.
  private func read(_ files: [(path: String, front: String)]) async throws -> [Article] {
    let folder = try TemporaryFolder()
    for file in files {
      try folder.write(
        "---\ndate: 2025-02-10\n\(file.front)\n---\nText of \(file.path).", to: file.path)
    }
    return try await ArticleFolder(path: folder.path).read(with: Fixtures.reader()).articles
  }

  struct Group: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [(path: String, front: String)]
    var preferred: String?
    var language: String?
    let picked: [String]

    init(
      _ name: String, _ files: [(path: String, front: String)], preferred: String? = nil,
      language: String? = nil, picked: [String]
    ) {
      self.name = name
      self.files = files
      self.preferred = preferred
      self.language = language
      self.picked = picked
    }

    var testDescription: String { name }
  }

  private static let suffixes = [
    ("tide.md", "t: 1"), ("tide.pt-br.md", "t: 1"), ("tide.de.md", "t: 1"),
  ]
  private static let folders = [
    ("en/tide.md", "t: 1"), ("pt/tide.md", "t: 1"), ("de/tide.md", "t: 1"),
  ]
  private static let keys = [
    ("a.md", "translationKey: tide\nlang: en"), ("b.md", "translationKey: tide\nlang: pt-BR"),
    ("c.md", "lang: pt-BR\ntranslationKey: moon"),
  ]

  static let groups: [Group] = [
    Group("suffixes, none preferred", suffixes, picked: ["tide.md"]),
    Group("suffixes, German", suffixes, preferred: "de", picked: ["tide.de.md"]),
    Group("suffixes, the whole tag", suffixes, preferred: "pt-BR", picked: ["tide.pt-br.md"]),
    Group("suffixes, the tag's beginning", suffixes, preferred: "pt", picked: ["tide.pt-br.md"]),
    Group("suffixes, a near region", suffixes, preferred: "pt-PT", picked: ["tide.md"]),
    Group("suffixes, one that is missing", suffixes, preferred: "fr", picked: ["tide.md"]),
    Group(
      "suffixes without a default", [("tide.de.md", "t: 1"), ("tide.en.md", "t: 1")],
      picked: ["tide.de.md"]),
    Group(
      "a suffix on a page", [("tide/index.md", "t: 1"), ("tide/index.pt.md", "t: 1")],
      preferred: "pt", picked: ["tide/index.pt.md"]),
    Group(
      "a suffix of another article", [("tide.md", "t: 1"), ("moon.pt.md", "t: 1")],
      picked: ["moon.pt.md", "tide.md"]),
    Group(
      "a suffix that is no language", [("tide.md", "t: 1"), ("tide.old.md", "t: 1")],
      picked: ["tide.md", "tide.old.md"]),
    Group(
      "one name, two folders", [("a/tide.md", "t: 1"), ("b/tide.pt.md", "t: 1")],
      picked: ["a/tide.md", "b/tide.pt.md"]),
    Group("folders, English", folders, preferred: "en", picked: ["en/tide.md"]),
    Group("folders, none preferred", folders, picked: ["de/tide.md"]),
    Group(
      "folders and a default at the top", [("tide.md", "t: 1"), ("pt/tide.md", "t: 1")],
      picked: ["tide.md"]),
    Group(
      "folders below others", [("en/blog/tide.md", "t: 1"), ("pt/blog/tide.md", "t: 1")],
      preferred: "pt", picked: ["pt/blog/tide.md"]),
    Group(
      "a folder on machine learning", [("ml/tide.md", "t: 1"), ("tide.md", "t: 1")],
      picked: ["ml/tide.md", "tide.md"]),
    Group(
      "a folder on IT", [("it/tide.md", "t: 1"), ("web/tide.md", "t: 1")],
      picked: ["it/tide.md", "web/tide.md"]),
    Group(
      "folders that all name languages", [("it/tide.md", "t: 1"), ("en/tide.md", "t: 1")],
      preferred: "it", picked: ["it/tide.md"]),
    Group("keys", keys, preferred: "en", picked: ["a.md", "c.md"]),
    Group("keys, the other language", keys, preferred: "pt", picked: ["b.md", "c.md"]),
    Group(
      "locale and translation_id",
      [("a.md", "translation_id: 7\nlocale: en"), ("b.md", "translation_id: 7\nlocale: de")],
      preferred: "de", picked: ["b.md"]),
    Group(
      "a key and no language",
      [("a.md", "translationKey: x"), ("b.md", "translationKey: x\nlang: de")], picked: ["a.md"]),
    Group(
      "a draft in the preferred language", [("tide.md", "t: 1"), ("tide.de.md", "draft: true")],
      preferred: "de", picked: ["tide.md"]),
    Group(
      "one language only", suffixes, language: "de",
      picked: ["tide.de.md", "tide.md"].filter { $0 == "tide.de.md" }),
  ]

  @Test(arguments: groups)
  func takesOneOfEachGroup(group: Group) async throws {
    let articles = try await read(group.files)
    let selection = Selection(language: group.language, preferredLanguage: group.preferred)
    for order in [articles, articles.reversed()] {
      let picked = selection.pick(from: order).filter(\.isPicked).map(\.article.path)
      #expect(picked.sorted() == group.picked)
    }
  }

  @Test(arguments: ["tide.md", "tide.de.md", "tide.pt-br.md"])
  func oneThatWentOutStandsForAll(sent: String) async throws {
    let articles = try await read(Self.suffixes)
    let names = try #require(articles.first { $0.path == sent }).names
    let outcomes = Selection(preferredLanguage: "de", alreadySent: Set(names)).pick(from: articles)
    #expect(outcomes.map(\.reason) == [.alreadySent, .alreadySent, .alreadySent])
  }

  // MARK: Doubles

  private func copy(_ id: String, _ url: String, root: String = "", canonical: String? = nil)
    -> Article
  {
    let date = Moment(instant: Fixtures.now.addingTimeInterval(-86_400), offset: 0, hasTime: true)
    return Article(
      id: id, root: root, path: id, title: "Title of \(id)", date: date, url: WebURL(url),
      origin: canonical.map { Origin(site: "Site", url: WebURL($0), date: nil, author: nil) })
  }

  @Test(arguments: [
    ("https://example.org/a/", true), ("https://example.org/a", true),
    ("http://example.org/a/", true),
    ("https://www.example.org/a/", true), ("https://EXAMPLE.org/a/", true),
    ("https://example.org/a/#top", true),
    ("https://example.org/a/?utm_source=feed&utm_medium=rss", true),
    ("https://example.org/a/index.html", true),
    ("https://example.org/A/", false), ("https://example.org/a/b/", false),
    ("https://example.org/a/?page=2", false),
    ("https://example.net/a/", false), ("https://blog.example.org/a/", false),
    ("https://example.org/", false),
    ("https://example.org:443/a/", true), ("https://example.org//a/", false),
  ])
  func oneAddressInManySpellings(url: String, isDouble: Bool) {
    let file = copy("file.md", "https://example.org/a/", root: "articles")
    for other in [copy("feed", url), copy("feed", "https://feeds.example.com/7", canonical: url)] {
      for order in [[file, other], [other, file]] {
        let outcomes = Selection().pick(from: order)
        #expect(outcomes.filter(\.isPicked).count == (isDouble ? 1 : 2))
        #expect(outcomes.first { $0.article.id == "file.md" }?.isPicked == true)
        if isDouble {
          #expect(outcomes.first { $0.article.id == "feed" }?.reason == .double(of: "file.md"))
        }
      }
    }
  }

  @Test func threeSourcesAreOne() {
    let articles = [
      copy("a", "https://example.org/a/"), copy("b", "http://www.example.org/a"),
      copy("c", "https://dev.to/a", canonical: "https://example.org/a/index.html"),
    ]
    let outcomes = Selection().pick(from: articles)
    #expect(outcomes.filter(\.isPicked).map(\.article.id) == ["a"])
  }
}
