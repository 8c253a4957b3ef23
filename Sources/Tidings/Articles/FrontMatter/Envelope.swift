/// The block of keys at the start of a text, found but not read.
struct Envelope {
  let format: Format
  let block: Bytes
  let body: Bytes
  /// Lines of the file that stand before the block.
  let linesBefore: Int
  /// The fence that has no partner; nil when both stand.
  let unclosed: String?
  /// The title that stands before a block of properties.
  let heading: Bytes?

  enum Format {
    case yaml
    case toml
    case json
    /// Bare `Key: value` lines up to a blank one, as Pelican and MultiMarkdown have them.
    case header
    /// YAML that has a closing fence only, as Hexo allows.
    case closingOnly
    /// Lines of properties under the title, as Notion exports them.
    case properties
  }

  private init(
    _ format: Format, block: Bytes, body: Bytes, linesBefore: Int, unclosed: String? = nil,
    heading: Bytes? = nil
  ) {
    self.format = format
    self.block = block
    self.body = body
    self.linesBefore = linesBefore
    self.unclosed = unclosed
    self.heading = heading
  }

  /// The envelope of `text`, whose lines end in `\n`; nil when it opens with none.
  init?(_ text: Bytes) {
    var start = text.startIndex
    var blankLines = 0
    while start < text.endIndex {
      let (line, next) = text.line(at: start)
      guard line.allSatisfy(\.isSpace) else { break }
      blankLines += 1
      start = next
    }
    let rest = text[start...]
    guard let first = rest.first else { return nil }
    let found: Envelope? =
      switch first {
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ";"):
        Self.fenced(rest, linesBefore: blankLines)
      case UInt8(ascii: "{"): Self.json(rest, linesBefore: blankLines)
      case UInt8(ascii: "#"): Self.properties(rest, linesBefore: blankLines)
      default: Self.bare(rest, linesBefore: blankLines)
      }
    guard let found else { return nil }
    self = found
  }

  // MARK: Fences

  private static func fenced(_ text: Bytes, linesBefore: Int) -> Envelope? {
    let (line, start) = text.line(at: text.startIndex)
    let fence = line.trimmedEnd
    guard fence.count >= 3, let mark = fence.first, fence.prefix(3).allSatisfy({ $0 == mark })
    else {
      return nil
    }
    let format: Format
    switch (mark, fence.dropFirst(3).string.lowercased()) {
    case (UInt8(ascii: "-"), ""), (UInt8(ascii: "-"), "yaml"): format = .yaml
    case (UInt8(ascii: "-"), "toml"), (UInt8(ascii: "+"), ""): format = .toml
    case (UInt8(ascii: "-"), "json"), (UInt8(ascii: ";"), ""): format = .json
    default: return nil
    }
    guard line.endIndex < text.endIndex else { return nil }
    var index = start
    while index < text.endIndex {
      let (line, next) = text.line(at: index)
      if closes(line, mark: mark) {
        return Envelope(
          format, block: text[start..<index], body: text[next...], linesBefore: linesBefore + 1)
      }
      index = next
    }
    return unclosed(text, from: start, format: format, mark: mark, linesBefore: linesBefore)
  }

  private static func closes(_ line: Bytes, mark: UInt8) -> Bool {
    guard let first = line.first, first == mark || (first == 0x2E && mark == 0x2D) else {
      return false
    }
    let fence = line.trimmedEnd
    return fence.count == 3 && fence.allSatisfy { $0 == first }
  }

  /// A fence that nothing closes: its keys end where lines cease to look like keys.
  private static func unclosed(
    _ text: Bytes, from start: Int, format: Format, mark: UInt8, linesBefore: Int
  ) -> Envelope? {
    let separator = format == .toml ? UInt8(ascii: "=") : UInt8(ascii: ":")
    var index = start
    var knownKeys = 0
    while index < text.endIndex {
      let (line, next) = text.line(at: index)
      if let key = KeyLine(line, separator: separator)?.key {
        if isKnown(key) { knownKeys += 1 }
      } else {
        guard index > start, line.first?.isBlank ?? false || isItem(line) else { break }
      }
      index = next
    }
    guard knownKeys > 0 else { return nil }
    return Envelope(
      format, block: text[start..<index], body: text[index...], linesBefore: linesBefore + 1,
      unclosed: String(repeating: Character(Unicode.Scalar(mark)), count: 3))
  }

  private static func isItem(_ line: Bytes) -> Bool {
    line.hasText("- ") || line.isText("-") || line.hasText("[") || line.hasText("]")
  }

  // MARK: JSON

  /// An object in braces (RFC 8259); a brace that opens none is the body's own, such as a Liquid
  /// tag's.
  private static func json(_ text: Bytes, linesBefore: Int) -> Envelope? {
    let second = text.dropFirst().first { !$0.isSpace }
    guard second == UInt8(ascii: "\"") || second == UInt8(ascii: "}") else { return nil }
    guard let end = jsonEnd(in: text) else {
      return unclosed(text, from: text.startIndex + 1, linesBefore: linesBefore)
    }
    let body = text[end...].drop { $0 == .newline || $0.isBlank }
    return Envelope(.json, block: text[..<end], body: body, linesBefore: linesBefore)
  }

  private static func unclosed(_ text: Bytes, from start: Int, linesBefore: Int) -> Envelope? {
    var index = start
    while index < text.endIndex {
      let (line, next) = text.line(at: index)
      let opening = line.first { !$0.isBlank }
      guard opening == UInt8(ascii: "\"") || opening == nil && index == start else { break }
      index = next
    }
    guard index > start else { return nil }
    return Envelope(
      .json, block: text[start..<index], body: text[index...], linesBefore: linesBefore,
      unclosed: "}")
  }

  /// The index after the brace that closes the object at the start of `text`.
  private static func jsonEnd(in text: Bytes) -> Int? {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for index in text.indices {
      let byte = text[index]
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
    }
    return nil
  }

  // MARK: Without an opening fence

  /// Lines of keys at the very start: up to a blank line (Pelican, MultiMarkdown), or up to a
  /// closing fence (Hexo).
  private static func bare(_ text: Bytes, linesBefore: Int) -> Envelope? {
    guard let first = KeyLine(text.line(at: text.startIndex).line, separator: UInt8(ascii: ":")),
      isKnown(first.key)
    else { return nil }
    var index = text.startIndex
    var keys = 0
    var hasItems = false
    while index < text.endIndex {
      let (line, next) = text.line(at: index)
      if index > text.startIndex, closes(line, mark: UInt8(ascii: "-")) {
        return Envelope(
          .closingOnly, block: text[..<index], body: text[next...], linesBefore: linesBefore)
      }
      if line.allSatisfy(\.isSpace) { break }
      if KeyLine(line, separator: UInt8(ascii: ":")) != nil {
        keys += 1
      } else if isItem(line) {
        hasItems = true
      } else if line.first?.isBlank != true {
        return nil
      }
      index = next
    }
    // One line may be a sentence with a colon in it, unless it names what only a header does.
    guard !hasItems, keys > 1 || ["title", "date", "slug"].contains(first.key) else { return nil }
    let body = text[index...].drop { $0 == .newline }
    return Envelope(.header, block: text[..<index], body: body, linesBefore: linesBefore)
  }

  /// The lines right under a title, when each is a property and one of them is known.
  private static func properties(_ text: Bytes, linesBefore: Int) -> Envelope? {
    let (title, afterTitle) = text.line(at: text.startIndex)
    guard title.hasText("# ") else { return nil }
    let start = afterTitle + text[afterTitle...].prefix { $0 == .newline }.count
    var index = start
    var knownKeys = 0
    while index < text.endIndex {
      let (line, next) = text.line(at: index)
      if line.allSatisfy(\.isSpace) { break }
      guard let key = KeyLine(line, separator: UInt8(ascii: ":"))?.key else { return nil }
      if isKnown(key) { knownKeys += 1 }
      index = next
    }
    guard knownKeys > 0 else { return nil }
    let block = text[start..<index]
    return Envelope(
      .properties, block: block, body: text[index...].drop { $0 == .newline },
      linesBefore: linesBefore + text[..<start].count { $0 == .newline },
      heading: title.dropFirst(2).trimmed)
  }

  private static func isKnown(_ key: String) -> Bool { ArticleKeys.inHeaders.contains(key) }
}
