import Testing

@testable import Tidings

@Suite struct HTMLFormatTests {
  static func html(
    _ markdown: String, css: String = "", level: Int = 3, direction: String = "ltr",
    pictures: Pictures = .none
  ) throws -> String {
    HTMLFormat(
      ThemedElements(theme: try Theme(css, file: "theme.css")), pictures: pictures
    ).html(
      of: MarkdownReader(base: WebURL("https://x.example")).document(markdown),
      headingLevel: level, direction: direction)
  }

  /// A table of one row, as what has a ground or a bar is written.
  static func box(_ cells: String, isLast: Bool = false) -> String {
    let name = isLast ? "box last" : "box"
    let end = isLast ? "" : "<!--[if mso]><br><![endif]-->"
    return """
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" \
      class="\(name)"><tr>\(cells)</tr></table>\(end)

      """
  }

  static func quote(_ content: String, isLast: Bool = false) -> String {
    let cells = "<td width=\"4\" class=\"bar\"></td><td class=\"quote\">\(content)</td>"
    return "<blockquote class=\"quote\">\(box(cells, isLast: isLast))</blockquote>\n"
  }

  static let blockCases: [(String, String)] = plainBlocks + boxes + tables

  private static let plainBlocks: [(String, String)] = [
    ("One\ntwo.\n\nThree.", "<p>One\ntwo.</p>\n<p>Three.</p>\n"),
    ("One  \ntwo.", "<p>One<br>\ntwo.</p>\n"),
    ("- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>\n"),
    (
      "- a\n\n- b",
      "<ul><li><p class=\"last\">a</p>\n</li>\n<li><p class=\"last\">b</p>\n</li>\n</ul>\n"
    ),
    ("- a\n\n  b", "<ul><li><p>a</p>\n<p class=\"last\">b</p>\n</li>\n</ul>\n"),
    ("- a\n  - b", "<ul><li>a<ul class=\"nested\"><li>b</li>\n</ul>\n</li>\n</ul>\n"),
    ("1. a\n2. b", "<ol><li>a</li>\n<li>b</li>\n</ol>\n"),
    ("0. a", "<ol start=\"0\"><li>a</li>\n</ol>\n"),
    ("7. a", "<ol start=\"7\"><li>a</li>\n</ol>\n"),
    ("- [x] a\n- [ ] b", "<ul class=\"tasks\"><li>☑ a</li>\n<li>☐ b</li>\n</ul>\n"),
    (
      "- [x] a\n\n- [ ] b",
      "<ul class=\"tasks\"><li><p class=\"last\">☑ a</p>\n</li>\n"
        + "<li><p class=\"last\">☐ b</p>\n</li>\n</ul>\n"
    ),
    ("---", "<hr>\n"),
    (
      "A[^1] and B[^1].\n\n[^1]: Note.",
      "<p>A<sup>[1]</sup> and B<sup>[1]</sup>.</p>\n<hr class=\"notes\">\n"
        + "<ol class=\"notes\"><li>Note.</li>\n</ol>\n"
    ),
  ]

  private static let boxes: [(String, String)] = [
    ("> Said.", quote("<p class=\"last\">Said.</p>\n")),
    (
      "> Said.\n>\n> > Twice.",
      quote("<p>Said.</p>\n" + quote("<p class=\"last\">Twice.</p>\n", isLast: true))
    ),
    (
      "> **Note**\n>\n> Mind it.",
      box(
        "<td class=\"notice\"><p class=\"notice\"><strong>Note</strong></p>\n"
          + "<p class=\"last\">Mind it.</p>\n</td>")
    ),
    (
      "```swift\nlet a = 1\n\n  let  b\n```",
      box(
        "<td class=\"code\"><code class=\"block\">let a = 1<br><br>\u{A0}\u{A0}let \u{A0}b</code></td>"
      )
    ),
  ]

