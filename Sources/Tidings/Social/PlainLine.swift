/// Untrusted words made fit for one line of a post.
enum PlainLine {
  /// `text` on one line, without control characters and without marks that reorder what follows.
  ///
  /// White space of any kind and length becomes one space, none at either end.
  static func clean(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    var isSpacing = false
    for scalar in text.unicodeScalars where !isDropped(scalar) {
      if scalar.properties.isWhitespace {
        isSpacing = true
        continue
      }
      if isSpacing, !view.isEmpty { view.append(" ") }
      isSpacing = false
      view.append(scalar)
    }
    return String(view)
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }
}
