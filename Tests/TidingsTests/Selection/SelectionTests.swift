import Foundation
import Testing

@testable import Tidings

@Suite struct SelectionTests {
  private func article(
    _ id: String, _ date: String? = "2025-02-10", tags: [String] = [],
    state: Article.State = .published, language: String? = nil, title: String? = nil
  ) -> Article {
    var moment: Moment?
    if let date, case .date(let read) = DateReader(zone: .gmt).read(date) { moment = read }
    return Article(
      id: id, path: id + ".md", title: title ?? id, date: moment, tags: tags, state: state,
      language: language)
  }

  private func picked(_ selection: Selection, _ articles: [Article]) -> [String] {
    selection.pick(from: articles).filter(\.isPicked).map(\.article.id)
  }

  private func window(_ since: String?, _ until: String?) -> Window {
    let zone = TimeZone.gmt
    let start = since.flatMap { try? TimeBound($0, zone: zone) }
    let end = until.flatMap { try? TimeBound($0, zone: zone) }
    return Window(
      since: start?.start(now: Fixtures.now, lastEdition: nil),
      until: end?.end(now: Fixtures.now, lastEdition: nil))
  }

  @Test(arguments: [
    (["swift"], ["b", "a"]), (["Swift"], ["b", "a"]), (["#swift"], ["b", "a"]), (["none"], []),
    (["open source"], ["b"]), (["OPEN-source", "none"], ["b"]), (["open_source"], ["b"]),
    (["swift", "rust"], ["c", "b", "a"]),
  ])
  func anyOfTheTags(tags: [String], ids: [String]) {
    let articles = [
      article("a", "2025-02-01", tags: ["swift"]),
      article("b", "2025-02-02", tags: ["Swift", "Open Source"]),
      article("c", "2025-02-03", tags: ["rust"]),
    ]
    #expect(picked(Selection(anyTags: tags), articles) == ids)
  }

  @Test func allAndNoneOfTheTags() {
    let articles = [
      article("a", tags: ["x", "y"]), article("b", tags: ["x"]),
      article("c", tags: ["x", "y", "z"]),
    ]
    #expect(picked(Selection(allTags: ["X", "Y"]), articles) == ["a", "c"])
    #expect(picked(Selection(allTags: ["x", "y"], noTags: ["#z"]), articles) == ["a"])
  }

  static let windowTable: [(since: String?, until: String?, ids: [String])] = [
    ("2025-02-10", nil, ["a", "b", "c"]), ("2025-02-11", nil, ["c"]),
    (nil, "2025-02-10", ["a", "b"]),
    ("2025-02-10", "2025-02-10", ["a", "b"]), ("2025-02-10T12:00:00Z", nil, ["a", "b", "c"]),
    ("2025-02-10T19:00:00Z", nil, ["a", "c"]), ("19d", nil, ["a", "b", "c"]), ("18d", nil, ["c"]),
    ("36h", nil, []), ("2w", nil, []), (nil, "2025-02-09", []),
  ]

  @Test(arguments: windowTable)
  func windows(since: String?, until: String?, ids: [String]) {
    // "a" is dated with its day alone, which counts as inside when any part of the day is.
    let articles = [
      article("a", "2025-02-10"), article("b", "2025-02-10T18:00:00Z"),
      article("c", "2025-02-12T00:00:00Z"),
    ]
    let selection = Selection(window: window(since, until), order: .oldest)
    #expect(Set(picked(selection, articles)) == Set(ids))
  }

  @Test(arguments: [
    ("9x", false), ("", false), ("-3d", false), ("yesterday", false), ("999999999999d", false),
    ("7d", true), ("last-edition", true), ("2025-02-01", true), ("2025-02-01T10:00:00+01:00", true),
  ])
  func boundsAreReadOrRefused(text: String, isRead: Bool) {
    let bound = try? TimeBound(text, zone: .gmt)
    #expect((bound != nil) == isRead)
  }

  @Test func lastEditionIsWhereTheWindowStarts() throws {
    let bound = try TimeBound("last-edition", zone: .gmt)
    #expect(bound.start(now: Fixtures.now, lastEdition: .distantPast) == .distantPast)
    #expect(bound.start(now: Fixtures.now, lastEdition: nil) == nil)
  }

