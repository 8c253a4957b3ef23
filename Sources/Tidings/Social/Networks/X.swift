extension Network {
  /// X, formerly Twitter: 280 weighted characters (twitter-text, configuration version 3).
  static let x = Network(
    id: "x", title: "X", limit: 280, unit: .weighted,
    style: PostStyle(hashtags: 2, hook: .short, links: .bareNames),
    otherNames: ["twitter"],
    pictures: PictureAllowance(bytes: 5_000_000, formats: [.png, .jpeg, .gif, .webp], alt: 1000),
    takesSeries: true, takesBlank: true, refusesRepeats: true, measure: XText.measure,
    share: {
      PostDraft.url(
        "https://x.com/intent/tweet",
        [
          "text": $0.words, "url": $0.layout?.link,
          "hashtags": $0.hashtags.joined(separator: ","),
        ])
    },
    // Since April 2026 a post by the API costs $0.015, and $0.20 with an address in it.
    payload: { draft in
      .object(present: [
        "text": .text(draft.text),
        "reply": draft.isLater ? ["in_reply_to_tweet_id": .text(Placeholder.previous)] : nil,
        "media": draft.picture.map { _ in ["media_ids": [.text(Placeholder.picture)]] },
      ])
    }, lint: { $0.bareNames.map { "X turns '\($0.text)' into a link" } })
}

/// How X reads a text.
enum XText {
  /// What any link counts, whatever its length.
  static let linkLength = 23

  static let links = LinkGrammar(
    linksBareNames: true,
    inPath: { isWordInPath($0) || marksInPath.contains($0) },
    endsPath: { isWordInPath($0) || marksAtPathEnd.contains($0) },
    // A run of other marks before them is kept only by a letter after them.
    endsWithParentheses: { _, isAfterEnd in isAfterEnd },
    inQuery: { $0.isASCIILetterOrDigit || marksInQuery.contains($0) },
    endsQuery: { $0.isASCIILetterOrDigit || marksAtQueryEnd.contains($0) })

  private static let marksInPath: ScalarSet = "!*';:=+,.$/%#[]-\u{2013}_~@|&"
  private static let marksAtPathEnd: ScalarSet = "+-=_#/"
  private static let marksInQuery: ScalarSet = "!?*'@();:&=+$/%#[]-_.,~|"
  private static let marksAtQueryEnd: ScalarSet = "-_&=#/"

  private static func isWordInPath(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIILetterOrDigit || scalar.isCyrillic || scalar.isAccentedLatin
  }

  static func measure(_ text: String) -> Measure {
    let scalars = ScalarText(text)
    let links = LinkScanner.links(in: scalars, grammar: links)
    let isRefused = scalars.scalars.contains(where: \.isRefusedByX)
    // What is found is told of the text as passed, but what is counted is its composed form.
    let amount =
      scalars.composed.map {
        weight(of: $0.scalars, links: LinkScanner.links(in: $0, grammar: Self.links))
      } ?? weight(of: scalars.scalars, links: links)
    return Measure(
      amount: amount,
      links: Count.Link.links(links, in: scalars),
      hashtags: HashtagRule.hashtags(in: scalars, links: links),
      mentions: MentionRule.mentions(in: scalars, links: links),
      faults: isRefused ? ["X refuses U+FEFF, U+FFFE and U+FFFF"] : [])
  }

  private static func weight(of scalars: [Unicode.Scalar], links: [LinkScanner.Found]) -> Int {
    var weight = 0
    var index = 0
    var link = 0
    while index < scalars.count {
      if link < links.count, links[link].range.lowerBound == index {
        weight += linkLength
        var units = links[link].weighed
        while units > 0, index < scalars.count {
          units -= UTF16.width(scalars[index])
          index += 1
        }
        // Half of a pair is left over, and counts as any unit beyond the plain ranges.
        if units < 0 { weight += 2 }
        link += 1
      } else if let length = EmojiSequence.length(in: scalars, at: index) {
        weight += 2
        index += length
      } else {
        weight += Self.weight(of: scalars[index])
        index += 1
      }
    }
    return weight
  }

  private static func weight(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0...4351, 8192...8205, 8208...8223, 8242...8247: 1
    default: 2
    }
  }
}
