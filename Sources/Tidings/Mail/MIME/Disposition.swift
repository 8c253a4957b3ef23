/// The field that says what a part is for and what its file is called (RFC 2183).
///
/// A name that is not plain ASCII stands twice: as programs of old read it, and in UTF-8 by RFC 2231,
/// in numbered pieces where it does not fit a line.
struct Disposition {
  private let kind: String
  private let name: String

  /// - Throws: `MailError.controlCharacter` for a name that is not one line.
  init(_ enclosure: Enclosure) throws(MailError) {
    if enclosure.name.hasControlCharacters {
      throw .controlCharacter(in: "an attachment's name", text: enclosure.name)
    }
    kind = enclosure.contentID == nil ? "attachment" : "inline"
    name = enclosure.name
  }

  /// The whole field, folded before each parameter.
  var bytes: [UInt8] {
    let field = "Content-Disposition: \(kind)" + parameters.map { ";\r\n \($0)" }.joined()
    return Array((field + "\r\n").utf8)
  }

  /// What a parameter's line takes beside its space and the semicolon behind it.
  private static let room = HeaderField.preferredLine - 2

  private var parameters: [String] {
    let plain = "filename=" + fallback.quoted
    if name == fallback { return [plain] }
    let encoded = name.utf8.map { byte in
      byte.isAttributeCharacter
        ? String(Unicode.Scalar(byte)) : String(decoding: Self.escape(byte), as: UTF8.self)
    }
    let whole = "filename*=utf-8''" + encoded.joined()
    guard whole.utf8.count > Self.room else { return [plain, whole] }
    var pieces: [String] = []
    var piece = "filename*0*=utf-8''"
    for unit in encoded {
      if piece.utf8.count + unit.utf8.count > Self.room {
        pieces.append(piece)
        piece = "filename*\(pieces.count)*="
      }
      piece += unit
    }
    return [plain] + pieces + [piece]
  }

  /// The name in ASCII: what is not, and what quotes would have to guard, becomes a low line.
  ///
  /// A long one is cut before its ending.
  private var fallback: String {
    var ascii = String.UnicodeScalarView()
    for character in name {
      let scalars = character.unicodeScalars
      let isKept =
        scalars.count == 1 && scalars.allSatisfy { $0.isASCII && $0 != "\"" && $0 != "\\" }
      ascii.append(contentsOf: isKept ? scalars : "_".unicodeScalars)
    }
    let text = String(ascii)
    let longest = Self.room - "filename=\"\"".utf8.count
    guard text.count > longest else { return text }
    let ending = text.lastIndex(of: ".").map { text[$0...] }.flatMap { $0.count < 12 ? $0 : nil }
    return String(text.prefix(longest - (ending?.count ?? 0))) + (ending ?? "")
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "%")] + QuotedPrintable.escape(byte).dropFirst()
  }
}

extension UInt8 {
  /// RFC 2231 7: `attribute-char`, which stands for itself in an extended value.
  fileprivate var isAttributeCharacter: Bool {
    switch self {
    case UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "/"),
      UInt8(ascii: "?"), UInt8(ascii: "="):
      false
    case UInt8(ascii: "."): true
    default: isAtomText
    }
  }
}
