/// Picks the sentences that say most of what a text says.
///
/// LexRank (Erkan and Radev 2004): sentences are alike as their words are, the most central are
/// those like many that are central themselves; and what stands early counts more.
enum KeySentences {
  /// Sentences beyond these are not read.
  static let mostRead = 200
  /// Of the score, what the last sentence keeps for its place.
  private static let lastPlace = 0.5

  /// At most `count` of `sentences`, the best first, each fit to stand alone.
  ///
  /// `sentences` are plain text in the order of the article; `language` is a BCP 47 tag.
  static func best(of sentences: [String], count: Int = 1, language: String? = nil) -> [String] {
    let sentences = Array(sentences.prefix(mostRead))
    guard count > 0, !sentences.isEmpty else { return [] }
    let centrality = SentenceGraph(sentences).centrality()
    let scores = centrality.enumerated().map { index, value in
      let place = Double(index) / Double(max(1, sentences.count - 1))
      return value * (1 - (1 - lastPlace) * place.squareRoot())
    }
    let ranked = sentences.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    let rule = LoneSentence(language: language)
    var best: [String] = []
    for index in ranked where !best.contains(sentences[index]) && rule.allows(sentences[index]) {
      best.append(sentences[index])
      if best.count == count { break }
    }
    return best
  }
}
