@testable import Tidings

/// Document trees that are hard to set, the same for the same seed.
struct RandomDocument {
  private var random: SeededGenerator

  init(seed: Int) {
    random = SeededGenerator(seed: seed)
  }

  /// Far longer than a line, without a place to break it.
  static let unbreakable =
    "unbreakable-" + String(repeating: "and-far-longer-than-any-line-", count: 3)

  private static let words = [
    "a", "word", "Größe", "e\u{301}te\u{301}", "日本語の文章は空白なしで長く続くことがある。", "👩‍👩‍👧‍👦", "🇧🇷", "مرحبا", "--",
    "-", ">",
    "1.", "[1]", "", " ", "  ", unbreakable,
  ]
  private static let addresses = [
    "https://a.example/1", "https://www.b.example/two",
    "https://c.example/" + String(repeating: "long/", count: 20), "https://d.example/?q=日本語の文章",
  ].compactMap { WebURL($0) }

  mutating func document() -> Document {
    Document(blocks: blocks(depth: 0), footnotes: chance(3) ? [blocks(depth: 2)] : [])
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 1...one, using: &random) == 1 }

  private mutating func some<T>(
    _ range: ClosedRange<Int>, _ make: (inout RandomDocument) -> T
  ) -> [T] {
    let count = Int.random(in: range, using: &random)
    return (0..<count).map { _ in make(&self) }
  }

  private mutating func blocks(depth: Int) -> [Block] { some(0...4) { $0.block(depth: depth) } }

  private mutating func block(depth: Int) -> Block {
    switch Int.random(in: 0...(depth < 3 ? 9 : 4), using: &random) {
    case 0: return .heading(level: Int.random(in: 1...6, using: &random), inlines())
    case 1: return .rule
    case 2: return .code(language: nil, text: "let a = 1\n\n  let b = 2  \n\t")
    case 5, 6: return .quote(blocks(depth: depth + 1))
    case 7, 8:
      let isTask = chance(3)
      return .list(
        .init(
          start: chance(2) ? nil : Int.random(in: 0...999, using: &random), isTight: chance(2),
          items: some(0...4) {
            Block.Item(isDone: isTask ? $0.chance(2) : nil, blocks: $0.blocks(depth: depth + 1))
          }))
    case 9:
      let columns = Int.random(in: 1...3, using: &random)
      let alignments = some(columns...columns) { random -> Block.Alignment in
        [.natural, .left, .center, .right].randomElement(using: &random.random) ?? .natural
      }
      let isHeadless = chance(4)
      return .table(
        .init(
          alignments: alignments,
          header: some(columns...columns) { isHeadless ? [] : $0.inlines() },
          rows: some(0...3) { $0.some(columns...columns) { $0.inlines() } }))
    default: return .paragraph(inlines())
    }
  }

  private mutating func inlines(depth: Int = 0) -> [Inline] {
    some(0...12) { $0.inline(depth: depth) }
  }

  private mutating func inline(depth: Int) -> Inline {
    let url = Self.addresses.randomElement(using: &random)
    switch Int.random(in: 0...(depth < 2 ? 14 : 8), using: &random) {
    case 7: return .softBreak
    case 8: return chance(3) ? .lineBreak : .softBreak
    case 9: return .emphasis(inlines(depth: depth + 1))
    case 10: return .strikethrough(inlines(depth: depth + 1))
    case 11: return .footnote(1)
    case 12:
      guard let url else { return .softBreak }
      return .image(Picture(url: url, alt: chance(2) ? "" : "A picture"))
    case 13, 14:
      guard let url else { return .softBreak }
      return .link(.web(url), inlines(depth: 2))
    default: return .text((Self.words.randomElement(using: &random) ?? "") + (chance(3) ? "" : " "))
    }
  }
}
