import Foundation

/// How each generator turns words into a part of an address.
enum SlugRule {
  /// Hugo's path: letters, digits, marks and a few signs stay, white space becomes a hyphen, the
  /// rest goes.
  static func hugo(_ path: String, lowercased: Bool, removesAccents: Bool) -> String {
    let isASCII = path.utf8.allSatisfy { $0 < 0x80 }
    if isASCII { return hugo(ascii: path, lowercased: lowercased) }
    let text = removesAccents ? path.folding(options: .diacriticInsensitive, locale: nil) : path
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

  /// The same by bytes, since nearly every path has no others.
  private static func hugo(ascii path: String, lowercased: Bool) -> String {
    var path = path
    return path.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count * 2) { result in
        var count = 0
        var isSpacing = false
        var wasHyphen = false
        for (index, byte) in bytes.enumerated() {
          let isEncoded =
            byte == UInt8(ascii: "%") && index + 2 < bytes.count
            && Unicode.Scalar(bytes[index + 1]).properties.isASCIIHexDigit
            && Unicode.Scalar(bytes[index + 2]).properties.isASCIIHexDigit
          guard isKept[Int(byte)] || isEncoded else {
            if count > 0, !wasHyphen, byte.isSpace { isSpacing = true }
            continue
          }
          wasHyphen = byte == UInt8(ascii: "-")
          if isSpacing, !wasHyphen {
            result[count] = UInt8(ascii: "-")
            count += 1
          }
          isSpacing = false
          let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          result[count] = lowercased && isCapital ? byte | 0x20 : byte
          count += 1
        }
        return count
      }
    }
  }

  /// The ASCII letters, digits and signs that Hugo keeps.
  private static let isKept: [Bool] = (0..<128).map {
    guard let scalar = Unicode.Scalar($0) else { return false }
    return isKeptByHugo(scalar, before: "".unicodeScalars[...])
  }

  private static func isKeptByHugo(
    _ scalar: Unicode.Scalar, before rest: Substring.UnicodeScalarView
  ) -> Bool {
    guard scalar.isASCII else { return isWord(scalar) }
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
    if text.utf8.allSatisfy({ isPlain($0, lowercased: lowercased) }), text.utf8.last != hyphen,
      text.utf8.first != hyphen, !hasDoubleHyphen(text)
    {
      return text
    }
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

  private static func hasDoubleHyphen(_ text: String) -> Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains { $0 == hyphen && $1 == hyphen }
  }

  private static let hyphen = UInt8(ascii: "-")

  /// Whether a byte of a slug stays as it is under every rule.
  private static func isPlain(_ byte: UInt8, lowercased: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen: true
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): !lowercased
    default: false
    }
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
