/// Why a server's limits are not to be had.
public struct InstanceError: Error, Sendable, Hashable {
  /// What happened; one printable line.
  public let words: String
  public let hint: String?
  /// Something answered, if not what was asked for.
  let isAnswered: Bool

  init(_ words: String, hint: String? = nil, isAnswered: Bool = false) {
    self.words = words.printable(limit: 500)
    self.hint = hint
    self.isAnswered = isAnswered
  }
}

extension InstanceError: CustomStringConvertible {
  /// `https://mastodon.example/api/v2/instance answered 503; try again later`.
  public var description: String { words + (hint.map { "; \($0)" } ?? "") }
}
