import Testing

@testable import Tidings

@Suite struct EntryListTests {
  private static func lines(_ count: Int) -> String {
    (0..<count).map { "k\($0): \($0)\n" }.joined()
  }

  private static func bytes(_ text: String) -> Bytes { Array(text.utf8)[...] }

  @Test func theLaterOfTwoStandsLast() {
    var list = EntryList()
    for (line, key) in ["a", "b", "a", "c", "a"].enumerated() {
      list.put(.init(key: key, value: .text("\(line)"), line: line))
    }
    #expect(list.entries.map(\.key) == ["b", "c", "a"])
    #expect(list.entries.map(\.line) == [1, 3, 4])
    #expect(list.holds("a") && !list.holds("d"))
  }

  @Test(arguments: [("---\n", "---\n"), ("", "\n")])
  func standsManyKeys(opening: String, closing: String) {
    let matter = FrontMatter(
      Array((opening + "Title: A day\n" + Self.lines(60_000) + closing + "Text.").utf8))
    #expect(matter.entries.count == 60_001)
    #expect(matter["k59999"] == .text("59999"))
    #expect(matter.body.string == "Text.")
  }

  @Test func theLibraryReadsManyKeys() throws {
    let block = Self.bytes("Title: a\n" + Self.lines(15_000) + "title: b\n")
    let entries = try #require(try YAMLBlock.entries(in: block, firstLine: 2))
    #expect(entries.count == 15_001)
    #expect(entries.first?.key == "k0")
    #expect(entries.last == .init(key: "title", value: .text("b"), line: 15_003))
  }

  @Test func ofDoubledKeysTheLastWithAValueCounts() {
    let block = Self.bytes("a: 1\nb: 2\na: 3\nb:\n" + Self.lines(30_000) + "k7: x\n")
    let entries = KeyLines(block, firstLine: 1, format: .yaml).entries
    #expect(entries.count == 30_002)
    #expect(entries.prefix(2).map(\.key) == ["b", "a"])
    #expect(entries.last == .init(key: "k7", value: .text("x"), line: 30_005))
  }

  @Test func theQuickReaderLeavesManyKeysToTheLibrary() throws {
    let most = Self.bytes(Self.lines(200))
    #expect(
      FlatYAML.entries(in: most, firstLine: 1) == (try YAMLBlock.entries(in: most, firstLine: 1)))
    #expect(FlatYAML.entries(in: Self.bytes(Self.lines(201)), firstLine: 1) == nil)
  }
}
