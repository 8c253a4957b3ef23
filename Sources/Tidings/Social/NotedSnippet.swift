/// A snippet beside what the ledger knows of it; the snippet itself stays as it was composed.
public struct NotedSnippet: Sendable, Hashable {
  public let snippet: Snippet
  /// Nil for what was not posted yet.
  public let posted: Posted?
  /// The snippet's own, then those that come from what was posted.
  public let warnings: [String]

  /// When and where it was posted.
  public struct Posted: Sendable, Hashable {
    public let time: Moment
    public let url: String?
    public let by: String

    init(_ posting: Posting, time: Moment) {
      self.time = time
      url = posting.url?.text
      by = posting.by
    }
  }

  init(_ snippet: Snippet, posted: Posted?, further: [String]) {
    self.snippet = snippet
    self.posted = posted
    warnings = snippet.warnings + further
  }
}
