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
    payload: BlueskyRecord.payload)
}

/// How Bluesky's app reads a text: what counts is what it shows, its links shortened.
enum BlueskyText {
  /// Of the text as shown, in UTF-8 (lexicon `app.bsky.feed.post`).
  static let byteLimit = 3000
  private static let longestTag = 64

  private static let hashtags = HashtagRule(
    mayFollow: { $0.isAnySpace },
    holds: { isTagLetter($0) || ("0"..."9").contains($0) || $0 == "_" || $0 == "-" },
    mayBegin: isTagLetter, refusesJoined: false)

  @Sendable private static func isTagLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetterOrMark || !scalar.isASCII && scalar.properties.isEmoji
  }

  static func measure(_ text: String) -> Measure {
    let scalars = ScalarText(text)
    let found = links(in: scalars.scalars)
    let links = Count.Link.links(found, in: scalars, of: text)
    let shown = shown(text, links: links)
    let bytes = shown.utf8.count
    return Measure(
      amount: shown.count, links: links,
      hashtags: hashtags.hashtags(in: scalars, links: found)
        .filter { $0.name.count <= longestTag },
      mentions: mentions(in: scalars),
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
  static func shortened(_ link: String) -> String {
    guard let scheme = ["https://", "http://"].first(where: { link.lowercased().hasPrefix($0) })
    else { return link }
    let rest = link.dropFirst(scheme.count)
    let authority = rest.prefix { !"/?#".contains($0) }
    let host = shownHost(authority, defaultPort: scheme == "https://" ? ":443" : ":80")
    let path = encoded(rest.dropFirst(authority.count))
    let shownPath = path == "/" ? "" : path.hasPrefix("/") || path.isEmpty ? path : "/" + path
    return shownPath.count > 15 ? host + shownPath.prefix(13) + "..." : host + shownPath
  }

  private static func shownHost(_ authority: Substring, defaultPort: String) -> String {
    var host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if host.hasSuffix(defaultPort) { host = host.dropLast(defaultPort.count) }
    return host.lowercased().split(separator: ".", omittingEmptySubsequences: false)
      .map { Punycode.encode(label: $0.unicodeScalars) ?? String($0) }.joined(separator: ".")
  }

  private static func encoded(_ path: Substring) -> String {
    path.utf8.allSatisfy { $0 < 0x80 }
      ? String(path)
      : path.unicodeScalars.map { $0.isASCII ? String($0) : PostDraft.encode(String($0)) }.joined()
  }

  /// From where a scheme, or a name in a top-level domain, begins a word to the word's end.
  private static func links(in scalars: [Unicode.Scalar]) -> [LinkScanner.Found] {
    words(in: scalars).compactMap { word in
      for start in starts(of: word, in: scalars) {
        let hasScheme = beginsWithScheme(scalars[start..<word.upperBound])
        guard hasScheme || beginsWithHost(scalars[start..<word.upperBound]) else { continue }
        var end = word.upperBound
        if ".,;!?".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        if scalars[end - 1] == ")", !scalars[start..<end].contains("(") { end -= 1 }
        return LinkScanner.Found(range: start..<end, hasScheme: hasScheme)
      }
      return nil
    }
  }

  private static func words(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    scalars.indices.split { scalars[$0].isAnySpace }
  }

  /// The start of a word, and what follows each opening parenthesis in it.
  private static func starts(
    of word: Range<Int>, in scalars: [Unicode.Scalar]
  ) -> some Sequence<Int> {
    word.lazy.filter { $0 == word.lowerBound || scalars[$0 - 1] == "(" }
  }

  private static func beginsWithScheme(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    ["http://", "https://"].contains { scheme in
      words.count > scheme.count
        && zip(words, scheme.unicodeScalars).allSatisfy { $0.lowercasedValue == $1.value }
    }
  }

  private static func beginsWithHost(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = words.first, first.isASCIILetterOrDigit, first.properties.isAlphabetic else {
      return false
    }
    let host = words.prefix { $0.isASCIILetterOrDigit || $0 == "." }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }
    guard labels.count > 1, let last = labels.last else { return false }
    return TopLevelDomains.contains(String(String.UnicodeScalarView(last)))
  }

  /// `@name.example`, at the start of a word or in parentheses.
  private static func mentions(in text: ScalarText) -> [Entity] {
    let scalars = text.scalars
    return words(in: scalars).flatMap { word in
      starts(of: word, in: scalars).compactMap { sign -> Entity? in
        guard scalars[sign] == "@" else { return nil }
        var end = sign + 1
        while end < word.upperBound,
          scalars[end].isASCIILetterOrDigit || [".", "-"].contains(scalars[end])
        {
          end += 1
        }
        while end > sign + 1, !scalars[end - 1].isASCIILetterOrDigit { end -= 1 }
        let name = String(String.UnicodeScalarView(scalars[(sign + 1)..<end]))
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
          TopLevelDomains.contains(name[name.index(after: dot)...])
        else { return nil }
        return Entity(name: name, range: text.bytes(of: sign..<end))
      }
    }
  }
}
