/// How a reader leaves: an https address for one click (RFC 8058), a mail address, or both.
public struct Unsubscribe: Sendable, Hashable, Codable {
  /// An https URL in which `{email}`, `{name}` and `{COLUMN}` stand for the reader's own,
  /// percent-encoded.
  public let url: String?
  public let mail: String?

  public init(url: String?, mail: String?) {
    self.url = url
    self.mail = mail
  }
}
