/// White space by a table of its own: the library's asks the whole Unicode database each time.
extension Unicode.Scalar {
  /// White_Space of the Unicode character database (PropList.txt).
  var isAnySpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}

extension Character {
  /// Whether it begins with a space, as `isWhitespace` has it.
  var isAnySpace: Bool { unicodeScalars.first?.isAnySpace ?? false }
}

extension StringProtocol {
  /// Whether it is sure to begin and to end with no space: with printable ASCII, or not at all.
  var isPlainlyTrimmed: Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return true }
    return (0x21...0x7E).contains(first.value) && (0x21...0x7E).contains(last.value)
  }
}
