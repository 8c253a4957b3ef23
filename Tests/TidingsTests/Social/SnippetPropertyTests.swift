import Foundation
import Testing

@testable import Tidings

/// Thousands of articles that no one would write, the same on every run.
@Suite struct SnippetPropertyTests {
  /// All that write posts: dev.to takes the article.
  @Test(arguments: Network.all.map(\.id).filter { $0 != "devto" })
  func whatIsValidIsWhole(id: String) throws {
    let network = try Network(id: id)
    let format = SnippetFormat(network: network, templates: try PostTemplates())
    var random = SeededGenerator(seed: 20_250_301)
    var validOnes = 0
    for round in 0..<400 {
      let (article, lead) = Self.article(round, using: &random)
      let snippet = format.snippet(of: PostMatter(article, lead: lead), composed: Fixtures.composed)
      let count = network.count(snippet.text)
      #expect(snippet.valid == count.valid && snippet.count == count.count, "\(article)")
      guard snippet.valid else { continue }
      validOnes += 1
      let lines = snippet.text.split(separator: "\n", omittingEmptySubsequences: false)
      let link = network.style.links == .unpublished ? nil : article.link?.inASCII
      let links = [article.link?.text, link].compactMap { $0 }
      #expect(links.isEmpty || lines.contains { links.contains(String($0)) })
      let attribution = Attribution(article)
      let sources = [
        attribution?.text(beside: article.link),
        attribution?.text(beside: article.link, written: \.inASCII),
      ].compactMap { $0 }
      #expect(sources.isEmpty || lines.contains { sources.contains(String($0)) })
      #expect(snippet.hashtags.allSatisfy { lines.last?.contains("#" + $0) == true })
      Self.checkHook(snippet, of: article, lead: lead)
    }
    #expect(validOnes > 280)
  }

  /// That the hook is whole, or ends at the end of a word, an address or a character.
  private static func checkHook(_ snippet: Snippet, of article: Article, lead: [String]) {
    let marks = [
      article.link?.text, article.link?.inASCII, Attribution(article)?.text,
      snippet.hashtags.first.map { "#" + $0 },
    ]
    let end = marks.compactMap { $0 }.lazy.compactMap { snippet.text.range(of: "\n\n" + $0) }.first
    let hook = String(snippet.text[..<(end?.lowerBound ?? snippet.text.endIndex)])
    guard hook.hasSuffix("…") else { return }
    let kept = hook.dropLast().trimmingCharacters(in: .whitespaces)
    let sources = ([article.title, article.summary ?? ""] + lead).map(\.oneLine)
    if sources.contains(where: { !$0.isEmpty && hook.hasSuffix($0) }) { return }
    guard let source = sources.first(where: { $0.hasPrefix(kept) }) else {
      Issue.record("neither whole nor cut: \(hook)")
      return
    }
    #expect(!hook.hasSuffix("……"))
    let rest = source.dropFirst(kept.count)
    guard let next = rest.first, let last = kept.last else { return }
    let isSpaceless = last.unicodeScalars.contains { $0.value >= 0xE00 }
    let isWord = next.isLetter || next.isNumber || next == "_"
    #expect(!isWord || isSpaceless, "cut inside a word: \(kept) | \(rest.prefix(9))")
    for word in words where word.contains("://") || word.hasPrefix("#") || word.hasPrefix("@") {
      let around = kept.suffix(word.count - 1) + rest.prefix(word.count - 1)
      #expect(!around.contains(word), "cut inside \(word)")
    }
  }

  private static let words = [
    "the", "model", "of", "training", "e.g.", "README.md", "it’s", "naïve", "cafe\u{301}", "Größe",
    "модель", "ошибка", "日本語の文章です。", "机器学习模型的训练", "ภาษาไทย", "한국어", "हिन्दी", "क्षत्रिय",
    "العربية", "👨‍👩‍👧‍👦", "🇺🇸🇩🇪", "👍🏽", "1️⃣", "#AI", "#日本語", "@someone", "@me@example.social",
    "https://example.org/a_(b)?c=1", "http://例え.jp/パス", "example.com:80/x", "(see", "this)", "—",
    "…", "End.", "Stop!", "Why?", "\u{202E}abc", "a\u{FEFF}b", "\t\n", "\u{0}", "1.5", "C++",
    String(repeating: "Wort", count: 30),
    "https://example.org/" + String(repeating: "p", count: 120),
    "\u{FFFF}", "don't", "U.S.", "a\u{200D}b",
  ]

  private static func text(_ most: Int, using random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in
      words.randomElement(using: &random) ?? ""
    }.joined(separator: Int.random(in: 0..<8, using: &random) == 0 ? "" : " ")
  }

  private static func article(
    _ round: Int, using random: inout SeededGenerator
  ) -> (Article, [String]) {
    let links = [
      nil, WebURL("https://example.org/\(round)"),
      WebURL("https://example.org/" + String(repeating: "a-b/", count: 40)),
      WebURL("https://пример.рф/путь"), WebURL("http://localhost:8080/x"),
      WebURL("https://example.org/日本"),
    ]
    let day = Moment(
      instant: Date(timeIntervalSince1970: .random(in: 0...2e9, using: &random)), offset: 0,
      hasTime: false)
    let site = text(4, using: &random)
    let origin = Origin(
      site: site, url: links.randomElement(using: &random) ?? nil,
      date: Bool.random(using: &random) ? day : nil, author: text(2, using: &random))
    let article = Article(
      id: "a\(round)", path: "a\(round).md", title: text(20, using: &random),
      tags: (0..<Int.random(in: 0...8, using: &random)).map { _ in text(3, using: &random) },
      url: links.randomElement(using: &random) ?? nil,
      origin: Bool.random(using: &random) ? origin : nil,
      summary: Bool.random(using: &random) ? text(120, using: &random) : nil,
      author: Bool.random(using: &random) ? "Ada" : nil)
    let lead = (0..<Int.random(in: 0...5, using: &random)).map { _ in text(30, using: &random) }
    return (article, lead)
  }
}
