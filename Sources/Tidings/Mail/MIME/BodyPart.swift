import Crypto
import Foundation

/// One part of a message (RFC 2046), encoded but for what differs from reader to reader.
struct BodyPart {
  /// The fields that describe it, each with its line end.
  let header: [UInt8]
  /// Its content, without a line end that is the delimiter's own.
  let segments: [BodySegment]

  /// Plain text, flowed.
  static func plain(_ text: PersonalText) -> BodyPart {
    BodyPart(
      text: "plain; " + FlowedText.parameters,
      segments: BodySegment.all(of: FlowedText.stuffed(text), isFlowed: true))
  }

  static func html(_ text: PersonalText) -> BodyPart {
    BodyPart(
      text: "html; charset=utf-8", segments: BodySegment.all(of: text, isFlowed: false))
  }

  /// A file in base64 (RFC 2045 6.8).
  ///
  /// - Throws: `MailError.controlCharacter` for a file name that is not one line.
  static func file(_ enclosure: Enclosure) throws(MailError) -> BodyPart {
    var header = Array("Content-Type: \(enclosure.mediaType)\r\n".utf8)
    header += "Content-Transfer-Encoding: base64\r\n".utf8
    if let id = enclosure.contentID {
      guard !id.hasControlCharacters else { throw .controlCharacter(in: "Content-ID", text: id) }
      header += Array("Content-ID: <\(id)>\r\n".utf8)
    }
    header += try Disposition(enclosure).bytes
    let lines = Data(enclosure.bytes).base64EncodedData(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    return BodyPart(header: header, segments: [.fixed(Array(lines))])
  }

  /// Parts in one: `alternative`, `related` or `mixed`.
  ///
  /// The boundary comes from the parts and `salt`, so that it is the same on every run. `=_` cannot
  /// stand in quoted-printable nor in base64, so no part can hold it (RFC 2046 5.1.1).
  static func multipart(_ kind: Kind, _ parts: [BodyPart], salt: String) -> BodyPart {
    var hash = SHA256()
    hash.update(data: Data(salt.utf8))
    for part in parts {
      for case .fixed(let bytes) in part.segments { hash.update(data: bytes) }
    }
    let boundary = "=_\(kind.mark)\(hash.finalize().prefix(16).hexadecimal)"
    var segments: [BodySegment] = []
    for (index, part) in parts.enumerated() {
      let delimiter = Array(((index == 0 ? "" : "\r\n") + "--\(boundary)\r\n").utf8)
      segments.append(.fixed(delimiter + part.header + [0x0D, 0x0A]))
      segments += part.segments
    }
    segments.append(.fixed(Array("\r\n--\(boundary)--".utf8)))
    return BodyPart(
      header: Array(
        "Content-Type: multipart/\(kind.type);\r\n boundary=\"\(boundary)\"\r\n".utf8),
      segments: segments)
  }

  /// How parts belong together (RFC 2046 5.1, RFC 2387).
  enum Kind {
    case alternative
    /// An HTML part and what it shows.
    case related
    case mixed

    fileprivate var type: String {
      switch self {
      case .alternative: "alternative"
      case .related: "related; type=\"text/html\""
      case .mixed: "mixed"
      }
    }

    /// Some readers take a boundary for another that it begins with: no hash begins so.
    fileprivate var mark: String {
      switch self {
      case .alternative: ""
      case .related: "r"
      case .mixed: "m"
      }
    }
  }

  private init(header: [UInt8], segments: [BodySegment]) {
    self.header = header
    self.segments = segments
  }

  private init(text type: String, segments: [BodySegment]) {
    self.init(
      header: Array(
        "Content-Type: text/\(type)\r\nContent-Transfer-Encoding: quoted-printable\r\n".utf8),
      segments: segments)
  }
}
