/// Grapheme clusters (UAX 29), as servers of different age count them.
enum Graphemes {
  /// The larger of the counts with and without the rule for Indic conjuncts (GB9c).
  ///
  /// Ruby up to 3.4 lacks that rule, so a server may count each consonant of a conjunct.
  static func mostIn(_ text: String) -> Int {
    var count = 0
    for character in text {
      count += 1
      guard character.utf8.count > 3 else { continue }
      var isLinked = false
      for scalar in character.unicodeScalars where scalar.value >= 0x900 {
        if scalar.properties.canonicalCombiningClass == .virama {
          isLinked = true
        } else if isLinked, scalar.properties.generalCategory == .otherLetter {
          count += 1
          isLinked = false
        }
      }
    }
    return count
  }
}
