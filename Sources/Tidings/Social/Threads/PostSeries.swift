/// A long text as posts that follow one another.
///
/// Each is as long as its network allows, and parted from the next at a paragraph, else a sentence,
/// a clause, a word; no word is lost. A last part of a few words is evened out with the one before,
/// where both then fit and the author's own marks do not part them.
struct PostSeries {
  /// Where a part of the series stands.
  struct Place: Hashable {
    /// Counted from 0.
    let index: Int
    /// Of all parts; at least that many digits wide while they are still being found.
    let total: Int

    /// `(2/7)`; empty for a text that is one post.
    var number: String { total > 1 ? "(\(index + 1)/\(total))" : "" }

    /// `words` with the number at their end.
    func numbered(_ words: String) -> String { total > 1 ? words + " " + number : words }
  }

  /// One post of a series.
  struct Post: Hashable {
    /// What of the text it holds.
    let words: String
    /// The whole post.
    let text: String
    let place: Place
  }

  /// More parts than these are an article, not a thread.
  static let usualMost = 25

  /// Whatever is asked for.
  private static let mostOfAll = 999

  private let most: Int
  private let unbreakable: (String) -> [Range<Int>]
  private let post: (String, Place) -> String
  private let excess: (String) -> Int

  /// `unbreakable` tells a text's addresses, hashtags and mentions as ascending byte ranges; `post`
  /// is a part's words with what else it holds, such as its number and, in the first, the link;
  /// `excess` tells by how much a post is over the limit, zero or less for one that fits.
  init(
    most: Int = usualMost, unbreakable: @escaping (String) -> [Range<Int>],
    post: @escaping (String, Place) -> String = { $1.numbered($0) },
    excess: @escaping (String) -> Int
  ) {
    self.most = min(most, Self.mostOfAll)
    self.unbreakable = unbreakable
    self.post = post
    self.excess = excess
  }

  /// The posts in their order; nil when not each of them fits, or when they would be too many.
  ///
  /// `groups` are paragraphs; each group begins a post of its own.
  func posts(of groups: [[String]]) -> [Post]? {
    let texts = groups.compactMap { group -> TextBreaks? in
      let text = group.map(\.trimmedLines).filter { !$0.isEmpty }.joined(separator: "\n\n")
      return text.isEmpty ? nil : TextBreaks(text, unbreakable: unbreakable(text))
    }
    if texts.isEmpty { return nil }
    // One post needs no number; else the numbers' own width decides how many there are.
    var assumed = 1
    while assumed == 1 || assumed / 10 < most {
      if let parts = parts(of: texts, assuming: assumed), parts.count <= assumed {
        guard parts.count <= most else { return nil }
        let posts = parts.enumerated().map { index, words in
          let place = Place(index: index, total: parts.count)
          return Post(words: words, text: post(words, place), place: place)
        }
        if posts.allSatisfy({ excess($0.text) <= 0 }) { return posts }
      }
      assumed = assumed == 1 ? 9 : assumed * 10 + 9
    }
    return nil
  }

  private func parts(of texts: [TextBreaks], assuming total: Int) -> [String]? {
    var parts: [String] = []
    for text in texts {
      let cutting = SeriesCutting(text) { words, index in
        excess(post(words, Place(index: parts.count + index, total: total)))
      }
      // One more than are allowed is enough to know that there are too many.
      guard let found = cutting.parts(most: min(total, most) - parts.count) else { return nil }
      parts += found
    }
    return parts
  }
}

extension String {
  /// Each line without space around it.
  fileprivate var trimmedLines: String {
    guard utf8.contains(UInt8(ascii: "\n")) else { return oneLine }
    return split(separator: "\n").map { String($0).oneLine }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}
