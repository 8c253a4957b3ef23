import Foundation
import Testing

/// `tidings select` over the sample articles.
@Suite struct SelectTests {
  private func select(_ arguments: String...) async throws -> Run {
    try await Desk().run(
      ["select", "--articles", Repository.articles, "--now", Desk.now] + arguments)
  }

  @Test func printsWhatIsPicked() async throws {
    let run = try await select("--tag", "open-source", "--without-tag", "diary", "--since", "30d")
    #expect(run.status == 0)
    #expect(
      run.output == """
        + 2025-02-20  The accent we left out
        + 2025-02-18  The night shift marks the papers
        + 2025-02-11  Flour by Thursday
        + 2025-02-08  Forty footnotes: a tiny benchmark from a railway timetable
        + 2025-02-07  Na esteira da cooperativa, quem decide é a Jucileide
        + 2025-02-03  The apprentice found the valve in nine seconds

        """)
    #expect(
      run.errors == """
        6 picked, left out 5 without the tags, 1 before the window, 1 draft, 1 expired, 1 redirect, \
        1 scheduled, 1 with an excluded tag, 1 undated

        """)
  }

  @Test func explainsEveryArticle() async throws {
    let run = try await select("--tag", "open-source", "--since", "30d", "--explain")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 36)
    #expect(
      lines.filter { $0.hasPrefix("              ") }.map { $0.dropFirst(14) } == [
        "2025-02-20-the-accent-we-left-out.markdown: published, within the window, tagged open-source  [open-source, speech, failure]",
        "night-shift-marks-the-papers.md: published, within the window, tagged Open Source  [evaluation, Open Source, health]",
        "A maintainer's week.md: published, within the window, tagged open-source  [open-source, Maintaining, diary]",
        "_posts/2025-02-11-flour-by-thursday.md: published, within the window, tagged open_source  [small-business, open_source]",
        "forty-footnotes.md: published, within the window, tagged opensource  [ai, opensource, python, benchmark, Small measurements]",
        "a-esteira-da-cooperativa.md: published, within the window, tagged open-source  [open-source, reciclagem, visão computacional]",
        "linkedin/the-apprentice-found-the-valve.md: published, within the window, tagged open-source  [ai, linkedin-import, open-source]",
        "a-glossary-for-courtroom-four.md: scheduled for 2025-03-12  [Open Models, translation, law]",
        "etiquetas-del-herbario/index.md: not tagged open-source  [open-models, botánica, visión]",
        "one-card-nine-households.md: a draft  [open-models, cooperatives, hardware]",
        "mites-by-keyboard.md: not tagged open-source  [Open-Models, beekeeping, computer vision]",
        "reading-desk-heron-cove.mdx: not tagged open-source  [Open Models, Libraries, accessibility]",
        "ferry-that-was-never-late.md: not tagged open-source  [incident, open models, speech]",
        "reading-desk.md: only redirects to another page",
        "quechua-before-breakfast.md: not tagged open-source  [speech, open-models, radio]",
        "wanted-thirty-markers.md: past its expiry date  [evaluation, volunteers, open-models]",
        "before-you-download-the-weights.md: dated 2024-12-30, before the window  [licences, Open Source, open-weights]",
        "notes/what-four-bits-cost-me.txt: no date that can be read in front matter, file name, path or text  [quantisation, open-source, OpenModels, translation]",
      ])
    #expect(lines.filter { $0.hasPrefix("+ ") }.count == 7)
    #expect(lines.filter { $0.hasPrefix("- ") }.count == 11)
  }

  @Test func writesTheKeysOfTheContract() async throws {
    let run = try await select("--tag", "#Open Source", "--since", "30d", "--json")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let articles = run.jsonList
    #expect(articles.count == 7)
    let valve = try #require(
      articles.first { $0["title"] as? String == "The apprentice found the valve in nine seconds" })
    #expect(
      Set(valve.keys)
        .isSuperset(of: ["id", "path", "title", "date", "dateSource", "state", "tags", "origin"]))
    #expect(valve["path"] as? String == "linkedin/the-apprentice-found-the-valve.md")
    #expect(valve["title"] as? String == "The apprentice found the valve in nine seconds")
    #expect(valve["date"] as? String == "2025-02-03T00:00:00Z")
    #expect(valve["dateSource"] as? String == "frontMatter")
    #expect(valve["state"] as? String == "published")
    #expect(valve["tags"] as? [String] == ["ai", "linkedin-import", "open-source"])
    #expect(valve["picked"] as? Bool == true)
    #expect(valve["reason"] as? String == "published, within the window, tagged open-source")
    let origin = try #require(valve["origin"] as? [String: Any])
    #expect(origin["site"] as? String == "LinkedIn")
    #expect(
      (origin["url"] as? String)?.hasPrefix("https://www.linkedin.example.com/posts/") == true)
    let accent = try #require(articles.first)
    #expect(accent["dateSource"] as? String == "fileName")
    #expect(accent["origin"] == nil)
    #expect(accent["updated"] == nil)
  }

  /// The keys that `--json` may use, and no others.
  private static let keys: Set = [
    "id", "path", "title", "date", "dateSource", "updated", "state", "tags", "url", "origin",
    "summary", "author", "image", "language", "picked", "reason",
  ]

  @Test func printsEveryArticleWithAll() async throws {
    let run = try await select("--tag", "open-source", "--since", "30d", "--all", "--json")
    #expect(run.status == 0)
    let articles = run.jsonList
    #expect(articles.count == 18)
    for article in articles {
      #expect(Set(article.keys).isSubset(of: Self.keys))
      #expect(article["reason"] as? String != "")
    }
    #expect(articles.filter { $0["picked"] as? Bool == true }.count == 7)
    let states = Dictionary(grouping: articles) { $0["state"] as? String ?? "" }
      .mapValues(\.count)
    #expect(
      states == [
        "published": 13, "draft": 1, "scheduled": 1, "expired": 1, "undated": 1, "redirect": 1,
      ])
    let undated = try #require(articles.first { $0["state"] as? String == "undated" })
    #expect(undated["date"] == nil)
    #expect(undated["dateSource"] == nil)
    let sources = Set(articles.compactMap { $0["dateSource"] as? String })
    #expect(
      sources.isSubset(of: ["frontMatter", "fileName", "folderName", "path", "origin", "feed"]))
  }

  @Test(arguments: [
    (["--since", "1h"], 0, "", "0 picked, left out "),
    (["--tag", "no-such-tag", "--json"], 0, "[\n\n]\n", ""),
    (["--since", "30d", "--tag", "open-source", "--limit", "1"], 0, "+ 2025-02-20", "1 picked, "),
    (
      ["--since", "30d", "--tag", "open-source", "--order", "oldest"], 0, "+ 2025-02-03", "7 picked"
    ),
    (["--all-tag", "ai", "--all-tag", "python"], 0, "+ 2025-02-08", "1 picked"),
    (["--tag", "ai", "--without-tag", "python"], 0, "+ 2025-02-03", "1 picked"),
    (["--language", "pt"], 0, "+ ", ""),
    (["--state", "draft"], 0, "+ 2025-02-26  One graphics card, nine households", "1 picked"),
    (["--since", "2025-02-20", "--until", "2025-02-20"], 0, "+ 2025-02-20", "1 picked"),
  ])
  func picksByRule(
    arguments: [String], status: Int32, output: String, errors: String
  ) async throws {
    let run = try await Desk().run(
      ["select", "--articles", Repository.articles, "--now", Desk.now] + arguments)
    #expect(run.status == status)
    #expect(run.output.hasPrefix(output))
    #expect(run.errors.hasPrefix(errors))
  }
}

