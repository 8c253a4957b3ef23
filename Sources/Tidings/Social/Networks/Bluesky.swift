extension Network {
  /// Bluesky: 300 graphemes and 3,000 bytes, links as the official app shortens them.
  static let bluesky = Network(
    id: "bluesky", title: "Bluesky", limit: 300, unit: .graphemes,
    style: PostStyle(hashtags: 3, furtherHashtags: 8, hook: .short, links: .bareNames),
    otherNames: ["bsky", "bsky.app"],
    pictures: PictureAllowance(
      bytes: 2_000_000, formats: [.png, .jpeg, .gif, .webp], alt: 2000, cardBytes: 1_000_000),
    takesSeries: true, measure: BlueskyText.measure,
    share: { PostDraft.url("https://bsky.app/intent/compose", ["text": $0.text]) },
    payload: BlueskyRecord.payload,
    lint: { draft in
      draft.bareNames.map {
        "Bluesky turns '\($0.text)' into a link" + ($0.isFileName ? " where it is pasted" : "")
      }
        + draft.count.links.filter(BlueskyText.warns).map {
          "Bluesky warns a reader before it opens \($0.text), for the port hides the host"
            + " (link to an address without ':')"
        }
    })
}

extension Count.Link {
  /// Whether it is a bare name such as `README.md`, which hardly anybody means as an address.
  ///
  /// Bluesky's app makes a link of it all the same when the text is pasted.
  var isFileName: Bool {
    guard url != text, let dot = text.lastIndex(of: ".") else { return false }
    return Self.fileEndings.contains(text[text.index(after: dot)...].lowercased())
  }

  /// Endings of files that are top-level domains, too.
  private static let fileEndings: Set = [
    "java", "md", "mov", "pl", "ps", "py", "zip",
  ]
}

/// How Bluesky's app reads a text: what counts is what it shows, its links shortened.
enum BlueskyText {
  /// Of the text as shown, in UTF-8 (lexicon `app.bsky.feed.post`).
  static let byteLimit = 3000
  static func measure(_ text: String) -> Measure {
    let scalars = ScalarText(text)
    let found = BlueskyFacets.links(in: scalars.scalars)
    let links = Count.Link.links(found, in: scalars)
    let shown = shown(text, links: links)
    let bytes = shown.utf8.count
    return Measure(
      amount: Graphemes.count(in: shown), links: links,
      hashtags: BlueskyFacets.hashtags(in: scalars),
      mentions: BlueskyFacets.mentions(in: scalars),
      faults: bytes > byteLimit ? ["\(bytes) bytes as shown, at most \(byteLimit)"] : [])
  }

  /// `text` with each link as the app shows it.
  static func shown(_ text: String, links: [Count.Link]) -> String {
    if links.isEmpty { return text }
    let bytes = Array(text.utf8)
    var shown: [UInt8] = []
    var from = 0
    for link in links {
      shown += bytes[from..<link.start]
      shown += Array(shortened(link.text).utf8)
      from = link.end
    }
    shown += bytes[from...]
    return String(decoding: shown, as: UTF8.self)
  }

  /// Host and path of an address with a scheme; of a longer path 13 characters and three dots.
  static func shortened(_ link: String) -> String { BlueskyAddress(link)?.shown ?? link }

  private static let marksAfterAuthority: ScalarSet = "/?#"

  /// Whether the app asks before it opens a link: its words are not the host that it leads to.
  ///
  /// The app reads the words as an address. With a port but no scheme it takes the host for the
  /// scheme, and finds no host.
  static func warns(of link: Count.Link) -> Bool {
    if BlueskyAddress.isPlain(link.text) { return false }
    return shortened(link.text).unicodeScalars.prefix { !marksAfterAuthority.contains($0) }
      .contains(":")
  }
}
