extension Unicode.Scalar {
  var isASCIILetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// In lower case, where that is one scalar too.
  var lowercasedValue: UInt32 {
    if value < 0x80 { return (0x41...0x5A).contains(value) ? value + 0x20 : value }
    let lower = properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? value : value
  }

  /// Those that X refuses in a post: the byte order mark and two noncharacters.
  var isRefusedByX: Bool { value == 0xFEFF || value == 0xFFFE || value == 0xFFFF }

  /// Marks that turn the direction of text.
  var isDirectional: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// What may stand in a host name's label besides a hyphen, as X reads it.
  var isDomainScalar: Bool {
    if value < 0x80 {
      switch value {
      case 0x00...0x08, 0x0E...0x1F, 0x22, 0x60, 0x7F: return true
      default: return isASCIILetterOrDigit
      }
    }
    return !isDirectional && !isRefusedByX && !isSpaceInDomain
  }

  private var isSpaceInDomain: Bool {
    switch value {
    case 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Letters with accents, and the accents, as X allows them in hosts and paths.
  var isAccentedLatin: Bool {
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x263,
      0x268, 0x26F, 0x272, 0x289, 0x28B, 0x2BB, 0x300...0x36F, 0x1E00...0x1EFF:
      true
    default: false
    }
  }

  var isCyrillic: Bool { (0x400...0x4FF).contains(value) }

  var isLetterOrMark: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  /// What a hashtag is made of: letters with their marks, digits, and the underscore.
  var isWordScalar: Bool {
    if value < 0x80 { return isASCIILetterOrDigit || self == "_" }
    return isLetterOrMark || properties.generalCategory == .decimalNumber
  }
}
