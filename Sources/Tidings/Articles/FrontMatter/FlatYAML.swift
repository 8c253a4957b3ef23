/// Reads the plain form that nearly all front matter has: scalars on one line, and lists of them.
///
/// It reads a block as YAML 1.1 does, or not at all: nested maps, escapes, anchors, tags, folded
/// texts, doubled keys and whatever else it does not know are left to the library.
struct FlatYAML {
  private let block: Bytes
  private var index: Int
  private var line: Int
  private var entries: [FrontMatter.Entry] = []

  /// The entries of `block`, whose first line has the number `firstLine`; nil when it is not plain.
  static func entries(in block: Bytes, firstLine: Int) -> [FrontMatter.Entry]? {
    guard isPrintable(block) else { return nil }
    var reader = FlatYAML(block: block, firstLine: firstLine)
    return reader.read() ? reader.entries : nil
  }

  /// More are left to the library too, for each key is compared with those before it.
  private static let entryLimit = 200

  private init(block: Bytes, firstLine: Int) {
    self.block = block
    index = block.startIndex
    line = firstLine
    entries.reserveCapacity(12)
  }

  /// Neither a tab nor another control character, nor a line end of Unicode's.
  private static func isPrintable(_ block: Bytes) -> Bool {
    var hasOddBytes = false
    var mayHoldLineEnds = false
    for byte in block {
      hasOddBytes = hasOddBytes || (byte < 0x20 && byte != .newline) || byte == 0x7F
      mayHoldLineEnds = mayHoldLineEnds || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
    }
    guard !hasOddBytes else { return false }
    guard mayHoldLineEnds else { return true }
    for index in block.indices.dropLast() {
      switch (block[index], block[index + 1]) {
      case (0xC2, 0x80...0x9F), (0xEF, 0xBB), (0xEF, 0xBF): return false
      case (0xE2, 0x80):
        if index + 2 < block.endIndex, (0xA8...0xA9).contains(block[index + 2]) { return false }
      default: break
      }
    }
    return true
  }

  private mutating func read() -> Bool {
    while index < block.endIndex {
      let (text, next) = block.line(at: index)
      let content = text.drop { $0 == UInt8(ascii: " ") }
      if content.isEmpty || content.first == UInt8(ascii: "#") {
        advance(to: next)
      } else {
        guard text.startIndex == content.startIndex, readEntry(text, next: next) else {
          return false
        }
      }
    }
    return true
  }

  private mutating func advance(to next: Int) {
    index = next
    line += 1
  }

  private mutating func readEntry(_ text: Bytes, next: Int) -> Bool {
    guard let colon = Self.keyEnd(text) else { return false }
    let key = Self.key(text[..<colon])
    guard entries.count < Self.entryLimit, !entries.contains(where: { $0.key == key }) else {
      return false
    }
    let keyLine = line
    let content = text[(colon + 1)...].trimmedEnd.drop { $0 == UInt8(ascii: " ") }
    advance(to: next)
    let value: FrontMatterValue?
    if content.isEmpty {
      value = readList()
    } else {
      // What is indented below would belong to the value.
      guard index == block.endIndex || block[index] != UInt8(ascii: " ") else { return false }
      value = content.first == UInt8(ascii: "[") ? Self.flowList(content) : Self.scalar(content)
    }
    guard let value else { return false }
    entries.append(.init(key: key, value: value, line: keyLine))
    return true
  }

