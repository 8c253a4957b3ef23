/// Keys and values read line by line, as a person reads them: what has no grammar, or breaks it.
struct KeyLines {
  let entries: [FrontMatter.Entry]
  /// Whether the first line with something on it is a key's.
  private var opensWithKey = false

  /// The first line whose key has no gap behind its colon.
  private(set) var gaplessLine: Int?

  /// Whether they are keys and values indeed, and no text between two rules.
  var isFrontMatter: Bool {
    opensWithKey || entries.count { ArticleKeys.inHeaders.contains($0.key) } > 1
  }

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
    var list = EntryList()
    var open: Open?
    var line = firstLine
    var index = block.startIndex
    var indent: Int?
    while index < block.endIndex {
      let (raw, next) = block.line(at: index)
      let text = Self.visible(raw)
      let content = text.drop { $0.isSpace || (format == .json && $0 == UInt8(ascii: "{")) }
      defer {
        index = next
        line += 1
      }
      guard let first = content.first else { continue }
      let isComment = first == UInt8(ascii: "#") && !isLiteral
      let depth = content.startIndex - text.startIndex
      // The first key tells how far in the others stand.
      let isIndented = depth > indent ?? depth
      var key = KeyLine(content, separator: separator, needsGap: isLiteral)
      if isIndented, format != .json, !Self.isKey(key?.key, behind: open, isLiteral: isLiteral) {
        key = nil
      }
      if indent == nil, !isComment {
        opensWithKey = key != nil
        indent = depth
      }
      if let key {
        Self.close(open, in: &list)
        open = Open(key: key.key, line: line)
        if gaplessLine == nil, !isLiteral, KeyLine(content, separator: separator) == nil {
          gaplessLine = line
        }
        let value = format == .json ? Self.jsonValue(key.value) : key.value
        if isLiteral {
          open?.text = Array(value)
          open?.isBlock = true
        } else if let mark = value.first, mark == 0x7C || mark == 0x3E, value.count <= 3 {
          open?.isBlock = true
        } else {
          open?.text = Array(value)
        }
      } else if first == UInt8(ascii: "["), format == .toml {
        Self.close(open, in: &list)
        open = nil
      } else if isComment, open?.isBlock != true {
        continue
      } else if content.hasText("- "), open?.isBlock == false {
        open?.items.append(Self.item(content.dropFirst(2)))
      } else if isIndented, open?.isBlock == false, open?.text.isEmpty == true,
        let inner = KeyLine(content, separator: separator)
      {
        open?.map[inner.key] = Self.value(inner.value)
      } else if separator == UInt8(ascii: ":") && format != .json
        ? isIndented || open?.isBlock == true : Self.isUnfinished(open?.text[...] ?? [])
      {
        if open?.text.isEmpty == false { open?.text.append(UInt8(ascii: " ")) }
        open?.text += content.trimmedEnd
      }
    }
    Self.close(open, in: &list)
    entries = list.entries
  }

  private static func close(_ open: Open?, in list: inout EntryList) {
    guard let open else { return }
    let value = open.value
    if value.isEmpty, list.holds(open.key) { return }
    list.put(.init(key: open.key, value: value, line: open.line))
  }

  /// Without control characters, a tab as a space.
  private static func visible(_ line: Bytes) -> Bytes {
    guard line.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return line }
    return line.compactMap { byte -> UInt8? in
      byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte < 0x20 || byte == 0x7F ? nil : byte
    }[...]
  }

  /// Whether an indented line is a key that a slip has moved, and no part of what stands before it.
  private static func isKey(_ key: String?, behind open: Open?, isLiteral: Bool) -> Bool {
    guard let key, let open, !isLiteral, !open.isBlock, !open.text.isEmpty else { return false }
    return ArticleKeys.inHeaders.contains(key)
  }

  /// Whether a list, a table or a long text goes on in the lines below.
  private static func isUnfinished(_ text: Bytes) -> Bool {
    switch text.first {
    case UInt8(ascii: "["): text.last != UInt8(ascii: "]")
    case UInt8(ascii: "{"): text.last != UInt8(ascii: "}")
    default: text.hasText("\"\"\"") || text.hasText("'''")
    }
  }

  /// Without the comma and the comment that may follow a value.
  private static func jsonValue(_ value: Bytes) -> Bytes {
    var end = value.endIndex
    if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var previous = quote
      for index in value.indices.dropFirst() {
        if value[index] == quote, previous != UInt8(ascii: "\\") {
          end = index + 1
          break
        }
        previous = value[index]
      }
    } else if let comment = value.indices.first(where: { value[$0...].hasText("//") }) {
      end = comment
    }
    let text = value[..<end].trimmedEnd
    return text.last == UInt8(ascii: ",") ? text.dropLast().trimmedEnd : text
  }

  /// An item of a list: a person with a name, or a value.
  private static func item(_ text: Bytes) -> FrontMatterValue {
    if let line = KeyLine(text.trimmed, separator: UInt8(ascii: ":")), line.key == "name" {
      return .map([line.key: value(line.value)])
    }
    return value(text)
  }

  /// A list in brackets, a text in quotation marks, or the text itself.
  ///
  /// A list in a list is read as its text.
  fileprivate static func value(_ text: Bytes, isInList: Bool = false) -> FrontMatterValue {
    let text = withoutComment(text.trimmed)
    guard let first = text.first, let last = text.last else { return .null }
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]"), !text.hasText("[["), !isInList {
      return .list(
        text.dropFirst().dropLast().split(separator: UInt8(ascii: ","))
          .map { value($0, isInList: true) }.filter { !$0.isEmpty })
    }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      if text.count >= 2, first == last {
        return .text(unescaped(text.dropFirst().dropLast(), quote: first))
      }
      // A mark that is never closed is a slip.
      let inner = text.dropFirst()
      return .text((inner.contains(first) ? text : inner.trimmed).string)
    }
    let isNull = text.isText("null") || text.isText("~")
    return isNull ? .null : .text(text.string)
  }

  /// Without a comment that follows a list or a quoted text.
  private static func withoutComment(_ text: Bytes) -> Bytes {
    let close: UInt8
    switch text.first {
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = text[text.startIndex]
    default: return text
    }
    guard let hash = text.lastIndex(of: UInt8(ascii: "#")) else { return text }
    let before = text[..<hash]
    guard before.last?.isBlank == true, before.trimmedEnd.count > 1, before.trimmedEnd.last == close
    else { return text }
    return before.trimmedEnd
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
