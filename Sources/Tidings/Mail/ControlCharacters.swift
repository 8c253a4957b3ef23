extension StringProtocol {
  /// Whether it holds a C0 control, DEL or a C1 control (Unicode category Cc).
  var hasControlCharacters: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 || byte == 0x7F || (previous == 0xC2 && byte < 0xA0) { return true }
      previous = byte
    }
    return false
  }

  /// Itself for an error message: what does not show is written as an escape, and a long one is cut.
  var shown: String {
    var result = ""
    for (index, scalar) in unicodeScalars.enumerated() {
      guard index < 200 else { return result + "…" }
      result += scalar.shown
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Itself, or an escape such as `\n` or `\u{202E}` when it would not show or would turn the text.
  var shown: String {
    switch self {
    case "\0": return "\\0"
    case "\t": return "\\t"
    case "\n": return "\\n"
    case "\r": return "\\r"
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return "\\u{\(String(value, radix: 16, uppercase: true))}"
    default:
      return String(Character(self))
    }
  }
}
