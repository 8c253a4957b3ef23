import Foundation
import Testing

@testable import Tidings

@Suite struct ArticleReaderTests {
  @Test(arguments: [
    "---\ntitle: A day\ndate: 2025-02-03\ntags: [ai, Open Source]\n---\nText.",
    "+++\ntitle = \"A day\"\ndate = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\n+++\nText.",
    "{\"title\": \"A day\", \"date\": \"2025-02-03\", \"tags\": [\"ai\", \"Open Source\"]}\nText.",
    "\u{FEFF}---\r\ntitle: A day\r\ndate: 2025-02-03\r\ntags:\r\n- ai\r\n- Open Source\r\n---\r\nText.",
    "---\nTitle: A day\nDATE: 2025-02-03\ncategories: ai\nkeywords: \"Open Source\"\n---\n# A day\n\nText.",
    "+++\ntitle = \"A day\"\ndate = 2025-02-03\n[taxonomies]\ntags = [\"ai\", \"Open Source\"]\n+++\nText.",
    "---\nparams:\n  title: A day\n  date: 2025-02-03\ntags: ai, \"Open Source\"\n---\nText.",
  ])
  func readsEveryEnvelope(text: String) throws {
    let reading = Fixtures.article(text)
    let article = try #require(reading.article)
    #expect(reading.diagnostics == [])
    #expect(article.title == "A day")
    #expect(article.date?.description == "2025-02-03T00:00:00Z")
    #expect(article.dateSource == .frontMatter)
    #expect(article.tags == ["ai", "Open Source"])
    #expect(article.body == "Text.")
  }

  @Test(arguments: [
    ("title: No", "No"), ("title: 2024", "2024"), ("title: 1.10", "1.10"), ("title: ~x", "~x"),
    ("title: \"  Two\\n lines \"", "Two lines"), ("title: 'It''s'", "It's"),
  ])
  func keepsTitlesAsText(line: String, title: String) {
    #expect(Fixtures.article("---\n\(line)\n---\nText.").article?.title == title)
  }

  @Test(arguments: [
    ("# First of all\n\nText.", "First of all", "Text."),
    ("First of all\n===\n\nText.", "First of all", "Text."),
    ("# Learning C#\n\nText.", "Learning C#", "Text."), ("# Closed ##\n\nText.", "Closed", "Text."),
    ("# __late_init__\n\nText.", "__late_init__", "Text."),
    ("# `__late_init__`\n\nText.", "__late_init__", "Text."),
    ("# __Loud__\n\nText.", "Loud", "Text."),
    ("# A day {#day .big}\n\nText.", "A day", "Text."),
    ("# A day {/* #day */}\n\nText.", "A day", "Text."),
    ("# {{< icon sun >}} A day\n\nText.", "A day", "Text."),
    (
      "import Chart from './chart'\n\nA sentence. More.", "A sentence.",
      "import Chart from './chart'\n\nA sentence. More."
    ),
    (
      "{{< figure src=\"/a.png\" >}}\n\nA sentence.", "A sentence.",
      "{{< figure src=\"/a.png\" >}}\n\nA sentence."
    ),
    (
      "{% include top.html %}\n\nA sentence.", "A sentence.",
      "{% include top.html %}\n\nA sentence."
    ),
    ("A sentence. Another one.", "A sentence.", "A sentence. Another one."),
    ("", "Spare parts", ""),
  ])
  func findsTitlesElsewhere(body: String, title: String, rest: String) {
    let article = Fixtures.article(body, path: "notes/spare-parts.md").article
    #expect(article?.title == title)
    #expect(article?.body.string == rest)
  }

  @Test(arguments: [
    ("---\ndate: 2025-02-03\n---\n", "2024-01-01-x.md", "2025-02-03", "frontMatter"),
    ("Text.", "2025-02-04-x.md", "2025-02-04", "fileName"),
    ("Text.", "2025-02-05-x/index.md", "2025-02-05", "folderName"),
    ("Text.", "2025/02/06/x.md", "2025-02-06", "path"),
    (
      "Text.\n\n*Originally published on [Medium](https://medium.com/x) on February 7, 2025.*",
      "x.md", "2025-02-07", "origin"
    ),
    ("---\npublished: 2025-02-08\n---\n", "x.md", "2025-02-08", "frontMatter"),
    ("---\npubDate: Feb 9 2025\n---\n", "x.md", "2025-02-09", "frontMatter"),
  ])
  func datesHaveASource(text: String, path: String, date: String, source: String) throws {
    let article = try #require(Fixtures.article(text, path: path).article)
    #expect(article.date?.description.prefix(10) == date[...])
    #expect(article.dateSource?.rawValue == source)
  }

