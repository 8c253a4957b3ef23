import Crypto
import CryptoExtras
import Foundation

@testable import Tidings

/// A verifier of signatures, made from RFC 6376 and 8463 alone and slow on purpose.
enum DKIMVerifier {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// What one signature says, once it is found to be right.
  struct Verified {
    let tags: [String: String]
    /// The names of `h=`.
    let covered: [String]
  }

  /// Verifies each signature of a message against `zone`, which maps names to TXT records.
  static func verify(_ message: [UInt8], zone: [String: String]) throws -> [Verified] {
    let text = String(decoding: message, as: UTF8.self)
    guard let blank = text.firstRange(of: "\r\n\r\n") else { throw Fault(description: "no body") }
    let fields = fields(String(text[..<blank.lowerBound]) + "\r\n")
    let body = String(text[blank.upperBound...])
    return try fields.filter { $0.hasPrefix("DKIM-Signature:") }
      .map { try verify($0, among: fields, body: body, zone: zone) }
  }

  /// Fields with their folds and their line ends.
  static func fields(_ header: String) -> [String] {
    var fields: [String] = []
    for line in header.components(separatedBy: "\r\n").dropLast() {
      if line.hasPrefix(" ") || line.hasPrefix("\t") {
        fields[fields.count - 1] += line + "\r\n"
      } else {
        fields.append(line + "\r\n")
      }
    }
    return fields
  }

  private static func verify(
    _ signature: String, among fields: [String], body: String, zone: [String: String]
  ) throws -> Verified {
    let value = signature.dropFirst("DKIM-Signature:".count)
    var tags: [String: String] = [:]
    for tag in value.components(separatedBy: ";") {
      let parts = tag.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw Fault(description: "the tag '\(tag)'") }
      let name = parts[0].trimmingCharacters(in: .whitespacesAndNewlines)
      guard tags[name] == nil else { throw Fault(description: "\(name)= twice") }
      tags[name] = parts[1].filter { !$0.isWhitespace }
    }
    guard tags["v"] == "1", tags["c"] == "relaxed/relaxed", tags["l"] == nil,
      let domain = tags["d"], let selector = tags["s"], let names = tags["h"]
    else { throw Fault(description: "the tags \(tags)") }
    guard let record = zone["\(selector)._domainkey.\(domain)"] else {
      throw Fault(description: "no record for \(selector)")
    }
    let digest = SHA256.hash(data: Data(canonical(body: body).utf8))
    guard tags["bh"] == Data(digest).base64EncodedString() else {
      throw Fault(description: "the body hash of \(selector)")
    }
    let covered = names.components(separatedBy: ":")
    var left = fields
    var signed = ""
    for name in covered {
      guard let index = left.lastIndex(where: { self.name(of: $0) == name.lowercased() }) else {
        continue
      }
      signed += canonical(field: left.remove(at: index))
    }
    // The field without what b= holds, which stands last in all that is verified here.
    guard let mark = signature.range(of: " b=", options: .backwards) else {
      throw Fault(description: "no b=")
    }
    signed += canonical(field: String(signature[..<mark.upperBound])).dropLast(1)
    guard let bytes = tags["b"].flatMap({ Data(base64Encoded: $0) }),
      let key = record.range(of: "p=").flatMap({
        Data(base64Encoded: String(record[$0.upperBound...]))
      }),
      try isValid(bytes, of: Data(signed.utf8), algorithm: tags["a"] ?? "", key: key)
    else { throw Fault(description: "the signature of \(selector)") }
    return Verified(tags: tags, covered: covered)
  }

  private static func isValid(
    _ signature: Data, of signed: Data, algorithm: String, key: Data
  ) throws -> Bool {
    let digest = SHA256.hash(data: signed)
    switch algorithm {
    case "rsa-sha256":
      return try _RSA.Signing.PublicKey(unsafeDERRepresentation: key).isValidSignature(
        .init(rawRepresentation: signature), for: digest, padding: .insecurePKCS1v1_5)
    case "ed25519-sha256":
      return try Curve25519.Signing.PublicKey(rawRepresentation: key)
        .isValidSignature(signature, for: Data(digest))
    default: throw Fault(description: "the algorithm \(algorithm)")
    }
  }

  private static func name(of field: String) -> String {
    field.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces).lowercased()
  }

  /// RFC 6376 3.4.2.
  private static func canonical(field: String) -> String {
    let value = field.drop { $0 != ":" }.dropFirst()
    let words = value.split { $0 == " " || $0 == "\t" || $0 == "\r\n" }
    return "\(name(of: field)):\(words.joined(separator: " "))\r\n"
  }

  /// RFC 6376 3.4.4.
  static func canonical(body: String) -> String {
    var lines = body.components(separatedBy: "\r\n").map { line in
      var words = line.split(omittingEmptySubsequences: true) { $0 == " " || $0 == "\t" }
      if let first = line.first, first == " " || first == "\t", !words.isEmpty {
        words.insert("", at: 0)
      }
      return words.joined(separator: " ")
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0 + "\r\n" }.joined()
  }
}
