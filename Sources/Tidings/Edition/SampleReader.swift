/// The reader that previews are written for, and the sender where none is configured.
enum SampleReader {
  /// Every field that the message asks for is shown by its own name, such as `[city]`.
  /// - Throws: `MailError` for an unsubscribe setting that is not safe.
  static func recipient(for message: Message) throws(MailError) -> Recipient {
    var names: [String] = []
    if let unsubscribe = message.unsubscribe { names = try LeaveLinks(unsubscribe).fields }
    for case .field(let name, _) in message.text.pieces + message.html.pieces { names.append(name) }
    let values = names.map { ($0, "[\($0)]") }
    return Recipient(
      mailbox: try mailbox("Sample Reader", EmailAddress(local: "reader", domain: "example.net")),
      fields: Dictionary(values) { first, _ in first })
  }

  /// An address that no mail can come from (RFC 2606).
  static func sender(name: String) throws(MailError) -> Mailbox {
    try mailbox(name, EmailAddress(local: "newsletter", domain: "example.invalid"))
  }

  private static func mailbox(_ name: String, _ address: EmailAddress) throws(MailError) -> Mailbox
  {
    do {
      return try Mailbox(name: name, address: address)
    } catch {
      throw .controlCharacter(in: "newsletter.name", text: name)
    }
  }
}
