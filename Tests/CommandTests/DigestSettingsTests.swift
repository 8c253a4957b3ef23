import Foundation
import Testing
import Tidings

/// What `tidings.yml` and the options say of an edition's content.
@Suite struct DigestSettingsTests {
  @Test(arguments: [
    (
      "digest:\n  content: sumary\n",
      "c.yml:4: 'digest.content': unknown content 'sumary', expected summary, excerpt, whole, link, did you mean 'summary'?"
    ),
    (
      "digest:\n  words: many\n",
      "c.yml:4: 'digest.words': 'many' is no whole number from 1 to 1000000"
    ),
    (
      "digest:\n  contents: perhaps\n",
      "c.yml:4: 'digest.contents': 'perhaps' is neither yes, no nor auto"
    ),
    ("digest:\n  fit: perhaps\n", "c.yml:4: 'digest.fit': 'perhaps' is neither true nor false"),
    (
      "digest:\n  articles: 0\n",
      "c.yml:4: 'digest.articles': '0' is no whole number from 1 to 1000000"
    ),
    (
      "digest:\n  sections: [a]\n",
      "c.yml:4: 'digest.sections': expected names with lists of texts below it"
    ),
    (
      "digest:\n  sections:\n    Sea: [tides]\n    Land:\n",
      "c.yml:6: 'digest.sections.Land': expected the tags of its articles"
    ),
    (
      "digest:\n  section: {}\n",
      "c.yml:4: unknown key 'digest.section', did you mean 'digest.sections'?"
    ),
    (
      "digest:\n  words: 9\n  links: none.yml\n",
      "c.yml:5: 'digest.links': none.yml: the file cannot be read: No such file or directory"
    ),
    (
      "digest:\n  words: 9\nnewsletter: {name: Notes, intro: none.md}\n",
      "c.yml:5: 'newsletter.intro': none.md: the file cannot be read: No such file or directory"
    ),
    ("digest:\n  links: links.yml\n", "links.yml:2: unknown key 'urll', did you mean 'url'?"),
    (
      "wording:\n  raedMore: On\n",
      "c.yml:4: 'wording.raedMore': unknown key 'raedMore', did you mean 'readMore'?"
    ),
    ("wording:\n  readMore:\n", "c.yml:4: 'wording.readMore': expected a text"),
    ("wording:\n  readMore: [a, b]\n", "c.yml:4: 'wording.readMore': expected a text"),
    (
      "wording:\n  origin: 'At {sit}'\n",
      "c.yml:4: 'wording.origin': unknown place '{sit}', expected {author}, {site}, {date}"
    ),
    (
      "wording: some\n",
      "c.yml:3: 'wording': expected names with a text each below it, such as {readMore: Continue}"
    ),
    (
      "variables: [a]\n",
      "c.yml:3: 'variables': expected names with a text each below it, such as {sponsor: Ana}"
    ),
    (
      "utm:\n  medium: '{{edition.zebra}}'\n",
      "c.yml:4: 'utm.medium': unknown field 'edition.zebra', expected date, id, number"
    ),
    (
      "utm:\n  source: '{{edition.nmuber}}'\n",
      "c.yml:4: 'utm.source': unknown field 'edition.nmuber', did you mean 'number'?"
    ),
    ("utm:\n  sauce: x\n", "c.yml:4: unknown key 'utm.sauce', did you mean 'utm.source'?"),
  ])
  func tellsWhatIsWrongAndWhere(text: String, reason: String) async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write("- title: A\n  urll: https://a.example\n", to: "links.yml")
    try desk.write("articles:\n  folder: articles\n" + text, to: "c.yml")
    let run = try await desk.run("compose", "--config", "c.yml", "--now", Desk.now)
    #expect(run == Run(status: 2, output: "", errors: "error: \(reason)\n"))
    #expect(!desk.exists("outbox"))
  }

  @Test(arguments: [
    (
      ["--content", "hole"],
      "--content: unknown content 'hole', expected summary, excerpt, whole, link, did you mean 'whole'?"
    ),
    (
      ["--links", "none.yml"],
      "--links: none.yml: the file cannot be read: No such file or directory"
    ),
  ])
  func tellsWhichOptionIsWrong(options: [String], reason: String) async throws {
    let desk = try Desk()
    try desk.furnish()
    let run = try await desk.run(["compose", "--now", Desk.now] + options)
    #expect(run == Run(status: 2, output: "", errors: "error: \(reason)\n"))
  }

  @Test func anExcerptHasAWord() async throws {
    let desk = try Desk()
    try desk.furnish()
    let run = try await desk.run("compose", "--now", Desk.now, "--words", "0")
    #expect(run.status == 2)
    #expect(run.errors.contains("--words is 0, expected 1 or more"))
  }

  /// English words in a letter of another language are no accident that only readers notice.
  @Test func wordsThatStandInEnglishAreNamed() async throws {
    let desk = try Desk()
    try desk.furnish()
    let language = "newsletter:\n  language: sv\narticles:\n  folder: articles\nwording:\n"
    let others = Wording.names(missingIn: ["readMore"]).map { name in
      "  \(name): '\(name == "months" ? "a,b,c,d,e,f,g,h,i,j,k,l" : "x")'\n"
    }
    try desk.write(language + "  readingTimeOne: en minut\n", to: "c.yml")
    let run = try await desk.run("compose", "--config", "c.yml", "--now", Desk.now)
    #expect(run.status == 0)
    #expect(
      run.errors.hasPrefix("c.yml:2: warning: there are no fixed words in 'sv' yet: readMore,"))
    #expect(!run.errors.contains("readingTime"))
    try desk.write(language + "  readMore: Mer\n" + others.joined(), to: "c.yml")
    let again = try await desk.run("compose", "--config", "c.yml", "--now", Desk.now)
    #expect(again.status == 0 && again.errors.isEmpty, "\(again.errors)")
  }

  /// The theme list is a table of contents itself, and has another only when told to.
  @Test(arguments: [
    ("letter", "", true), ("list", "", false), ("list", "auto", false), ("list", "yes", true),
  ])
  func aListHasNoContentsOfItsOwnAccord(theme: String, contents: String, isShown: Bool) async throws
  {
    let desk = try Desk()
    for day in 20...25 {
      try desk.article("a\(day)", date: "2025-02-\(day)", title: "Title \(day)", tags: "sea")
    }
    try desk.configure(contents.isEmpty ? "" : "digest:\n  contents: \(contents)\n")
    let run = try await desk.run(
      "compose", "--now", Desk.now, "--since", "20d", "--theme", theme, "--edition", "x")
    #expect(run.status == 0)
    #expect(try desk.text("outbox/x/digest.html").contains("In this edition") == isShown)
    #expect(try desk.text("outbox/x/digest.txt").contains("In this edition") == isShown)
  }

  @Test func everySettingReachesTheEdition() async throws {
    let desk = try Desk()
    try desk.article("tide", date: "2025-02-20", title: "The tide", tags: "sea")
    try desk.article("field", date: "2025-02-21", title: "The field", tags: "land")
    try desk.article("other", date: "2025-02-22", title: "The other", tags: "sky")
    try desk.article("late", date: "2025-02-10", title: "The late one", tags: "sea")
    try desk.write(
      """
      - title: A gull
        url: https://gulls.example.org/
        comment: Worth *it*.
      """, to: "links.yml")
    try desk.configure(
      """
      digest:
        content: excerpt
        words: 3
        contents: yes
        sections:
          Salt water: [water]
          Dry land: [land]
        articles: 3
        links: links.yml
      tags:
        synonyms:
          water: [sea]
      utm:
        source: letter
        campaign: n{{edition.number}}
      wording:
        otherArticles: The rest
        readMore: On you go
      """)
    let run = try await desk.compose()
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let text = try desk.text("outbox/2025-03-01/digest.txt")
    let places = try [
      "In this edition", "\nSalt water\n", "\nDry land\n", "\nThe rest\n", "Also published",
      "The late one", "Worth reading elsewhere", "A gull", "Worth it.",
    ].map { try #require(text.firstRange(of: $0), "no \($0)").lowerBound }
    #expect(places == places.sorted())
    #expect(text.contains("The tide is…"))
    #expect(text.contains("https://harbour.example.org/tide/?utm_source=letter&utm_campaign=n1"))
    let html = try desk.text("outbox/2025-03-01/digest.html")
    #expect(
      html.contains("https://harbour.example.org/late/?utm_source=letter&amp;utm_campaign=n1"))
    #expect(html.contains("On you go: The tide"))
    #expect(html.contains("href=\"https://gulls.example.org/\""))
  }

  @Test func optionsGoBeforeTheFile() async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write("- title: By option\n  url: https://o.example\n", to: "o.yml")
    try desk.write("[]", to: "f.yml")
    try desk.configure("digest:\n  content: link\n  words: 1\n  links: f.yml\n")
    let run = try await desk.run(
      "compose", "--now", Desk.now, "--content", "excerpt", "--words", "4", "--links", "o.yml")
    #expect(run.status == 0)
    let text = try desk.text("outbox/2025-03-01/digest.txt")
    #expect(text.contains("The second tide is…"))
    #expect(text.contains("By option"))
  }

  @Test func tellsHowManyArticlesBecameLinks() async throws {
    let desk = try Desk()
    try desk.furnish()
    let paragraph = String(repeating: "The harbour is deep. ", count: 300)
    for number in 1...3 {
      try desk.write(
        """
        ---
        title: Long \(number)
        date: 2025-02-2\(number)
        digest: whole
        ---
        \(Array(repeating: paragraph, count: 9).joined(separator: "\n\n"))
        """, to: "articles/long\(number).md")
    }
    let run = try await desk.run("compose", "--now", Desk.now, "--fit", "--json")
    #expect(run.status == 0)
    #expect(run.errors.contains("links only, so that Gmail does not cut the message off"))
    let edition = try desk.text("outbox/2025-03-01/edition.json")
    #expect(edition.contains("\"fitted\" : "))
    let plain = try await desk.run("compose", "--now", Desk.now, "--edition", "plain")
    #expect(plain.errors.isEmpty)
    #expect(try !desk.text("outbox/plain/edition.json").contains("\"fitted\""))
  }

  @Test func warnsOfAKeyThatIsNoContent() async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write(
      "---\ntitle: Odd\ndate: 2025-02-20\ndigest: hole\n---\nText.\n", to: "articles/odd.md")
    let run = try await desk.compose()
    #expect(run.status == 0)
    #expect(
      run.errors
        == "articles/odd.md:4: warning: 'digest' is 'hole', expected summary, excerpt, whole, link or a number of words, did you mean 'whole'?\n"
    )
  }
}
