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
      let links = Set(text.links.map(\.url)).count
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
        ["text": $0.words, "url": $0.link?.text, "tag": $0.hashtags.first])
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
