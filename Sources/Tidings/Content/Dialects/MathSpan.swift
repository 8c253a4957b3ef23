/// Mathematics in TeX's notation, which is shown letter for letter.
enum MathSpan {
  /// Whether what stands between two dollar signs is mathematics rather than two prices.
  static func isInline(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first, let last = content.last, content.count < 2_000,
      !first.isSpace, !last.isSpace
    else { return false }
    if contains("](", in: content) || contains("://", in: content) || content.contains(0x60) {
      return false
    }
    return !first.isDigit || !hasWord(content)
  }

  /// Whether what stands between escaped brackets has a sign of mathematics, or is one symbol.
  static func isFormula(_ content: ArraySlice<UInt8>) -> Bool {
    let content = content.trimmed
    if content.isEmpty { return false }
    if content.count <= 2, content.allSatisfy(MarkdownByte.isAlphanumeric) {
      return content.first.map(\.isLetter) == true
    }
    var previous: UInt8 = 0
    for byte in content {
      if "^={}".utf8.contains(byte) { return true }
      if byte == UInt8(ascii: "_"), previous != MarkdownByte.backslash { return true }
      if byte.isLetter, previous == MarkdownByte.backslash { return true }
      previous = byte
    }
    return false
  }

  /// Markdown that shows `math` as it stands.
  ///
  /// The quote marks that open its further lines stay what they are, up to `quotes` a line.
  static func escaped(_ math: ArraySlice<UInt8>, quotes: Int) -> [UInt8] {
    var result: [UInt8] = []
    var left = 0
    var isAtStart = false
    for byte in inner(math) {
      if byte == .newline {
        isAtStart = true
        left = quotes
        result.append(byte)
      } else if isAtStart, byte.isSpace {
        if left > 0 { result.append(byte) }
      } else if isAtStart, left > 0, byte == UInt8(ascii: ">") {
        left -= 1
        result.append(byte)
      } else {
        isAtStart = false
        if MarkdownByte.isPunctuation(byte) { result.append(MarkdownByte.backslash) }
        result.append(byte)
      }
    }
    return result
  }

  /// Without the second backslash that some dialects want before a bracket.
  private static func inner(_ math: ArraySlice<UInt8>) -> [UInt8] {
    guard math.opens(with: "\\\\"), math.count > 6 else { return Array(math) }
    return Array(math.dropFirst().dropLast(3)) + math.suffix(2)
  }

  /// Two letters or more behind a space, with no backslash.
  private static func hasWord(_ content: ArraySlice<UInt8>) -> Bool {
    content.split(whereSeparator: \.isSpace).dropFirst().contains { part in
      let word = part.drop { "*_([\"'".utf8.contains($0) }
      return word.count > 1 && word.prefix(2).allSatisfy(\.isLetter)
    }
  }

  private static func contains(_ pattern: String, in content: ArraySlice<UInt8>) -> Bool {
    let pattern = Array(pattern.utf8)
    return content.indices.contains { content[$0...].starts(with: pattern) }
  }
}
