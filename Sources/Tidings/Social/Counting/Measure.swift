/// What a network's own rule says of a text, before it is held against the limit.
struct Measure {
  let amount: Int
  let links: [Count.Link]
  let hashtags: [Entity]
  let mentions: [Entity]
  /// Why the network refuses the text whatever its length.
  let faults: [String]
  let warnings: [String]

  init(
    amount: Int, links: [Count.Link], hashtags: [Entity], mentions: [Entity],
    faults: [String] = [], warnings: [String] = []
  ) {
    self.amount = amount
    self.links = links
    self.hashtags = hashtags
    self.mentions = mentions
    self.faults = faults
    self.warnings = warnings
  }

  /// Where cutting would break something, in bytes of the text as passed.
  var unbreakable: [Range<Int>] {
    let ranges = links.map { $0.start..<$0.end } + hashtags.map(\.range) + mentions.map(\.range)
    return ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}

extension Count.Link {
  /// The links of `found`, their words taken from the text as passed.
  static func links(_ found: [LinkScanner.Found], in text: ScalarText) -> [Self] {
    found.map {
      let range = text.bytes(of: $0.range)
      let words = text.words(at: $0.range)
      return Self(
        text: words, url: $0.hasScheme ? words : "https://" + words, start: range.lowerBound,
        end: range.upperBound)
    }
  }
}
