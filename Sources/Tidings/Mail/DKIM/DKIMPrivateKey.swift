import Crypto
import CryptoExtras
import Foundation

/// A private key that signs messages (RFC 6376, RFC 8463); no printing shows it.
public struct DKIMPrivateKey: Sendable {
  private let secret: Secret

  private enum Secret: Sendable {
    case rsa(_RSA.Signing.PrivateKey)
    case ed25519(Curve25519.Signing.PrivateKey)
  }

  /// What a key is of, as a record's `k=` says it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case rsa
    case ed25519
  }

  /// RFC 8301 3.2: verifiers refuse what is shorter.
  public static let shortestRSA = 1024
  /// RFC 8301 3.2: what signers should use at least.
  public static let usualRSA = 2048
  /// The lengths in bits in which new RSA keys are made.
  public static let newRSA = [2048, 3072, 4096]

  /// Reads RSA as PEM (PKCS #1 or #8), or Ed25519 as PEM (PKCS #8) or as its 32 bytes in base64.
  ///
  /// - Throws: what was found instead.
  public init(_ text: String) throws(DKIMKeyFault) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let label = Self.label(of: text) else {
      guard let bytes = Data(base64Encoded: text), bytes.count == 32 || bytes.count == 64,
        // Some programs put the public half behind the private one.
        let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes.prefix(32)),
        bytes.count == 32 || key.publicKey.rawRepresentation == bytes.suffix(32)
      else { throw .notKey }
      secret = .ed25519(key)
      return
    }
    if text.contains("ENCRYPTED") { throw .encrypted }
    guard label.hasSuffix("PRIVATE KEY") else {
      throw label.hasSuffix("PUBLIC KEY") ? .publicKey : .notKey
    }
    if let key = try? _RSA.Signing.PrivateKey(unsafePEMRepresentation: text) {
      secret = .rsa(key)
    } else if Self.isEd25519(text),
      let key = try? Curve25519.Signing.PrivateKey(pemRepresentation: text)
    {
      secret = .ed25519(key)
    } else {
      throw .unusable
    }
  }

  /// A new RSA key of `bits`, one of `newRSA`.
  ///
  /// - Throws: when the length is another, or the system gives no random numbers.
  public init(rsaBits bits: Int) throws(DKIMKeyFault) {
    guard Self.newRSA.contains(bits),
      let key = try? _RSA.Signing.PrivateKey(keySize: .init(bitCount: bits))
    else { throw .unusable }
    secret = .rsa(key)
  }

  /// A new Ed25519 key.
  public static func ed25519() -> DKIMPrivateKey {
    DKIMPrivateKey(secret: .ed25519(Curve25519.Signing.PrivateKey()))
  }

  private init(secret: Secret) {
    self.secret = secret
  }

  /// The first PEM label of a text, such as `RSA PRIVATE KEY`.
  private static func label(of text: String) -> Substring? {
    guard let begin = text.firstRange(of: "-----BEGIN ") else { return nil }
    return text[begin.upperBound...].prefix { $0 != "-" }
  }

  /// RFC 8410 3: the same numbers may be a key for something else, as the algorithm's name says.
  private static func isEd25519(_ pem: String) -> Bool {
    let lines = pem.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
    let bytes = Data(base64Encoded: lines.joined()) ?? Data()
    return bytes.firstRange(of: Data([0x06, 0x03, 0x2B, 0x65, 0x70])) != nil
  }

  public var kind: Kind {
    switch secret {
    case .rsa: .rsa
    case .ed25519: .ed25519
    }
  }

  /// The length of its modulus, or 256 for Ed25519.
  public var bits: Int {
    switch secret {
    case .rsa(let key): key.keySizeInBits
    case .ed25519: 256
    }
  }

  /// PEM by PKCS #8, which other programs read; it tells the secret.
  public var pem: String {
    switch secret {
    case .rsa(let key): key.pkcs8PEMRepresentation
    case .ed25519(let key): key.pemRepresentation
    }
  }

  /// What `p=` of its record holds before base64: RFC 6376 3.6.1 and RFC 8463 4.
  var publicBytes: Data {
    switch secret {
    case .rsa(let key): key.publicKey.derRepresentation
    case .ed25519(let key): key.publicKey.rawRepresentation
    }
  }

  /// RFC 6376 3.3.1 and RFC 8463 3: the same for the same digest.
  ///
  /// - Throws: `DKIMKeyFault.unusable` when the key's numbers do not fit each other.
  func signature(of digest: SHA256.Digest) throws(DKIMKeyFault) -> Data {
    do {
      switch secret {
      case .rsa(let key):
        return try key.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
      case .ed25519(let key):
        return try key.signature(for: Data(digest))
      }
    } catch {
      throw .unusable
    }
  }
}

extension DKIMPrivateKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "(hidden)" }
  public var debugDescription: String { "(hidden)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a text is no key to sign with.
public enum DKIMKeyFault: Error, Sendable, Hashable {
  case notKey
  case encrypted
  case publicKey
  /// Its numbers are those of no key that can be used.
  case unusable
}

extension DKIMKeyFault: CustomStringConvertible {
  /// What was found, and what was expected.
  public var description: String {
    switch self {
    case .notKey:
      "it holds no private key, expected PEM (-----BEGIN PRIVATE KEY-----), or Ed25519 in base64"
    case .encrypted: "the key is encrypted, expected one without a passphrase"
    case .publicKey: "it holds a public key, expected the private one"
    case .unusable:
      "it holds no key to sign with, expected RSA of at least \(DKIMPrivateKey.shortestRSA) bits, or Ed25519"
    }
  }
}
