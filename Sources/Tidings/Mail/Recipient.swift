/// One reader of an edition, as the recipient list has them.
public struct Recipient: Sendable, Hashable {
  public let mailbox: Mailbox
  /// Every further column of the list, by its name; templates show them as `{{reader.NAME}}`.
  public let fields: [String: String]

  public init(mailbox: Mailbox, fields: [String: String] = [:]) {
    self.mailbox = mailbox
    self.fields = fields
  }

  /// The reader's own `email`, `name` or column.
  ///
  /// - Throws: `MailError.missingField` when there is none, `controlCharacter` when it is not one
  ///   line of text.
  func value(of field: String) throws(MailError) -> String {
    let value =
      switch field {
      case "email": mailbox.address.description
      case "name": mailbox.name ?? fields[field]
      default: fields[field]
      }
    guard let value else { throw .missingField(field) }
    if value.hasControlCharacters {
      throw .controlCharacter(in: "the reader's '\(field.shown)'", text: value)
    }
    return value
  }
}