/// The five articles as they were found on the web.
@Suite(.enabled(if: Repository.hasRealArticles, "the five real articles are not here"))
struct RealArticlesCommandTests {
  @Test func selectsAsACarefulReaderWould() async throws {
    let run = try await Desk().run(
      "select", "--articles", Repository.realArticles, "--all", "--json", "--now", Desk.now)
    #expect(run.status == 0)
    let articles = Dictionary(
      run.jsonList.map { (String(($0["path"] as? String ?? "").prefix(3)), $0) }
    ) { $1 }
    #expect(articles.keys.sorted() == ["000", "001", "002", "003", "004"])
    #expect(articles["000"]?["date"] as? String == "2025-02-03T00:00:00Z")
    #expect(articles["000"]?["tags"] as? [String] == ["ai", "linkedin-import", "open-source"])
    #expect((articles["000"]?["origin"] as? [String: Any])?["site"] as? String == "LinkedIn")
    #expect(articles["001"]?["state"] as? String == "undated")
    #expect((articles["001"]?["tags"] as? [String])?.count == 9)
    #expect(articles["002"]?["author"] as? String == "David Jenkins")
    #expect(articles["002"]?["image"] as? String != nil)
    #expect(articles["003"]?["date"] as? String == "2025-02-05T00:00:00Z")
    #expect(articles["004"]?["state"] as? String == "undated")
    #expect(articles["004"]?["tags"] as? [String] == [])
  }

  @Test func composesAndPrintsSnippets() async throws {
    let desk = try Desk()
    let composed = try await desk.run(
      "compose", "--articles", Repository.realArticles, "--tag", "ai", "--tag", "open-source",
      "--since", "30d", "--now", Desk.now, "--json")
    #expect(composed.status == 0)
    #expect(composed.json["left"] as? [String: Int] == ["tagMissing": 2, "undated": 2])
    let snippets = try await desk.run(
      "snippets", "--articles", Repository.realArticles, "--network", "linkedin", "--network", "x",
      "--now", Desk.now)
    #expect(snippets.status == 0)
    #expect(snippets.output.split(separator: "\n").filter { $0.hasPrefix("--- ") }.count == 6)
    #expect(snippets.output.contains("Originally published on LinkedIn, 3 February 2025"))
  }
}
