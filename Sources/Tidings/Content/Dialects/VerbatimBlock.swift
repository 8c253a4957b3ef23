/// A template tag whose contents stand for themselves: `{% raw %}`, `{% highlight ruby %}`.
struct VerbatimBlock {
  let name: String
  let arguments: TagArguments
  let contents: Range<Int>
  /// Behind the closing tag.
  let end: Int

  private static let statements: Set<String> = [
    "raw", "verbatim", "comment", "highlight", "codeblock", "code", "mermaid",
  ]
  private static let shortcodes: Set<String> = ["highlight", "mermaid", "rawhtml", "raw", "code"]

  /// The block that opens at `start`, when it is closed.
  init?(_ bytes: [UInt8], at start: Int, _ finder: inout ByteFinder) {
    let rest = bytes[start...]
    let isStatement = rest.opens(with: "{%")
    let mark = isStatement ? "{%" : "{{"
    guard rest.opens(with: mark) else { return nil }
    var position = start + 2
    if !isStatement {
      guard rest.opens(with: "{{<") || rest.opens(with: "{{%") else { return nil }
      position += 1
    }
    func skip(_ from: Int) -> Int {
      var index = from
      while index < bytes.count, Self.isFiller(bytes[index]) { index += 1 }
      return index
    }
    let begin = skip(position)
    let word = bytes[begin...].prefix(20).prefix(while: MarkdownByte.isAlphanumeric)
    let name = word.string.lowercased()
    guard (isStatement ? Self.statements : Self.shortcodes).contains(name) else { return nil }
    let closer = isStatement ? "%}" : bytes[start + 2] == UInt8(ascii: "%") ? "%}}" : ">}}"
    guard let opened = finder.next(closer, from: begin), opened - start < 2_000 else { return nil }
    let first = opened + closer.utf8.count
    let pattern = isStatement ? "end\(name)" : "/\(name)"
    var closed = Self.closing(pattern, in: bytes, from: first, isStatement, &finder)
    if closed == nil, !isStatement {
      closed = Self.closing("/ \(name)", in: bytes, from: first, isStatement, &finder)
    }
    guard let closed else { return nil }
    self.name = name
    arguments = TagArguments(bytes[(begin + word.count)..<opened])
    contents = first..<closed.lowerBound
    end = closed.upperBound
  }

  /// The closing tag, from its first to its last brace.
  private static func closing(
    _ pattern: String, in bytes: [UInt8], from first: Int, _ isStatement: Bool,
    _ finder: inout ByteFinder
  ) -> Range<Int>? {
    // Mentions of the word that are no tag are passed over.
    finder.next(pattern, from: first) { found in
      var lower = found
      while lower > 0, isFiller(bytes[lower - 1]) { lower -= 1 }
      let opener = isStatement ? 2 : 3
      guard lower >= opener else { return nil }
      let open = bytes[(lower - opener)..<lower].string
      guard isStatement ? open == "{%" : open == "{{<" || open == "{{%" else { return nil }
      var upper = found + pattern.utf8.count
      while upper < bytes.count, isFiller(bytes[upper]) { upper += 1 }
      let rest = bytes[upper...]
      if isStatement, rest.opens(with: "%}") { return (lower - 2)..<(upper + 2) }
      if !isStatement, rest.opens(with: ">}}") || rest.opens(with: "%}}") {
        return (lower - 3)..<(upper + 3)
      }
      return nil
    }
  }

  /// What may stand between a tag's braces and its words.
  private static func isFiller(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "-")
  }
}
