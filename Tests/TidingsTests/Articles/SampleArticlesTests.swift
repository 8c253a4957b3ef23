import Foundation
import Testing

@testable import Tidings

/// The articles of the repository, each of a form met in the wild.
@Suite struct SampleArticlesTests {
  typealias Row = (
    path: String, title: String, date: String?, state: String, tags: [String], origin: String?
  )

  static let table: [Row] = [
    (
      "A maintainer's week.md",
      "I look after hush, a small program that cuts silence out of recordings before a speech model hears them.",
      "2025-02-16", "published", ["open-source", "Maintaining", "diary"], nil
    ),
    (
      "2025-02-20-the-accent-we-left-out.markdown", "The accent we left out", "2025-02-20",
      "published", ["open-source", "speech", "failure"], nil
    ),
    (
      "_posts/2025-02-11-flour-by-thursday.md", "Flour by Thursday", "2025-02-11", "published",
      ["small-business", "open_source"], nil
    ),
    (
      "a-esteira-da-cooperativa.md", "Na esteira da cooperativa, quem decide é a Jucileide",
      "2025-02-07", "published", ["open-source", "reciclagem", "visão computacional"],
      "Site da Rede Mandacaru"
    ),
    (
      "a-glossary-for-courtroom-four.md", "A glossary for courtroom four", "2025-03-12",
      "scheduled",
      ["Open Models", "translation", "law"], nil
    ),
    (
      "before-you-download-the-weights.md",
      "Before you download the weights: five questions for a licence", "2024-12-30", "published",
      ["licences", "Open Source", "open-weights"], nil
    ),
    (
      "etiquetas-del-herbario/index.md", "Catorce mil etiquetas y un boticario con mala letra",
      "2025-02-27", "published", ["open-models", "botánica", "visión"], nil
    ),
    (
      "ferry-that-was-never-late.md", "Incident report: the ferry that was never late",
      "2025-02-13",
      "published", ["incident", "open models", "speech"], nil
    ),
    (
      "forty-footnotes.md", "Forty footnotes: a tiny benchmark from a railway timetable",
      "2025-02-08", "published", ["ai", "opensource", "python", "benchmark", "Small measurements"],
      "example.net"
    ),
    (
      "linkedin/the-apprentice-found-the-valve.md",
      "The apprentice found the valve in nine seconds",
      "2025-02-03", "published", ["ai", "linkedin-import", "open-source"], "LinkedIn"
    ),
    (
      "mites-by-keyboard.md", "Counting mites by keyboard", "2025-02-22", "published",
      ["Open-Models", "beekeeping", "computer vision"], nil
    ),
    (
      "night-shift-marks-the-papers.md", "The night shift marks the papers", "2025-02-18",
      "published", ["evaluation", "Open Source", "health"], nil
    ),
    (
      "notes/what-four-bits-cost-me.txt", "What four bits cost me", nil, "undated",
      ["quantisation", "open-source", "OpenModels", "translation"], nil
    ),
    (
      "one-card-nine-households.md", "One graphics card, nine households", "2025-02-26", "draft",
      ["open-models", "cooperatives", "hardware"], nil
    ),
    (
      "quechua-before-breakfast.md", "Four hours of Quechua before breakfast", "2025-02-06",
      "published", ["speech", "open-models", "radio"], nil
    ),
    (
      "reading-desk-heron-cove.mdx", "The desk that reads the light bill", "2025-02-14",
      "published",
      ["Open Models", "Libraries", "accessibility"], nil
    ),
    ("reading-desk.md", "The desk that reads the light bill", "2025-02-10", "redirect", [], nil),
    (
      "wanted-thirty-markers.md", "Wanted: thirty people who know what a good recipe looks like",
      "2025-01-20", "expired", ["evaluation", "volunteers", "open-models"], nil
    ),
  ]

  @Test(arguments: table.indices)
  func isRead(index: Int) async throws {
    let row = Self.table[index]
    let contents = try await ArticleFolder(path: Fixtures.articles).read(with: Fixtures.reader())
    let article = try #require(contents.articles.first { $0.path == row.path })
    #expect(article.title == row.title)
    #expect(article.date.map { String($0.description.prefix(10)) } == row.date)
    #expect(article.state.rawValue == row.state)
    #expect(article.tags == row.tags)
    #expect(article.origin?.site == row.origin)
  }

  @Test func noneIsLostAndNoneComplained() async throws {
    let contents = try await ArticleFolder(path: Fixtures.articles).read(
      with: Fixtures.reader(baseURL: "https://example.org"))
    #expect(contents.articles.count == Self.table.count)
    #expect(contents.diagnostics == [])
  }

  @Test func theOrderOfReadingMakesNoDifference() async throws {
    let first = try await ArticleFolder(path: Fixtures.articles).read(with: Fixtures.reader())
    let second = try await ArticleFolder(path: Fixtures.articles).read(with: Fixtures.reader())
    #expect(Set(first.articles) == Set(second.articles))
    #expect(first.diagnostics == second.diagnostics)
  }
}
