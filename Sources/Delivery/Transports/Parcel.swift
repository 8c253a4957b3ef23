public import Tidings

/// One reader's message, ready for a transport.
public struct Parcel: Sendable, Hashable {
  /// The envelope sender, to which bounces go (RFC 5321 4.1.1.2).
  public let sender: EmailAddress
  public let recipient: EmailAddress
  /// The same on every run for an edition and a reader, so that doubles can be told.
  public let messageID: String
  /// The message by RFC 5322: lines end in CRLF, 7 bits, nothing dot-stuffed.
  public let bytes: [UInt8]
  /// The same message in parts, for providers that build the bytes themselves.
  public let content: Content?

  public init(
    sender: EmailAddress, recipient: EmailAddress, messageID: String, bytes: [UInt8],
    content: Content? = nil
  ) {
    self.sender = sender
    self.recipient = recipient
    self.messageID = messageID
    self.bytes = bytes
    self.content = content
  }

  /// A message's parts as plain text, before any header or MIME encoding.
  public struct Content: Sendable, Hashable {
    /// `Name <address>` or an address alone, as the provider takes it.
    public let from: String
    public let to: String
    public let replyTo: String?
    public let subject: String
    public let text: String
    public let html: String
    /// What stands beside the fields above, such as List-Unsubscribe, in order.
    public let headers: [Header]
    /// Pictures of the HTML, which have a `contentID`, and attachments.
    public let enclosures: [Enclosure]

    public init(
      from: String, to: String, replyTo: String? = nil, subject: String, text: String,
      html: String, headers: [Header] = [], enclosures: [Enclosure] = []
    ) {
      self.from = from
      self.to = to
      self.replyTo = replyTo
      self.subject = subject
      self.text = text
      self.html = html
      self.headers = headers
      self.enclosures = enclosures
    }
  }

  /// A header field's name and its unfolded value.
  public struct Header: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
