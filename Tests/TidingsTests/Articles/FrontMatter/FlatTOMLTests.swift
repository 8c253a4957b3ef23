import Testing

@testable import Tidings

/// The quick reader and the library read the same, wherever the quick one reads at all.
@Suite struct FlatTOMLTests {
  private func flat(_ block: String) -> [String: FrontMatterValue]? {
    FlatTOML.entries(in: Array(block.utf8)[...], firstLine: 2).map(Self.values)
  }

  private func library(_ block: String) throws -> [String: FrontMatterValue] {
    Self.values(try TOMLBlock.entries(in: Array(block.utf8)[...], firstLine: 2))
  }

  private static func values(_ entries: [FrontMatter.Entry]) -> [String: FrontMatterValue] {
    entries.reduce(into: [:]) { $0[$1.key] = $1.value }
  }

  @Test(arguments: [
    "", "# a comment\n", "title = \"A day\"\n", "Title = 'A day'\n", "draft = true\n",
    "weight = 12\n", "date = 2025-02-03\n", "date = 2025-02-03T10:30:00\n",
    "date = 2025-02-03T10:30:00Z\n", "date = 2025-02-03T10:30:00+01:00\n",
    "date = 2025-02-03T10:30:00-00:00\n", "date = 0042-02-03T10:30:00-05:30\n", "tags = []\n",
    "tags = [\"a\", 'b', \"c, d\"]\n", "tags = [ \"a\" , ]\n",
    "title = \"x\"\n\n[taxonomies]\ntags = [\"a\"]\n[extra]\nauthor = \"Ines\"\n", "[empty]\n",
    "title = \"Grüße 🚢\"\n", "  title = \"x\"  \n", "url = \"https://a.example.org/#b=c\"\n",
  ])
  func readsPlainBlocksAsTheLibraryDoes(block: String) throws {
    let values = try #require(flat(block), "not plain")
    #expect(values == (try library(block)))
  }

  @Test(arguments: [
    "title = \"a\\n\"\n", "title = \"\"\"a\"\"\"\n", "a.b = 1\n", "title = \"x\" # why\n",
    "weight = 1.5\n", "weight = 012\n", "date = 2025-02-30\n", "date = 2025-02-03 10:30:00\n",
    "date = 2025-02-03T10:30:00.5Z\n", "date = 10:30:00\n", "tags = [\n\"a\"]\n",
    "tags = [1, 2]\n", "a = {b = 1}\n", "[[list]]\n", "[a.b]\n", "a = 1\na = 2\n", "[a]\n[a]\n",
    "a = 1\n[a]\n", "title\n", "title = \n", "\"a\" = 1\n", "a\t= 1\n", "a = \"b\u{1}\"\n",
  ])
  func leavesTheRestToTheLibrary(block: String) {
    #expect(flat(block) == nil)
  }

  @Test func agreesWithTheLibraryOnGeneratedBlocks() throws {
    var random = SeededGenerator(seed: 20_250_302)
    var read = 0
    for _ in 0..<6_000 {
      let block = Self.block(using: &random)
      guard let values = flat(block) else { continue }
      read += 1
      #expect(values == (try? library(block)), "\(block.debugDescription)")
    }
    #expect(read > 1_000)
  }

  private static func block(using random: inout SeededGenerator) -> String {
    var lines: [String] = []
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: lines.append(oddLines.randomElement(using: &random) ?? "")
      case 1:
        let items = (0..<Int.random(in: 0...3, using: &random)).map { _ in
          values.randomElement(using: &random) ?? ""
        }
        lines.append("tags = [\(items.joined(separator: ", "))]")
      default:
        lines.append(
          "\(keys.randomElement(using: &random) ?? "") = \(values.randomElement(using: &random) ?? "")"
        )
      }
    }
    return lines.joined(separator: "\n")
  }

  private static let keys = ["title", "Title", "date", "draft", "x-y", "a_b", "n1", "é", "a b"]

  private static let values = [
    "\"a\"", "'a'", "\"a, b\"", "\"it's\"", "'say \"so\"'", "\"\"", "true", "false", "True", "1",
    "0", "-1", "007", "1_000", "2025-02-03", "2025-2-3", "2025-02-29", "2025-02-03T10:30:00Z",
    "2025-02-03T24:00:00Z", "2025-02-03T10:30:00+14:00", "2025-02-03T10:30:00-12:30", "nan", "inf",
    "\"a", "a", "\"ü 🚢\"", "\"\\u00e9\"", "[]", "[\"a\"]",
  ]

  private static let oddLines = [
    "", "  ", "# comment", "[extra]", "[taxonomies]", "[ extra ]", "[[a]]", "plain", "= 1",
  ]
}