  @Test func statesLanguagesAndEarlierEditions() {
    let articles = [
      article("a", state: .draft), article("b", nil, state: .undated),
      article("c", language: "pt-BR"),
      article("d", language: "en"), article("e"),
    ]
    #expect(picked(Selection(), articles) == ["c", "d", "e"])
    #expect(picked(Selection(states: [.draft]), articles) == ["a"])
    #expect(picked(Selection(language: "pt"), articles) == ["c", "e"])
    #expect(picked(Selection(alreadySent: ["c", "e"]), articles) == ["d"])
  }

  @Test func orderIsTotalAndLimited() {
    let articles = [
      article("b", "2025-02-10", title: "Zebra"), article("a", "2025-02-10", title: "apple"),
      article("c", "2025-02-11", title: "Mango"),
    ]
    for shuffled in [articles, articles.reversed()] {
      #expect(picked(Selection(order: .newest), shuffled) == ["c", "a", "b"])
      #expect(picked(Selection(order: .oldest), shuffled) == ["a", "b", "c"])
      #expect(picked(Selection(order: .title), shuffled) == ["a", "c", "b"])
      #expect(picked(Selection(order: .newest, limit: 2), shuffled) == ["c", "a"])
    }
  }

  @Test func everyArticleHasItsReason() {
    let articles = [
      article("a", tags: ["ai"]), article("b", state: .draft), article("c", nil, state: .undated),
      article("d", "2025-03-12", state: .scheduled), article("e", "2024-01-01", tags: ["ai"]),
      article("f", tags: ["other"]), article("g", tags: ["ai", "ads"]),
      article("h", "2025-02-09", tags: ["ai"]), article("i", tags: ["ai"], language: "fr"),
    ]
    let selection = Selection(
      anyTags: ["ai"], noTags: ["ads"], window: window("2025-02-01", nil), language: "en", limit: 1)
    let reasons = Dictionary(
      uniqueKeysWithValues: selection.pick(from: articles).map {
        ($0.article.id, $0.reason.description)
      })
    #expect(
      reasons == [
        "a": "published, within the window, tagged ai", "b": "a draft",
        "c": "no date that can be read in front matter, file name, path or text",
        "d": "scheduled for 2025-03-12",
        "e": "dated 2024-01-01, before the window", "f": "not tagged ai",
        "g": "tagged ads, which is left out", "h": "beyond the limit of 1",
        "i": "written in another language: fr",
      ])
  }

  @Test func onlyABrokenArticleThatCouldBelongBlocks() {
    let selection = Selection(window: window("2025-02-01", "2025-02-28"))
    func diagnostic(_ date: String?, _ severity: Diagnostic.Severity = .error) -> Diagnostic {
      Diagnostic(path: "x.md", reason: "broken", severity: severity, date: article("x", date).date)
    }
    func blocks(_ diagnostic: Diagnostic, _ outcome: Outcome? = nil) -> Bool {
      selection.mayHavePicked(diagnostic, outcome: outcome)
    }
    #expect(blocks(diagnostic(nil)))
    #expect(blocks(diagnostic("2025-02-10")))
    #expect(!blocks(diagnostic("2020-02-10")))
    #expect(!blocks(diagnostic("2025-02-10", .warning)))
    let read = article("x")
    #expect(blocks(diagnostic(nil), Outcome(article: read, reason: .picked(tags: []))))
    #expect(!blocks(diagnostic(nil), Outcome(article: read, reason: .state(.draft, nil))))
    #expect(blocks(diagnostic(nil), Outcome(article: read, reason: .state(.undated, nil))))
    let tagged = Selection(anyTags: ["ai"])
    #expect(
      !tagged.mayHavePicked(
        diagnostic(nil), outcome: Outcome(article: read, reason: .state(.undated, nil))))
  }

  @Test func countsInWords() {
    #expect(Reason.inWords([:]) == "none")
    #expect(
      Reason.inWords(["draft": 1, "undated": 3, "beforeWindow": 1])
        == "3 undated, 1 before the window, 1 draft")
  }
}
