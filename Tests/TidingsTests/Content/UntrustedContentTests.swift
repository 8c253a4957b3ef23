import Testing

@testable import Tidings

@Suite struct UntrustedContentTests {
  /// Every address in a tree, and everything else of it that could act.
  private func dangers(_ document: Document) -> [String] {
    var found: [String] = []
    func visit(_ inlines: [Inline]) {
      for inline in inlines {
        switch inline {
        case .link(.web(let url), let inner):
          if !url.text.lowercased().hasPrefix("http") { found.append(url.text) }
          visit(inner)
        case .link(.mail(let address), let inner):
          if address.contains(where: \.isWhitespace) { found.append(address) }
          visit(inner)
        case .image(let picture):
          if !picture.url.text.lowercased().hasPrefix("http") { found.append(picture.url.text) }
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
          .superscript(let inner), .subscript(let inner):
          visit(inner)
        case .text(let text), .code(let text):
          if text.unicodeScalars.contains(where: { $0.value < 0x20 }) { found.append(text) }
        case .softBreak, .lineBreak, .footnote: break
        }
      }
    }
    func visit(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .paragraph(let inlines), .heading(_, let inlines): visit(inlines)
        case .quote(let inner): visit(inner)
        case .list(let list): for item in list.items { visit(item.blocks) }
        case .table(let table): for cell in table.header + table.rows.joined() { visit(cell) }
        case .code, .rule: break
        }
      }
    }
    visit(document.blocks)
    for note in document.footnotes { visit(note) }
    return found
  }

  static let attacks = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script\n>alert(1)</script\n>",
    "<img src=x onerror=alert(1)>", "<img/src=\"x\"/onerror=alert(1)>",
    "<img src=\"javascript:alert(1)\">", "<svg onload=alert(1)>", "<svg/onload=alert(1)//",
    "<svg><script>alert(1)</script></svg>", "<math><mtext><script>alert(1)</script></mtext></math>",
    "<a href=\"javascript:alert(1)\">x</a>", "<a href=\" javascript:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>", "<a href=\"java\nscript:alert(1)\">x</a>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<a href=\"&#x6A&#x61vascript&colon;alert(1)\">x</a>",
    "<a href=\"\u{01}javascript:alert(1)\">x</a>", "<a href=\"jav\u{00}ascript:alert(1)\">x</a>",
    "<a href=\"vbscript:x\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<a href=\"file:///etc/passwd\">x</a>", "<a href='x' href='javascript:alert(1)'>x</a>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>",
    "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>x</button></form>",
    "<body onload=alert(1)>", "<style>@import 'javascript:alert(1)'</style>",
    "<link rel=stylesheet href=javascript:alert(1)>", "<base href=javascript:alert(1)//>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<template><img src=x onerror=alert(1)></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<textarea><script>alert(1)</script></textarea>",
    "<!--[if mso]><script>alert(1)</script><![endif]-->",
    "<div style=\"background:url(javascript:alert(1))\">x</div>", "<video src=x onerror=alert(1)>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](javascript&colon;alert(1))",
    "[x](<java\nscript:alert(1)>)", "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:alert(1))",
    "![x](javascript:alert(1))", "<javascript:alert(1)>", "[x]: javascript:alert(1)\n\n[x]",
    "[x](mailto:a@b.example%0ABcc:c@d.example)", "<a href=\"mailto:a@b?%0d%0aBcc:x\">x</a>",
    "[x](https://e.example/%0d%0a \"t\")", "`\u{1B}]0;x\u{07}`", "&#27;[2J", "&#0;&#13;&#10;",
  ]

  @Test(arguments: attacks)
  func keepsNothingThatActs(attack: String) {
    let base = WebURL("https://example.org/")
    let wrapped = ["", "text ", "> ", "- ", "| a |\n|---|\n| "].map { $0 + attack }
    for source in wrapped {
      #expect(dangers(MarkdownReader(base: base).document(source)) == [])
    }
    #expect(dangers(HTMLReader(base: base).document(attack)) == [])
    #expect(dangers(HTMLReader(base: base).document("<p>" + attack)) == [])
  }

  @Test(arguments: [
    "> ", ">", "- ", "1. ", "* ", "[", "![", "![[]()", "*", "_a ", "**a *", "`", "<div>", "<b>",
    "<b>a</b>", "<!--", "<?", "<![CDATA[", "&", "|", "|-", "~", "\\", "[^1]", "[^1]: ", "http://a<",
    "a@b.", "www.a(", "<ul><li>", "<table><tr><td>", "<blockquote>", "a<!--more-->", "a_b__c",
    "(", "• a\n", "> <div>\n", "\n", "<i>", "</b>", "<x y=\"", "- \n", "<div>\n\na\n\n",
  ])
  func standsDeepAndLongInput(unit: String) {
    let source = String(repeating: unit, count: 10_000)
    #expect(dangers(MarkdownReader().document(source)) == [])
    #expect(dangers(HTMLReader().document(source)) == [])
    _ = ProseLines.markdown(source)
    _ = Sentences.all(in: source)
    _ = Typography.mended(source)
    let excerpt = MarkdownReader().document(source).excerpt(words: 20)
    #expect(WordCount(excerpt.plainText).total <= 10_000)
  }

  @Test(arguments: [
    (">", 500, "containers nested more than 100 deep"),
    ("![[]()", 6_000, "images after the first 5000 of a paragraph"),
    ("|a", 2_000, "tables (too many columns)"),
    ("words\n", 200_000, "everything after the first 1048576 bytes"),
    ("<blockquote>", 200, "structure nested more than 100 deep"),
  ])
  func tellsWhatIsTooMuch(unit: String, count: Int, remark: String) {
    let source =
      String(repeating: unit, count: count) + "x\n" + String(repeating: "|-", count: count)
    let result = MarkdownReader().read(source)
    #expect(result.dropped.contains(remark))
    #expect(!result.document.plainText.isEmpty)
  }

  @Test func endsATagWithTooManyAttributes() {
    let tag = "<i " + (0..<20_000).map { "a\($0)=b" }.joined(separator: " ") + ">x</i>"
    let result = HTMLReader().read("<p>before</p>" + tag + "<p>after</p>")
    #expect(result.dropped == ["attributes of a tag with too many"])
    #expect(result.document.plainText.hasPrefix("before"))
    #expect(result.document.plainText.hasSuffix("after"))
  }

  @Test func keepsWhatFollowsALongDataAddress() {
    let image =
      "<img src=\"data:image/png;base64," + String(repeating: "ab/c+d==", count: 300) + "\">"
    #expect(sketch(HTMLReader().document("<p>a</p>" + image + "<p>b</p>")) == "p(a) p(b)")
  }

  @Test func survivesNoise() {
    var noise = Noise(seed: 20_250_203)
    let shards =
      Self.attacks + [
        "\n", "\n\n", "    ", "> ", "- ", "1. ", "# ", "```", "~~~", "|", "|-|", "*", "_", "`", "[",
        "](",
        ")", "<", ">", "</", "<!--", "-->", "&amp;", "\\", "é", "漢", "🏳️‍🌈", "\u{202E}", "a", " ",
        "www.a.b",
        "[^1]", "[^1]: ", "<td>", "</td>", "<table>", "</div>", "<b>", "</b>", "<li>", "• ",
        "<!--more-->",
      ]
    for _ in 0..<1_500 {
      let bytes = (0..<noise.below(200)).map { _ in UInt8(noise.below(256)) }
      let parts = (0..<noise.below(30)).map { _ in shards[noise.below(shards.count)] }
      for source in [String(decoding: bytes, as: UTF8.self), parts.joined()] {
        let document = MarkdownReader().document(source)
        #expect(dangers(document) == [])
        #expect(dangers(HTMLReader().document(source)) == [])
        _ = document.mended.excerpt(words: 5).plainText
        _ = Sentences.all(in: ProseLines.markdown(source))
      }
    }
  }

  @Test func readsTheSameOnManyThreads() async {
    let source = """
      ~~a~~ https://x.example **b** <i>c</i>[^1]

      | a | b |
      |---|---|
      | ~~1~~ | www.y.example |

      - [x] done

      <details><summary>s</summary>

      text

      </details>

      [^1]: note
      """
    let expected = MarkdownReader().document(source)
    #expect(sketch(expected).contains("del(a)"))
    let isSame = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask { (0..<50).allSatisfy { _ in MarkdownReader().document(source) == expected } }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(isSame)
  }
}

/// The same numbers on every run (SplitMix64).
private struct Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
