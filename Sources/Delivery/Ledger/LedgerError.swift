/// Why the ledger cannot be read, written or locked.
public struct LedgerError: Error, Sendable, Hashable {
  public let path: String
  public let reason: String
  public let hint: String?

  init(_ path: String, _ reason: String, hint: String? = nil) {
    self.path = path
    self.reason = reason
    self.hint = hint
  }
}

extension LedgerError: CustomStringConvertible {
  /// `outbox/ledger.sqlite: another send is running …; wait for it to end`.
  public var description: String { "\(path): \(reason)" + (hint.map { "; \($0)" } ?? "") }
}
