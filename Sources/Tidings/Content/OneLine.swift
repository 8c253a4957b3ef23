extension String {
  /// White space of every kind as single spaces, and no control character or direction mark.
  ///
  /// What ends in a header, a title or a terminal is one line of visible text.
  var oneLine: String {
    guard !isPlainLine else { return self }
    var line = UnicodeScalarView()
    var isSpacing = false
    for scalar in unicodeScalars {
      if scalar.isAnySpace {
        isSpacing = true
      } else if !CleanText.isRefused(scalar), !scalar.isNoncharacter {
        if isSpacing, !line.isEmpty { line.append(" ") }
        isSpacing = false
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// Whether it is printable ASCII whose spaces are single and stand between words.
  var isPlainLine: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || utf8.isEmpty
  }
}

extension Unicode.Scalar {
  /// Noncharacter_Code_Point of the Unicode character database (PropList.txt).
  fileprivate var isNoncharacter: Bool {
    value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
  }
}

extension String {
  /// At most `count` characters, cut at a word and marked with an ellipsis where cut.
  func prefixAtWord(_ count: Int) -> String {
    // No text has more characters than bytes.
    guard utf8.count > count, self.count > count else { return self }
    let head = prefix(count - 1)
    let cut = head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head
    return cut.trimmingSuffix { $0.isWhitespace || ",;:·–—-".contains($0) } + "…"
  }
}
