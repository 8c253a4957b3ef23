extension String {
  /// White space of every kind as single spaces, and no control character or direction mark.
  ///
  /// What ends in a header, a title or a terminal is one line of visible text.
  var oneLine: String {
    var line = UnicodeScalarView()
    var isSpacing = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpacing = true
      } else if !CleanText.isRefused(scalar), !scalar.properties.isNoncharacterCodePoint {
        if isSpacing, !line.isEmpty { line.append(" ") }
        isSpacing = false
        line.append(scalar)
      }
    }
    return String(line)
  }
}

extension String {
  /// At most `count` characters, cut at a word and marked with an ellipsis where cut.
  func prefixAtWord(_ count: Int) -> String {
    guard self.count > count else { return self }
    let head = prefix(count - 1)
    let cut = head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head
    return cut.trimmingSuffix { $0.isWhitespace || ",;:·–—-".contains($0) } + "…"
  }
}
