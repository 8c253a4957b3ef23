extension Network {
  /// Threads: 500 UTF-8 bytes, and at most five different links.
  static let threads = Network(
    id: "threads", title: "Threads", limit: 500, unit: .bytes,
    style: PostStyle(hashtags: 1, hook: .short, links: .unpublished),
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
    payload: { ["media_type": "TEXT", "text": .text($0.text)] })
}
