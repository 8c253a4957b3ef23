/// Grapheme clusters (UAX 29), as servers of different age count them.
enum Graphemes {
  /// What a reader sees as one character each.
  static func count(in text: String) -> Int { count(in: text) { $0.count } }

  /// The larger of the counts with and without the rule for Indic conjuncts (GB9c).
  ///
  /// Ruby up to 3.4 lacks that rule, so a server may count each consonant of a conjunct.
  static func mostIn(_ text: String) -> Int {
    count(in: text) { $0.reduce(0) { $0 + 1 + conjoined(in: $1) } }
  }

  /// Consonants that a conjunct holds after its first.
  private static func conjoined(in character: Character) -> Int {
    guard character.utf8.count > 3 else { return 0 }
    var count = 0
    var isLinked = false
    for scalar in character.unicodeScalars where scalar.value >= 0x900 {
      if scalar.properties.canonicalCombiningClass == .virama {
        isLinked = true
      } else if isLinked, scalar.properties.generalCategory == .otherLetter {
        count += 1
        isLinked = false
      }
    }
    return count
  }

  /// Counts by `clusters` only where it has to be asked: two characters of ASCII are always parted,
  /// but for a line's end of two (GB3).
  private static func count(in text: String, clusters: (String) -> Int) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      var start = 0
      var isASCII = true
      for (index, byte) in bytes.enumerated() {
        isASCII = isASCII && byte < 0x80
        let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
        guard byte < 0x80 || index + 1 == bytes.count, next < 0x80, byte != 0x0D || next != 0x0A
        else { continue }
        count +=
          isASCII && start == index
          ? 1 : clusters(String(decoding: bytes[start...index], as: UTF8.self))
        start = index + 1
        isASCII = true
      }
      return count
    }
  }
}
