extension Network {
  /// Reddit: a title of 300, in UTF-16 units to be careful; it is the first line of the text.
  static let reddit = Network(
    id: "reddit", title: "Reddit", limit: 300, unit: .utf16,
    style: PostStyle(hashtags: 0, hook: .title, links: .unpublished), measure: CommonText.ofTitle,
    share: { draft in
      draft.link.map {
        PostDraft.url("https://www.reddit.com/submit", ["url": $0.text, "title": draft.hook])
      }
    },
    // `resubmit` stays out: Reddit then refuses a link that a subreddit has seen.
    payload: { draft in
      draft.link.map {
        .object(present: [
          "kind": "link", "sr": .text(draft.owner), "title": .text(draft.hook),
          "url": .text($0.text),
        ])
      }
    })
}

extension CommonText {
  /// For networks where the first line is the title and all that counts.
  @Sendable static func ofTitle(_ text: String) -> Measure {
    let found = CommonText(text)
    let title = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
    // A text of nothing but space is refused on every network.
    let isUntitled =
      title.allSatisfy(\.isAnySpace) && !text.unicodeScalars.allSatisfy(\.isAnySpace)
    return Measure(
      amount: Substring(title).utf16.count, links: found.links, hashtags: found.hashtags,
      mentions: found.mentions,
      faults: isUntitled ? ["the first line is empty, which is the title"] : [])
  }
}
