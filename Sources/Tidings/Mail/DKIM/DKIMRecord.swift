import Foundation

/// What a key's owner puts into the DNS, for everybody to verify its signatures by (RFC 6376 3.6.1,
/// RFC 8463 4).
public struct DKIMRecord: Sendable, Hashable {
  public let identity: DKIMIdentity
  /// The whole text of the TXT record.
  public let value: String

  public init(_ key: DKIMPrivateKey, identity: DKIMIdentity) {
    self.identity = identity
    value = "v=DKIM1; k=\(key.kind.rawValue); p=\(key.publicBytes.base64EncodedString())"
  }

  /// The value in strings of at most 255 bytes, as a TXT record holds it (RFC 1035 3.3.14).
  public var strings: [String] {
    let bytes = Array(value.utf8)
    return stride(from: 0, to: bytes.count, by: 255).map {
      String(decoding: bytes[$0..<min($0 + 255, bytes.count)], as: UTF8.self)
    }
  }

  /// The record as a zone file has it (RFC 1035 5.1).
  public var zoneLine: String {
    "\(identity.name). IN TXT ( " + strings.map { "\"\($0)\"" }.joined(separator: " ") + " )"
  }
}
