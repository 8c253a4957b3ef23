/// An address with the name that is shown for it.
public struct Mailbox: Sendable, Hashable {
  public let name: String?
  public let address: EmailAddress

  public init(name: String? = nil, address: EmailAddress) {
    self.name = name
    self.address = address
  }
}
