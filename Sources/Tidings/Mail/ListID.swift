import Crypto
import Foundation

/// What a newsletter is known by for ever (RFC 2919): a label of its name before its domain.
enum ListID {
  /// `field-notes.example.org` for `Field Notes`.
  ///
  /// Accents fall off; a name without an ASCII letter or digit gets a label from its hash.
  static func text(name: String, domain: String) -> String {
    var label: [UInt8] = []
    for byte in name.decomposedStringWithCanonicalMapping.utf8 where label.count < 63 {
      if byte.isAlphanumeric {
        label.append(byte)
      } else if byte < 0x80 && label.last != UInt8(ascii: "-") && !label.isEmpty {
        label.append(UInt8(ascii: "-"))
      }
    }
    if label.last == UInt8(ascii: "-") { label.removeLast() }
    if label.isEmpty {
      label = Array("list-\(SHA256.hash(data: Array(name.utf8)).prefix(4).hexadecimal)".utf8)
    }
    return "\(String(decoding: label, as: UTF8.self).lowercased()).\(domain)"
  }
}
