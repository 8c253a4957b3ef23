import Testing

@testable import Tidings

@Suite struct HTMLFormatTests {
  static func html(_ markdown: String, css: String = "", level: Int = 3) throws -> String {
    HTMLFormat(theme: try Theme(css, file: "theme.css"), headingLevel: level)
      .html(of: MarkdownReader(base: nil).document(markdown))
  }

  @Test(arguments: [
    ("One\ntwo.\n\nThree.", "<p>One\ntwo.</p>\n<p>Three.</p>\n"),
    ("One  \ntwo.", "<p>One<br>\ntwo.</p>\n"),
    (
      "> Said.\n>\n> > Twice.",
      "<blockquote><p>Said.</p>\n<blockquote><p>Twice.</p>\n</blockquote>\n</blockquote>\n"
    ),
    ("- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>\n"),
    ("- a\n\n- b", "<ul><li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
    ("- a\n  - b", "<ul><li>a<ul><li>b</li>\n</ul>\n</li>\n</ul>\n"),
    ("1. a\n2. b", "<ol><li>a</li>\n<li>b</li>\n</ol>\n"),
    ("0. a", "<ol start=\"0\"><li>a</li>\n</ol>\n"),
    ("7. a", "<ol start=\"7\"><li>a</li>\n</ol>\n"),
    ("- [x] a\n- [ ] b", "<ul class=\"tasks\"><li>☑ a</li>\n<li>☐ b</li>\n</ul>\n"),
    (
      "```swift\nlet a = 1\n\nlet b\n```",
      "<p class=\"code\"><code class=\"block\">let a = 1<br><br>let b</code></p>\n"
    ),
    ("---", "<hr>\n"),
    (
      "| a | b | c | d |\n| - | :- | :-: | -: |\n| 1 | 2 | 3 | 4 |",
      "<table class=\"data\"><tr><th>a</th>\n<th align=\"left\">b</th>\n<th align=\"center\">c</th>\n"
        + "<th align=\"right\">d</th>\n</tr>\n<tr><td class=\"data\">1</td>\n"
        + "<td align=\"left\" class=\"data\">2</td>\n<td align=\"center\" class=\"data\">3</td>\n"
        + "<td align=\"right\" class=\"data\">4</td>\n</tr>\n</table>\n"
    ),
    (
      "A[^1] and B[^1].\n\n[^1]: Note.",
      "<p>A<sup>1</sup> and B<sup>1</sup>.</p>\n<hr><ol class=\"footnotes\"><li>Note.</li>\n</ol>\n"
    ),
  ])
  func blocks(markdown: String, html: String) throws {
    #expect(try Self.html(markdown) == html)
  }

  @Test(arguments: [
    ("*a* **b** ~~c~~ `d`", "<em>a</em> <strong>b</strong> <del>c</del> <code>d</code>"),
    ("***a***", "<em><strong>a</strong></em>"),
    ("H<sub>2</sub>O, x<sup>2</sup>", "H<sub>2</sub>O, x<sup>2</sup>"),
    (
      "[a *b*](https://x.example/?q=1&r='2')",
      "<a href=\"https://x.example/?q=1&amp;r=&#39;2&#39;\">a <em>b</em></a>"
    ),
    ("<ann@x.example>", "<a href=\"mailto:ann@x.example\">ann@x.example</a>"),
    (
      "![A \"cat\"](https://x.example/c.png)",
      "<img src=\"https://x.example/c.png\" alt=\"A &quot;cat&quot;\" width=\"536\">"
    ),
  ])
  func inlines(markdown: String, html: String) throws {
    #expect(try Self.html(markdown) == "<p>\(html)</p>\n")
  }

  @Test(arguments: [(1, 0, 1), (1, 2, 3), (4, 2, 6), (6, 2, 6), (6, 9, 6), (2, -1, 1)])
  func headingsStandBelowTheirArticlesTitle(level: Int, shift: Int, expected: Int) throws {
    let markdown = String(repeating: "#", count: level) + " A"
    #expect(try Self.html(markdown, shift: shift) == "<h\(expected)>A</h\(expected)>\n")
  }

  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)",
    "&lt;b&gt; & &amp;", "--><!--[if mso]><b>", "]]>", "\u{600}<b>", "a\"\u{301} onclick=x",
    "<\u{200D}b>", "{{{raw}}} {{reader.email}}",
  ]

  @Test(arguments: hostile)
  func whatAnArticleSaysIsNeverMarkup(text: String) throws {
    let html = try Self.everywhere(text)
    #expect(tagShapes(html) == tagShapes(try Self.everywhere("harmless")))
    let escaped = text.unicodeScalars.reduce(into: "") {
      switch $1 {
      case "<": $0 += "&lt;"
      case ">": $0 += "&gt;"
      case "&": $0 += "&amp;"
      case "\"": $0 += "&quot;"
      case "'": $0 += "&#39;"
      default: $0.unicodeScalars.append($1)
      }
    }
    // Eight times in each of the ten places that hold inlines, and once as a code block; in mail
    // addresses it is percent-encoded.
    #expect(html.utf8.count(of: escaped) == 81)
  }

  /// HTML with `text` in every position that takes words.
  static func everywhere(_ text: String) throws -> String {
    let url = try #require(WebURL("https://x.example/a?b='c'&d"))
    let inlines: [Inline] = [
      .text(text), .code(text), .emphasis([.strong([.strikethrough([.text(text)])])]),
      .superscript([.text(text)]), .subscript([.text(text)]),
      .link(.web(url), [.text(text)]), .link(.mail(text), [.text(text)]),
      .image(Picture(url: url, alt: text)),
    ]
    let item = Block.Item(blocks: [.paragraph(inlines)])
    let row = [inlines, inlines]
    let document = Document(
      blocks: [
        .paragraph(inlines), .heading(level: 1, inlines), .quote([.paragraph(inlines)]),
        .list(.init(start: nil, isTight: true, items: [item])),
        .list(.init(start: 2, isTight: false, items: [item])),
        .code(language: text, text: text),
        .table(.init(alignments: [.natural, .right], header: row, rows: [row])),
      ], footnotes: [[.paragraph(inlines)]])
    return HTMLFormat(theme: try Theme("", file: "theme.css")).html(of: document)
  }

  @Test func everyElementWithARuleCarriesItInline() throws {
    let elements = [
      "p", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "code", "table", "tr",
      "th", "td", "em", "strong", "del", "sup", "sub", "a", "img", "hr", "br",
    ]
    let css = elements.map { "\($0) { color: #\($0) }" }.joined(separator: "\n")
    let markdown = """
      # a

      ## b

      ### c

      #### d

      *a* **b** ~~c~~ `d` <sup>e</sup> <sub>f</sub> [g](https://x.example) ![h](https://x.example/h.png)[^1]  
      next

      > quote

      - a
      - b

      1. [x] c

      ```
      code
      ```

      | a |
      | - |
      | b |

      ---

      [^1]: Note.
      """
    let tags = startTags(try Self.html(markdown, css: css))
    var seen: Set<String> = []
    for tag in tags {
      let name = String(tag.dropFirst().prefix { $0.isLetter || $0.isNumber })
      seen.insert(name)
      #expect(tag.contains(" style=\"color:#\(name)\""), "\(tag)")
    }
    #expect(seen == Set(elements))
  }

  @Test func aTableWithoutHeaderHasNoRowForIt() throws {
    let table = Block.Table(
      alignments: [.natural, .center], header: [[], []], rows: [[[.text("a")], [.text("b")]]])
    #expect(
      HTMLFormat(theme: try Theme("", file: "theme.css")).html(
        of: Document(blocks: [.table(table)]))
        == "<table class=\"data\"><tr><td class=\"data\">a</td>\n"
        + "<td align=\"center\" class=\"data\">b</td>\n</tr>\n</table>\n")
  }

  @Test func classesOfTheFormatTakeTheirRules() throws {
    let css =
      "td { color: red } td.data { color: 'a&b' } .tasks { margin: 0 } code.block { top: 0 }"
    let html = try Self.html("| a |\n| - |\n| b |\n\n- [ ] c\n\n```\nd\n```", css: css)
    #expect(html.contains("<td class=\"data\" style=\"color:&#39;a&amp;b&#39;\">b</td>"))
    #expect(html.contains("<ul class=\"tasks\" style=\"margin:0\">"))
    #expect(html.contains("<code class=\"block\" style=\"top:0\">d</code>"))
  }
}

extension String.UTF8View {
  /// How often the bytes of `text` stand in it.
  func count(of text: String) -> Int {
    let all = Array(self)
    let part = Array(text.utf8)
    guard part.count <= all.count else { return 0 }
    return (0...all.count - part.count).count { all[$0..<$0 + part.count].elementsEqual(part) }
  }
}
