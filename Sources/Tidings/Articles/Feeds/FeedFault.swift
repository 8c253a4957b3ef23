/// Why a feed gives no articles at all.
struct FeedFault: Error, Hashable {
  /// Counted from 1, in the feed as it came.
  let line: Int?
  let reason: String

  init(_ reason: String, line: Int? = nil) {
    self.line = line
    self.reason = reason
  }
}

/// What is odd about a feed or an item, and was passed over or mended.
struct FeedNote: Hashable {
  let line: Int?
  let reason: String
  let severity: Diagnostic.Severity

  init(_ reason: String, line: Int? = nil, severity: Diagnostic.Severity = .warning) {
    self.line = line
    self.reason = reason
    self.severity = severity
  }
}
