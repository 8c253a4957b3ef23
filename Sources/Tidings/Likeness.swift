/// Finds the word that was probably meant.
public enum Likeness {
  /// The first of `words` that is near to `text`, fewest edits first.
  ///
  /// At most a third of the letters of the shorter one may differ, and two at most: nothing is near
  /// to a word of two letters but itself.
  public static func nearest(to text: String, among words: [String]) -> String? {
    let text = Array(text.lowercased().unicodeScalars)
    guard text.count <= 64 else { return nil }
    var best: (word: String, edits: Int)?
    for word in words {
      let letters = Array(word.lowercased().unicodeScalars)
      let edits = distance(text, letters)
      let most = min(2, min(text.count, letters.count) / 3)
      if edits <= most, edits < best?.edits ?? .max { best = (word, edits) }
    }
    return best?.word
  }

  /// Insertions, deletions, replacements and exchanges of neighbours (Damerau's count, where no
  /// letter is edited twice).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var edits = min(
          above[j + 1] + 1, row[j] + 1, above[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          edits = min(edits, before[j - 1] + 1)
        }
        row.append(edits)
      }
      before = above
      above = row
    }
    return above[right.count]
  }
}
