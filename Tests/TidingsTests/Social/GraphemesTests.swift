import Testing

@testable import Tidings

@Suite struct GraphemesTests {
  @Test func countsAsTheLibraryDoes() {
    var texts = RandomTexts(seed: 29)
    for round in 0..<400 {
      let text =
        texts.paragraph(round % RandomTexts.scripts.count, most: 3)
        + ["", "\r\n", "\r", "\n\u{301}", "\u{600}1", "e\u{301}", "\u{1F1F5}"][round % 7]
      #expect(Graphemes.count(in: text) == text.count)
      #expect(Graphemes.count(in: text + text) == (text + text).count)
    }
  }

  @Test(arguments: [
    ("", 0), ("a", 1), ("\r\n", 1), ("a\r\nb", 3), ("\n\r", 2), ("e\u{301}x", 2),
    ("\u{600}12", 2), ("#\u{FE0F}\u{20E3}#", 2), ("क्षत्रिय", 3),
  ])
  func countsEachCluster(text: String, count: Int) {
    #expect(Graphemes.count(in: text) == count)
  }

  /// Each consonant of a conjunct may count, as it does for old servers.
  @Test func countsAConjunctsConsonants() { #expect(Graphemes.mostIn("क्षत्रिय") == 5) }
}

@Suite struct ScalarSetTests {
  @Test(arguments: ["", "/-_", "\u{0}?@\u{7F}", "!*';:=+,.$/%#[]-\u{2013}_~@|&", "「」\u{10FFFF}"])
  func holdsWhatItWasGiven(scalars: String) {
    let set = ScalarSet(stringLiteral: scalars)
    for value in Array(0...0x3100) + [0x10FFFF] {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect(set.contains(scalar) == scalars.unicodeScalars.contains(scalar))
    }
  }
}
