/// What a good editor would change before a post goes out, though the network takes it.
struct SnippetLint {
  let network: Network
  let hashtags: Hashtags
  /// Spellings that the newsletter gave: capitals in them are meant.
  let capitals: [String]

  init(_ network: Network, capitals: [String] = []) {
    self.network = network
    self.capitals = capitals
    hashtags = Hashtags(capitals: capitals)
  }

  func warnings(_ draft: PostDraft) -> [String] {
    network.lint(draft) + shouting(draft) + unnamed(draft)
  }

  /// A source that stands in the text and nowhere else.
  private func unnamed(_ draft: PostDraft) -> [String] {
    guard case .title = network.style.hook, let source = draft.attributionText,
      draft.text.contains(source)
    else { return [] }
    return [
      "\(network.title) takes a title and a link only: the source stands in the text to paste"
    ]
  }

  /// Hashtags in capitals throughout, which a screen reader spells out.
  private func shouting(_ draft: PostDraft) -> [String] {
    guard network.style.hashtags > 0 else { return [] }
    let shown = draft.hashtags + draft.furtherHashtags
    let written = draft.count.hashtags.filter { !shown.contains($0) }
    return draft.article.tags.compactMap { tag in
      guard Self.isShouted(tag), let hashtag = hashtags.hashtag(tag), shown.contains(hashtag),
        isShouted(hashtag, from: tag)
      else { return nil }
      return "#\(hashtag) is all capitals, which screen readers spell out"
        + " (write the tag in small letters, or list it in snippets.capitals)"
    }
      + written.filter { isShouted($0, from: $0) }.map {
        "#\($0) is all capitals, which screen readers spell out"
          + " (write a capital for each word, or list it in snippets.capitals)"
      }
  }

  /// Whether nobody but the author of `tag` gave `hashtag` its capitals.
  private func isShouted(_ hashtag: String, from tag: String) -> Bool {
    // A known abbreviation has its capitals from its small letters, too.
    Self.isShouted(hashtag) && !capitals.contains(hashtag)
      && hashtags.hashtag(tag.lowercased()) != hashtag
  }

  private static func isShouted(_ hashtag: String) -> Bool {
    if hashtag.utf8.contains(where: { (0x61...0x7A).contains($0) }) { return false }
    var letters = 0
    for scalar in hashtag.unicodeScalars where scalar.properties.isAlphabetic {
      guard scalar.properties.isUppercase else { return false }
      letters += 1
    }
    return letters > 3
  }
}
