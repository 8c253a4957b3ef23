import Foundation

@testable import Tidings

/// A part of a message as a strict reader sees it, made from RFC 2045 and 2046 alone.
struct PartReader {
  /// Unfolded, the names in small letters.
  let fields: [String: String]
  /// Decoded; empty for a part of parts.
  let content: [UInt8]
  let parts: [PartReader]

  init(_ bytes: [UInt8]) throws {
    try self.init(text: String(decoding: bytes, as: UTF8.self))
  }

  private init(text: String) throws {
    guard let blank = text.firstRange(of: "\r\n\r\n") else {
      throw MailDecoder.Fault(description: "a part without a blank line")
    }
    var fields: [String: String] = [:]
    for field in DKIMVerifier.fields(text[..<blank.lowerBound] + "\r\n") {
      let line = field.replacingOccurrences(of: "\r\n", with: "")
      let name = line.prefix { $0 != ":" }.lowercased()
      guard field.components(separatedBy: "\r\n").allSatisfy({ $0.utf8.count <= 998 }),
        fields[name] == nil || name == "dkim-signature"
      else { throw MailDecoder.Fault(description: "the field \(name)") }
      fields[name] = line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
    }
    self.fields = fields
    let body = String(text[blank.upperBound...])
    let type = fields["content-type"] ?? ""
    if type.hasPrefix("multipart/") {
      guard
        let boundary = type.firstRange(of: "boundary=\"").map({ type[$0.upperBound...] })?
          .prefix(while: { $0 != "\"" }), boundary.count <= 70
      else { throw MailDecoder.Fault(description: "no boundary") }
      content = []
      parts = try Self.parts(of: body, boundary: String(boundary))
    } else {
      parts = []
      switch fields["content-transfer-encoding"] {
      case "quoted-printable": content = try MailDecoder.quotedPrintable(Array(body.utf8))
      case "base64": content = try Self.base64(body)
      case let other: throw MailDecoder.Fault(description: "the encoding \(other ?? "none")")
      }
    }
  }

  private static func parts(of body: String, boundary: String) throws -> [PartReader] {
    let pieces = ("\r\n" + body).components(separatedBy: "\r\n--\(boundary)")
    guard let last = pieces.last, pieces.count > 2, pieces[0].isEmpty,
      last == "--" || last == "--\r\n"
    else { throw MailDecoder.Fault(description: "\(pieces.count) pieces at \(boundary)") }
    return try pieces.dropFirst().dropLast().map { piece in
      guard piece.hasPrefix("\r\n") else { throw MailDecoder.Fault(description: "a delimiter") }
      return try PartReader(text: String(piece.dropFirst()))
    }
  }

  /// RFC 2045 6.8: lines of at most 76, only the last one shorter.
  private static func base64(_ body: String) throws -> [UInt8] {
    let lines = body.components(separatedBy: "\r\n")
    guard lines.dropLast().allSatisfy({ $0.count == 76 }), lines.last?.count ?? 0 <= 76,
      let data = Data(base64Encoded: lines.joined())
    else { throw MailDecoder.Fault(description: "base64") }
    return Array(data)
  }

  /// `multipart/mixed` for a whole, or the type of a part.
  var type: String { String((fields["content-type"] ?? "").prefix { $0 != ";" }) }

  /// The tree of types, such as `mixed(alternative(plain, html), pdf)`.
  var sketch: String {
    let name = type.split(separator: "/").last.map(String.init) ?? ""
    return parts.isEmpty ? name : "\(name)(\(parts.map(\.sketch).joined(separator: ", ")))"
  }

  /// RFC 2231 3 and 4: what the disposition's pieces say together.
  var fileName: String? {
    let pieces = (fields["content-disposition"] ?? "").components(separatedBy: "; ").dropFirst()
    var whole = ""
    var plain: String?
    for piece in pieces {
      let parts = piece.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      if parts[0] == "filename" {
        plain = String(parts[1].dropFirst().dropLast())
      } else {
        whole += parts[1]
      }
    }
    guard whole.hasPrefix("utf-8''") else { return plain }
    return whole.dropFirst("utf-8''".count).removingPercentEncoding
  }
}
