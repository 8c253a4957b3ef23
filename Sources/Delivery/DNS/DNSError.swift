/// Why a question could not be answered.
public struct DNSError: Error, Sendable, Hashable {
  /// What happened; one printable line.
  public let words: String
  public let hint: String
  /// The server that was asked is to blame: it will not answer another question either.
  public let isOfServer: Bool

  init(_ words: String, hint: String, isOfServer: Bool = false) {
    self.words = words.printable()
    self.hint = hint
    self.isOfServer = isOfServer
  }
}

extension DNSError: CustomStringConvertible {
  public var description: String { "\(words) (\(hint))" }
}
