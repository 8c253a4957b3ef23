import Foundation
import Testing

@testable import Tidings

/// What a careful reader finds in five articles from the web.
@Suite(
  .enabled(if: Fixtures.hasRealArticles, "the folder of real articles is not beside the repository")
)
struct RealArticlesTests {
  struct Expected: Sendable {
    let number: String
    let title: String
    let date: String?
    let tags: [String]
    var author: String?
    var image: String?
    var origin: String?
  }

  static let table: [Expected] = [
    Expected(
      number: "000",
      title: "DeepSeek and the Democratization of AI: A New Paradigm for Global Innovation",
      date: "2025-02-03", tags: ["ai", "linkedin-import", "open-source"],
      origin:
        "https://www.linkedin.com/posts/vibegui_the-ai-industry-just-got-disrupted-by-an-activity-7292229940064800769-tOGs"
    ),
    Expected(
      number: "001",
      title:
        "In recent years, the artificial intelligence landscape has been controlled by a handful of tech giants.",
      date: nil,
      tags: [
        "OpenSourceAI", "DeepSeek", "Tülu", "AIRevolution", "AIForAll", "EthicalAI", "TechForGood",
        "AIInnovation", "EquityAndAI",
      ]),
    Expected(
      number: "002", title: "DeepSeek's AI Democratization: A New Era of Accessible Computing",
      date: "2025-02-23", tags: [], author: "David Jenkins",
      image: "https://images.magick.ai/ai-democratization-header.jpg"),
    Expected(
      number: "003",
      title: "DeepSeek AI: Reshaping the Future of Artificial Intelligence Through Open Innovation",
      date: "2025-02-05", tags: [], author: "David Jenkins",
      image: "https://i.magick.ai/PIXE/1738817981498_magick_img.webp"),
    Expected(
      number: "004",
      title:
        "The world of artificial intelligence has been dominated by centralised systems built by tech giants with enormous financial resources.",
      date: nil, tags: []),
  ]

  @Test(arguments: table)
  func isReadAsACarefulPersonWould(expected: Expected) async throws {
    let contents = try await ArticleFolder(path: Fixtures.realArticles).read(
      with: Fixtures.reader())
    #expect(contents.diagnostics == [])
    let article = try #require(contents.articles.first { $0.path.hasPrefix(expected.number) })
    #expect(article.title == expected.title)
    #expect(article.date.map { String($0.description.prefix(10)) } == expected.date)
    #expect(article.tags == expected.tags)
    #expect(article.author == expected.author)
    #expect(article.image?.text == expected.image)
    #expect(article.origin?.url?.text == expected.origin)
    #expect(article.state == (expected.date == nil ? .undated : .published))
    #expect(!(article.body.string ?? "").contains("Originally published"))
    #expect(!(article.body.string ?? "").contains("#OpenSourceAI"))
  }

  @Test func theTrailerIsTheOrigin() async throws {
    let contents = try await ArticleFolder(path: Fixtures.realArticles).read(
      with: Fixtures.reader())
    let origin = try #require(contents.articles.first { $0.path.hasPrefix("000") }?.origin)
    #expect(origin.site == "LinkedIn")
    #expect(origin.date?.description == "2025-02-03T00:00:00Z")
  }
}
