import Testing

@testable import Tidings

/// Begin marks by the ten thousand, each of which must not cost a reading of the rest.
@Suite struct RepeatedMarksTests {
  private static func bytes(_ unit: String, _ count: Int, _ end: String = "") -> [UInt8] {
    Array((String(repeating: unit, count: count) + end).utf8)
  }

  private func regions(_ bytes: [UInt8]) -> [MarkdownRegions.Region] { MarkdownRegions(bytes).all }

  @Test func tagsWithOneEnd() {
    let bytes = Self.bytes("<a ", 80_000, ">")
    #expect(regions(bytes) == [.init(range: (bytes.count - 4)..<bytes.count, kind: .tag)])
  }

  @Test(arguments: [("\\( a ", "x_1 \\)"), ("\\\\( a ", "x_1 \\\\)"), ("\\[ a ", "x_1 \\]")])
  func formulasWithOneEnd(unit: String, end: String) {
    let bytes = Self.bytes(unit, 50_000, end)
    let found = regions(bytes)
    #expect(found.map(\.kind) == [.mathematics])
    #expect(found.map(\.range.upperBound) == [bytes.count])
    #expect(found.allSatisfy { $0.range.count < 4_000 && $0.range.count > 3_980 })
  }

  @Test func backslashesAlone() {
    #expect(regions(Self.bytes("\\", 300_000)).isEmpty)
  }

  @Test func eachEndMarkIsFound() {
    let unit = "<b> \\(a_1\\) $$x$$ <code>y</code> <!-- z -->\n"
    let kinds = regions(Self.bytes(unit, 3)).map(\.kind)
    let line: [MarkdownRegions.Kind] = [.tag, .mathematics, .mathematics, .code, .comment]
    #expect(kinds == line + line + line)
  }

  @Test(arguments: [
    ("\\[\n", ""), ("\\\\[\n", ""), ("\\[\n", "\n\\]\n"), ("\\[\n", " \t\n\\]\n"), ("> \\[\n", ""),
  ])
  func displaysThatNeverClose(unit: String, end: String) {
    #expect(regions(Self.bytes(unit, 60_000, end)).isEmpty)
  }

  @Test func aDisplayEndsBeforeABlankLine() {
    let text = "\\[\na\n\n\\[\nx_1\n\\]\n\n$$\ny\n\n$$\nz\n$$\n"
    let bytes = Array(text.utf8)
    let found = regions(bytes).map { bytes[$0.range].string }
    #expect(found == ["\\[\nx_1\n\\]", "$$\nz\n$$"])
  }

  @Test(arguments: ["{:/nomarkdown}", "{:/}"])
  func kramdownBlocksWithOneEnd(end: String) {
    let bytes = Self.bytes("{::nomarkdown}\n", 20_000, end + "\nEnd.\n")
    #expect(LineDialect.plain(bytes, losses: Losses())[...].trimmed.string == "End.")
  }

  @Test func eachKramdownBlockIsClosed() {
    let text =
      "{::comment}\na\n{:/}\nOne.\n\n{::comment}\nb\n{:/comment}\nTwo.\n\n{::comment}\nThree."
    let plain = LineDialect.plain(Array(text.utf8), losses: Losses())[...].trimmed.string
    #expect(plain == "One.\n\nTwo.\n\nThree.")
  }

  @Test(arguments: [
    ("{% raw %}\n", "endraw ", "{% endraw %}"), ("{{< raw >}}\n", "/raw ", "{{< /raw >}}"),
    ("{{% code %}}\n", "/code ", "{{%/code%}}"),
  ])
  func verbatimBlocks(opening: String, mention: String, closing: String) {
    let mentions = String(repeating: mention, count: 60)
    #expect(regions(Self.bytes(opening, 20_000, mentions)).isEmpty)
    let closed = Self.bytes(opening, 20_000, mentions + closing)
    #expect(regions(closed) == [.init(range: 0..<closed.count, kind: .verbatim)])
    let twice = Self.bytes(opening + mentions + closing + "\n\n", 2)
    #expect(regions(twice).map(\.kind) == [.verbatim, .verbatim])
  }

  @Test func aClosingTagStandsBehindItsOpening() {
    var finder = ByteFinder(Array("{% endraw %} a {% endraw %}".utf8))
    let first = finder.next("endraw", from: 0) { ($0 - 3)..<($0 + 9) }
    let second = finder.next("endraw", from: 1) { ($0 - 3)..<($0 + 9) }
    let none = finder.next("endraw", from: 16) { ($0 - 3)..<($0 + 9) }
    #expect([first, second, none] == [0..<12, 15..<27, nil])
  }
}
