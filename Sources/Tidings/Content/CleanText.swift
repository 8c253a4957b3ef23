/// Text without what could steer a terminal, reorder a line or end a header.
enum CleanText {
  /// `text` on one line: line ends and tabs become spaces, other controls vanish.
  static func prose(_ text: String) -> String {
    cleaned(text, lineEnd: " ", tab: " ")
  }

  /// `text` with its tabs and line ends, the latter all `\n`; other controls vanish.
  static func code(_ text: String) -> String {
    cleaned(text.contains("\r\n") ? text.replacing("\r\n", with: "\n") : text)
  }

  private static func cleaned(
    _ text: String, lineEnd: Unicode.Scalar = "\n", tab: Unicode.Scalar = "\t"
  ) -> String {
    guard text.utf8.contains(where: mayNeedCare) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(lineEnd)
      case 0x09: result.append(tab)
      case _ where isRefused(scalar): break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Controls, overrides and isolates of writing direction, and the byte order mark.
  static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Whether a scalar that this byte begins could be one to change.
  private static func mayNeedCare(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }
}
