extension Network {
  /// A Telegram channel: 4,096 UTF-16 units.
  static let telegram = Network(
    id: "telegram", title: "Telegram", limit: 4096, unit: .utf16,
    style: PostStyle(hashtags: 3, hook: .paragraph(500), links: .unpublished),
    otherNames: ["tg"], measure: CommonText.inUTF16,
    share: { draft in
      draft.link.map {
        PostDraft.url(
          "https://telegram.me/share/url", ["url": $0.text, "text": draft.textWithoutLink])
      }
    },
    // Entities and no MarkdownV2: the text stays as it is, so that no sign in it can fail to parse.
    payload: { draft in
      let title = draft.article.title.oneLine
      // As it is written, for the entity counts units; and alone in its line, for the words that a
      // post begins with may go on where the title ends.
      let isTitled =
        draft.text.utf8.starts(with: title.utf8)
        && (draft.text.utf8.dropFirst(title.utf8.count).first.map { $0 == UInt8(ascii: "\n") }
          ?? true)
      return .object(present: [
        "chat_id": .text(draft.owner), "text": .text(draft.text),
        "entities": !draft.isLater && !title.isEmpty && isTitled
          ? [["type": "bold", "offset": 0, "length": .number(title.utf16.count)]] : nil,
        "link_preview_options": draft.cardLink.map { ["url": .text($0.text)] }
          ?? ["is_disabled": true],
      ])
    })
}
