/// What a good editor would change before a post goes out, though the network takes it.
struct SnippetLint {
  let network: Network
  let hashtags: Hashtags
  /// Spellings that the newsletter gave: capitals in them are meant.
  let capitals: [String]

  /// Where LinkedIn folds a post, in UTF-16 units, on a phone and elsewhere; measured, not published.
  private static let fold = (phone: 140, screen: 210)

  init(_ network: Network, capitals: [String] = []) {
    self.network = network
    self.capitals = capitals
    hashtags = Hashtags(capitals: capitals)
  }

  func warnings(_ draft: PostDraft) -> [String] {
    var warnings = shouting(draft) + unnamed(draft)
    switch network.id {
    case Network.linkedIn.id: warnings += folded(draft.hook)
    case Network.bluesky.id:
      warnings += draft.count.links.filter(BlueskyText.warns(of:)).map {
        "Bluesky warns a reader before it opens \($0.text), for the port hides the host"
          + " (link to an address without ':')"
      }
    default: break
    }
    return warnings
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
    return draft.article.tags.compactMap { tag in
      guard Self.isShouted(tag), let hashtag = hashtags.hashtag(tag), shown.contains(hashtag),
        Self.isShouted(hashtag),
        !capitals.contains(hashtag),
        // A known abbreviation has its capitals from its small letters, too.
        hashtags.hashtag(tag.lowercased()) != hashtag
      else { return nil }
      return "#\(hashtag) is all capitals, which screen readers spell out"
        + " (write the tag in small letters, or list it in snippets.capitals)"
    }
  }

  private static func isShouted(_ hashtag: String) -> Bool {
    var letters = 0
    for scalar in hashtag.unicodeScalars where scalar.properties.isAlphabetic {
      guard scalar.properties.isUppercase else { return false }
      letters += 1
    }
    return letters > 3
  }

  /// Whether the first sentence below the title ends before a reader has to ask for more.
  private func folded(_ hook: String) -> [String] {
    let opening = Self.opening(of: hook)
    guard opening > Self.fold.phone else { return [] }
    let fold =
      opening > Self.fold.screen
      ? "\(Self.fold.screen)" : "\(Self.fold.phone) on a phone"
    return [
      "the first sentence ends at character \(opening), LinkedIn folds the post at about \(fold)"
        + " (a shorter title or summary shows whole)"
    ]
  }

  /// Where it ends, in UTF-16 units.
  private static func opening(of hook: String) -> Int {
    let start = hook.firstRange(of: "\n\n")?.upperBound ?? hook.startIndex
    let sentence = Sentences.first(of: String(hook[start...])) ?? ""
    return hook[..<start].utf16.count + sentence.utf16.count
  }
}

extension BlueskyText {
  /// Whether the app asks before it opens a link: its words are not the host that it leads to.
  ///
  /// The app reads the words as an address. With a port but no scheme it takes the host for the
  /// scheme, and finds no host.
  static func warns(of link: Count.Link) -> Bool {
    let label = shortened(link.text)
    let authority = label.prefix { !"/?#".contains($0) }
    return authority.contains(":")
  }
}
