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
    ("a 0123456789abc b", ["a", "0123456789", "abc b"]),
    ("a\nb\n\nc", ["a", "b", "", "c"]),
    ("日本語の文章は空白なしで続く。", ["日本語の文", "章は空白な", "しで続く。"]),
    // No line begins with closing punctuation.
    ("一二三四五。六七", ["一二三四", "五。六七"]),
    ("一二三っー四五", ["一二三っー", "四五"]), ("一二三四っー", ["一二三", "四っー"]),
    ("一二三四「五六」", ["一二三四", "「五六」"]), ("一二三（Swift）で", ["一二三", "（Swift）", "で"]),
    ("一二三四abc", ["一二三四", "abc"]), ("値段は価$100", ["値段は価", "$100"]),
    ("한국어 문장은 띄어쓰기", ["한국어", "문장은", "띄어쓰기"]),
    ("一二三\u{A0}四五六", ["一二三\u{A0}四", "五六"]),
    ("ab\u{200B}cdefghij\u{200B}k", ["ab\u{200B}cdefghij\u{200B}", "k"]),
    ("aaa https://a.example/b ccc", ["aaa", "https://a.example/b", "ccc"]),
    ("a.b/c@d:e.f.g", ["a.b/c@d:e.", "f.g"]), ("one > two", ["one > two"]),
    ("one twos > x", ["one twos >", "x"]), ("one twos2 >x y", ["one twos2", " >x y"]),
    // A link's number stands with its words.
    ("one two a [1] b", ["one two", "a [1] b"]), ("one two [12], b", ["one", "two [12],", "b"]),
    ("one twos [x] b", ["one twos", "[x] b"]), ("seven777 [1]", ["seven777", "[1]"]),
    ("一二三四五 [1]。", ["一二三四", "五 [1]。"]), ("one two 一二 [1]", ["one two 一", "二 [1]"]),
    ("👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦", ["👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]),
    (
      "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} abcd ef",
      ["e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} abcd", "ef"]
    ),
  ])
  func tenColumns(text: String, lines: [String]) {
    #expect(TextWrap(width: 10, isFlowed: false).lines(text) == lines)
  }

  @Test(arguments: [
    ("abcdefghijklmnopqrstuvw", ["abcdefghi-", "jklmnopqr-", "stuvw"]),
    ("(größergroßgeschrieben)", ["(größergr-", "oßgeschri-", "eben)"]),
    // Neither keys nor paths are, nor what has no capitals.
    ("abcdefghijkl0", ["abcdefghij", "kl0"]), ("abcdefg/hijkl", ["abcdefg/hi", "jkl"]),
    ("กขฃคฅฆงจฉชซฌ", ["กขฃคฅฆงจฉช", "ซฌ"]),
  ])
  func wordsOfLettersAreHyphenated(text: String, lines: [String]) {
    #expect(TextWrap(width: 10).lines(text) == lines)
    #expect(!TextWrap(width: 10, hyphenates: false).lines(text).joined().contains("-"))
  }

  @Test func marksCountTowardsTheLine() {
    #expect(
      TextWrap(width: 10, isFlowed: false).lines("one two three four", first: "- ", rest: "  ")
        == ["- one two", "  three", "  four"])
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("Größe", 5), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
    ("\u{1100}\u{1161}", 2), ("🙂", 2), ("👩‍👩‍👧‍👦", 2), ("🇧🇷", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("☑", 1),
    ("☐", 1),
    ("1\u{FE0F}\u{20E3}", 2), ("\u{200B}", 0), ("a\u{200D}", 1), ("\u{7F}", 0), ("\t", 0), ("…", 1),
    ("。", 2), ("–", 1), ("مرحبا", 5), ("𠀀", 2),
    // Ambiguous ones, and those that Unicode 15 and 16 added or made wide.
    ("±§°×", 4), ("①Ⅷ☆", 3), ("🫨", 2), ("🩷", 2), ("🛜", 2), ("☰", 2), ("䷀", 2), ("⿼", 2),
    ("👍🏽", 2), ("🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", 2), ("❤\u{200D}🔥", 2),
    ("⌚", 2), ("©", 1), ("©\u{FE0F}", 2), ("क्षि", 3), ("ที่", 1), ("\u{AD}", 0), ("שָׁלוֹם", 4),
    ("ﾊﾟ", 2), ("か\u{3099}", 2), ("葛\u{E0100}", 2), ("\u{FFF9}", 0), ("\u{2028}", 0),
  ])
  func columns(text: String, columns: Int) {
    #expect(DisplayWidth.columns(text) == columns)
  }
}
