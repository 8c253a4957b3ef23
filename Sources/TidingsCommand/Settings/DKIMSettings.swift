import Foundation
import Glibc
import Tidings

/// What messages are signed with, as the configuration says.
struct DKIMSettings {
  /// Nil where the sender's own is meant.
  private let domain: String?
  private let keys: [Key]
  /// What is odd about the keys, and stops nothing.
  private let doubts: [String]

  private struct Key {
    let selector: String
    let key: DKIMPrivateKey
  }

  /// - Throws: `SettingsError` for a key that cannot be read or used, and for one half of a setting.
  init(_ file: SettingsFile) throws(SettingsError) {
    domain = try file.text("dkim.domain")
    var keys: [Key] = []
    var doubts: [String] = []
    for (kind, prefix) in [(DKIMPrivateKey.Kind.rsa, "dkim."), (.ed25519, "dkim.ed25519-")] {
      let selector = try file.text(prefix + "selector")
      let path = try file.place(prefix + "key-file")
      switch (selector, path) {
      case (nil, nil): continue
      case (let selector?, let path?):
        do {
          _ = try DKIMIdentity(domain: domain ?? "example.org", selector: selector)
        } catch {
          throw file.error(
            error.reason == .domain ? "dkim.domain" : prefix + "selector", error.description)
        }
        let key = try Self.key(at: path, prefix + "key-file", kind, file: file)
        if let doubt = Self.doubt(about: key, at: path) { doubts.append(doubt) }
        keys.append(Key(selector: selector, key: key))
      case (_?, nil):
        throw file.error(prefix + "selector", "it needs '\(prefix)key-file' beside it")
      case (nil, _?):
        throw file.error(prefix + "key-file", "it needs '\(prefix)selector' beside it")
      }
    }
    if let one = keys.first, keys.dropFirst().contains(where: { $0.selector == one.selector }) {
      throw file.error(
        "dkim.ed25519-selector", "it is that of the RSA key, expected another: a record has one key"
      )
    }
    if !keys.isEmpty, !keys.contains(where: { $0.key.kind == .rsa }) {
      doubts.append(
        "messages have no rsa-sha256 signature, and many servers verify no other: set dkim.key-file"
      )
    }
    self.keys = keys
    self.doubts = doubts
  }

  var isEmpty: Bool { keys.isEmpty }

  /// What signs the messages of `sender`, and what is odd about it.
  ///
  /// - Throws: `SettingsError` for a name that no record can bear.
  func signers(for sender: EmailAddress) throws(SettingsError) -> ([DKIMSigner], doubts: [String]) {
    var signers: [DKIMSigner] = []
    var doubts = doubts
    for key in keys {
      do {
        let identity = try DKIMIdentity(domain: domain ?? sender.domain, selector: key.selector)
        signers.append(DKIMSigner(identity: identity, key: key.key))
      } catch {
        throw SettingsError(error.description)
      }
    }
    if let identity = signers.first?.identity, !identity.isAligned(with: sender) {
      doubts.append(
        "dkim.domain is \(identity.domain), which DMARC does not count for mail from"
          + " \(sender.domain)")
    }
    return (signers, doubts)
  }

  private static func key(
    at path: String, _ name: String, _ kind: DKIMPrivateKey.Kind, file: SettingsFile
  ) throws(SettingsError) -> DKIMPrivateKey {
    let key: DKIMPrivateKey
    do {
      key = try DKIMPrivateKey(at: path)
    } catch {
      throw file.error(name, "\(error) ('tidings dkim keygen' makes a key)")
    }
    guard key.kind == kind else {
      switch key.kind {
      case .rsa: throw file.error(name, "\(path): this is an RSA key, expected it at dkim.key-file")
      case .ed25519:
        throw file.error(
          name, "\(path): this is an Ed25519 key, expected it at dkim.ed25519-key-file")
      }
    }
    return key
  }

  private static func doubt(about key: DKIMPrivateKey, at path: String) -> String? {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & 0o077 != 0 {
      return "\(path): others on this machine may use this key (chmod 600 keeps it yours)"
    }
    guard key.kind == .rsa, key.bits < DKIMPrivateKey.usualRSA else { return nil }
    return "\(path): the key has \(key.bits) bits, expected at least \(DKIMPrivateKey.usualRSA)"
  }
}

extension DKIMPrivateKey {
  /// The key in a file.
  ///
  /// - Throws: `DKIMKeyFileError` for a file that cannot be read or holds no key.
  init(at path: String) throws(DKIMKeyFileError) {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes(at: path, limit: 1 << 20).bytes
    } catch {
      throw DKIMKeyFileError(path: path, reason: error.description)
    }
    do {
      try self.init(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw DKIMKeyFileError(path: path, reason: error.description)
    }
  }
}

/// Why a file gives no key.
struct DKIMKeyFileError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "\(path): \(reason)" }
}
