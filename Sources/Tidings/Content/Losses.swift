/// What one reading left out, in words for its caller to warn with.
///
/// A class, so that the walks over Markdown and over the HTML within it fill the same list.
final class Losses {
  private(set) var words: [String]
  private var known: Set<String>

  init(_ words: [String] = []) {
    self.words = words
    self.known = Set(words)
  }

  /// Adds `loss` unless it is there already.
  func note(_ loss: String) {
    let loss = CleanText.prose(loss)
    guard known.insert(loss).inserted else { return }
    words.append(loss)
  }
}
