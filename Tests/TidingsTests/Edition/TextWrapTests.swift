import Testing

@testable import Tidings

@Suite struct TextWrapTests {
  @Test(arguments: [
    ("", [""]),
    ("one", ["one"]),
    ("one two three", ["one two", "three"]),
    ("one  two", ["one two"]),
    ("exactly ten", ["exactly", "ten"]),
    ("0123456789 a", ["0123456789", "a"]),
    ("a 0123456789abc b", ["a 0123456", "789abc b"]),
    ("a\nb\n\nc", ["a", "b", "", "c"]),
    ("日本語の文章は空白なしで続く。", ["日本語の文", "章は空白な", "しで続く。"]),
    // No line begins with closing punctuation.
    ("一二三四五。六七", ["一二三四", "五。六七"]),
    ("👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦", ["👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]),
    (
      "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} abcd ef",
      ["e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} abcd", "ef"]
    ),
  ])
  func tenColumns(text: String, lines: [String]) {
    #expect(TextWrap(width: 10).lines(text) == lines)
  }

  @Test func marksCountTowardsTheLine() {
    #expect(
      TextWrap(width: 10).lines("one two three four", first: "- ", rest: "  ")
        == ["- one two", "  three", "  four"])
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("Größe", 5), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
    ("\u{1100}\u{1161}", 2), ("🙂", 2), ("👩‍👩‍👧‍👦", 2), ("🇧🇷", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("☑", 1),
    ("☐", 1),
    ("1\u{FE0F}\u{20E3}", 2), ("\u{200B}", 0), ("a\u{200D}", 1), ("\u{7F}", 0), ("\t", 0), ("…", 1),
    ("。", 2), ("–", 1), ("مرحبا", 5), ("𠀀", 2),
  ])
  func columns(text: String, columns: Int) {
    #expect(DisplayWidth.columns(text) == columns)
  }
}
