/// An addr-spec (RFC 5322 3.4.1) that is safe in a header and in an SMTP envelope.
public struct EmailAddress: Sendable, Hashable {
  public let local: String
  public let domain: String

  public init(local: String, domain: String) {
    self.local = local
    self.domain = domain
  }
}
