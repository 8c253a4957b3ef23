import Crypto
import Foundation

/// Writes an edition as RFC 5322 messages: once what all readers share, then what each has alone.
///
/// The message is `multipart/alternative`, plain text before HTML, both in quoted-printable: lines
/// end in CRLF and every byte is 7-bit. The plain text is flowed, see `FlowedText`. A program made
/// the message from articles and no person typed it, so `Auto-Submitted` says `auto-generated`
/// (RFC 3834 5), and responders leave it alone.
public struct MessageEncoder: Sendable {
  private let edition: String
  private let domain: String
  private let list: String
  private let links: LeaveLinks?
  private let segments: [Segment]
  /// The bytes of all fixed segments, and room for the fields between them.
  private let capacity: Int

  /// The value that RFC 8058 3.1 asks for.
  private static let oneClick = "List-Unsubscribe=One-Click"

  /// RFC 3834 5: neither written by hand nor an answer.
  private static let autoSubmitted = "auto-generated"

  private enum Segment: Sendable {
    case fixed([UInt8])
    case to
    case messageID
    case listUnsubscribe
    case value(String, PersonalText.Escaping, QuotedPrintable.Ending)
    /// A field of the flowed text, with how many spaces stand before it.
    case flowedValue(String, PersonalText.Escaping, QuotedPrintable.Ending, spaces: Int)
  }

  /// Encodes what is the same for all readers.
  ///
  /// - Throws: `MailError` for a control character in a header, a date that mail cannot write, and
  ///   an unsubscribe URL or address that is not safe.
  public init(_ message: Message) throws(MailError) {
    edition = message.edition
    domain = message.from.address.domain
    links = if let unsubscribe = message.unsubscribe { try LeaveLinks(unsubscribe) } else { nil }

    let text = Self.segments(of: FlowedText.stuffed(message.text), isFlowed: true)
    let html = Self.segments(of: message.html, isFlowed: false)
    let boundary = Self.boundary(edition: message.edition, text + html)
    var segments: [Segment] = [.fixed(try HeaderField("From", message.from).bytes), .to]
    if let replyTo = message.replyTo {
      segments.append(.fixed(try HeaderField("Reply-To", replyTo).bytes))
    }
    list = ListID.text(name: message.listName, domain: domain)
    segments += [
      .fixed(try HeaderField("Subject", text: message.subject).bytes),
      .fixed(try HeaderField("Date", line: try message.date.mailDate()).bytes),
      .messageID,
      .fixed(try HeaderField("List-Id", phrase: message.listName, token: "<\(list)>").bytes),
    ]
    if let links {
      segments.append(.listUnsubscribe)
      if links.hasURL {
        segments.append(.fixed(try HeaderField("List-Unsubscribe-Post", line: Self.oneClick).bytes))
      }
    }
    segments.append(.fixed(try HeaderField("Auto-Submitted", line: Self.autoSubmitted).bytes))
    segments.append(
      .fixed(
        Array(
          ("MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=\"\(boundary)\""
            + "\r\n\r\n").utf8)))
    segments += [.fixed(Self.partHeader("plain; " + FlowedText.parameters, boundary))] + text
    segments +=
      [.fixed(Array("\r\n".utf8) + Self.partHeader("html; charset=utf-8", boundary))] + html
    segments.append(.fixed(Array("\r\n--\(boundary)--\r\n".utf8)))
    self.segments = Self.joined(segments)
    capacity = self.segments.reduce(0) { sum, segment in
      guard case .fixed(let bytes) = segment else { return sum + 128 }
      return sum + bytes.count
    }
  }

  /// The message for one reader, ready for the wire but for dot-stuffing.
  ///
  /// - Throws: `MailError.missingField` for a field that the reader does not have,
  ///   `controlCharacter` for a value that is not one line of text, and `lineTooLong` for an
  ///   unsubscribe URL that its header cannot hold.
  public func bytes(for recipient: Recipient) throws(MailError) -> [UInt8] {
    let url = try links?.url(for: recipient)
    let link = url ?? links?.mail
    var bytes: [UInt8] = []
    bytes.reserveCapacity(capacity)
    /// Of the flowed text, held back because no line may end in them.
    var spaces = 0
    for segment in segments {
      switch segment {
      case .fixed(let fixed):
        if spaces > 0 {
          QuotedPrintable.append(Self.blank(spaces), ending: .softBreak, to: &bytes)
          spaces = 0
        }
        bytes += fixed
      case .to: bytes += try HeaderField("To", recipient.mailbox).bytes
      case .messageID: bytes += Array("Message-ID: \(messageID(for: recipient))\r\n".utf8)
      case .listUnsubscribe:
        guard let links else { continue }
        bytes += try HeaderField("List-Unsubscribe", line: links.header(url: url)).bytes
      case .value(let field, let escaping, let ending):
        let value = try escaping.value(of: field, for: recipient, unsubscribe: link)
        QuotedPrintable.append(value.utf8, ending: ending, to: &bytes)
      case .flowedValue(let field, let escaping, let ending, let before):
        spaces += before
        let value = FlowedText.value(
          try escaping.value(of: field, for: recipient, unsubscribe: link),
          startsLine: spaces == 0 && bytes.endInHardBreak)
        if !value.isEmpty {
          QuotedPrintable.append(Self.blank(spaces) + value.utf8, ending: ending, to: &bytes)
        }
        if !value.isEmpty || ending == .lineEnd { spaces = 0 }
      }
    }
    return bytes
  }

