public import Tidings

extension Parcel {
  /// One reader's parcel of `message`, whose bytes `encoder` writes.
  ///
  /// With `parts` it also carries what providers build a message from themselves.
  /// - Throws: `MailError` for a reader who lacks a field that the message shows.
  public init(
    _ message: Message, encoder: MessageEncoder, recipient: Recipient, parts: Bool
  ) throws(MailError) {
    self.init(
      sender: message.from.address, recipient: recipient.mailbox.address,
      messageID: encoder.messageID(for: recipient), bytes: try encoder.bytes(for: recipient),
      content: parts ? try Content(message, encoder: encoder, recipient: recipient) : nil)
  }
}

extension Parcel.Content {
  fileprivate init(
    _ message: Message, encoder: MessageEncoder, recipient: Recipient
  ) throws(MailError) {
    self.init(
      from: message.from.description, to: recipient.mailbox.description,
      replyTo: message.replyTo?.description, subject: message.subject,
      text: FlowedText.unflowed(
        try message.text.filled(for: recipient, unsubscribe: message.unsubscribe)),
      html: try message.html.filled(for: recipient, unsubscribe: message.unsubscribe),
      headers: try encoder.listHeaders(for: recipient).map {
        .init(name: $0.name, value: $0.value)
      },
      enclosures: message.pictures + message.attachments)
  }
}
