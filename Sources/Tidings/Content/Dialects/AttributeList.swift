/// Attributes in braces, which kramdown, Pandoc and Goldmark put on blocks and spans.
enum AttributeList {
  /// Whether `text` is one from its first to its last byte: `{: .class}`, `{#id .class key="a"}`.
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}"), text.count > 2 else {
      return false
    }
    var inner = text.dropFirst().dropLast()
    if inner.contains(UInt8(ascii: "{")) { return false }
    if inner.first == UInt8(ascii: ":") {
      inner.removeFirst()
      return inner.first != UInt8(ascii: ":")
    }
    let words = words(of: inner)
    return !words.isEmpty
      && words.allSatisfy { word in
        guard let first = word.first else { return false }
        if first == UInt8(ascii: "#") || first == UInt8(ascii: ".") {
          return word.count > 1 && word.dropFirst().first.map(\.isSpace) == false
        }
        return word.contains(UInt8(ascii: "=")) && first.isLetter
      }
  }

  /// Whether `text` is an id in a comment, which MDX can read: `{/* #id */}`.
  static func isCommentedID(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.dropFirst(3).dropLast(3).trimmed
    return text.hasText("{/*") && text.suffix(3).isText("*/}")
      && words.first == UInt8(ascii: "#") && !words.contains { $0.isSpace }
  }

  /// The position behind a list that begins at `start`, on the same line.
  static func end(_ bytes: [UInt8], at start: Int) -> Int? {
    let line = bytes[start...].prefix(500).prefix { $0 != .newline }
    guard let close = line.firstIndex(of: UInt8(ascii: "}")), isOne(bytes[start...close]) else {
      return nil
    }
    return close + 1
  }

  /// Parted by spaces that are not in quotes.
  private static func words(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return text.split { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte.isSpace && !isQuoted
    }
  }
}
