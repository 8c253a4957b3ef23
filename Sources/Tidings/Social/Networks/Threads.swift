extension Network {
  /// Threads: 500 UTF-8 bytes, and at most five different links.
  static let threads = Network(
    id: "threads", title: "Threads", limit: 500, unit: .bytes,
    style: PostStyle(hashtags: 1, hook: .short, links: .unpublished),
    pictures: PictureAllowance(
      bytes: 8_000_000, formats: [.png, .jpeg], alt: 1000, isFetched: true),
    takesSeries: true,
    measure: {
      let text = CommonText($0)
      let links = Set(text.links.map(\.url) + ThreadsLinks.further(in: $0, besides: text.links))
        .count
      return Measure(
        amount: $0.utf8.count, links: text.links, hashtags: text.hashtags,
        mentions: text.mentions,
        faults: links > 5 ? ["\(links) different links, at most 5"] : [],
        // Posts with four or five have failed, though five are allowed.
        warnings: (4...5).contains(links) ? ["\(links) different links: more than 3 may fail"] : [])
    },
    share: {
      PostDraft.url(
        "https://www.threads.com/intent/post",
        ["text": $0.words, "url": $0.layout?.link, "tag": $0.hashtags.first])
    },
    payload: { draft in
      .object(present: [
        "media_type": draft.picture == nil ? "TEXT" : "IMAGE", "text": .text(draft.text),
        // Only a post of text alone has a link's card.
        "link_attachment": draft.picture == nil ? .text(draft.cardLink?.text) : nil,
        "topic_tag": draft.part == 0 ? .text(draft.hashtags.first) : nil,
        "reply_to_id": draft.isLater ? .text(Placeholder.previous) : nil,
        "image_url": .text(draft.picture?.url),
        "alt_text": draft.picture.flatMap { $0.alt.isEmpty ? nil : .text($0.alt) },
      ])
    })
}

/// Threads publishes no rule for what is a link: each address with a scheme counts towards its limit.
private enum ThreadsLinks {
  /// What follows the schemes of those that are none of `links`, X's, which end in a known domain.
  static func further(in text: String, besides links: [Count.Link]) -> [String] {
    var further: [String] = []
    var rest = text[...]
    var link = 0
    while let mark = rest.firstRange(of: "://") {
      rest = rest[mark.upperBound...]
      let offset = text.utf8.distance(from: text.startIndex, to: mark.lowerBound)
      while link < links.count, links[link].end <= offset { link += 1 }
      if link < links.count, links[link].start <= offset { continue }
      let scheme = String(text[..<mark.lowerBound].suffix(5)).lowercased()
      guard scheme.hasSuffix("http") || scheme == "https" else { continue }
      let address = rest.prefix { !$0.isAnySpace }
      further.append(String(address))
      rest = rest[address.endIndex...]
    }
    return further
  }
}
