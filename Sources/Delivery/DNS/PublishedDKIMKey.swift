import Foundation

/// A public key as the DNS holds it, which signatures are checked with (RFC 6376 3.6.1, RFC 8463).
struct PublishedDKIMKey: Sendable, Hashable {
  let kind: Kind

  enum Kind: Sendable, Hashable {
    /// The length of its modulus.
    case rsa(bits: Int)
    case ed25519
    /// `p=` is empty.
    case revoked
  }

  /// Why a record is no key.
  struct Fault: Error, Hashable {
    let words: String
  }

  /// - Throws: `Fault` for what is no key record.
  init(_ text: String) throws(Fault) {
    let tags = TagList(text)
    if let version = tags["v"], version != "DKIM1" {
      throw Fault(words: "its version is '\(version)', expected DKIM1")
    }
    guard let written = tags["p"] else { throw Fault(words: "it has no key ('p=')") }
    let digits = written.filter { !$0.isWhitespace }
    guard !digits.isEmpty else {
      kind = .revoked
      return
    }
    guard let key = Data(base64Encoded: digits) else {
      throw Fault(words: "its key is not in base64")
    }
    switch (tags["k"] ?? "rsa").lowercased() {
    case "rsa":
      guard let bits = Self.modulusBits(Array(key)) else {
        throw Fault(words: "its key is no RSA key")
      }
      kind = .rsa(bits: bits)
    case "ed25519":
      guard key.count == 32 else {
        throw Fault(words: "its Ed25519 key has \(key.count) bytes, expected 32")
      }
      kind = .ed25519
    case let name: throw Fault(words: "its kind of key is '\(name)', expected rsa or ed25519")
    }
  }

  /// Of an RSA key in a SubjectPublicKeyInfo (RFC 5280 4.1), or of an RSAPublicKey by itself.
  private static func modulusBits(_ bytes: [UInt8]) -> Int? {
    var outer = DERReader(bytes[...])
    guard var sequence = outer.content(of: 0x30) else { return nil }
    if sequence.rest.first == 0x30 {
      guard sequence.content(of: 0x30) != nil, let bits = sequence.content(of: 0x03),
        bits.rest.first == 0
      else { return nil }
      var inner = DERReader(bits.rest.dropFirst())
      guard let key = inner.content(of: 0x30) else { return nil }
      sequence = key
    }
    guard let number = sequence.content(of: 0x02) else { return nil }
    let digits = number.rest.drop { $0 == 0 }
    guard let first = digits.first else { return nil }
    return digits.count * 8 - first.leadingZeroBitCount
  }
}

/// Walks through DER (X.690 8.1).
private struct DERReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The content of the next value, which must have that tag; nil for another, or a length that is
  /// not there.
  mutating func content(of tag: UInt8) -> DERReader? {
    guard rest.popFirst() == tag, let first = rest.popFirst() else { return nil }
    var length = Int(first)
    if first & 0x80 != 0 {
      guard (1...3).contains(first & 0x7F) else { return nil }
      length = 0
      for _ in 0..<(first & 0x7F) {
        guard let byte = rest.popFirst() else { return nil }
        length = length << 8 | Int(byte)
      }
    }
    guard length <= rest.count else { return nil }
    let content = rest.prefix(length)
    rest = rest.dropFirst(length)
    return DERReader(content)
  }
}
