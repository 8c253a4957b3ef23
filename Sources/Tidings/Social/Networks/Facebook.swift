extension Network {
  /// A Facebook page: 63,206 UTF-16 units, by the word of several tools; Facebook publishes none.
  static let facebook = Network(
    id: "facebook", title: "Facebook", limit: 63_206, unit: .utf16,
    style: PostStyle(hashtags: 2, hook: .paragraph(400), links: .unpublished),
    otherNames: ["fb", "meta"], measure: CommonText.inUTF16,
    // Facebook fills in no text for a person: the post is pasted beside the link.
    share: { draft in
      draft.link.map {
        PostDraft.url(
          "https://www.facebook.com/sharer/sharer.php",
          ["u": $0.text, "hashtag": draft.hashtags.first.map { "#" + $0 }])
      }
    },
    payload: { draft in
      .object(present: [
        "message": .text(draft.cardLink == nil ? draft.text : draft.textWithoutLink),
        "link": .text(draft.cardLink?.text),
      ])
    })
}
