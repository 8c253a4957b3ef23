/// How many columns text takes where every letter is as wide as the next, such as in a terminal.
///
/// Ambiguous characters (Unicode Standard Annex 11) take one, as outside East Asian typography.
enum DisplayWidth {
  static func columns(_ text: some StringProtocol) -> Int {
    var columns = 0
    for byte in text.utf8 {
      guard byte < 0x80 else { return text.reduce(0) { $0 + self.columns($1) } }
      if byte >= 0x20, byte != 0x7F { columns += 1 }
    }
    return columns
  }

  /// Two for an emoji, however many scalars it is made of, else what its scalars take together.
  static func columns(_ character: Character) -> Int {
    var columns = 0
    for scalar in character.unicodeScalars {
      if scalar == emojiStyle || scalar.value > 0xA9 && scalar.properties.isEmojiPresentation {
        return 2
      }
      columns += self.columns(scalar)
    }
    return columns
  }

  /// U+FE0F, which asks for the picture instead of the letter.
  private static let emojiStyle: Unicode.Scalar = "\u{FE0F}"

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD: return 0
    case 0..<0x300: return 1
    // Vowels and final consonants of Hangul stand in the syllable's own two columns.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
    default: return EastAsianWidth.isWide(scalar) ? 2 : 1
    }
  }
}
