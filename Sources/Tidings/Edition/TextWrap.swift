/// Breaks running text into lines of a width.
struct TextWrap {
  /// In columns.
  let width: Int

  /// The lines of `text`, each begun with `first` or, from the second on, `rest`.
  ///
  /// A word longer than a line stands alone on its own, whole; only in a run without spaces of a
  /// script that has none is a line broken within it. A line end in `text` is kept.
  func lines(_ text: String, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = lines.isEmpty ? first : rest
      var columns = DisplayWidth.columns(line)
      var isEmpty = true
      for word in part.split(separator: " ").flatMap(pieces) {
        let wordColumns = DisplayWidth.columns(word.text)
        let gap = isEmpty || !word.followsSpace ? 0 : 1
        if !isEmpty, columns + gap + wordColumns > width {
          lines.append(line)
          (line, columns, isEmpty) = (rest, DisplayWidth.columns(rest), true)
        } else if gap == 1 {
          line += " "
          columns += 1
        }
        line += word.text
        columns += wordColumns
        isEmpty = false
      }
      lines.append(line)
    }
    return lines
  }

  private typealias Piece = (text: Substring, followsSpace: Bool)

  /// A word, or its characters where a script writes without spaces.
  private func pieces(_ word: Substring) -> [Piece] {
    guard DisplayWidth.columns(word) > 8, word.contains(where: { DisplayWidth.columns($0) == 2 })
    else { return [(word, true)] }
    var pieces: [Piece] = []
    var start = word.startIndex
    for index in word.indices.dropFirst() {
      // No line begins with closing punctuation or ends within a run of Latin letters.
      let isWide = DisplayWidth.columns(word[index]) == 2
      let wasWide = DisplayWidth.columns(word[word.index(before: index)]) == 2
      if isWide || wasWide, !"、。，．！？）」』】〉》：；".contains(word[index]) {
        pieces.append((word[start..<index], pieces.isEmpty))
        start = index
      }
    }
    pieces.append((word[start...], pieces.isEmpty))
    return pieces
  }
}
