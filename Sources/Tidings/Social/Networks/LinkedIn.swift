extension Network {
  /// LinkedIn: 3,000 UTF-16 units, of which a reader sees about 210 before "more".
  static let linkedIn = Network(
    id: "linkedin", title: "LinkedIn", limit: 3000, unit: .utf16,
    style: PostStyle(hashtags: 5, hook: .paragraph(600), links: .unpublished),
    measure: {
      let text = CommonText($0)
      return Measure(
        amount: $0.utf16.count, links: text.links, hashtags: text.hashtags,
        mentions: text.mentions)
    },
    share: { draft in
      draft.link.map {
        PostDraft.url("https://www.linkedin.com/sharing/share-offsite/", ["url": $0.text])
      }
    },
    payload: { ["commentary": .text($0.textWithoutLink)] })
}
