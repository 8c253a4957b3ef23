/// Reads the plain form that nearly all front matter in TOML has: values on one line, lists of
/// texts, and tables one level deep.
///
/// It reads a block as TOML 1.0 does, or not at all: escapes, dotted keys, numbers with a fraction,
/// comments behind values and whatever else it does not know are left to the library.
struct FlatTOML {
  private var entries: [FrontMatter.Entry] = []
  /// The table that is open, with its line; its keys go there.
  private var table: (name: String, line: Int, values: [String: FrontMatterValue])?

  /// The entries of `block`, whose first line has the number `firstLine`; nil when it is not plain.
  static func entries(in block: Bytes, firstLine: Int) -> [FrontMatter.Entry]? {
    // No control character but the line end, and none of Unicode's: a text may not hold them.
    guard !block.contains(where: { ($0 < 0x20 && $0 != .newline) || $0 == 0x7F }) else {
      return nil
    }
    var reader = FlatTOML()
    var index = block.startIndex
    var line = firstLine
    while index < block.endIndex {
      let (text, next) = block.line(at: index)
      guard reader.read(text, line: line) else { return nil }
      index = next
      line += 1
    }
    return reader.closeTable() ? reader.entries : nil
  }

  private mutating func read(_ text: Bytes, line: Int) -> Bool {
    let content = text.trimmed
    switch content.first {
    case nil, UInt8(ascii: "#"): return true
    case UInt8(ascii: "["):
      let name = content.dropFirst().dropLast()
      guard content.last == UInt8(ascii: "]"), Self.isBareKey(name), closeTable() else {
        return false
      }
      table = (Self.key(name), line, [:])
      return true
    default:
      guard let equals = content.firstIndex(of: UInt8(ascii: "=")),
        case let name = content[..<equals].trimmedEnd, Self.isBareKey(name),
        let value = Self.value(content[(equals + 1)...].trimmed)
      else { return false }
      return add(Self.key(name), value, line: line)
    }
  }

  private mutating func add(_ key: String, _ value: FrontMatterValue, line: Int) -> Bool {
    if table != nil { return table?.values.updateValue(value, forKey: key) == nil }
    guard !entries.contains(where: { $0.key == key }) else { return false }
    entries.append(.init(key: key, value: value, line: line))
    return true
  }

  /// False for a table whose name stands already.
  private mutating func closeTable() -> Bool {
    guard let (name, line, values) = table else { return true }
    table = nil
    guard !entries.contains(where: { $0.key == name }) else { return false }
    entries.append(.init(key: name, value: .map(values), line: line))
    return true
  }

  private static func isBareKey(_ bytes: Bytes) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      }
  }

  private static func key(_ bytes: Bytes) -> String { bytes.string.lowercased() }

  // MARK: Values

  private static func value(_ text: Bytes) -> FrontMatterValue? {
    switch text.first {
    case nil: return nil
    case UInt8(ascii: "["): return list(text)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(text)
    default:
      if text.isText("true") || text.isText("false") { return .text(text.string) }
      if text.allSatisfy(\.isDigit), text.count <= 15, text.first != UInt8(ascii: "0") {
        return .text(text.string)
      }
      return date(text).map { .text($0) }
    }
  }

  /// A text on one line without escapes (TOML 1.0, "String").
  private static func quoted(_ text: Bytes) -> FrontMatterValue? {
    guard text.count >= 2, let quote = text.first, text.last == quote else { return nil }
    let inner = text.dropFirst().dropLast()
    guard !inner.contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") }) else { return nil }
    return .text(inner.string)
  }

  private static func list(_ text: Bytes) -> FrontMatterValue? {
    guard text.count >= 2, text.last == UInt8(ascii: "]") else { return nil }
    var rest = text.dropFirst().dropLast().trimmed
    var values: [FrontMatterValue] = []
    while let quote = rest.first {
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = rest.dropFirst().firstIndex(of: quote), let value = quoted(rest[...end])
      else { return nil }
      values.append(value)
      rest = rest[(end + 1)...].drop { $0 == UInt8(ascii: " ") }
      guard let comma = rest.popFirst() else { break }
      guard comma == UInt8(ascii: ",") else { return nil }
      rest = rest.drop { $0 == UInt8(ascii: " ") }
    }
    return .list(values)
  }

  /// `2025-02-03`, or `2025-02-03T10:30:00` with `Z`, an offset or nothing behind it, in the words
  /// that the library's values are put into.
  private static func date(_ text: Bytes) -> String? {
    guard isShaped(text.prefix(10), "dddd-dd-dd"), hasDay(text) else { return nil }
    if text.count == 10 { return text.string }
    guard text.count >= 19, isShaped(text.dropFirst(10).prefix(9), "Tdd:dd:dd"),
      number(text, at: 11) < 24, number(text, at: 14) < 60, number(text, at: 17) < 60
    else { return nil }
    let zone = text.dropFirst(19)
    if zone.isEmpty { return text.string }
    if zone.isText("Z") { return text.dropLast().string + "+00:00" }
    let sign = zone.first
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      isShaped(zone.dropFirst(), "dd:dd"), number(text, at: 20) < 15, number(text, at: 23) < 60
    else { return nil }
    // An offset of nothing has one sign only.
    let isNone = zone.dropFirst().isText("00:00")
    return isNone ? text.dropLast(6).string + "+00:00" : text.string
  }

  private static func hasDay(_ text: Bytes) -> Bool {
    CivilDay(
      year: number(text, at: 0) * 100 + number(text, at: 2), month: number(text, at: 5),
      day: number(text, at: 8)
    ).exists
  }

  /// The two digits at a place that has them.
  private static func number(_ text: Bytes, at offset: Int) -> Int {
    let start = text.startIndex + offset
    return Int(text[start] &- 0x30) * 10 + Int(text[start + 1] &- 0x30)
  }

  /// Whether `text` is `shape`, where `d` stands for a digit.
  private static func isShaped(_ text: Bytes, _ shape: StaticString) -> Bool {
    guard text.count == shape.utf8CodeUnitCount else { return false }
    return shape.withUTF8Buffer { shape in
      zip(text, shape).allSatisfy { byte, mark in
        mark == UInt8(ascii: "d") ? byte.isDigit : byte == mark
      }
    }
  }
}
