/// A text with places for what differs from reader to reader.
public struct PersonalText: Sendable, Hashable {
  public let pieces: [Piece]

  public init(pieces: [Piece]) {
    self.pieces = pieces
  }

  /// What is the same for all, or the name of what is not.
  public enum Piece: Sendable, Hashable {
    case fixed(String)
    /// A reader's field, such as `name`, `email`, `unsubscribe` or a column of the list.
    case field(String, Escaping)
  }

  /// What the place asks of a value before it may stand there.
  public enum Escaping: String, Sendable, Hashable, Codable {
    case none
    case html
  }

  /// The text as one reader gets it.
  ///
  /// - Throws: `MailError` for a field that the reader does not have or whose value holds a control
  ///   character, and for an unsubscribe setting that is not safe.
  public func filled(
    for recipient: Recipient, unsubscribe: Unsubscribe?
  ) throws(MailError) -> String {
    let links: LeaveLinks? = if let unsubscribe { try LeaveLinks(unsubscribe) } else { nil }
    let link = try links?.url(for: recipient) ?? links?.mail
    var text = ""
    for piece in pieces {
      switch piece {
      case .fixed(let fixed): text += fixed
      case .field(let name, let escaping):
        text += try escaping.value(of: name, for: recipient, unsubscribe: link)
      }
    }
    return text
  }
}

extension PersonalText.Escaping {
  /// A reader's value as the place takes it; `unsubscribe` is what the field of that name shows.
  func value(
    of field: String, for recipient: Recipient, unsubscribe: String?
  ) throws(MailError) -> String {
    let value: String
    if field == "unsubscribe" {
      guard let unsubscribe else { throw .missingField(field) }
      value = unsubscribe
    } else {
      value = try recipient.value(of: field)
    }
    switch self {
    case .none: return value
    case .html: return value.htmlEscaped
    }
  }
}
