extension Network {
  /// Mastodon: 500 graphemes, a link 23, a mention without its server.
  static let mastodon = Network(
    id: "mastodon", title: "Mastodon", limit: 500, unit: .graphemes,
    style: PostStyle(hashtags: 4, hook: .short, links: .schemed),
    otherNames: ["fediverse", "toot"],
    // Sizes are the server's own; these are what a server takes that nobody configured.
    pictures: PictureAllowance(
      bytes: 16_777_216, formats: [.png, .jpeg, .gif, .webp], alt: 1500),
    takesSeries: true, measure: MastodonText.measure,
    share: { draft in
      // The name comes from settings: it must not turn the address into another one.
      guard
        draft.mastodonInstance.unicodeScalars.allSatisfy({
          $0.isWordScalar || [".", "-", ":"].contains($0)
        }), let page = WebURL("https://\(draft.mastodonInstance)/share")
      else { return nil }
      return PostDraft.url(page.text, ["text": draft.wordsAndTags, "url": draft.link?.text])
    },
    payload: { draft in
      .object(present: [
        "status": .text(draft.text), "visibility": "public",
        "language": .text(draft.languageCode),
        "media_ids": draft.picture.map { _ in [.text(PostPicture.placeholder)] },
      ])
    })
}

/// How a Mastodon server reads a text.
enum MastodonText {
  static let links = LinkGrammar(
    linksBareNames: false,
    inPath: { !$0.isAnySpace && !"<>()?".unicodeScalars.contains($0) },
    endsPath: {
      !$0.isAnySpace
        && !"()?!*\"'「」<>;:=,.$%[]~&|@".unicodeScalars.contains($0)
    },
    inQuery: {
      $0.isASCIILetterOrDigit || isBeyondASCII($0)
        || "!?*'();:&=+$/%#[]-_.,~|@^".unicodeScalars.contains($0)
    },
    endsQuery: {
      $0.isASCIILetterOrDigit || isBeyondASCII($0) || "_&=#/-".unicodeScalars.contains($0)
    },
    cutsOwnShortLinks: true)

  /// RFC 3987 2.2: `ucschar` and `iprivate`.
  private static func isBeyondASCII(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA0 && !(0xFDD0...0xFDEF).contains(scalar.value)
      && scalar.value & 0xFFFE != 0xFFFE
  }

  private static let hashtags = HashtagRule(
    mayFollow: { !$0.isWordScalar && !["=", "/", ")", "#"].contains($0) },
    holds: { $0.isWordScalar || $0 == "·" }, mayBegin: { $0.isWordScalar }, refusesJoined: false)

  static func measure(_ text: String) -> Measure {
    let scalars = ScalarText(text)
    let links = LinkScanner.links(in: scalars, grammar: links)
    let mentions = mentions(in: scalars, links: links)
    return Measure(
      amount: length(of: scalars, links: links, mentions: mentions),
      links: Count.Link.links(links, in: scalars, of: text),
      hashtags: hashtags.hashtags(in: scalars, links: links),
      mentions: mentions.map { Entity(name: $0.name, range: scalars.bytes(of: $0.range)) })
  }

  /// A mention in scalars, and what of it counts.
  private struct Mention {
    let name: String
    let range: Range<Int>
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
      while link < links.count, links[link].range.upperBound <= index { link += 1 }
      if link < links.count, links[link].range.contains(index) { continue }
      if index > 0, scalars[index - 1].isWordScalar || ["=", "/"].contains(scalars[index - 1]) {
        continue
      }
      let user = nameEnd(in: scalars, from: index + 1) { $0.isASCIIName }
      guard user > index + 1 else { continue }
      var end = user
      if user < scalars.count, scalars[user] == "@" {
        let server = nameEnd(in: scalars, from: user + 1) { $0.isWordScalar }
        if server > user + 1 { end = server }
      }
      let name = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
      mentions.append(Mention(name: name, range: index..<end, counted: index..<user))
      index = end - 1
    }
    return mentions
  }

  /// Past words joined by dots and hyphens, none of which ends the name.
  private static func nameEnd(
    in scalars: [Unicode.Scalar], from start: Int, isWord: (Unicode.Scalar) -> Bool
  ) -> Int {
    var index = start
    var end = start
    while index < scalars.count {
      if isWord(scalars[index]) {
        index += 1
        end = index
      } else if end > start, scalars[index] == "." || scalars[index] == "-" {
        index += 1
      } else {
        break
      }
    }
    return end
  }

  private static func length(
    of text: ScalarText, links: [LinkScanner.Found], mentions: [Mention]
  ) -> Int {
    let placeholder = String(repeating: "x", count: XText.linkLength).unicodeScalars
    var counted = String.UnicodeScalarView()
    var (index, link, mention) = (0, 0, 0)
    while index < text.scalars.count {
      if link < links.count, links[link].range.lowerBound == index {
        counted.append(contentsOf: placeholder)
        index = links[link].range.upperBound
        link += 1
      } else if mention < mentions.count, mentions[mention].range.lowerBound == index {
        counted.append(contentsOf: text.scalars[mentions[mention].counted])
        index = mentions[mention].range.upperBound
        mention += 1
      } else {
        counted.append(text.scalars[index])
        index += 1
      }
    }
    return Graphemes.mostIn(String(counted))
  }
}
