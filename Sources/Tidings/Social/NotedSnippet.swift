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

extension NotedSnippet: Encodable {
  private enum Key: String, CodingKey {
    case posted, warnings
  }

  /// The snippet's own members, with `posted` beside them.
  public func encode(to encoder: any Encoder) throws {
    try snippet.encode(to: encoder)
    var members = encoder.container(keyedBy: Key.self)
    try members.encodeIfPresent(posted, forKey: .posted)
    try members.encode(warnings, forKey: .warnings)
  }
}

extension NotedSnippet.Posted: Encodable {
  private enum Key: String, CodingKey {
    case time, url, by
  }

  /// The time in ISO 8601 with offset.
  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Key.self)
    try members.encode(time.description, forKey: .time)
    try members.encodeIfPresent(url, forKey: .url)
    try members.encode(by, forKey: .by)
  }
}
