import Testing

@testable import Tidings

@Suite struct TextFormatTests {
  static func text(_ markdown: String, width: Int = 72) -> String {
    FlowedText.unflowed(flowed(markdown, width: width))
  }

  /// As it is frozen, soft breaks and all.
  static func flowed(_ markdown: String, width: Int = 72) -> String {
    flowed(MarkdownReader(base: nil).document(markdown), width: width)
  }

  static func flowed(_ document: Document, width: Int = 72) -> String {
    var format = TextFormat(width: width)
    let text = PersonalText(pieces: [.fixed(format.text(of: document) + "\n")]).settled
    guard case .fixed(let settled) = text.pieces.first else { return "" }
    return String(settled.dropLast())
  }

  @Test(arguments: [
    ("One\ntwo.\n\nThree.", "One two.\n\nThree."),
    ("One  \ntwo.", "One\ntwo."),
    ("# A title\n\nText.", "A title\n-------\n\nText."),
    ("## 日本\n\n### Plain", "日本\n----\n\nPlain"),
    ("*a* **b** `c` ~~d~~", "a b c (struck out: d)"),
    ("> Said.\n>\n> > Twice.", "> Said.\n>\n>> Twice."),
    ("- a\n- b\n  - c", "- a\n- b\n  - c"),
    ("- a\n\n- b", "- a\n\n- b"),
    ("9. a\n10. b\n\n    more", "9. a\n\n10. b\n\n    more"),
    ("- [x] a\n- [ ] b", "☑ a\n☐ b"),
    ("- > quoted\n  > here", "- > quoted here"),
    ("```\nlet a = 1\n\n  let b\n```", "    let a = 1\n\n      let b"),
    ("```\na  \n\t\n```", "    a"),
    ("> - a\n> - b", "> - a\n> - b"),
    ("> 1. a\n>\n>    more", "> 1. a\n>\n>    more"),
    ("- ```\n  one\n  two\n  ```", "-     one\n      two"),
    ("- a\n  -\n- b", "- a\n  -\n- b"),
    ("One.\n\n![](https://x.example/c.png)\n\nTwo.", "One.\n\nTwo."),
    ("| A | B |\n| - | - |\n| one<br>two | c |", "A        B\n-------  -\none two  c"),
    ("a\n\n---\n\nb", "a\n\n* * *\n\nb"),
    ("![A cat](https://x.example/c.png) sat.", "(Picture: A cat) sat."),
    ("A[^1] and B.\n\n[^1]: Note one.", "A (1) and B.\n\n(1) Note one."),
    ("<ann@x.example> or [Ann](mailto:ann@x.example)", "ann@x.example or Ann <ann@x.example>"),
    (
      "| Name | N |\n| :-- | --: |\n| 日本 | 1 |\n| Ann | 1,204 |",
      "Name      N\n----  -----\n日本      1\nAnn   1,204"
    ),
    ("| A | B |\n| :-: | - |\n| abc | d |", " A   B\n---  -\nabc  d"),
  ])
  func blocks(markdown: String, text: String) {
    #expect(Self.text(markdown) == text)
  }

  /// A number for what stands there whole would send readers down the page for nothing.
  @Test(arguments: [
    ("<https://a.example/1>", "https://a.example/1"),
    ("> [a.example](https://a.example)\n\nx", "> https://a.example\n\nx"),
    ("- <https://a.example/1>\n- b", "- https://a.example/1\n- b"),
    ("<https://a.example/1>.", "a.example [1].\n\n[1] https://a.example/1"),
    ("[a](https://a.example)", "a [1]\n\n[1] https://a.example"),
  ])
  func aParagraphOfAnAddressIsTheAddress(markdown: String, text: String) {
    #expect(Self.text(markdown) == text)
  }

