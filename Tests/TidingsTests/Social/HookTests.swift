import Testing

@testable import Tidings

@Suite struct HookTests {
  private func first(
    title: String, summary: String? = nil, lead: [String] = [], key: [String] = [],
    social: [String: String] = [:], network: String? = nil
  ) -> String? {
    let article = Article(id: "a", path: "a.md", title: title, summary: summary, social: social)
    return Hook(article, network: network, lead: lead, keySentences: { key })
      .openings(.short).lazy.flatMap { $0() }.first
  }

  @Test(arguments: [
    ("Tides", "They come and go.", "Tides\n\nThey come and go."),
    ("Tides", "Tides come and go.", "Tides come and go."),
    ("Tides", "TIDES: how they come and go.", "TIDES: how they come and go."),
    ("Tide", "Tides come and go.", "Tide\n\nTides come and go."),
    ("Hello, World!", "Hello world", "Hello world"),
    (
      "Hello, World!", "“Hello – world” was where all began.",
      "“Hello – world” was where all began."
    ),
    ("A guide to tides: when they turn", "A guide to tides.", "A guide to tides: when they turn"),
    ("日本語の文章", "日本語の文章について", "日本語の文章について"), ("!!!", "Words.", "!!!\n\nWords."),
    ("Tides", "", "Tides"), ("", "Words.", "Words."),
  ])
  func titleIsNotRepeated(title: String, summary: String, opening: String) {
    #expect(first(title: title, summary: summary) == opening)
  }

  @Test func authorsOwnWordsGoFirst() {
    let social = ["x": "Short,\nas I like it", "*": "For everyone"]
    #expect(
      first(title: "T", summary: "S", social: social, network: "x") == "Short,\nas I like it")
    #expect(first(title: "T", summary: "S", social: social, network: "bluesky") == "For everyone")
    #expect(first(title: "T", summary: "S", social: ["x": "a"], network: "bluesky") == "T\n\nS")
  }

  @Test func summaryThenLeadThenKeySentence() {
    let article = Article(id: "a", path: "a.md", title: "T")
    let hook = Hook(article, lead: ["One.", "Two."], keySentences: { ["One.", "Key."] })
    #expect(
      hook.openings(.short).flatMap { $0() } == ["T\n\nOne. Two.", "T\n\nOne.", "T\n\nKey.", "T"])
    #expect(hook.cuttable(.short) == ["T", "One."])
  }

  /// Scripts that write no spaces have none between sentences.
  @Test func sentencesAreJoinedAsTheirScriptDoes() {
    let sentences = ["机を一つ置いた。", "請求書を読む。", "Then it rests.", "（静か。）", "また明日。"]
    #expect(
      Sentences.joined(sentences) == "机を一つ置いた。請求書を読む。Then it rests. （静か。）また明日。")
    #expect(Sentences.joined([]).isEmpty)
    let hook = HookText("机を一つ置いた。請求書を読む。", unbreakable: [])
    #expect(hook.longest { $0.count - 10 } == "机を一つ置いた。…")
  }

  /// A paragraph is summary or sentences: where none fits it, a telling one is better than none.
  @Test func aLongFirstSentenceGivesWayToATellingOne() {
    let article = Article(id: "a", path: "a.md", title: "T")
    let long = "It " + String(repeating: "went on and ", count: 40) + "ended."
    let hook = Hook(article, lead: [long, "Two."], keySentences: { [long, "Key."] })
    #expect(hook.openings(.paragraph(300)).lazy.flatMap { $0() }.first == "T\n\nKey.")
    // Where there is a paragraph that does not fit, first sentences go before the telling one.
    let short = Hook(article, lead: ["One.", "Two."], keySentences: { ["Key."] })
    #expect(
      short.openings(.paragraph(300)).flatMap { $0() }
        == ["T\n\nOne. Two.", "T\n\nOne. Two.", "T\n\nOne.", "T\n\nKey.", "T"])
  }

  /// What the body says at its start is not said above it.
  @Test(
    arguments: [
      ("Tides turn.", "", ["Tides turn. Boats wait."], ["Tides turn. Boats wait."]),
      (
        "Tides", "They turn. Boats wait.",
        ["It is early.", "They turn.", "So.", "So.", "Boats wait."],
        ["Tides", "It is early.", "They turn.", "So.", "So.", "Boats wait."]
      ),
      // Nothing that is said nowhere else is lost.
      (
        "Tides", "They turn. Boats wait.", ["It is early.", "They turn."],
        ["Tides", "They turn. Boats wait.", "It is early.", "They turn."]
      ),
      ("Tides", "Boats wait.", ["It is early."], ["Tides", "Boats wait.", "It is early."]),
      (
        "Tides turn", "Boats wait.", ["Tides turn: so it goes."],
        ["Boats wait.", "Tides turn: so it goes."]
      ),
      ("Tides", "", ["Tides"], ["Tides"]),
    ] as [(String, String, [String], [String])])
  func aSeriesSaysNothingTwice(
    title: String, summary: String, body: [String], expected: [String]
  ) {
    let article = Article(id: "a", path: "a.md", title: title, summary: summary)
    let document = Document(blocks: body.map { .paragraph([.text($0)]) })
    #expect(Hook(article, lead: []).groups(document) == [expected])
  }

  @Test func givenWordsAreCutAsAnyOther() throws {
    let words = Array(repeating: "A sentence of the author’s own.", count: 40)
      .joined(separator: "\n")
    let article = Article(
      id: "a", path: "a.md", title: "T", url: WebURL("https://example.org/a"),
      social: ["*": words])
    let snippet = SnippetFormat(network: .x, templates: try PostTemplates())
      .snippet(of: PostMatter(article), composed: Fixtures.composed)
    #expect(snippet.valid)
    #expect(snippet.text.hasPrefix("A sentence of the author’s own.\nA sentence"))
    #expect(snippet.text.contains("own. …\n\nhttps://example.org/a"))
  }
}
