extension Network {
  /// LinkedIn: 3,000 UTF-16 units, of which a reader sees about 210 before "more".
  static let linkedIn = Network(
    id: "linkedin", title: "LinkedIn", limit: 3000, unit: .utf16,
    style: PostStyle(hashtags: 5, hook: .paragraph(600), links: .unpublished),
    pictures: PictureAllowance(
      bytes: 5_000_000, formats: [.png, .jpeg, .gif], alt: 4086, cardBytes: 5_000_000),
    refusesRepeats: true, measure: CommonText.inUTF16, escape: LittleText.escaped,
    share: { draft in
      draft.link.map {
        PostDraft.url("https://www.linkedin.com/sharing/share-offsite/", ["url": $0.text])
      }
    },
    payload: { draft in
      // A picture takes the place of the link's card, so the link stays in the words then.
      let hasCard = draft.picture == nil && draft.cardLink != nil
      return .object(present: [
        "author": .text(draft.owner),
        "commentary": .text(LittleText.escaped(hasCard ? draft.textWithoutLink : draft.text)),
        "visibility": "PUBLIC",
        "distribution": [
          "feedDistribution": "MAIN_FEED", "targetEntities": [],
          "thirdPartyDistributionChannels": [],
        ],
        "content": LittleText.content(draft), "lifecycleState": "PUBLISHED",
        "isReshareDisabledByAuthor": false,
      ])
    }, lint: { LinkedInFold.warnings($0.hook) })
}

/// Where LinkedIn folds a post, on a phone and elsewhere, in UTF-16 units; measured, not published.
enum LinkedInFold {
  private static let phone = 140
  private static let screen = 210

  /// Whether the first sentence below the title ends before a reader has to ask for more.
  static func warnings(_ hook: String) -> [String] {
    let end = endOfFirstSentence(of: hook)
    guard end > phone else { return [] }
    let fold = end > screen ? "\(screen)" : "\(phone) on a phone"
    return [
      "the first sentence ends at character \(end), LinkedIn folds the post at about \(fold)"
        + " (a shorter title or summary shows whole)"
    ]
  }

  private static func endOfFirstSentence(of hook: String) -> Int {
    let start = hook.firstRange(of: "\n\n")?.upperBound ?? hook.startIndex
    let sentence = Sentences.first(of: String(hook[start...])) ?? ""
    return hook[..<start].utf16.count + sentence.utf16.count
  }
}

/// LinkedIn's "little text", the format of `commentary`.
///
/// An unescaped parenthesis cuts a post while the API reports success. Whether what escapes add
/// counts towards the limit is not published: it is counted here.
enum LittleText {
  /// Every reserved character behind a backslash, in addresses too; hashtags as templates.
  @Sendable static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "#", index == 0 || scalars[index - 1].isAnySpace {
        let name = scalars[(index + 1)...].prefix { $0.isWordScalar }
        if name.contains(where: { $0.properties.isAlphabetic }) {
          escaped += "{hashtag|\\#|".utf8
          for scalar in name { append(scalar, to: &escaped) }
          escaped += "}".utf8
          index = name.endIndex
          continue
        }
      }
      append(scalars[index], to: &escaped)
      index += 1
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static let reserved: ScalarSet = "\\|{}@[]()<>#*_~"

  private static func append(_ scalar: Unicode.Scalar, to escaped: inout [UInt8]) {
    if reserved.contains(scalar) { escaped.append(UInt8(ascii: "\\")) }
    escaped.append(scalar)
  }

  /// LinkedIn reads no page by itself: the card is what the payload says.
  fileprivate static func content(_ draft: PostDraft) -> JSONValue? {
    if let picture = draft.picture {
      let alt = picture.alt.isEmpty ? nil : picture.alt
      return [
        "media": .object(present: [
          "id": .text(Placeholder.picture), "altText": .text(alt),
        ])
      ]
    }
    return draft.cardLink.map { link in
      [
        "article": .object(present: [
          "source": .text(link.text), "title": .text(draft.article.title.oneLine),
          "description": draft.summary.isEmpty ? nil : .text(draft.summary),
          "thumbnail": draft.thumbnail.map { _ in .text(Placeholder.picture) },
        ])
      ]
    }
  }
}
