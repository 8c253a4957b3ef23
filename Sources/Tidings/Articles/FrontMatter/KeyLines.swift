/// Keys and values read line by line, as a person reads them: what has no grammar, or breaks it.
struct KeyLines {
  private(set) var entries: [FrontMatter.Entry] = []
  /// Whether the first line with something on it is a key's.
  private(set) var opensWithKey = false

  /// What has come of the key that the last lines belong to.
  private struct Open {
    let key: String
    let line: Int
    var text: [UInt8] = []
    var items: [FrontMatterValue] = []
    var map: [String: FrontMatterValue] = [:]
    var isBlock = false

    var value: FrontMatterValue {
      if !items.isEmpty { return .list(items) }
      if !map.isEmpty { return .map(map) }
      return isBlock ? .text(text[...].trimmed.string) : KeyLines.value(text[...])
    }
  }

  /// Reads every line of `block`, whose first line has the number `firstLine`.
  ///
  /// Of keys that stand twice the last value that is not empty counts, as most generators have it.
  init(_ block: Bytes, firstLine: Int, format: Envelope.Format) {
    let separator = format == .toml ? UInt8(ascii: "=") : UInt8(ascii: ":")
    let isLiteral = format == .header || format == .properties
    var open: Open?
    var line = firstLine
    var index = block.startIndex
    var isFirst = true
    while index < block.endIndex {
      let (raw, next) = block.line(at: index)
      let text = Self.visible(raw)
      let content = text.drop { $0.isSpace || (format == .json && $0 == UInt8(ascii: "{")) }
      defer {
        index = next
        line += 1
      }
      guard let first = content.first else { continue }
      let isIndented = content.startIndex > text.startIndex
      let key = isIndented && format != .json ? nil : KeyLine(content, separator: separator)
      if isFirst { opensWithKey = key != nil }
      isFirst = false
      if let key {
        close(open)
        open = Open(key: key.key, line: line)
        let value = format == .json ? Self.withoutComma(key.value) : key.value
        if isLiteral {
          open?.text = Array(value)
          open?.isBlock = true
        } else if let mark = value.first, mark == 0x7C || mark == 0x3E, value.count <= 3 {
          open?.isBlock = true
        } else {
          open?.text = Array(value)
        }
      } else if first == UInt8(ascii: "["), format == .toml {
        close(open)
        open = nil
      } else if first == UInt8(ascii: "#"), !isLiteral {
        continue
      } else if content.hasText("- "), open?.isBlock == false {
        open?.items.append(Self.value(content.dropFirst(2)))
      } else if isIndented, open?.isBlock == false, open?.text.isEmpty == true,
        let inner = KeyLine(content, separator: separator)
      {
        open?.map[inner.key] = Self.value(inner.value)
      } else if isIndented || open?.isBlock == true || format == .toml || format == .json {
        if open?.text.isEmpty == false { open?.text.append(UInt8(ascii: " ")) }
        open?.text += content.trimmedEnd
      }
    }
    close(open)
  }

  private mutating func close(_ open: Open?) {
    guard let open else { return }
    let value = open.value
    if let earlier = entries.firstIndex(where: { $0.key == open.key }) {
      if value.isEmpty { return }
      entries.remove(at: earlier)
    }
    entries.append(.init(key: open.key, value: value, line: open.line))
  }

  /// Without control characters, a tab as a space.
  private static func visible(_ line: Bytes) -> Bytes {
    guard line.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return line }
    return line.compactMap { byte -> UInt8? in
      byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte < 0x20 || byte == 0x7F ? nil : byte
    }[...]
  }

  private static func withoutComma(_ value: Bytes) -> Bytes {
    value.last == UInt8(ascii: ",") ? value.dropLast().trimmedEnd : value
  }

  /// A list in brackets, a text in quotation marks, or the text itself.
  fileprivate static func value(_ text: Bytes) -> FrontMatterValue {
    let text = text.trimmed
    guard let first = text.first, let last = text.last else { return .null }
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]"), !text.hasText("[[") {
      return .list(
        text.dropFirst().dropLast().split(separator: UInt8(ascii: ",")).map { value($0) }
          .filter { !$0.isEmpty })
    }
    if text.count >= 2, first == last, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      return .text(unescaped(text.dropFirst().dropLast(), quote: first))
    }
    let isNull = text.isText("null") || text.isText("~")
    return isNull ? .null : .text(text.string)
  }

  private static func unescaped(_ text: Bytes, quote: UInt8) -> String {
    quote == UInt8(ascii: "'")
      ? text.string.replacing("''", with: "'") : text.string.replacing("\\\"", with: "\"")
  }

  /// Keys at the start of lines, by the first line on which each stands.
  static func lines(of block: Bytes, firstLine: Int, separator: UInt8) -> [String: Int] {
    var lines: [String: Int] = [:]
    var line = firstLine
    var index = block.startIndex
    while index < block.endIndex {
      let (text, next) = block.line(at: index)
      let content = text.drop { $0.isSpace || $0 == UInt8(ascii: "{") }
      if let key = KeyLine(content, separator: separator)?.key, lines[key] == nil {
        lines[key] = line
      }
      index = next
      line += 1
    }
    return lines
  }
}
