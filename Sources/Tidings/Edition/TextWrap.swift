/// Breaks running text into lines of a width.
struct TextWrap {
  /// In columns.
  let width: Int

  /// The lines of `text`, each begun with `first` or, from the second on, `rest`.
  ///
  /// An address longer than a line stands alone on its own, whole. A line is broken within a word
  /// only where the script has no spaces, or the word alone is longer than a line. A line end in
  /// `text` is kept.
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

  /// A word that no line can hold, in parts that do.
  private func chunks(_ word: Substring) -> [Piece] {
    var chunks: [Piece] = []
    var rest = word
    while !rest.isEmpty {
      let chunk = rest.prefix(width * 3 / 4)
      chunks.append((chunk, chunks.isEmpty))
      rest = rest[chunk.endIndex...]
    }
    return chunks
  }

  private typealias Piece = (text: Substring, followsSpace: Bool)

  /// A word, or its characters where a script writes without spaces.
  private func pieces(_ word: Substring) -> [Piece] {
    let columns = DisplayWidth.columns(word)
    guard columns > 8, !word.contains("://") else { return [(word, true)] }
    guard word.contains(where: { DisplayWidth.columns($0) == 2 }) else {
      // What may be an address without its scheme is never broken either.
      let isWhole = columns <= width || word.contains { "/@.:".contains($0) }
      return isWhole ? [(word, true)] : chunks(word)
    }
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
