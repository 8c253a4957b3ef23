@testable import Tidings

/// Document trees as reading Markdown gives them, with words that look like markup.
struct ReadDocument {
  private var random: SeededGenerator
  private var footnotes = 0

  init(seed: Int) {
    random = SeededGenerator(seed: seed)
  }

  private static let words = [
    "a", "word", "Größe", "e\u{301}te\u{301}", "日本語。", "👩‍👩‍👧‍👦", "مرحبا", "--", "-", ">", "1.", "2)",
    "[1]", "*",
    "**b**", "_c_", "snake_case", "`", "``", "<b>", "</p>", "<!--", "&amp;", "&", "#", "##", "+",
    "|", "a|b",
    "~~", "~", "https://a.example/x_y", "www.b.example", "!", "\\", "\\*", "{{x}}", "{%",
    "me@c.example", "$",
    "^", "[^1]", ":--", "===", "---", "(x)", "“q”", "€5", "5€", "'s", "x.", "[x]", "![y](z)", "```",
    "<https://d>", "x\u{A0}y",
  ]
  private static let urls = [
    "https://a.example/1", "https://b.example/(two)?a=1&b=2", "https://c.example/_x_*y*",
    "https://d.example/日本語?q=&lt;1", "http://e.example/~f/",
  ].compactMap { WebURL($0) }

  mutating func document() -> Document {
    let blocks = blocks(depth: 0, count: 1...4)
    let notes = (0..<footnotes).map { _ in self.blocks(depth: 2, count: 1...2, notes: false) }
    return Document(blocks: blocks, footnotes: notes)
  }

  private mutating func chance(_ one: Int) -> Bool { number(1...one) == 1 }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func blocks(
    depth: Int, count: ClosedRange<Int>, notes: Bool = true
  ) -> [Block] {
    (0..<number(count)).map { _ in block(depth: depth, notes: notes && depth == 0) }
  }

  private mutating func block(depth: Int, notes: Bool) -> Block {
    switch number(0...(depth < 3 ? 9 : 5)) {
    case 0: return .heading(level: number(1...6), line())
    case 1: return .rule
    case 2:
      let texts = ["let a = 1\n\n  let b = 2  \n\t", "```\n~~~", "", "- x\n> y", "\n", "    z"]
      let languages = [nil, "swift", "c++", "a&b"]
      return .code(
        language: languages.randomElement(using: &random) ?? nil,
        text: texts.randomElement(using: &random) ?? "")
    case 3: return .table(table())
    case 6, 7: return .quote(blocks(depth: depth + 1, count: 1...3))
    case 8, 9: return .list(list(depth: depth))
    default: return .paragraph(paragraph(notes: notes))
    }
  }

  private mutating func list(depth: Int) -> Block.List {
    let isTight = chance(2)
    // In a quotation the library sees no tasks.
    let isTask = depth == 0 && chance(4)
    let items = (0..<number(2...3)).map { _ -> Block.Item in
      var blocks = [Block.paragraph(paragraph(notes: false))]
      if isTight {
        if depth < 2, chance(3) { blocks.append(.list(nested())) }
      } else {
        blocks += self.blocks(depth: depth + 1, count: 0...2)
      }
      return Block.Item(isDone: isTask ? chance(2) : nil, blocks: blocks)
    }
    return Block.List(start: chance(2) ? nil : number(0...999), isTight: isTight, items: items)
  }

  private mutating func nested() -> Block.List {
    let items = (0..<number(1...2)).map { _ in
      Block.Item(blocks: [.paragraph(paragraph(notes: false))])
    }
    return Block.List(start: chance(2) ? nil : 1, isTight: true, items: items)
  }

  private mutating func table() -> Block.Table {
    let alignments: [Block.Alignment] = (0..<number(1...3)).map { _ in
      [.natural, .left, .center, .right].randomElement(using: &random) ?? .natural
    }
    return Block.Table(
      alignments: alignments, header: alignments.map { _ in line() },
      rows: (0..<number(0...2)).map { _ in alignments.map { _ in chance(4) ? [] : line() } })
  }

  private mutating func paragraph(notes: Bool) -> [Inline] {
    var inlines = line(notes: notes)
    for _ in 0..<number(0...2) { inlines += [chance(3) ? .lineBreak : .softBreak] + line() }
    return inlines.trimmed
  }

  /// One line, which begins and ends with words.
  private mutating func line(notes: Bool = false) -> [Inline] {
    var inlines: [Inline] = [.text(words())]
    for _ in 0..<number(0...3) {
      inlines.append(inline(notes: notes))
      inlines.append(.text((chance(3) ? "" : " ") + words() + (chance(3) ? "" : " ")))
    }
    return inlines.trimmed
  }

  private mutating func inline(notes: Bool) -> Inline {
    switch number(0...8) {
    case 0:
      return .code(["x", "`", "a `` b", " ", " y ", "c|d"].randomElement(using: &random) ?? "x")
    case 1: return .emphasis([.text(words())])
    case 2: return .strong([.text(words()), .emphasis([.text("in")]), .text(words())])
    case 3: return .strikethrough([.text(words())])
    case 4: return chance(2) ? .superscript([.text(words())]) : .subscript([.text(words())])
    case 5:
      guard let url = Self.urls.randomElement(using: &random) else { return .code("x") }
      return .image(Picture(url: url, alt: chance(3) ? "" : words().oneLine))
    case 6 where notes:
      footnotes += 1
      return .footnote(footnotes)
    case 7:
      return .link(.mail("me@a.example"), [.text(chance(2) ? "me@a.example" : words())])
    default:
      guard let url = Self.urls.randomElement(using: &random) else { return .code("x") }
      return .link(.web(url), [.text(chance(3) ? url.text : words()), .strong([.text("s")])])
    }
  }

  private mutating func words() -> String {
    (0..<number(1...3)).map { _ in Self.words.randomElement(using: &random) ?? "a" }
      .joined(separator: " ")
  }
}
