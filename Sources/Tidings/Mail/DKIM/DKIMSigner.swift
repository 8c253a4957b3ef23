import Crypto
import Foundation

/// Signs messages with one key (RFC 6376): relaxed, over the whole body.
public struct DKIMSigner: Sendable {
  public let identity: DKIMIdentity
  public let key: DKIMPrivateKey

  public init(identity: DKIMIdentity, key: DKIMPrivateKey) {
    self.identity = identity
    self.key = key
  }

  /// What is signed of a header where it is there.
  ///
  /// From and Subject stand twice: a second one that somebody adds makes the signature invalid.
  private static let fields = [
    "from", "from", "subject", "subject", "to", "date", "message-id", "reply-to", "mime-version",
    "content-type", "list-id", "list-unsubscribe", "list-unsubscribe-post", "auto-submitted",
  ]

  /// The signature's own field, with its line end.
  ///
  /// `bodyHash` is of the relaxed body; `time`, in seconds since 1970, is the message's own, so that
  /// the bytes depend on the message alone.
  ///
  /// - Throws: `DKIMKeyFault.unusable`.
  func field(
    for header: RelaxedHeader, bodyHash: SHA256.Digest, time: Int
  ) throws(DKIMKeyFault) -> [UInt8] {
    let present = Set(header.names)
    let names = Self.fields.filter(present.contains)
    let algorithm =
      switch key.kind {
      case .rsa: "rsa-sha256"
      case .ed25519: "ed25519-sha256"
      }
    var field = FoldedTags("DKIM-Signature:")
    for tag in ["v=1;", "a=\(algorithm);", "c=relaxed/relaxed;", "d=\(identity.domain);"] {
      field.append(tag)
    }
    field.append("s=\(identity.selector);")
    field.append("t=\(time);")
    for (index, name) in names.enumerated() {
      let end = index == names.count - 1 ? ";" : ":"
      field.append((index == 0 ? "h=" : "") + name + end, isGlued: index > 0)
    }
    field.append("bh=\(Data(bodyHash).base64EncodedString());")
    field.append("b=")
    var hash = SHA256()
    hash.update(data: header.covered(names))
    // RFC 6376 3.7: the field itself, with an empty b= and without its line end.
    hash.update(data: RelaxedHeader.canonical(field.bytes).dropLast(2))
    field.append(splitting: try key.signature(of: hash.finalize()).base64EncodedString())
    return field.bytes + [0x0D, 0x0A]
  }
}

/// A field of tags in the making, folded where white space means nothing (RFC 6376 3.2).
private struct FoldedTags {
  private(set) var bytes: [UInt8]
  private var column: Int

  init(_ name: String) {
    bytes = Array(name.utf8)
    column = bytes.count
  }

  /// Appends a piece after a space, or at once when it `isGlued` to the one before.
  mutating func append(_ piece: String, isGlued: Bool = false) {
    let space = isGlued ? 0 : 1
    if column + space + piece.utf8.count > HeaderField.preferredLine {
      fold()
    } else if !isGlued {
      bytes.append(0x20)
      column += 1
    }
    bytes += piece.utf8
    column += piece.utf8.count
  }

  /// Appends a text that may be split anywhere.
  mutating func append(splitting text: String) {
    for byte in text.utf8 {
      if column == HeaderField.preferredLine { fold() }
      bytes.append(byte)
      column += 1
    }
  }

  private mutating func fold() {
    bytes += [0x0D, 0x0A, 0x20]
    column = 1
  }
}
