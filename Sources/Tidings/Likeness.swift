/// Finds the word that was probably meant.
public enum Likeness {
  /// The first of `words` at most two edits away from `text`, fewest edits first.
  public static func nearest(to text: String, among words: [String]) -> String? {
    let text = Array(text.lowercased().unicodeScalars)
    guard text.count <= 64 else { return nil }
    var best: (word: String, edits: Int)?
    for word in words {
      let edits = distance(text, Array(word.lowercased().unicodeScalars))
      if edits <= min(2, word.count / 2), edits < best?.edits ?? .max { best = (word, edits) }
    }
    return best?.word
  }

  /// Levenshtein's count of insertions, deletions and replacements.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