  private static let tables: [(String, String)] = [
    (
      "| a | b | c | d |\n| - | :- | :-: | -: |\n| 1 | 2 | 3 | 4 |",
      """
      <table width="100%" cellpadding="0" cellspacing="0" border="0" class="data"><tr>\
      <th scope="col" align="left" width="25%">a</th>
      <th scope="col" align="left" width="25%">b</th>
      <th scope="col" align="center" width="25%">c</th>
      <th scope="col" align="right" width="25%">d</th>
      </tr>
      <tr><td class="data">1</td>
      <td align="left" class="data">2</td>
      <td align="center" class="data">3</td>
      <td align="right" class="data">4</td>
      </tr>
      </table>

      """
    )
  ]

  @Test(arguments: blockCases)
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
      "<img src=\"https://x.example/c.png\" alt=\"A &quot;cat&quot;\" width=\"536\" style=\"max-width:536px\">"
    ),
    // A link of pictures alone says where it leads.
    (
      "[![](https://x.example/c.png)](https://www.y.example/a)",
      "<a href=\"https://www.y.example/a\"><img src=\"https://x.example/c.png\" alt=\"y.example\""
        + " width=\"536\" style=\"max-width:536px\"></a>"
    ),
  ])
  func inlines(markdown: String, html: String) throws {
    #expect(try Self.html(markdown) == "<p>\(html)</p>\n")
  }

  @Test(arguments: [
    ("# a", 3, [3]), ("# a", 1, [1]), ("# a", 6, [6]), ("# a\n\n## b", 6, [6, 6]),
    ("###### a", 2, [2]), ("# a\n\n#### b\n\n## c\n\n### d\n\n# e", 3, [3, 4, 4, 5, 3]),
    ("### a\n\n# b\n\n## c", 3, [3, 3, 4]),
    ("## a\n\n> ### b\n\n- #### c", 4, [4, 5, 6]),
  ])
  func headingsLeaveNoLevelOut(markdown: String, level: Int, levels: [Int]) throws {
    let tags = startTags(try Self.html(markdown, level: level))
    #expect(tags.filter { $0.hasPrefix("<h") } == levels.map { "<h\($0)>" })
  }

  @Test(
    arguments: [
      (nil, "width=\"536\"", "max-width:536px"),
      ((1_072, 500), "width=\"536\" height=\"250\"", "max-width:536px"),
      ((300, 200), "width=\"300\" height=\"200\"", "max-width:300px"),
      ((4_000, 1), "width=\"536\" height=\"1\"", "max-width:536px"),
      ((1, Int.max), "width=\"1\" height=\"10000\"", "width:1px"),
      ((0, 10), "width=\"536\"", "max-width:536px"),
      ((20, 16), "width=\"20\" height=\"16\" class=\"icon\"", "width:20px"),
    ] as [((Int, Int)?, String, String)])
  func picturesHaveTheirSize(
    size: (Int, Int)?, attributes: String, style: String
  ) throws {
    let url = try #require(WebURL("https://x.example/a.png"))
    let facts = size.map { [url: PictureFacts(width: $0.0, height: $0.1, bytes: 1, format: .png)] }
    let html = try Self.html("![a](/a.png)", pictures: Pictures(facts ?? [:]))
    if let size, size.1 == .max {
      #expect(html.contains(" height=\"10000\""))
    } else {
      #expect(html.contains(" \(attributes) style=\"\(style)\">"), "\(html)")
    }
  }

  @Test func aPictureInsideIsNarrower() throws {
    #expect(try Self.html("> - ![a](/a.png)").contains("width=\"476\""))
    #expect(try Self.html("| ![a](/a.png) | b |\n| - | - |").contains("width=\"252\""))
  }

  @Test func aPictureThatTravelsIsNamedByItsContentID() throws {
    let url = try #require(WebURL("https://x.example/a.png"))
    let facts = PictureFacts(
      width: 60, height: 60, bytes: 1, format: .png, contentID: "p@x.example")
    #expect(
      try Self.html("![a](/a.png)", pictures: Pictures([url: facts]))
        .contains("<img src=\"cid:p@x.example\" alt=\"a\" width=\"60\" height=\"60\""))
  }

  @Test func whatIsNestedDeepKeepsItsRoom() throws {
    let quotes = try Self.html(String(repeating: "> ", count: 40) + "deep")
    #expect(quotes.utf8.count(of: "<blockquote") == 4)
    let list = (0..<20).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
    let lists = startTags(try Self.html(list, css: "ul { margin: 0 0 0 24px }"))
      .filter { $0.hasPrefix("<ul") }
    #expect(lists.count == 20)
    #expect(lists.filter { $0.contains(";margin:0\"") }.count == 16)
  }

  @Test func textFromRightToLeftIsMirroredButForItsCode() throws {
    let css = "ul { margin: 0 0 0 24px } td.code { text-align: start }"
    let html = try Self.html(
      "- a\n\n```\nb\n```\n\n| c |\n| - |", css: css, direction: "rtl")
    #expect(html.contains("<ul style=\"margin:0 24px 0 0\">"))
    #expect(html.contains("<td dir=\"ltr\" align=\"left\" class=\"code\""))
    #expect(html.contains("<th scope=\"col\" align=\"right\" width=\"100%\">c</th>"))
  }

  @Test(arguments: [
    ("| Port | High | Low |\n| - | - | - |\n| Heron Cove | 4.20 | 0.31 |", false, false),
    (
      "| Key | Value |\n| - | - |\n| a | Many words that may wrap as they like in a cell |", false,
      false
    ),
    ("| Monday | Tuesday | Wednesday | Thursday |\n| - | - | - | - |", true, false),
    (
      "| Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday | Station |\n"
        + "| - | - | - | - | - | - | - | - |", true, true
    ),
  ])
  func tablesThatFitNoPhoneScroll(markdown: String, isWide: Bool, isDense: Bool) throws {
    let html = try Self.html(markdown)
    #expect(html.contains("<div tabindex=\"0\" class=\"scroll\"><table ") == isWide)
    #expect(html.contains("class=\"data wide\"") == isWide)
    #expect(html.contains("class=\"dense\"") == isDense)
    #expect(html.hasSuffix(isWide ? "</table></div>\n" : "</table>\n"))
  }

  @Test func columnsShareAllOfTheWidth() throws {
    for seed in 0..<200 {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...12, using: &random)
      func cell() -> [Inline] {
        let length = Int.random(in: 0...40, using: &random)
        return [.text(String(repeating: Bool.random(using: &random) ? "a" : "a ", count: length))]
      }
      let columns = TableColumns(
        Block.Table(
          alignments: Array(repeating: .natural, count: count),
          header: (0..<count).map { _ in cell() }, rows: [(0..<count).map { _ in cell() }]))
      #expect(columns.percents.count == count)
      #expect(columns.percents.allSatisfy { $0 >= 1 })
      #expect((100 - count...100).contains(columns.percents.reduce(0, +)), "seed \(seed)")
    }
  }

  @Test func aWordThatFitsNoCellMayBreak() throws {
    let long = String(repeating: "a", count: 25)
    #expect(
      try Self.html("| b \(long) c |\n| - |")
        .contains(">b <span class=\"long\">\(long)</span> c</th>"))
  }

  @Test(arguments: 0..<60)
  func everyElementIsClosedWhereItWasOpened(seed: Int) throws {
    var random = RandomDocument(seed: seed)
    let document = random.document()
    let html = HTMLFormat(ThemedElements(theme: try Theme("p { width: 0 }", file: "theme.css")))
      .html(of: document, direction: seed % 2 == 0 ? "ltr" : "rtl")
    #expect(unbalanced(html) == nil, "seed \(seed)")
  }

  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)",
    "&lt;b&gt; & &amp;", "--><!--[if mso]><b>", "]]>", "\u{600}<b>", "a\"\u{301} onclick=x",
    "<\u{200D}b>", "{{{raw}}} {{reader.email}}",
  ]

  @Test(arguments: hostile)
  func whatAnArticleSaysIsNeverMarkup(text: String) throws {
    let html = try Self.everywhere(text)
    // How long its words are may make a table scroll, and a word in it break.
    func shapes(_ html: String) -> [String] {
      let loose = ["div", "/div", "span", "/span"]
      return tagShapes(html).filter { shape in !loose.contains { shape.hasPrefix($0) } }
    }
    #expect(shapes(html) == shapes(try Self.everywhere("harmless")))
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
    return HTMLFormat(ThemedElements(theme: try Theme("", file: "theme.css"))).html(of: document)
  }

  @Test func everyElementWithARuleCarriesItInline() throws {
    let elements = [
      "p", "h3", "h4", "h5", "h6", "blockquote", "div", "span", "ul", "ol", "li", "code", "table",
      "tr",
      "th", "td", "em", "strong", "del", "sup", "sub", "a", "img", "hr", "br",
    ]
    let css = elements.map { "\($0) { color: \($0)1 }" }.joined(separator: "\n")
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

      | Monday | Tuesday | Wednesday | Thursday, Friday and Saturday |
      | - | - | - | - |
      | a | b | c | dddddddddddddddddddddddddd |

      ---

      [^1]: Note.
      """
    let tags = startTags(try Self.html(markdown, css: css))
    var seen: Set<String> = []
    for tag in tags {
      let name = String(tag.dropFirst().prefix { $0.isLetter || $0.isNumber })
      seen.insert(name)
      #expect(tag.contains(" style=\"color:\(name)1"), "\(tag)")
    }
    #expect(seen == Set(elements))
  }

  @Test func aTableWithoutHeaderHasNoRowForIt() throws {
    let table = Block.Table(
      alignments: [.natural, .center], header: [[], []], rows: [[[.text("a")], [.text("b")]]])
    #expect(
      HTMLFormat(ThemedElements(theme: try Theme("", file: "theme.css"))).html(
        of: Document(blocks: [.table(table)]))
        == "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" class=\"data\">"
        + "<tr><td width=\"50%\" class=\"data\">a</td>\n"
        + "<td align=\"center\" width=\"50%\" class=\"data\">b</td>\n</tr>\n</table>\n")
  }

  @Test func classesOfTheFormatTakeTheirRules() throws {
    let css =
      "td { color: red } td.data { color: 'a&b' } .tasks { margin: 0 } code.block { width: 0 }"
    let html = try Self.html("| a |\n| - |\n| b |\n\n- [ ] c\n\n```\nd\n```", css: css)
    #expect(html.contains("<td class=\"data\" style=\"color:&#39;a&amp;b&#39;\">b</td>"))
    #expect(html.contains("<ul class=\"tasks\" style=\"margin:0\">"))
    #expect(html.contains("<code class=\"block\" style=\"width:0\">d</code>"))
  }
}

/// The first tag that does not fit the ones before it; nil for HTML in which all are closed.
func unbalanced(_ html: String) -> String? {
  let void: Set<Substring> = ["br", "hr", "img", "meta"]
  var open: [Substring] = []
  var rest = html[...]
  while let start = rest.firstIndex(of: "<") {
    rest = rest[start...]
    if rest.hasPrefix("<!") {
      guard let end = rest.firstRange(of: rest.hasPrefix("<!--") ? "-->" : ">") else { return "<!" }
      rest = rest[end.upperBound...]
      continue
    }
    let tag = rest.prefix { $0 != ">" }
    rest = rest[tag.endIndex...]
    let isEnd = tag.dropFirst().first == "/"
    let name = tag.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetter || $0.isNumber }
    if void.contains(name) { continue }
    if !isEnd {
      open.append(name)
    } else if open.popLast() != name {
      return String(tag)
    }
  }
  return open.last.map(String.init)
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
