/// One reader of an edition, as the recipient list has them.
public struct Recipient: Sendable, Hashable {
  public let mailbox: Mailbox
  /// Every further column of the list, by its name; templates show them as `{{reader.NAME}}`.
  public let fields: [String: String]

  public init(mailbox: Mailbox, fields: [String: String] = [:]) {
    self.mailbox = mailbox
    self.fields = fields
  }
}
