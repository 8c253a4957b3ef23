import Foundation

/// A text as the last part of an address or a file name: small letters, digits and hyphens.
enum Slug {
  /// Letters of every script are kept; all else becomes single hyphens.
  static func text(_ text: String) -> String {
    words(in: text) { $0.isLetter || $0.isNumber }
  }

  /// A file name that is safe on every system: ASCII only, no longer than 80 bytes, never empty.
  static func fileName(_ text: String) -> String {
    let folded = text.folding(options: .diacriticInsensitive, locale: nil)
    let name = words(in: folded) { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return name.isEmpty ? "article" : String(name.prefix(80)).trimmingCharacters(in: ["-"])
  }

  private static func words(in text: String, where isKept: (Character) -> Bool) -> String {
    text.lowercased().split { !isKept($0) }.joined(separator: "-")
  }
}
