extension Network {
  /// Mastodon: 500 graphemes, a link 23, a mention without its server.
  static let mastodon = mastodon(limit: 500, linkLength: XText.linkLength)

  /// A server of Mastodon's with rules of its own.
  public static func mastodon(
    limit: Int, linkLength: Int, pictures: PictureAllowance = .mastodon()
  ) -> Network {
    Network(
      id: "mastodon", title: "Mastodon", limit: limit, unit: .graphemes,
      style: PostStyle(hashtags: 4, hook: .short, links: .schemed),
      otherNames: ["fediverse", "toot"],
      pictures: pictures, takesSeries: true,
      measure: { MastodonText.measure($0, linkLength: linkLength) },
      share: { draft in
        // The name comes from settings: it must not turn the address into another one.
        guard
          draft.mastodonInstance.unicodeScalars.allSatisfy({
            $0.isWordScalar || [".", "-", ":"].contains($0)
          }), let page = WebURL("https://\(draft.mastodonInstance)/share")
        else { return nil }
        // The page joins its fields by spaces: a link of its own would end up behind the hashtags.
        return PostDraft.url(page.text, ["text": draft.text])
      },
      payload: { draft in
        .object(present: [
          "status": .text(draft.text), "visibility": "public",
          "language": .text(draft.languageCode),
          "in_reply_to_id": draft.isLater ? .text(Placeholder.previous) : nil,
          "media_ids": draft.picture.map { _ in [.text(Placeholder.picture)] },
        ])
      })
  }
}

extension PictureAllowance {
  /// Mastodon's: what a server leaves unsaid is as on one that nobody configured.
  public static func mastodon(
    bytes: Int? = nil, alt: Int? = nil, mediaTypes: [String]? = nil
  ) -> PictureAllowance {
    // Where none is among them that we know of, they say nothing of use.
    let formats = PictureFacts.Format.allCases.filter {
      mediaTypes?.contains($0.mediaType) == true
    }
    return PictureAllowance(
      bytes: bytes ?? 16_777_216, formats: formats.isEmpty ? usualFormats : Set(formats),
      alt: alt ?? 1500)
  }

  private static let usualFormats: Set<PictureFacts.Format> = [.png, .jpeg, .gif, .webp]
}

/// How a Mastodon server reads a text.
enum MastodonText {
  static let links = LinkGrammar(
    linksBareNames: false,
    inPath: { !$0.isAnySpace && !marksAfterPath.contains($0) },
    endsPath: { !$0.isAnySpace && !marksNotAtPathEnd.contains($0) },
    // At its very end a path keeps only parentheses around what X takes for a path.
    endsWithParentheses: { parentheses, _ in
      parentheses.allSatisfy { $0 == "(" || $0 == ")" || XText.links.inPath($0) }
    },
    inQuery: { $0.isASCIILetterOrDigit || isBeyondASCII($0) || marksInQuery.contains($0) },
    endsQuery: { $0.isASCIILetterOrDigit || isBeyondASCII($0) || marksAtQueryEnd.contains($0) })

  private static let marksAfterPath: ScalarSet = "<>()?"
  private static let marksNotAtPathEnd: ScalarSet = "()?!*\"'「」<>;:=,.$%[]~&|@"
  private static let marksInQuery: ScalarSet = "!?*'();:&=+$/%#[]-_.,~|@^"
  private static let marksAtQueryEnd: ScalarSet = "_&=#/-"

  /// RFC 3987 2.2: `ucschar` and `iprivate`.
  private static func isBeyondASCII(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA0 && !(0xFDD0...0xFDEF).contains(scalar.value)
      && scalar.value & 0xFFFE != 0xFFFE
  }

  static func measure(_ text: String, linkLength: Int = XText.linkLength) -> Measure {
    let scalars = ScalarText(text)
    let links = LinkScanner.links(in: scalars, grammar: links)
    let mentions = mentions(in: scalars, links: links)
    return Measure(
      amount: length(of: scalars, links: links, mentions: mentions, linkLength: linkLength),
      links: Count.Link.links(links, in: scalars),
      hashtags: MastodonHashtags.hashtags(in: scalars),
      mentions: mentions.map(\.entity))
  }

  /// A mention, and what of it counts in scalars.
  private struct Mention {
    let entity: Entity
    let counted: Range<Int>
  }

  /// `@user` and `@user@server`; a server's name costs nothing.
  private static func mentions(in text: ScalarText, links: [LinkScanner.Found]) -> [Mention] {
    let scalars = text.scalars
    var mentions: [Mention] = []
    var index = 0
    var link = 0
    while index < scalars.count {
      defer { index += 1 }
      guard scalars[index] == "@" else { continue }
      if index > 0, scalars[index - 1].isWordOrJoiner || ["=", "/"].contains(scalars[index - 1]) {
        continue
      }
      let user = userEnd(in: scalars, from: index + 1)
      guard user > index + 1 else { continue }
      let end = serverEnd(in: scalars, from: user)
      defer { index = end - 1 }
      if MentionRule.isJoined(scalars, at: end) { continue }
      while link < links.count, links[link].range.upperBound <= index { link += 1 }
      if link < links.count, links[link].range.contains(index) { continue }
      mentions.append(
        Mention(entity: Entity(scalars: index..<end, of: text), counted: index..<user))
    }
    return mentions
  }

  /// Past words joined by dots and hyphens, none of which begins or ends the name.
  private static func userEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard start < scalars.count, scalars[start].isASCIIName else { return start }
    return lastEnd(in: scalars, from: start) { $0.isASCIIName }
  }

  /// Past `@server`, of two letters at least; `start` when there is none.
  private static func serverEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard start < scalars.count, scalars[start] == "@" else { return start }
    let end = lastEnd(in: scalars, from: start + 1) { $0.isWordOrJoiner }
    return end > start + 2 ? end : start
  }

  private static func lastEnd(
    in scalars: [Unicode.Scalar], from start: Int, isWord: (Unicode.Scalar) -> Bool
  ) -> Int {
    var index = start
    var end = start
    while index < scalars.count {
      if isWord(scalars[index]) {
        end = index + 1
      } else if scalars[index] != ".", scalars[index] != "-" {
        break
      }
      index += 1
    }
    return end
  }

  private static func length(
    of text: ScalarText, links: [LinkScanner.Found], mentions: [Mention], linkLength: Int
  ) -> Int {
    if links.isEmpty, mentions.isEmpty { return Graphemes.mostIn(text.source) }
    let bytes = Array(text.source.utf8)
    let placeholder = Array(repeating: UInt8(ascii: "x"), count: linkLength)
    var counted: [UInt8] = []
    counted.reserveCapacity(bytes.count)
    var (index, link, mention) = (0, 0, 0)
    func copy(to end: Int) {
      let from = text.offsets[index]
      counted.append(contentsOf: bytes[from..<max(from, text.offsets[end])])
    }
    while link < links.count || mention < mentions.count {
      let linkStart = link < links.count ? links[link].range.lowerBound : Int.max
      let mentionStart =
        mention < mentions.count ? mentions[mention].entity.scalars.lowerBound : Int.max
      if linkStart < mentionStart {
        copy(to: linkStart)
        counted.append(contentsOf: placeholder)
        index = max(index, links[link].range.upperBound)
        link += 1
      } else {
        copy(to: mentions[mention].counted.upperBound)
        index = max(index, mentions[mention].entity.scalars.upperBound)
        mention += 1
      }
    }
    copy(to: text.scalars.count)
    return Graphemes.mostIn(String(decoding: counted, as: UTF8.self))
  }
}
