/// One email of an edition before encoding; what differs per reader is left open.
public struct Message: Sendable, Hashable {
  public let from: Mailbox
  public let replyTo: Mailbox?
  public let subject: String
  public let date: Moment
  /// The edition's id: with the reader's address it makes the Message-ID.
  public let edition: String
  /// The newsletter's name, shown beside its List-Id (RFC 2919).
  public let listName: String
  public let unsubscribe: Unsubscribe?
  public let text: PersonalText
  public let html: PersonalText
  /// What the HTML shows by their `contentID`s.
  public let pictures: [Enclosure]
  public let attachments: [Enclosure]

  public init(
    from: Mailbox, replyTo: Mailbox? = nil, subject: String, date: Moment, edition: String,
    listName: String, unsubscribe: Unsubscribe?, text: PersonalText, html: PersonalText,
    pictures: [Enclosure] = [], attachments: [Enclosure] = []
  ) {
    self.from = from
    self.replyTo = replyTo
    self.subject = subject
    self.date = date
    self.edition = edition
    self.listName = listName
    self.unsubscribe = unsubscribe
    self.text = text
    self.html = html
    self.pictures = pictures
    self.attachments = attachments
  }

  /// The same with files that travel with it.
  func enclosing(pictures: [Enclosure], attachments: [Enclosure]) -> Message {
    Message(
      from: from, replyTo: replyTo, subject: subject, date: date, edition: edition,
      listName: listName, unsubscribe: unsubscribe, text: text, html: html, pictures: pictures,
      attachments: attachments)
  }
}
