import Foundation
import Testing

@testable import Tidings

/// Markdown that reads back as the document it was written from.
@Suite struct MarkdownFormatTests {
  private func markdown(_ blocks: [Block]) -> String {
    MarkdownFormat().markdown(Document(blocks: blocks))
  }

  @Test(arguments: [
    ("2 * 3 [x] `y` <b> a|b ~c~ x^2 \\", "2 \\* 3 \\[x\\] \\`y\\` \\<b> a\\|b \\~c\\~ x\\^2 \\\\"),
    ("snake_case _alone_ a_", "snake_case \\_alone\\_ a\\_"),
    ("# no heading", "\\# no heading"), ("- no list", "\\- no list"), ("+ nor", "\\+ nor"),
    ("+1", "+1"), ("1. nor", "1\\. nor"), ("12) nor", "12\\) nor"), ("1.5", "1.5"),
    ("> no quote", "\\> no quote"), ("--- | ---", "\\--- \\| ---"), ("=== x", "\\=== x"),
    (":-- x", "\\:-- x"), ("AT&T & &amp; &#65;", "AT\\&T & \\&amp; \\&#65;"),
    ("https://a.example www.a.example", "https\\://a.example www\\.a.example"),
    ("me@a.example or @me", "me@<!-- -->a.example or @me"),
    ("{{x}} {% y %} {z}", "&#123;{x}} &#123;% y %} {z}"),
    ("Plain, “quoted”: yes!", "Plain, “quoted”: yes!"),
    ("C# and #AI", "C# and #AI"),
  ])
  func noTextBecomesMarkup(text: String, written: String) {
    let blocks = [Block.paragraph([.text(text)])]
    #expect(markdown(blocks) == written + "\n")
    #expect(MarkdownReader().document(written).blocks == blocks)
  }

  private static let url = "https://a.example/b"

  private static let inlines: [(String, String)] = [
    ("*a* **b** ~~c~~", "_a_ **b** ~~c~~"), ("**a *b* c**", "**a _b_ c**"),
    ("*a **b***", "_a **b**_"), ("x*y*z", "x<em>y</em>z"), ("x**y**z", "x**y**z"),
    ("x<b>(y)</b>z", "x<strong>(y)</strong>z"), ("**(y)**", "**(y)**"),
    ("H<sub>2</sub>O<sup>3</sup>", "H<sub>2</sub>O<sup>3</sup>"),
    ("`a` ``b`c`` `` `d` ``", "`a` ``b`c`` `` `d` ``"),
    ("[t](https://a.example/b)", "[t](https://a.example/b)"),
    ("<https://a.example/b>", "<https://a.example/b>"),
    ("[t](<https://a.example/(b>)", "[t](<https://a.example/(b>)"),
    ("[t](https://a.example/?a=1&amp;copy;=2)", "[t](https://a.example/?a=1&amp;copy;=2)"),
    ("[me](mailto:me@a.example)", "[me](mailto:me@a.example)"),
    ("<me@a.example>", "<me@a.example>"),
    ("![A *b*](https://a.example/p.png)", "![A b](https://a.example/p.png)"),
    ("![a\\]b](https://a.example/p.png)", "![a\\]b](https://a.example/p.png)"),
    ("Hey\\![t](https://a.example/b)", "Hey\\![t](https://a.example/b)"),
    ("one\ntwo  \nthree", "one\ntwo  \nthree"),
    ("[**t** `c`](https://a.example/b)", "[**t** `c`](https://a.example/b)"),
  ]

