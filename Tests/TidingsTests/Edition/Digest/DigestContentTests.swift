import Foundation
import Testing

@testable import Tidings

/// How much of an article an edition shows.
@Suite struct DigestContentTests {
  private static let body = """
    First sentence of the harbour. Second sentence of it.

    ## Boats

    - one
    - two[^b]

    <!--more-->

    ### Ropes

    The end, with a note[^a].

    [^a]: About ropes.
    [^b]: About boats.
    """

  private static func story(
    _ options: DigestOptions = DigestOptions(), own: DigestContent? = nil, summary: String? = nil,
    body: String = body
  ) throws -> Story {
    try Story(
      Article(
        id: "a", path: "a.md", title: "The harbour", summary: summary, digest: own,
        body: .markdown(body)),
      options: options)
  }

  private static let whole =
    "p(First sentence of the harbour. Second sentence of it.) h1(Boats) ul{p(one); p(two^1)}"
    + " h2(Ropes) p(The end, with a note^2.) note1{p(About boats.)} note2{p(About ropes.)}"

  private static let beginning =
    "p(First sentence of the harbour. Second sentence of it.) h1(Boats) ul{p(one); p(two^1)}"
    + " note1{p(About boats.)}"

  @Test(
    arguments: [
      (.summary, nil, "In short.", "p(In short.)", false),
      (.summary, nil, nil, beginning, false),
      (.excerpt(words: nil), nil, "In short.", beginning, false),
      (.whole, nil, "In short.", whole, true),
      (.summary, .whole, nil, whole, true),
      (.whole, .summary, "In short.", "p(In short.)", false),
      (.whole, .excerpt(words: 5), "In short.", beginning, false),
    ] as [(DigestContent, DigestContent?, String?, String, Bool)])
  func showsAsMuchAsAskedFor(
    content: DigestContent, own: DigestContent?, summary: String?, shown: String, isWhole: Bool
  ) throws {
    let story = try Self.story(DigestOptions(content: content), own: own, summary: summary)
    var sketched = sketch(story.digest)
    if let mark = sketched.firstRange(of: " more@") {
      sketched = String(sketched[..<mark.lowerBound])
    }
    #expect(sketched == shown)
    #expect(story.isWhole == isWhole)
    #expect(story.content == own ?? content)
  }

  @Test(
    arguments: [
      (3, nil, "p(One two three…)"), (nil, 4, "p(One two three four…)"),
      (2, 5, "p(One two three four five…)"),
    ] as [(Int?, Int?, String)])
  func excerptsHaveTheirWords(words: Int?, own: Int?, shown: String) throws {
    let story = try Self.story(
      DigestOptions(content: .excerpt(words: nil), words: words ?? 60),
      own: own.map { .excerpt(words: $0) }, body: "One two three four five six seven eight.")
    #expect(sketch(story.digest) == shown)
  }

  /// What is short enough is all there is, and has no more to read.
  @Test func anExcerptThatLeavesNothingOutIsWhole() throws {
    #expect(try Self.story(body: "All of it.").isWhole)
    #expect(try !Self.story(DigestOptions(words: 2), body: "All of it. And more of it.").isWhole)
    let composed = try Editions.composition(of: [Editions.article(body: "All of it.")])
    #expect(try !composed.text("digest.html").contains("Read more"))
    let longer = try Editions.composition(
      of: [Editions.article(summary: "Some.", body: "All of it.")])
    #expect(try longer.text("digest.html").contains("Read more"))
  }

  /// Some feeds give the whole article as its summary.
  @Test func aLongSummaryIsCutAtASentence() throws {
    let sentence = "Boats come and go all day long in here."
    let long = Array(repeating: sentence, count: 60).joined(separator: " ")
    let story = try Self.story(summary: long)
    let kept = Array(repeating: sentence, count: 13).joined(separator: " ")
    #expect(sketch(story.digest) == "p(\(kept))")
    #expect(!story.isWhole)
    let words = try Self.story(summary: String(repeating: "word ", count: 500))
    #expect(words.digest.plainText.hasSuffix(" word…"))
    let short = Array(repeating: sentence, count: 13).joined(separator: " ")
    #expect(sketch(try Self.story(summary: short).digest) == "p(\(short))")
    let composed = try Editions.composition(of: [Editions.article(summary: long)])
    #expect(try PreflightTests.rules(composed) == [])
  }

