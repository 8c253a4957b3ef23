/// Scripts that write no spaces between words, and what may not be parted in them.
enum Spaceless {
  /// Letters of such scripts that may stand on either side of a cut, and emoji.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x0E01: false
    case 0x0E01...0x0E4E, 0x0E80...0x0ECE, 0x1000...0x109F, 0x1780...0x17D3, 0x17D7,
      0x19E0...0x19FF, 0xA9E0...0xA9FE, 0xAA60...0xAA7F:
      true
    default: isIdeographic(scalar) || isEmoji(scalar)
    }
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D, 0x309E, 0x30A1...0x30FA, 0x30FC...0x30FF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1F1E6...0x1F1FF, 0x1F300...0x1FAFF, 0xFE0F: true
    default: false
    }
  }

  /// Punctuation of these scripts, which binds to what precedes it.
  static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "．", "！", "？", "、", "，", "；", "：", "」", "』", "】", "》", "〉", "）", "］", "〕", "”",
      "។", "။", "၊", "ฯ", "…":
      true
    default: false
    }
  }

  private static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "［", "「", "『", "【", "《", "〈", "〔", "“": true
    default: false
    }
  }

  /// Whether a cut between two scalars without a space could be one between clusters.
  static func mayPart(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    if after.value < 0x80 {
      guard after.isASCIILetterOrDigit else { return false }
      return isLetter(before) && !isLeading(before) && !isEmoji(before)
        || isCloser(before) && before.value >= 0x3000
    }
    guard isLetter(before) && !isLeading(before) || isCloser(before) else { return false }
    return (isLetter(after) || isOpener(after)) && !mustFollow(after)
  }

  /// Whether the two never belong to one grapheme, so that it need not be asked.
  static func isBoundary(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    isIdeographic(before) && (isIdeographic(after) || after.isASCIILetterOrDigit)
  }

  /// Vowels that are written before the consonant after which they are spoken.
  private static func isLeading(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E40...0x0E44, 0x0EC0...0x0EC4: true
    // Khmer's and Myanmar's signs that stack the next consonant below.
    case 0x17D2, 0x1039: true
    default: false
    }
  }

  /// What may not begin a line: small kana, marks of repetition and length, vowels and signs that
  /// belong to the consonant before them (JIS X 4051; UAX 14, classes CJ, NS and SA).
  private static func mustFollow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E2F...0x0E3A, 0x0E45...0x0E4E, 0x0EAF...0x0EBD, 0x0EC6...0x0ECE, 0x17B4...0x17D3,
      0x17D7, 0x102B...0x103E, 0x1056...0x1059, 0x105E...0x1060, 0x1062...0x1064,
      0x1067...0x106D, 0x1071...0x1074, 0x1082...0x108D, 0x108F, 0x109A...0x109D, 0xAA70,
      0xAA7B...0xAA7D, 0x3005, 0x303B, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083,
      0x3085, 0x3087, 0x308E, 0x3095, 0x3096, 0x309D, 0x309E, 0x30A1, 0x30A3, 0x30A5, 0x30A7,
      0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6, 0x30FC...0x30FE,
      0x31F0...0x31FF:
      true
    default: false
    }
  }

  /// Whether the consonant at `index` does not close the syllable before it, as Myanmar's do whose
  /// vowel is killed.
  static func isSyllableEnd(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard (0x1000...0x102A).contains(scalars[index].value) else { return true }
    var next = index + 1
    while next < scalars.count, [0x1037, 0x103A, 0x1039].contains(scalars[next].value) {
      if scalars[next].value != 0x1037 { return false }
      next += 1
    }
    return true
  }
}