  @Test(arguments: [
    (
      "See [one](https://a.example/1), [two](https://a.example/2) and [one again](https://a.example/1).",
      "See one [1], two [2] and one again [1].\n\n[1] https://a.example/1\n[2] https://a.example/2"
    ),
    ("At <https://www.a.example/path>", "At a.example [1]\n\n[1] https://www.a.example/path"),
    ("At [www.a.example](https://www.a.example)", "At a.example [1]\n\n[1] https://www.a.example"),
    ("- [a](https://a.example/x)", "- a [1]\n\n[1] https://a.example/x"),
    (
      "The [about](https://a.example/about) page",
      "The about [1] page\n\n[1] https://a.example/about"
    ),
    ("At [https://b.example](https://a.example/x)", "At a.example [1]\n\n[1] https://a.example/x"),
    (
      "A[^1].\n\n[^1]: See [b](https://b.example).",
      "A (1).\n\n(1) See b [1].\n\n[1] https://b.example"
    ),
  ])
  func linksAreNumberedOnceAndListed(markdown: String, text: String) {
    #expect(Self.text(markdown) == text)
  }

  @Test func numbersRunOnFromDocumentToDocument() {
    let reader = MarkdownReader(base: nil)
    var format = TextFormat()
    let first = format.text(of: reader.document("[one](https://a.example/1)"))
    let second = format.text(
      of: reader.document("[one](https://a.example/1) [two](https://a.example/2)"))
    #expect(first == "one [1]\n\n[1] https://a.example/1")
    #expect(second == "one [1] two [2]\n\n[2] https://a.example/2")
  }

