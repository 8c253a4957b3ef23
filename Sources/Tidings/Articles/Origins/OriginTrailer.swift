/// The sentence at either end of a body that says where the article first appeared.
///
/// "Originally published on [LinkedIn](…) on February 3, 2025." and its kin, in several languages.
struct OriginTrailer: Hashable {
  let origin: Origin
  /// The body without the sentence and without the rule that set it apart.
  let body: Substring

  /// The trailer of `text`, or nil when neither its last nor its first paragraph is one.
  init?(in text: Substring, dates: DateReader) {
    let paragraphs = Self.paragraphs(of: text)
    guard let last = paragraphs.last, let first = paragraphs.first else { return nil }
    if let origin = Self.origin(of: text[last], dates: dates) {
      self.origin = origin
      self.body = Self.withoutRuleAtEnd(text[..<last.lowerBound])
    } else if paragraphs.count > 1, let origin = Self.origin(of: text[first], dates: dates) {
      self.origin = origin
      self.body = Self.withoutRuleAtStart(text[first.upperBound...])
    } else {
      return nil
    }
  }

  /// The first and the last run of lines without a blank one; the last line alone where no line is
  /// blank.
  ///
  /// Only the ends are looked at: a body may be long.
  private static func paragraphs(of text: Substring) -> [Range<Substring.Index>] {
    let trimmed = text.drop(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace)
    guard !trimmed.isEmpty else { return [] }
    guard let first = firstParagraph(of: trimmed), let last = lastParagraph(of: trimmed) else {
      let lastLine = trimmed.lastIndex(of: "\n").map { trimmed.index(after: $0) }
      return [(lastLine ?? trimmed.startIndex)..<trimmed.endIndex]
    }
    return [first, last]
  }

  /// What stands before the first blank line, which there must be.
  private static func firstParagraph(of text: Substring) -> Range<Substring.Index>? {
    var lineStart = text.startIndex
    while let lineEnd = text[lineStart...].firstIndex(of: "\n") {
      if text[lineStart..<lineEnd].allSatisfy(\.isWhitespace) { return text.startIndex..<lineStart }
      lineStart = text.index(after: lineEnd)
    }
    return nil
  }

  /// What stands behind the last blank line, which there must be.
  private static func lastParagraph(of text: Substring) -> Range<Substring.Index>? {
    var lineEnd = text.endIndex
    var start = text.endIndex
    while let newLine = text[..<lineEnd].lastIndex(of: "\n") {
      let line = text[text.index(after: newLine)..<lineEnd]
      if line.allSatisfy(\.isWhitespace) { return start..<text.endIndex }
      start = line.startIndex
      lineEnd = newLine
    }
    return nil
  }

  private static func origin(of paragraph: Substring, dates: DateReader) -> Origin? {
    OriginSentence(paragraph, dates: dates)?.origin
  }

  private static func withoutRuleAtEnd(_ text: Substring) -> Substring {
    let trimmed = text.trimmingSuffix(while: \.isWhitespace)
    let lineStart =
      trimmed.lastIndex(of: "\n").map { trimmed.index(after: $0) } ?? trimmed.startIndex
    return isRule(trimmed[lineStart...])
      ? trimmed[..<lineStart].trimmingSuffix(while: \.isWhitespace) : trimmed
  }

  private static func withoutRuleAtStart(_ text: Substring) -> Substring {
    let trimmed = text.drop(while: \.isNewline)
    let lineEnd = trimmed.firstIndex(of: "\n") ?? trimmed.endIndex
    return isRule(trimmed[..<lineEnd]) ? trimmed[lineEnd...].drop(while: \.isNewline) : trimmed
  }

  /// A thematic break (CommonMark 4.1).
  private static func isRule(_ line: Substring) -> Bool {
    let marks = line.filter { !$0.isWhitespace }
    guard let mark = marks.first, "-*_".contains(mark) else { return false }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }
}