  @Test func anArticleWithoutWordsTakesNoTimeToRead() throws {
    let article = Editions.article(
      author: "Ann", body: "![](https://openweights.example.org/a.png)")
    let composed = try Editions.composition(of: [article])
    #expect(try !composed.text("digest.html").contains("min read"))
    #expect(try composed.text("digest.txt").contains(" · Ann\n"))
  }

  @Test(
    arguments: [
      ("summary", .summary), ("Excerpt", .excerpt(words: nil)), ("whole", .whole), ("link", .link),
      ("80", .excerpt(words: 80)), ("'120'", .excerpt(words: 120)), ("1", .excerpt(words: 1)),
    ] as [(String, DigestContent)])
  func anArticleSaysHowMuch(value: String, content: DigestContent) throws {
    let read = Fixtures.article("---\ntitle: A\ndate: 2025-02-03\ndigest: \(value)\n---\nText.")
    #expect(read.article?.digest == content)
    #expect(read.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (
      "sumary",
      "'digest' is 'sumary', expected summary, excerpt, whole, link or a number of words, did you mean 'summary'?"
    ),
    ("0", "'digest' is '0', expected summary, excerpt, whole, link or a number of words"),
    ("-3", "'digest' is '-3', expected summary, excerpt, whole, link or a number of words"),
    (
      "9999999999999999999999",
      "'digest' is '9999999999999999999999', expected summary, excerpt, whole, link or a number of words"
    ),
    ("[whole]", "'digest' is a list, expected summary, excerpt, whole, link or a number of words"),
  ])
  func tellsWhatIsWrongWithTheKey(value: String, reason: String) throws {
    let read = Fixtures.article("---\ntitle: A\ndate: 2025-02-03\ndigest: \(value)\n---\nText.")
    #expect(try #require(read.article).digest == nil)
    #expect(read.diagnostics.map(\.line) == [4])
    #expect(read.diagnostics.map(\.severity) == [.warning])
    #expect(read.diagnostics.map(\.reason) == [reason])
  }

  /// Headings stay below the article's, whatever stands above it.
  @Test(arguments: [(false, "<h2", "<h3", "<h4"), (true, "<h3", "<h4", "<h5")])
  func headingsAreInOrder(isInSection: Bool, title: String, first: String, second: String) throws {
    let options = DigestOptions(
      content: .whole, sections: isInSection ? [.init(title: "Sea", tags: ["boats"])] : [])
    let composed = try Editions.composition(
      of: [Editions.article(body: Self.body)],
      newsletter: try Editions.newsletter(intro: "# Hello"),
      digest: options)
    let levels = startTags(try composed.text("digest.html")).map { String($0.prefix(3)) }
      .filter { ["<h1", "<h2", "<h3", "<h4", "<h5", "<h6"].contains($0) }
    #expect(levels == ["<h1", "<h2"] + (isInSection ? ["<h2"] : []) + [title, first, second])
  }

  @Test func footnotesBeginAnewInEachArticle() throws {
    let composed = try Editions.composition(
      of: [
        Editions.article("One", id: "one", body: Self.body),
        Editions.article("Two", id: "two", body: Self.body),
      ], digest: DigestOptions(content: .whole))
    let html = try composed.text("digest.html")
    #expect(html.components(separatedBy: "[2]</sup>").count == 3)
    #expect(html.components(separatedBy: "About ropes.").count == 3)
    #expect(!html.contains("[3]"))
  }

  @Test func picturesCanBeLeftOut() throws {
    let picture = try #require(WebURL("https://openweights.example.org/p.jpg"))
    let article = Editions.article(
      image: picture,
      body:
        "![A boat](https://openweights.example.org/p.jpg)\n\nText ![A gull](https://x.example/g.jpg)."
    )
    let shown = try Editions.composition(
      of: [article], digest: DigestOptions(content: .whole)
    ).text("digest.html")
    #expect(shown.components(separatedBy: "p.jpg").count == 2)
    #expect(shown.contains("g.jpg"))
    let bare = try Editions.composition(
      of: [article], digest: DigestOptions(content: .whole, showsPictures: false))
    #expect(try !bare.text("digest.html").contains("<img"))
    #expect(try !bare.text("digest.txt").contains("A gull"))
  }
}