  /// Where a plain key ends: at a colon with a space or nothing behind it.
  private static func keyEnd(_ text: Bytes) -> Int? {
    guard let first = text.first, first.isLetter || first == UInt8(ascii: "_") else { return nil }
    var end = text.startIndex + 1
    while end < text.endIndex,
      text[end].isLetter || text[end].isDigit || text[end] == UInt8(ascii: "_")
        || text[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    guard end < text.endIndex, text[end] == UInt8(ascii: ":"),
      end + 1 == text.endIndex || text[end + 1] == UInt8(ascii: " ")
    else { return nil }
    return end
  }

  private static func key(_ bytes: Bytes) -> String {
    guard bytes.contains(where: { $0 != $0.lowercased }) else { return bytes.string }
    return String(decoding: bytes.map(\.lowercased), as: UTF8.self)
  }

  // MARK: Values

  /// The items below a key without a value; null when there are none, nil when they are not plain.
  private mutating func readList() -> FrontMatterValue? {
    var values: [FrontMatterValue] = []
    var indent: Int?
    while index < block.endIndex {
      let (text, next) = block.line(at: index)
      let content = text.drop { $0 == UInt8(ascii: " ") }
      if content.isEmpty {
        advance(to: next)
        continue
      }
      let depth = content.startIndex - text.startIndex
      guard content.hasText("- ") else {
        // A comment may stand at any depth, a key at none but the first.
        guard depth == 0, content.first != UInt8(ascii: "-") else { return nil }
        break
      }
      guard depth == indent ?? depth,
        let value = Self.scalar(
          content.dropFirst(2).trimmedEnd.drop { $0 == UInt8(ascii: " ") }),
        next == block.endIndex || block[next] != UInt8(ascii: " ") || Self.isItem(block, at: next)
      else { return nil }
      indent = depth
      values.append(value)
      advance(to: next)
    }
    return values.isEmpty ? .null : .list(values)
  }

  /// Whether the line at `index` is an item or blank, so that no scalar goes on there.
  private static func isItem(_ block: Bytes, at index: Int) -> Bool {
    let content = block.line(at: index).line.drop { $0 == UInt8(ascii: " ") }
    return content.isEmpty || content.hasText("- ")
  }

  /// A scalar on one line, without white space around it; nil when it is not plain.
  private static func scalar(_ text: Bytes) -> FrontMatterValue? {
    guard let first = text.first else { return nil }
    switch first {
    case UInt8(ascii: "\""):
      guard let end = text.dropFirst().firstIndex(of: first), end + 1 == text.endIndex else {
        return nil
      }
      let inner = text[(text.startIndex + 1)..<end]
      return inner.contains(UInt8(ascii: "\\")) ? nil : .text(inner.string)
    case UInt8(ascii: "'"):
      return singleQuoted(text)
    default:
      guard isPlain(text, inFlow: false) else { return nil }
      return isNull(text) ? .null : .text(text.string)
    }
  }

  /// A doubled quotation mark stands for one (YAML 7.3.2).
  private static func singleQuoted(_ text: Bytes) -> FrontMatterValue? {
    let quote = UInt8(ascii: "'")
    let inner = text.dropFirst().dropLast()
    guard text.count >= 2, text.last == quote else { return nil }
    guard inner.contains(quote) else { return .text(inner.string) }
    var result: [UInt8] = []
    var index = inner.startIndex
    while index < inner.endIndex {
      if inner[index] == quote {
        guard index + 1 < inner.endIndex, inner[index + 1] == quote else { return nil }
        index += 1
      }
      result.append(inner[index])
      index += 1
    }
    return .text(String(decoding: result, as: UTF8.self))
  }

  /// `[a, "b", c]` on one line.
  private static func flowList(_ text: Bytes) -> FrontMatterValue? {
    guard text.count >= 2, text.last == UInt8(ascii: "]") else { return nil }
    let inner = text.dropFirst().dropLast().trimmed
    guard !inner.isEmpty else { return .list([]) }
    var values: [FrontMatterValue] = []
    var rest = inner
    while true {
      let item: Bytes
      if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let close = rest.dropFirst().firstIndex(of: quote) else { return nil }
        item = rest[...close]
      } else {
        item = rest.prefix { $0 != UInt8(ascii: ",") }.trimmedEnd
        guard isPlain(item, inFlow: true) else { return nil }
      }
      guard let value = scalar(item) else { return nil }
      values.append(value)
      rest = rest[item.endIndex...].drop { $0 == UInt8(ascii: " ") }
      guard let comma = rest.popFirst() else { return .list(values) }
      guard comma == UInt8(ascii: ",") else { return nil }
      rest = rest.drop { $0 == UInt8(ascii: " ") }
    }
  }

  /// Whether `text` means itself: it opens with no indicator and holds neither the end of a key nor
  /// a comment (YAML 7.3.3).
  private static func isPlain(_ text: Bytes, inFlow: Bool) -> Bool {
    guard let first = text.first, !isIndicator[Int(first)], text.last != UInt8(ascii: ":") else {
      return false
    }
    var previous = first
    for byte in text.dropFirst() {
      switch byte {
      case UInt8(ascii: " "): if previous == UInt8(ascii: ":") { return false }
      case UInt8(ascii: "#"): if previous == UInt8(ascii: " ") { return false }
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: ":"), UInt8(ascii: "?"):
        if inFlow { return false }
      default: break
      }
      previous = byte
    }
    return true
  }

  private static let isIndicator: [Bool] = {
    let marks = Set("-?:,[]{}#&*!|>'\"%@`=<".utf8)
    return (0...255).map { marks.contains($0) }
  }()

  private static func isNull(_ text: Bytes) -> Bool {
    switch text.count {
    case 1: text.first == UInt8(ascii: "~")
    case 4: text.lazy.map(\.lowercased).elementsEqual("null".utf8)
    default: false
    }
  }
}
