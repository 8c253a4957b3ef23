/// What tells a text from every other one.
enum TextMark {
  /// Of shorter texts two may well be the same and mean two articles.
  private static let shortest = 200

  /// Nil for a text of less than 200 bytes.
  static func of(_ text: Bytes) -> UInt64? {
    let words = text.trimmed
    guard words.count >= shortest else { return nil }
    var sum = Checksum()
    sum.add(words)
    return sum.value
  }
}