  @Test(arguments: [
    ("", "undated"), ("date: 2025-02-01", "published"), ("date: 2025-03-12", "scheduled"),
    ("date: 2025-02-01\ndraft: true", "draft"), ("date: 2025-02-01\npublished: false", "draft"),
    ("date: 2025-02-01\nstatus: draft", "draft"), ("date: 2025-02-01\ndraft: 1", "draft"),
    ("date: 2025-02-01\ndraft: maybe", "draft"), ("date: 2025-02-01\nstatus: soon", "draft"),
    ("date: 2025-02-01\npublished: nope", "draft"), ("date: 2025-02-01\ndraft: 0", "published"),
    ("date: 2025-02-01\nstatus: evergreen", "published"),
    ("date: 2025-02-01\npublished: true", "published"),
    ("date: 2025-02-01\nexpiryDate: 2025-02-15", "expired"),
    ("date: 2025-02-01\nexpiryDate: 2026-02-15", "published"),
    ("date: 2025-02-01\nredirect: /new/", "redirect"), ("draft: true", "draft"),
  ])
  func statesFollowTheClock(lines: String, state: String) {
    #expect(
      Fixtures.article("---\ntitle: X\n\(lines)\n---\nText.").article?.state.rawValue == state)
  }

  @Test func filesInADraftsFolderAreDrafts() {
    let text = "---\ndate: 2025-02-01\n---\nText."
    #expect(Fixtures.article(text, path: "_drafts/x.md").article?.state == .draft)
  }

  @Test(arguments: [
    ("date: 5/6", 3, "'date' is '5/6', expected a date such as 2025-06-05"),
    ("date: 2017-02-29", 3, "'date' is '2017-02-29', a day that no calendar has"),
  ])
  func badDatesAreErrorsNotNeighbours(line: String, number: Int, reason: String) {
    let reading = Fixtures.article("---\ntitle: X\n\(line)\n---\nText.", path: "2024-01-01-x.md")
    #expect(reading.article?.state == .undated)
    #expect(reading.article?.date == nil)
    #expect(reading.diagnostics.map(\.reason) == [reason])
    #expect(reading.diagnostics.map(\.line) == [number])
    #expect(reading.diagnostics.map(\.severity) == [.error])
  }

  @Test(arguments: [
    ("---\ntitle: One: two\n---\n", 2, "the front matter is not YAML"),
    ("---\ntitle: X\n", 1, "the front matter has no closing '---' line"),
    ("+++\ntitle = X\n+++\n", 2, "the front matter is not TOML"),
    ("{\"title\": }\nText", 1, "the front matter is not JSON"),
    ("{\"title\": \"Jay\",\nText", 1, "the front matter has no closing '}' line"),
    ("\n\n---\ntitle: [\n---\n", 5, "the front matter is not YAML"),
    ("---\na: 1\na: 2\n---\n", 2, "the front matter is not YAML: the key 'a' stands twice"),
  ])
  func brokenFrontMatterNamesItsLine(text: String, line: Int, reason: String) throws {
    let reading = Fixtures.article(text)
    #expect(reading.article != nil)
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.count == 1)
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.line == line)
    #expect(diagnostic.reason.hasPrefix(reason), "\(diagnostic)")
  }

  @Test func aFileThatIsNotUTF8IsReadAsLatin1WithAWarning() {
    let bytes: [UInt8] = Array("---\ntitle: caf".utf8) + [0xE9] + Array("\n---\n".utf8)
    let reading = Fixtures.article(bytes, path: "cafe.md")
    #expect(reading.article?.title == "café")
    #expect(
      reading.diagnostics.map(\.description) == [
        "cafe.md:2: warning: the file is not UTF-8; what is not was read as Latin-1 (save it as UTF-8)"
      ])
  }

  @Test(arguments: [
    "---\n\nA rule, then text.", "---\nJust words\n---\nMore.", "{% include x %}\nText",
    "{not json", "+++ plus",
  ])
  func fencesWithoutAMapAreBody(text: String) {
    let reading = Fixtures.article(text)
    #expect(reading.diagnostics == [])
    #expect(reading.article?.body.string == text)
  }

  @Test func anAliasBombIsRefusedQuickly() {
    let levels = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
    let text = "---\na0: &a0 [x, x]\n\(levels.joined(separator: "\n"))\n---\nText."
    let reading = Fixtures.article(text)
    #expect(reading.article?.body.string == "Text.")
    #expect(reading.diagnostics.first?.reason.contains("more than 20000 values") == true)
  }

  @Test func aliasesInKeysNeverHang() {
    let levels = (1...8).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]"
    }
    let text = "---\na0: &a0 [x, x]\n\(levels.joined(separator: "\n"))\n? *a8\n: y\n---\nText."
    #expect(Fixtures.article(text).diagnostics.map(\.severity) == [.warning])
  }

  @Test func anImpossibleDayInTheNameIsAnError() {
    let reading = Fixtures.article("Text.", path: "2025-02-29-foo.md")
    #expect(reading.article?.state == .undated)
    #expect(
      reading.diagnostics.map(\.description) == [
        "2025-02-29-foo.md: error: its name begins with '2025-02-29', a day that no calendar has"
      ])
  }

  @Test(arguments: [
    ("tags: ai", ["ai"]), ("tags: ai, ml", ["ai", "ml"]),
    ("tags: making things", ["making things"]),
    ("tags: [AI, ai, 'A.I.']", ["AI"]), ("tags: ~", []), ("tags:", []), ("tags: []", []),
    ("tags: ['[[Maintaining]]', '#open-source']", ["Maintaining", "open-source"]),
    ("tags: [{name: ai}]", ["ai"]), ("tag: ai\ncategory: ml\ntopics: [nlp]", ["ai", "ml", "nlp"]),
    ("tags: [C, C++, C#]", ["C", "C++", "C#"]),
  ])
  func tagsInEveryForm(lines: String, tags: [String]) {
    #expect(Fixtures.article("---\n\(lines)\n---\nText.").article?.tags == tags)
  }

  @Test(arguments: [
    ("author: Ana Reis", "Ana Reis"), ("authors: [Ana, Rui]", "Ana, Rui"),
    ("author: {name: Ana, title: Editor}", "Ana"), ("by: [{name: Ana}, {name: Rui}]", "Ana, Rui"),
    ("author: {name: Ana, link: 'https://ana.example'}", "Ana"),
    ("author: '[Ana Reis](https://ana.example), Harbour Office'", "Ana Reis, Harbour Office"),
    ("authors: ['[Ana](https://ana.example)', '**[Rui](/rui)**']", "Ana, Rui"),
    ("author: '<a href=\"https://ana.example\">Ana</a>'", "Ana"),
    ("author: 'Ana [the elder]'", "Ana [the elder]"), ("author: ana_reis_", "ana_reis_"),
  ])
  func authorsInEveryForm(line: String, author: String) {
    #expect(Fixtures.article("---\n\(line)\n---\nText.").article?.author == author)
  }

  @Test(arguments: [
    ("language: english", "language", "english"), ("lang: Português", "lang", "Português"),
    ("locale: en_US.UTF-8", "locale", "en_US.UTF-8"), ("lang: true", "lang", "true"),
  ])
  func whatIsNoLanguageIsPassedOver(line: String, key: String, value: String) {
    let read = Fixtures.article("---\ntitle: A\ndate: 2025-02-03\n\(line)\n---\nText.")
    #expect(read.article?.language == nil)
    #expect(
      read.diagnostics.map(\.description) == [
        "post.md:4: warning: '\(key)' is '\(value)', expected a language tag like en or pt-BR;"
          + " it is passed over"
      ])
  }

  @Test(arguments: [
    ("lang: pt_BR", "x.md", "pt-BR"), ("", "x.pt-br.md", "pt-BR"), ("locale: en", "x.md", "en"),
    ("", "version-1.2.md", nil),
    ("", "Node.js.md", nil), ("", "notes.old.md", nil), ("", "x.de.md", "de"),
  ])
  func languages(line: String, path: String, language: String?) {
    #expect(
      Fixtures.article("---\nt: 1\n\(line)\n---\nText.", path: path).article?.language == language)
  }

  @Test(arguments: [
    ("", "posts/a-day.md", "https://example.org/posts/a-day/"),
    ("", "posts/a-day/index.md", "https://example.org/posts/a-day/"),
    ("slug: other", "posts/a-day.md", "https://example.org/posts/other/"),
    ("url: /my/place/", "a-day.md", "https://example.org/my/place/"),
    ("permalink: https://other.example/x", "a-day.md", "https://other.example/x"),
    ("canonical_url: https://example.org/kept", "a-day.md", "https://example.org/kept"),
    ("", "À la carte.md", "https://example.org/%C3%80%20la%20carte/"),
  ])
  func addressesBelowTheBase(line: String, path: String, url: String) {
    let article = Fixtures.article(
      "---\nt: 1\n\(line)\n---\nText.", path: path, baseURL: "https://example.org/"
    ).article
    #expect(article?.url?.text == url)
    #expect(article?.origin == nil)
  }

  @Test func aCanonicalAddressElsewhereIsTheOrigin() {
    let article = Fixtures.article(
      "---\ncanonical_url: https://dev.to/ana/x\n---\nText.", baseURL: "https://example.org"
    ).article
    #expect(article?.origin?.site == "DEV")
    #expect(article?.origin?.url?.text == "https://dev.to/ana/x")
    #expect(article?.url?.text == "https://example.org/post/")
  }

  @Test(arguments: [
    ("original: https://dev.to/ana/x", "https://dev.to/ana/x"),
    ("original:\n  url: https://dev.to/ana/x\n  date: 2025-01-02", "https://dev.to/ana/x"),
    ("original: {link: 'https://dev.to/ana/x'}", "https://dev.to/ana/x"),
    ("original: true", nil), ("original: yes, by me", nil), ("original: {by: Ana}", nil),
    (
      "original: https://dev.to/ana/x\ncanonical_url: https://dev.to/ana/y", "https://dev.to/ana/y"
    ),
  ])
  func originalIsACanonicalKey(lines: String, url: String?) {
    let reading = Fixtures.article("---\ntitle: X\n\(lines)\n---\nText.")
    #expect(reading.article?.origin?.url?.text == url)
    #expect(reading.diagnostics == [])
  }

  @Test func aTitleIsNoNameOfAPlace() {
    let text = """
      ---
      title: Why the tide tables are wrong
      ---
      *Cross-posted from [Why the Tide Tables are Wrong](https://ana.example/notes/tide).*

      Text.
      """
    #expect(Fixtures.article(text).article?.origin?.site == "ana.example")
  }

  @Test func aTrailerThatNamesTheOwnSiteIsNoOrigin() {
    let text =
      "Text.\n\n*Originally published in our [Yearly Report](https://example.org/reports/).*"
    let article = Fixtures.article(text, baseURL: "https://www.example.org").article
    #expect(article?.origin == nil)
    #expect(Fixtures.article(text).article?.origin?.url?.text == "https://example.org/reports/")
  }

  @Test func keyAndTrailerThatDisagreeAreAWarning() {
    let reading = Fixtures.article(
      """
      ---
      canonical_url: https://dev.to/ana/x
      ---
      Text.

      *Originally published on [Medium](https://medium.com/y) on February 7, 2025.*
      """)
    #expect(reading.article?.origin?.url?.text == "https://dev.to/ana/x")
    #expect(reading.diagnostics.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    ("image: https://example.org/a.png", "https://example.org/a.png"),
    ("cover: {image: /a.png}", "https://example.org/a.png"), ("coverImage: null", nil),
    ("heroImage: ./a.png", "https://example.org/post/a.png"), ("image: 'javascript:x'", nil),
  ])
  func images(line: String, image: String?) {
    let article = Fixtures.article(
      "---\nt: 1\n\(line)\n---\nText.", baseURL: "https://example.org"
    ).article
    #expect(article?.image?.text == image)
  }

  @Test(arguments: [
    (
      "canonical_url: dev.to/ana",
      "error: 'canonical_url' is 'dev.to/ana', expected a web address: without it the source cannot be named"
    ),
    (
      "image: a.png",
      "warning: 'image' is 'a.png', a relative address needs a base URL (--base-url); the picture is left out"
    ),
    (
      "image: 'data:x'",
      "warning: 'image' is 'data:x', expected a web address; the picture is left out"
    ),
    (
      "description: [a]", "warning: 'description' is a list, expected a text; it is passed over"
    ),
    ("date: [2025-02-03]", "error: 'date' is a list, expected a date such as 2025-06-05"),
    (
      "draft: maybe", "warning: 'draft' is 'maybe', expected true or false; it is taken for a draft"
    ),
    (
      "status: soon",
      "warning: 'status' is 'soon', expected published or draft; it is taken for a draft"
    ),
  ])
  func whatIsPassedOverIsSaid(line: String, reason: String) {
    let reading = Fixtures.article("---\ntitle: X\n\(line)\n---\nText.")
    #expect(reading.diagnostics.map(\.description) == ["post.md:3: \(reason)"])
  }

  @Test func onlyPostsAreAskedForIdsOfTheirOwn() {
    let articles = ["a/README.md", "b/README.md", "a/day.md", "b/day.md"].compactMap {
      Fixtures.article("Text.", path: $0).article
    }
    let reading = ArticleReading(articles: articles, diagnostics: [], files: 4)
    #expect(reading.diagnostics.map(\.path) == ["a/day.md", "b/day.md"])
    #expect(Set(reading.articles.map(\.id)).count == 4)
  }

  @Test func controlCharactersNeverReachATitle() {
    let text = "---\ntitle: \"A\\u0007B\\e[31m\\u202Egpj\"\nauthor: \"A\\0na\"\n---\nText."
    let article = Fixtures.article(text).article
    #expect(article?.title == "AB[31mgpj")
    #expect(article?.author == "Ana")
  }
}