  private static let blocks: [(String, String)] = [
    ("Title\n=====\n\n## Sub # one", "# Title\n\n## Sub \\# one"), ("***", "___"),
    ("- a\n- b\n  - c", "- a\n- b\n  - c"), ("3. a\n4. b", "3. a\n4. b"),
    ("- a\n\n- b", "- a\n\n- b"),
    ("- a\n\n  b\n- c", "- a\n\n  b\n\n- c"), ("- a\n\n* b", "- a\n\n* b"),
    ("1. a\n\n1) b", "1. a\n\n1) b"),
    ("- [x] a\n- [ ] b", "- [x] a\n- [ ] b"), ("- - a\n  - b", "- - a\n  - b"),
    ("- \n- b", "-\n- b"),
    ("- ***", "- ___"), ("- # h", "- # h"),
    ("> a\n>\n> > b", "> a\n>\n> > b"), ("> a\n\n> b", "> a\n\n> b"),
    ("    code\n\n      more", "```\ncode\n\n  more\n```"),
    ("```swift x\nlet a\n```", "```swift\nlet a\n```"),
    ("````\n```\n````", "````\n```\n````"), ("~~~a`b\nx\n~~~", "~~~a`b\nx\n~~~"),
    ("- a\n\n  ```\n  x\n\n  \ty\n  ```", "- a\n\n  ```\n  x\n\n  \ty\n  ```"),
    (
      "a|b|c|d\n-|:-|:-:|-:\n1\\|2|`x\\|y`|z|",
      "| a | b | c | d |\n| --- | :-- | :-: | --: |\n| 1\\|2 | `x\\|y` | z |  |"
    ),
    (
      "a[^x] b[^y].\n\n[^y]: Y\n[^x]: X\n\n    more",
      "a[^1] b[^2].\n\n[^1]: X\n\n    more\n\n[^2]: Y"
    ),
    ("a[^1]: b\n\n[^1]: X", "a[^1]\\: b\n\n[^1]: X"),
  ]

  @Test(arguments: inlines + blocks)
  func isCleanAndReadsBack(source: String, written: String) {
    let document = MarkdownReader().document(source)
    let markdown = MarkdownFormat().markdown(document)
    #expect(markdown == written + "\n")
    #expect(MarkdownReader().document(markdown) == document)
  }

  @Test func writesLineEndsAsSpacesOnDemand() {
    let document = MarkdownReader().document("one\ntwo  \nthree")
    #expect(MarkdownFormat(softBreak: " ").markdown(document) == "one two  \nthree\n")
  }

  @Test func nothingIsNothing() {
    #expect(MarkdownFormat().markdown(Document(blocks: [])) == "")
    #expect(markdown([.paragraph([.text(" ")]), .heading(level: 1, [])]) == "")
  }

  @Test func samplesReadBackAsTheyWere() throws {
    var count = 0
    for path in Self.samples {
      let url = try #require(WebURL("https://example.org/a/"))
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let article = try #require(Fixtures.article(text, path: "a.md").article)
      // Markdown has no words for the size of a picture.
      let document = try article.body.read(base: url).document.rewritten { inlines in
        inlines.map { inline in
          guard case .image(let picture) = inline else { return inline }
          return .image(Picture(url: picture.url, alt: picture.alt))
        }
      }
      let written = MarkdownFormat().markdown(document)
      let read = MarkdownReader().document(written)
      #expect(read.blocks == document.blocks, "\(path)")
      #expect(read.footnotes == document.footnotes, "\(path)")
      count += 1
    }
    #expect(count > 10)
  }

  private static var samples: [String] {
    let files = FileManager.default.enumerator(atPath: Fixtures.articles)?.allObjects ?? []
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted()
      .map { Fixtures.articles + "/" + $0 }
  }

  /// Trees such as a reader gives, full of signs: read, they are the same trees.
  @Test func randomDocumentsReadBack() {
    for seed in 0..<600 {
      var random = ReadDocument(seed: seed)
      let document = random.document()
      let written = MarkdownFormat().markdown(document)
      let read = MarkdownReader().document(written)
      #expect(sketch(read) == sketch(document), "seed \(seed):\n\(written)")
      #expect(read == document || sketch(read) != sketch(document))
    }
  }

  /// Trees that no reader gives keep their words, too: what was read of them reads back.
  @Test func anyTreeKeepsItsWords() {
    for seed in 0..<200 {
      var random = RandomDocument(seed: seed)
      let first = MarkdownReader().document(MarkdownFormat().markdown(random.document()))
      let written = MarkdownFormat().markdown(first)
      let second = MarkdownReader().document(written)
      #expect(
        second.plainText.filter(\.isLetter) == first.plainText.filter(\.isLetter), "seed \(seed)")
      #expect(second.webLinks.map(\.url) == first.webLinks.map(\.url), "seed \(seed):\n\(written)")
    }
  }
}