  @Test func aLabelThatNamesAnAddressAmongOtherWordsIsKept() throws {
    let url = try #require(WebURL("https://a.example/x"))
    var format = TextFormat()
    let document = Document(
      blocks: [.paragraph([.link(.web(url), [.text("as https://b.example says")])])])
    #expect(
      format.text(of: document) == "as https://b.example says [1]\n\n[1] https://a.example/x")
  }

  @Test func footnotesHangBelowTheirNumbers() {
    let note: [Block] = [.paragraph([.text("One two three four.")]), .paragraph([.text("More.")])]
    let text = FlowedText.unflowed(
      Self.flowed(
        Document(blocks: [.rule], footnotes: Array(repeating: note, count: 10)), width: 18))
    #expect(text.contains("(9) One two three\n    four.\n\n    More.\n"))
    #expect(text.hasSuffix("(10) One two three\n     four.\n\n     More."))
  }

  @Test func aTableWithoutHeaderHasNoRuleBelowIt() {
    let table = Block.Table(
      alignments: [.natural, .right], header: [[], []],
      rows: [[[.text("one")], [.text("2")]], [[], []], [[.text("three")], [.text("40")]]])
    var format = TextFormat()
    #expect(format.text(of: Document(blocks: [.table(table)])) == "one     2\nthree  40")
  }

  @Test func aTableOfHeadersAloneIsKept() {
    #expect(Self.text("| Model | Strength |\n| - | - |", width: 10) == "Model\nStrength")
  }

  @Test func listsAndQuotesAreWrappedBelowTheirMarks() {
    #expect(
      Self.text("- one two three four\n  1. five six seven\n\n> one two three four", width: 14)
        == """
        - one two
          three four
          1. five six
             seven

        > one two
        > three four
        """)
  }

  @Test func aTableTooWideForTheLineBecomesAList() {
    let table = """
      | Model | What it does well |
      | --- | --- |
      | Heron | transcribes the harbour radio |
      | Kite | |
      """
    #expect(
      Self.text(table, width: 30) == """
        Model: Heron
        What it does well: transcribes
        the harbour radio

        Model: Kite
        What it does well:
        """)
  }

  @Test func anAddressIsNeverBroken() {
    let url = "https://a.example/" + String(repeating: "long-path/", count: 12)
    let lines = Self.text("> - Some words before [a link](\(url)) and after.").split(
      separator: "\n")
    #expect(lines.last == "[1] \(url)")
    #expect(Self.text("Open `\(url)` now.") == "Open\n\(url)\nnow.")
  }

  @Test(arguments: [
    ("one two three four five", "one two \nthree four \nfive"),
    ("- one two three four\n- b", "- one two \n  three \n  four\n- b"),
    ("> one two three four", "> one two\n> three\n> four"),
    ("> - one two three four", "> - one\n>   two\n>   three\n>   four"),
    ("> > one two three four", ">> one two\n>> three\n>> four"),
    // No mail program knows a quotation within a list, so its lines stay.
    ("- > one two three four", "- > one\n  > two\n  > three\n  > four"),
    ("one two -- three four", "one two --\nthree four"), ("one\\\ntwo", "one\ntwo"),
    ("# one two three\n\nb", "one two \nthree\n-------\n\nb"),
    ("see `https://a.example` for it", "see \nhttps://a.example\nfor it"),
    ("a b c d e \\> f", "a b c d e \n > f"), ("\\> f", " > f"),
    ("日本語の文章は空白なしで続く。", "日本語の文\n章は空白な\nしで続く。"),
    ("[one](https://a.example/1) two", "one [1] \ntwo\n\n[1] https://a.example/1"),
    ("| a | b |\n| - | - |\n| one two three | c |", "a: one two \nthree\nb: c"),
  ])
  func proseReflowsAndAllElseKeepsItsLines(markdown: String, text: String) {
    #expect(Self.flowed(markdown, width: 10) == text)
  }

  @Test func listsThatNestWithoutAnEndKeepTheirWords() {
    let markdown = (0..<40).map { String(repeating: "  ", count: $0) + "- a\($0) b" }
    let lines = Self.flowed(markdown.joined(separator: "\n")).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 })
    for depth in 0..<40 { #expect(lines.contains { $0.hasSuffix("- a\(depth) b") }) }
    let empty = Self.flowed(String(repeating: "- ", count: 40) + "word").split(separator: "\n")
    #expect(empty.allSatisfy { $0.count <= 78 })
    #expect(empty.joined().filter { $0 != " " } == String(repeating: "-", count: 40) + "word")
  }

  @Test func codeIsUntouched() {
    let code = "if a {\n\n\n\n\n  b  =  c\n\n}"
    #expect(
      Self.flowed("```\n\(code)\n```\n\nAfter.")
        == "    if a {\n\n\n\n\n      b  =  c\n\n    }\n\nAfter.")
    #expect(Self.flowed("> ```\n> a\n>\n>\n> b\n> ```") == ">     a\n>\n>\n>     b")
  }

  @Test func aLongLineOfCodeReflowsToItself() throws {
    let line = "  let a  = " + (1...30).map { "f(\($0)) + " }.joined() + "0"
    let text = Self.flowed("```\n\(line)\n```")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 79 })
    let whole = try FlowedParagraph.frozen(
      PersonalText(pieces: [.fixed(text)]), for: Letters.recipient.get(), unsubscribe: nil)
    #expect(whole == [FlowedParagraph(depth: 0, text: "    " + line)])
    let unbreakable = String(repeating: "x", count: 200)
    let parts = Self.flowed("```\n\(unbreakable)\n```").split(separator: "\n")
    #expect(parts.map(\.count) == [77, 77, 66])
    #expect(parts.map { $0.filter { $0 == "x" } }.joined() == unbreakable)
  }

  @Test(arguments: [
    ("See `https://a.example/x`.", "See <https://a.example/x>."),
    ("(`https://a.example/x`)", "(<https://a.example/x>)"),
    ("`https://a.example/(x)` it", "https://a.example/(x) it"),
    ("`https://a.example`、次", "<https://a.example>、次"),
    ("`curl 'https://a.example'`.", "curl 'https://a.example'."),
    ("x `https://` y://z.", "x https:// y://z."),
    ("10<sup>2</sup>, H<sub>2</sub>O, 1<sup>st</sup>", "10², H₂O, 1st"),
  ])
  func noAddressIsGluedToPunctuation(markdown: String, text: String) {
    #expect(Self.flowed(markdown) == text)
  }
}
