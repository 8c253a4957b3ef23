extension Preflight {
  /// One thing that is wrong, by the rule that it breaks.
  public struct Finding: Sendable, Hashable, Codable {
    public let severity: Diagnostic.Severity
    public let rule: Rule
    /// Where: `digest.html:42`, `posts/flour.md`, `subject`, `DNS example.org`.
    public let place: String
    public let message: String
    /// What to do about it.
    public let hint: String

    /// A finding whose words are each on one line, whatever they quote.
    public init(
      _ severity: Diagnostic.Severity, _ rule: Rule, at place: String, _ message: String,
      hint: String
    ) {
      self.severity = severity
      self.rule = rule
      self.place = CleanText.prose(place)
      self.message = CleanText.prose(message)
      self.hint = CleanText.prose(hint)
    }
  }
}

extension Preflight.Finding: CustomStringConvertible {
  /// `subject: the subject is empty (set newsletter.subject)`.
  public var description: String { "\(place): \(message) (\(hint))" }
}

extension String {
  /// Itself for a message: in quotes, on one line, cut after `limit` characters.
  func cited(limit: Int = 60) -> String {
    let line = oneLine
    return line.count > limit ? "'\(line.prefix(limit))…'" : "'\(line)'"
  }
}
