import Crypto
import Foundation

/// Writes an edition as RFC 5322 messages: once what all readers share, then what each has alone.
///
/// The message is `multipart/alternative`, plain text before HTML, both in quoted-printable: lines
/// end in CRLF and every byte is 7-bit. The plain text is flowed, see `FlowedText`. Pictures that
/// travel along are `related` to the HTML, attachments stand outermost. A program made the message
/// from articles and no person typed it, so `Auto-Submitted` says `auto-generated` (RFC 3834 5), and
/// responders leave it alone.
public struct MessageEncoder: Sendable {
  private let edition: String
  private let domain: String
  private let list: String
  private let links: LeaveLinks?
  private let header: [Field]
  private let body: MessageBody
  private let signing: Signing?

  /// The value that RFC 8058 3.1 asks for.
  private static let oneClick = "List-Unsubscribe=One-Click"

  /// RFC 3834 5: neither written by hand nor an answer.
  private static let autoSubmitted = "auto-generated"

  /// In bytes: what Gmail takes, encoded.
  public static let largest = 25_000_000

  private enum Field: Sendable {
    case fixed([UInt8])
    case to
    case messageID
    case listUnsubscribe
  }

  /// What signatures need beside a reader's own.
  private struct Signing: Sendable {
    let signers: [DKIMSigner]
    let digest: BodyDigest
    /// In seconds since 1970.
    let time: Int
  }

  /// Encodes what is the same for all readers; each of the `signers` signs every message.
  ///
  /// - Throws: `MailError` for a control character in a header, a date that mail cannot write, an
  ///   unsubscribe URL or address that is not safe, and more bytes than mail programs take.
  public init(_ message: Message, signers: [DKIMSigner] = []) throws(MailError) {
    edition = message.edition
    domain = message.from.address.domain
    links = if let unsubscribe = message.unsubscribe { try LeaveLinks(unsubscribe) } else { nil }
    list = ListID.text(name: message.listName, domain: domain)
    var header: [Field] = [.fixed(try HeaderField("From", message.from).bytes), .to]
    if let replyTo = message.replyTo {
      header.append(.fixed(try HeaderField("Reply-To", replyTo).bytes))
    }
    header += [
      .fixed(try HeaderField("Subject", text: message.subject).bytes),
      .fixed(try HeaderField("Date", line: try message.date.mailDate()).bytes),
      .messageID,
      .fixed(try HeaderField("List-Id", phrase: message.listName, token: "<\(list)>").bytes),
    ]
    if let links {
      header.append(.listUnsubscribe)
      if links.hasURL {
        header.append(.fixed(try HeaderField("List-Unsubscribe-Post", line: Self.oneClick).bytes))
      }
    }
    header.append(.fixed(try HeaderField("Auto-Submitted", line: Self.autoSubmitted).bytes))
    let content = try Self.content(of: message)
    header.append(.fixed(Array("MIME-Version: 1.0\r\n".utf8) + content.header))
    self.header = header
    body = MessageBody(content.segments + [.fixed([0x0D, 0x0A])])
    guard body.count <= Self.largest else { throw .tooLarge(body.count) }
    signing =
      signers.isEmpty
      ? nil
      : Signing(
        signers: signers, digest: BodyDigest(body),
        time: Int(message.date.instant.timeIntervalSince1970))
  }

  /// The parts of a message in one.
  private static func content(of message: Message) throws(MailError) -> BodyPart {
    var html = BodyPart.html(message.html)
    if !message.pictures.isEmpty {
      var parts = [html]
      for picture in message.pictures { parts.append(try .file(picture)) }
      html = .multipart(.related, parts, salt: message.edition)
    }
    let text = BodyPart.multipart(
      .alternative, [.plain(message.text), html], salt: message.edition)
    guard !message.attachments.isEmpty else { return text }
    var parts = [text]
    for attachment in message.attachments { parts.append(try .file(attachment)) }
    return .multipart(.mixed, parts, salt: message.edition)
  }

  /// The message for one reader, ready for the wire but for dot-stuffing.
  ///
  /// - Throws: `MailError.missingField` for a field that the reader does not have,
  ///   `controlCharacter` for a value that is not one line of text, `lineTooLong` for an
  ///   unsubscribe URL that its header cannot hold, and `key` for one that signs nothing.
  public func bytes(for recipient: Recipient) throws(MailError) -> [UInt8] {
    let url = try links?.url(for: recipient)
    let values = try body.values(for: recipient, leave: url ?? links?.mail)
    let header = try header(for: recipient, url: url)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      body.count + values.reduce(0) { $0 + $1.count } + header.count + (signing == nil ? 2 : 2_048))
    if let signing {
      let relaxed = RelaxedHeader(header)
      let digest = signing.digest.digest(values: values)
      do throws(DKIMKeyFault) {
        for signer in signing.signers {
          bytes += try signer.field(for: relaxed, bodyHash: digest, time: signing.time)
        }
      } catch {
        throw .key(error)
      }
    }
    bytes += header
    bytes += [0x0D, 0x0A]
    for (index, fixed) in body.fixed.enumerated() {
      bytes += fixed
      if index < values.count { bytes += values[index] }
    }
    return bytes
  }

  private func header(for recipient: Recipient, url: String?) throws(MailError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2_048)
    for field in header {
      switch field {
      case .fixed(let fixed): bytes += fixed
      case .to: bytes += try HeaderField("To", recipient.mailbox).bytes
      case .messageID: bytes += Array("Message-ID: \(messageID(for: recipient))\r\n".utf8)
      case .listUnsubscribe:
        guard let links else { continue }
        bytes += try HeaderField("List-Unsubscribe", line: links.header(url: url)).bytes
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
    for place in body.gaps.joined() {
      fields.append(try place.escaping.value(of: place.field, for: recipient, unsubscribe: link))
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
}
