import Foundation

/// How each generator turns words into a part of an address.
enum SlugRule {
  /// Hugo's path: letters, digits, marks and a few signs stay, white space becomes a hyphen, the
  /// rest goes.
  static func hugo(_ path: String, lowercased: Bool, removesAccents: Bool) -> String {
    let isASCII = path.utf8.allSatisfy { $0 < 0x80 }
    let text =
      removesAccents && !isASCII ? path.folding(options: .diacriticInsensitive, locale: nil) : path
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    var isSpacing = false
    var wasHyphen = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard isKeptByHugo(scalar, before: rest) else {
        if !result.isEmpty, !wasHyphen, scalar.properties.isWhitespace { isSpacing = true }
        continue
      }
      wasHyphen = scalar == "-"
      if isSpacing, !wasHyphen { result.append("-") }
      isSpacing = false
      result.append(lowercased ? small(scalar) : scalar)
    }
    return String(result)
  }

  private static func isKeptByHugo(
    _ scalar: Unicode.Scalar, before rest: Substring.UnicodeScalarView
  ) -> Bool {
    guard scalar.isASCII else {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark:
        return true
      default: return false
      }
    }
    switch scalar {
    case "a"..."z", "0"..."9", "A"..."Z", "/", "-", ".", "_", "#", "+", "~", "@", "\\": return true
    case "%":
      return rest.prefix(2).count == 2 && rest.prefix(2).allSatisfy(\.properties.isASCIIHexDigit)
    default: return false
    }
  }

  /// The one small letter of a letter, as Go has it: never two for one.
  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return ("A"..."Z").contains(scalar)
        ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }
    return scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }

  /// Jekyll's `default` mode, in small letters.
  static func jekyll(_ text: String) -> String {
    hyphenated(text, keeping: [], lowercased: true)
  }

  /// Jekyll's `pretty` mode, which keeps case and the signs that an address may hold.
  static func jekyllPretty(_ text: String) -> String {
    hyphenated(text, keeping: Set("._~!$&'()+,;=@".unicodeScalars), lowercased: false)
  }

  /// Hexo's: no accents, every other sign a hyphen.
  static func hexo(_ text: String) -> String {
    hyphenated(
      text.folding(options: .diacriticInsensitive, locale: nil), keeping: ["_", "."],
      lowercased: false)
  }

  /// Zola's: ASCII letters and digits, all else a hyphen.
  static func zola(_ text: String) -> String {
    hyphenated(latin(text), keeping: [], lowercased: true)
  }

  /// Pelican's: signs go, white space and hyphens become one hyphen.
  static func pelican(_ text: String) -> String {
    let kept = latin(text).unicodeScalars.filter {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "_-".unicodeScalars.contains($0))
        || $0.properties.isWhitespace
    }
    return hyphenated(String(String.UnicodeScalarView(kept)), keeping: ["_"], lowercased: true)
  }

  /// GitHub's, which Astro uses: signs go, each space becomes a hyphen.
  static func github(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        result.append("-")
      } else if scalar == "-" || scalar == "_" || isWord(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// In Latin letters without accents, as far as the system can say them.
  private static func latin(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    let latin = text.applyingTransform(.toLatin, reverse: false) ?? text
    let plain = latin.replacing("ß", with: "ss").replacing("æ", with: "ae")
      .replacing("ø", with: "o").replacing("œ", with: "oe")
    return plain.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
      .unicodeScalars.filter { $0.isASCII || $0.properties.isWhitespace || isSeparator($0) }
      .reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .otherPunctuation, .connectorPunctuation: true
    default: false
    }
  }

  private static func hyphenated(
    _ text: String, keeping kept: Set<Unicode.Scalar>, lowercased: Bool
  ) -> String {
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    var isHyphenDue = false
    for scalar in text.unicodeScalars {
      guard isWord(scalar) || (!kept.isEmpty && kept.contains(scalar)) else {
        isHyphenDue = !result.isEmpty
        continue
      }
      if isHyphenDue { result.append("-") }
      isHyphenDue = false
      result.append(scalar)
    }
    return lowercased ? String(result).lowercased() : String(result)
  }

  /// A letter, a mark or a decimal digit.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "0"..."9", "A"..."Z": return true
      default: return false
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }
}