  /// What the message shows of one reader, in the order of the places.
  ///
  /// - Throws: as `bytes(for:)`, which shows the same.
  public func fields(for recipient: Recipient) throws(MailError) -> [String] {
    let link = try links?.url(for: recipient) ?? links?.mail
    var fields: [String] = []
    for segment in segments {
      switch segment {
      case .value(let field, let escaping, _), .flowedValue(let field, let escaping, _, _):
        fields.append(try escaping.value(of: field, for: recipient, unsubscribe: link))
      case .fixed, .to, .messageID, .listUnsubscribe: break
      }
    }
    return fields
  }

  /// The msg-id with its angle brackets, the same whenever this edition is sent to this reader.
  public func messageID(for recipient: Recipient) -> String {
    let hash = SHA256.hash(data: Array("\(edition)|\(recipient.mailbox.address)".utf8))
    return "<\(hash.prefix(16).hexadecimal)@\(domain)>"
  }

  /// The fields beside the usual ones, for a provider that writes the message itself.
  ///
  /// - Throws: as `unsubscribeURL(for:)`.
  public func listHeaders(
    for recipient: Recipient
  ) throws(MailError) -> [(name: String, value: String)] {
    var headers = [
      ("Message-ID", messageID(for: recipient)), ("List-Id", "<\(list)>"),
      ("Auto-Submitted", Self.autoSubmitted),
    ]
    if let links {
      headers.append(("List-Unsubscribe", links.header(url: try links.url(for: recipient))))
      if links.hasURL { headers.append(("List-Unsubscribe-Post", Self.oneClick)) }
    }
    return headers
  }

  /// Where this reader leaves with one click; nil when the edition has no unsubscribe URL.
  ///
  /// - Throws: `MailError.missingField` or `controlCharacter` for a placeholder's value.
  public func unsubscribeURL(for recipient: Recipient) throws(MailError) -> String? {
    try links?.url(for: recipient)
  }

  /// A body in quoted-printable: each field begins a line, and so does what comes after it.
  private static func segments(of text: PersonalText, isFlowed: Bool) -> [Segment] {
    var pieces: [PersonalText.Piece] = []
    for piece in text.pieces {
      if case .fixed(let next) = piece, case .fixed(let last) = pieces.last {
        pieces[pieces.count - 1] = .fixed(last + next)
      } else if piece != .fixed("") {
        pieces.append(piece)
      }
    }
    var spaces = 0
    return pieces.indices.map { index in
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      switch pieces[index] {
      case .fixed(let fixed):
        guard next != nil else { return .fixed(QuotedPrintable.encode(fixed.utf8)) }
        spaces = isFlowed ? fixed.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count : 0
        return .fixed(QuotedPrintable.encode(fixed.utf8.dropLast(spaces), ending: .softBreak))
      case .field(let name, let escaping):
        let ending: QuotedPrintable.Ending =
          switch next {
          case nil: .lineEnd
          case .fixed(let fixed) where [0x0A, 0x0D].contains(fixed.utf8.first): .lineEnd
          case .fixed, .field: .softBreak
          }
        defer { spaces = 0 }
        return isFlowed
          ? .flowedValue(name, escaping, ending, spaces: spaces) : .value(name, escaping, ending)
      }
    }
  }

  private static func blank(_ spaces: Int) -> [UInt8] {
    Array(repeating: UInt8(ascii: " "), count: spaces)
  }

  /// RFC 2046 5.1.1: `=_` cannot stand in quoted-printable, so no body can hold the boundary.
  private static func boundary(edition: String, _ bodies: [Segment]) -> String {
    var hash = SHA256()
    hash.update(data: Data(edition.utf8))
    for case .fixed(let bytes) in bodies { hash.update(data: bytes) }
    return "=_\(hash.finalize().prefix(16).hexadecimal)"
  }

  private static func partHeader(_ type: String, _ boundary: String) -> [UInt8] {
    Array(
      ("--\(boundary)\r\nContent-Type: text/\(type)\r\n"
        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n").utf8)
  }

  private static func joined(_ segments: [Segment]) -> [Segment] {
    var joined: [Segment] = []
    for segment in segments {
      if case .fixed(let next) = segment, case .fixed(let last) = joined.last {
        joined[joined.count - 1] = .fixed(last + next)
      } else {
        joined.append(segment)
      }
    }
    return joined
  }
}

extension [UInt8] {
  /// Whether the next byte begins a line also for who has decoded quoted-printable.
  fileprivate var endInHardBreak: Bool {
    last == 0x0A && dropLast(2).last != UInt8(ascii: "=")
  }
}
