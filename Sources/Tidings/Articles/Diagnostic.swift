/// What is wrong with one input, and what was done about it.
public struct Diagnostic: Sendable, Hashable {
  /// The input's path as the user would type it.
  public let path: String
  /// Counted from 1; nil when the fault has no line of its own.
  public let line: Int?
  public let reason: String
  public let severity: Severity
  /// The date that an unreadable article's path tells: it shows which editions it may belong to.
  public let date: Moment?

  public init(
    path: String, line: Int? = nil, reason: String, severity: Severity, date: Moment? = nil
  ) {
    self.path = path
    self.line = line
    self.reason = reason
    self.severity = severity
    self.date = date
  }

  /// An `error` lost an article its date or itself; a `warning` passed something over, or mended it.
  public enum Severity: String, Sendable, Hashable, Codable {
    case error
    case warning
  }
}

extension Diagnostic {
  /// The same, with the date of the article that it is about.
  func dated(_ date: Moment?) -> Diagnostic {
    Diagnostic(path: path, line: line, reason: reason, severity: severity, date: date)
  }

  /// The same, for an outcome that it cannot have changed.
  public var asWarning: Diagnostic {
    Diagnostic(path: path, line: line, reason: reason, severity: .warning, date: date)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `may.md:4: warning: 'date' is '5/6', expected a date such as 2026-06-05`.
  public var description: String {
    let path = path.shown
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(place): \(severity.rawValue): \(reason)"
  }
}
