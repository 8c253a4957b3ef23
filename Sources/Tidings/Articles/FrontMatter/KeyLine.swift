/// One line that opens with a key: `Key: value`, or `key = value` in TOML.
struct KeyLine {
  /// In lower case, without quotes.
  let key: String
  /// What stands behind the separator, without white space around it.
  let value: Bytes

  /// The key and value of `line`; nil when it opens with no key at its very start.
  ///
  /// A key has at most 40 bytes of letters, digits, `_`, `-`, `.` and spaces, and a blank or the
  /// line's end behind its colon; without `needsGap`, a key that blogs use has none there.
  init?(_ line: Bytes, separator: UInt8, needsGap: Bool = true) {
    guard let first = line.first else { return nil }
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    let start = line.startIndex + (isQuoted ? 1 : 0)
    var end = start
    while end < line.endIndex, end - start <= Self.longest, Self.isInKey(line[end]) { end += 1 }
    guard end > start, end - start <= Self.longest, end < line.endIndex,
      line[start].isLetter || line[start] >= 0x80 || line[start] == UInt8(ascii: "_")
    else { return nil }
    let key = line[start..<end]
    if isQuoted {
      guard line[end] == first else { return nil }
      end += 1
    }
    while end < line.endIndex, line[end].isBlank { end += 1 }
    guard end < line.endIndex, line[end] == separator else { return nil }
    let value = line[(end + 1)...]
    // `https://…` and `10:30` have no blank behind the colon.
    let name = key.trimmed.string.lowercased()
    guard
      separator != UInt8(ascii: ":") || value.isEmpty || Self.isGap(value)
        || (!needsGap && !value.hasText("//") && ArticleKeys.inHeaders.contains(name))
    else { return nil }
    self.key = name
    self.value = Self.withoutGap(value)
  }

  private static let longest = 40

  private static func isInKey(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".")
  }

  private static func withoutGap(_ value: Bytes) -> Bytes {
    var rest = value.trimmed
    while rest.hasText("\u{A0}") { rest = rest.dropFirst(2).trimmed }
    return rest
  }

  private static func isGap(_ value: Bytes) -> Bool {
    value.first?.isSpace ?? false || value.hasText("\u{A0}")
  }
}
