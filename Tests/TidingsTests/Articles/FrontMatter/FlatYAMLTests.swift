import Testing

@testable import Tidings

/// The quick reader and the library read the same, wherever the quick one reads at all.
@Suite struct FlatYAMLTests {
  private func flat(_ block: String) -> [FrontMatter.Entry]? {
    FlatYAML.entries(in: Array(block.utf8)[...], firstLine: 2)
  }

  private func library(_ block: String) throws -> [FrontMatter.Entry]? {
    try YAMLBlock.entries(in: Array(block.utf8)[...], firstLine: 2)
  }

  static let plainBlocks = [
    "", "\n\n", "# only a comment\n", "title: A day\n", "title: A day", "Title:   A day  \n",
    "title: \"A day: two\"\n", "title: 'It''s a day'\n", "title:\n", "title: ~\n", "title: NULL\n",
    "title: null and void\n", "tags: [a, b c, \"d, e\", 'f']\n", "tags: []\n", "tags: [ ]\n",
    "tags:\n- a\n- b c\n", "tags:\n  - a\n  - \"b: c\"\n\n  - d\nnext: x\n", "tags:\n\nnext: x\n",
    "a: 1\nb: 2.50\nc: true\nd: 2025-02-03\ne: 10:30\n", "url: https://example.org/a?b=c#d\n",
    "a: x\n# between\nb: y\n", "a: C#\nb: a#b\n", "title: Grüße 🚢 aus dem Hafen\n",
    "a: x\n\n\nb: y\n",
    "a: it's\nb: say \"so\"\n", "date: 2025-02-03 10:00:00 +0100\n", "a: (x) [y]\n",
  ]

  @Test(arguments: plainBlocks)
  func readsPlainBlocksAsTheLibraryDoes(block: String) throws {
    let entries = try #require(flat(block), "not plain")
    #expect(entries == (try library(block)))
  }

  @Test(arguments: [
    "title: One: two\n", "title: @at\n", "title: a\n  b\n", "title: |\n  a\n", "a: &x 1\n",
    "a: *x\n", "a: {b: c}\n", "a:\n  b: c\n", "a: x # comment\n", "\"a\": b\n", "a: \"b\\n\"\n",
    "a: 'b'c'\n", "a: b\na: c\n", "A: b\na: c\n", "a:\tb\n", "a: b\u{1}\n", "a: b\u{2028}c\n",
    "tags: [a, [b]]\n", "tags: [a\n b]\n", "tags: [a,, b]\n", "tags: [a: b]\n", "- a\n",
    "tags:\n- a\n  b\n", "tags:\n- a: b\n", "tags:\n- a\n - b\n", "tags:\n-\n", "a: ! 'b'\n",
    "a: b:\n", "a:b\n", "? a\n: b\n", "<<: x\n", "a: %b\n", "a: b\n c: d\n", "tags: [a] b\n",
    "tags:\n- [a]\n", "a: =\n", "---\na: b\n",
  ])
  func leavesTheRestToTheLibrary(block: String) {
    #expect(flat(block) == nil)
  }

  /// Thousands of blocks put together from what front matter is made of, and from what breaks it.
  @Test func agreesWithTheLibraryOnGeneratedBlocks() throws {
    var random = SeededGenerator(seed: 20_250_301)
    var read = 0
    for _ in 0..<12_000 {
      let block = Self.block(using: &random)
      guard let entries = flat(block) else { continue }
      read += 1
      let expected = try? library(block)
      #expect(entries == expected, "\(block.debugDescription)")
    }
    #expect(read > 2_000)
  }

  private static func block(using random: inout SeededGenerator) -> String {
    var lines: [String] = []
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let key = keys.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        lines.append(key + ":")
        let indent = ["", "  ", "    "].randomElement(using: &random) ?? ""
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          lines.append(indent + "- " + (values.randomElement(using: &random) ?? ""))
        }
      case 1:
        let items = (0..<Int.random(in: 0...4, using: &random)).map { _ in
          values.randomElement(using: &random) ?? ""
        }
        lines.append("\(key): [\(items.joined(separator: ", "))]")
      case 2: lines.append(oddLines.randomElement(using: &random) ?? "")
      default: lines.append("\(key): " + (values.randomElement(using: &random) ?? ""))
      }
    }
    var text = lines.joined(separator: "\n")
    if Int.random(in: 0..<5, using: &random) == 0, !text.isEmpty {
      var scalars = Array(text.unicodeScalars)
      scalars[Int.random(in: 0..<scalars.count, using: &random)] =
        marks.randomElement(using: &random) ?? "x"
      text = String(String.UnicodeScalarView(scalars))
    }
    return text
  }

  private static let keys = ["title", "Title", "date", "tags", "x-y", "a_b", "slug", "n1", "draft"]

  private static let values = [
    "a", "a b", "\"a b\"", "'a'", "'it''s'", "\"a, b\"", "2025-02-03", "10:30", "true", "No", "~",
    "null", "", "a  b ", "https://example.org/#x", "C#", "a #b", "a: b", "a:", "-a", "- a", "?a",
    "*a", "&a", "!a", "|", ">", "%a", "@a", "`a`", "[a]", "{a}", "a]", "a}", "a, b", "\"a", "'a",
    "\"a\\tb\"", "ü", "🚢", "1.10", "=", "<<", ",a", "#a", "a'b", "a\"b",
  ]

  private static let oddLines = [
    "", "  ", "# comment", "  # indented", "plain words", "  indented: x", "- item", "...", "\t",
    "key : x", "key:x", "\"q\": x",
  ]

  private static let marks: [Unicode.Scalar] = [
    ":", "#", "-", " ", "\n", "\t", "'", "\"", "[", "]", ",", "\u{A0}", "\u{85}", "\u{2028}",
    "\u{0}",
    "\u{FEFF}",
  ]
}
