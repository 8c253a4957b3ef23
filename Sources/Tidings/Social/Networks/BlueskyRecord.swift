/// A post as Bluesky stores it: its links as the app shows them, with facets that say what is what.
///
/// Mentions have no facets: a handle's DID has to be asked for, which is the sender's part.
struct BlueskyRecord {
  /// With each link as `BlueskyText.shortened` has it.
  let text: String
  /// Ascending; byte offsets are those of `text` in UTF-8, the end exclusive.
  let facets: [Facet]

  /// What a stretch of the text is.
  struct Facet: Hashable {
    let start: Int
    let end: Int
    let feature: Feature
  }

  /// Lexicon `app.bsky.richtext.facet`.
  enum Feature: Hashable {
    case link(uri: String)
    case hashtag(String)
  }

  /// Of `text`, in which the network's count found `links`.
  init(_ text: String, links: [Count.Link]) {
    let links = links.filter { !$0.isFileName }.map {
      Facet(start: $0.start, end: $0.end, feature: .link(uri: $0.url))
    }
    // The count is of links as shown, so a hashtag that runs into one gives way.
    let hashtags = BlueskyFacets.hashtags(in: ScalarText(text)).filter { hashtag in
      !links.contains { hashtag.range.overlaps($0.start..<$0.end) }
    }.map {
      Facet(start: $0.range.lowerBound, end: $0.range.upperBound, feature: .hashtag($0.name))
    }
    let bytes = Array(text.utf8)
    var shown: [UInt8] = []
    shown.reserveCapacity(bytes.count)
    var facets: [Facet] = []
    var from = 0
    for facet in (links + hashtags).sorted(by: { $0.start < $1.start }) where facet.start >= from {
      shown += bytes[from..<facet.start]
      let start = shown.count
      let words = bytes[facet.start..<facet.end]
      switch facet.feature {
      case .link: shown += BlueskyText.shortened(String(decoding: words, as: UTF8.self)).utf8
      case .hashtag: shown += words
      }
      facets.append(Facet(start: start, end: shown.count, feature: facet.feature))
      from = facet.end
    }
    shown += bytes[from...]
    self.text = String(decoding: shown, as: UTF8.self)
    self.facets = facets
  }

  /// The body of `com.atproto.repo.createRecord`.
  @Sendable static func payload(_ draft: PostDraft) -> JSONValue? {
    let record = BlueskyRecord(draft.text, links: draft.count.links)
    let composed = Moment(instant: draft.composed.instant, offset: 0, hasTime: true)
    return .object(present: [
      "repo": .text(draft.owner), "collection": "app.bsky.feed.post",
      "record": .object(present: [
        "$type": "app.bsky.feed.post", "text": .text(record.text),
        "createdAt": .text(composed.description),
        "langs": draft.article.language.map { [.text($0)] },
        "facets": record.facets.isEmpty ? nil : .list(record.facets.map(\.json)),
        "reply": draft.isLater
          ? ["root": .text(Placeholder.first), "parent": .text(Placeholder.previous)] : nil,
        "embed": embed(draft),
        "tags": draft.furtherHashtags.isEmpty
          ? nil : .list(draft.furtherHashtags.map(JSONValue.text)),
      ]),
    ])
  }

  /// A post has either pictures or a card.
  private static func embed(_ draft: PostDraft) -> JSONValue? {
    if let picture = draft.picture {
      let size = picture.width.flatMap { width in
        picture.height.map { JSONValue.object(["width": .number(width), "height": .number($0)]) }
      }
      let image = JSONValue.object(present: [
        "image": .text(Placeholder.picture), "alt": .text(picture.alt), "aspectRatio": size,
      ])
      return ["$type": "app.bsky.embed.images", "images": [image]]
    }
    return draft.cardLink.map { link in
      [
        "$type": "app.bsky.embed.external",
        "external": .object(present: [
          "uri": .text(link.text), "title": .text(draft.article.title.oneLine),
          "description": .text(draft.summary),
          "thumb": draft.thumbnail.map { _ in .text(Placeholder.picture) },
        ]),
      ]
    }
  }
}

extension BlueskyRecord.Facet {
  fileprivate var json: JSONValue {
    [
      "index": ["byteStart": .number(start), "byteEnd": .number(end)],
      "features": [feature.json],
    ]
  }
}

extension BlueskyRecord.Feature {
  fileprivate var json: JSONValue {
    switch self {
    case .link(let uri): ["$type": "app.bsky.richtext.facet#link", "uri": .text(uri)]
    case .hashtag(let name): ["$type": "app.bsky.richtext.facet#tag", "tag": .text(name)]
    }
  }
}
