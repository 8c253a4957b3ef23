/// One entry of a feed, in the terms that all formats share.
struct FeedItem {
  /// Where it begins, counted from 1; nil where a format has no lines.
  let line: Int?
  /// Its number in the feed, counted from 1.
  let number: Int
  var id: String?
  /// Its own page.
  var url: WebURL?
  var title: FeedMarkup?
  var date: Stamp?
  var updated: Stamp?
  var tags: [String] = []
  var isDraft = false
  var content: FeedMarkup?
  var summary: FeedMarkup?
  var authors: [String] = []
  var image: WebURL?
  var language: String?
  var origin: Origin?
  private(set) var notes: [FeedNote] = []

  init(line: Int?, number: Int) {
    self.line = line
    self.number = number
  }

  /// A date as the feed writes it.
  struct Stamp: Hashable {
    let key: String
    let text: String
    let line: Int?
  }

  mutating func note(
    _ reason: String, line: Int? = nil, severity: Diagnostic.Severity = .warning
  ) {
    notes.append(FeedNote(reason, line: line ?? self.line, severity: severity))
  }

  /// `reference` as an address, with a note when it is none.
  mutating func address(
    _ reference: String, base: WebURL?, key: String, line: Int? = nil
  ) -> WebURL? {
    let trimmed = reference.nonBlank ?? ""
    if let url = WebURL(trimmed) ?? base?.resolving(trimmed) { return url }
    note("'\(key)' is '\(trimmed.oneLine.prefixAtWord(120))', expected a web address", line: line)
    return nil
  }
}

/// What a format found in a feed.
struct Feed {
  var items: [FeedItem] = []
  /// About the feed as a whole.
  var notes: [FeedNote] = []
}
