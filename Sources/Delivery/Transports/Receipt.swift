/// Proof of acceptance: the other side's own words.
public struct Receipt: Sendable, Hashable {
  /// The SMTP reply code or HTTP status; nil where there is no other side.
  public let code: Int?
  /// One printable line, such as `250 2.0.0 Ok: queued as 4F1A2`.
  public let words: String

  public init(code: Int?, words: String) {
    self.code = code
    self.words = words.printable()
  }
}
