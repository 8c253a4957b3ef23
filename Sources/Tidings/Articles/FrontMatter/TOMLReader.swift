/// Reads TOML 1.0 (https://toml.io/en/v1.0.0), with every scalar in the author's own letters.
///
/// The library's parser ends the program on some texts, and reads others by undefined behaviour:
/// front matter comes from anyone, so that it is read here.
struct TOMLReader {
  private let bytes: Bytes
  private var index: Int
  /// Of the file, counted from 1.
  private var line: Int
  private let subject: String

  /// Deeper than any front matter, and far from the end of the stack.
  private static let deepest = 32

  private init(_ bytes: Bytes, firstLine: Int, subject: String) {
    self.bytes = bytes
    index = bytes.startIndex
    line = firstLine
    self.subject = subject
  }

  /// The entries of `block`, whose first line has the number `firstLine`; a fault is one of
  /// `subject`.
  /// - Throws: `FrontMatter.Fault` for what is no TOML.
  static func entries(
    in block: Bytes, firstLine: Int, subject: String = "the front matter"
  ) throws(FrontMatter.Fault) -> [FrontMatter.Entry] {
    var reader = TOMLReader(block, firstLine: firstLine, subject: subject)
    let root = TOMLBranch()
    var branch = root
    while true {
      reader.skipSpace(acrossLines: true)
      guard let byte = reader.peek else { return root.entries }
      if byte == UInt8(ascii: "[") {
        branch = try reader.header(below: root)
      } else {
        try reader.assignment(into: branch, depth: 0)
      }
      reader.skipSpace(acrossLines: false)
      guard reader.peek == nil || reader.peek == .newline else {
        throw reader.fault("expected the end of the line, found '\(reader.rest)'")
      }
    }
  }

  private func fault(_ problem: String, line: Int? = nil) -> FrontMatter.Fault {
    .init(line: line ?? self.line, reason: "\(subject) is not TOML: \(problem)")
  }

  private func fault(_ refusal: TOMLBranch.Refusal, line: Int) -> FrontMatter.Fault {
    switch refusal {
    case .twice(let key): fault("the key '\(key.oneLine)' stands twice", line: line)
    case .noTable(let key): fault("'\(key.oneLine)' is a value and a table", line: line)
    }
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    advance()
    return true
  }

  private mutating func advance(by count: Int = 1) {
    for _ in 0..<count where index < bytes.endIndex {
      if bytes[index] == .newline { line += 1 }
      index += 1
    }
  }

  /// Blanks and a comment, and line ends where they mean nothing.
  private mutating func skipSpace(acrossLines: Bool) {
    while let byte = peek {
      if byte == UInt8(ascii: "#") {
        index = bytes.lineEnd(from: index)
      } else if byte.isBlank || (acrossLines && byte == .newline) {
        advance()
      } else {
        return
      }
    }
  }

  private mutating func skipBlanks() { while peek?.isBlank == true { advance() } }

  /// What is left of the line, for a message.
  private var rest: String {
    bytes[index..<bytes.lineEnd(from: index)].trimmed.string.oneLine.prefixAtWord(40)
  }

  // MARK: Keys

  private mutating func header(below root: TOMLBranch) throws(FrontMatter.Fault) -> TOMLBranch {
    let headerLine = line
    advance()
    let isList = take(UInt8(ascii: "["))
    let path = try keyPath()
    guard take(UInt8(ascii: "]")), !isList || take(UInt8(ascii: "]")) else {
      throw fault("expected ']' behind a table's name")
    }
    do {
      return try root.open(path, isList: isList, line: headerLine)
    } catch {
      throw fault(error, line: headerLine)
    }
  }

  private mutating func assignment(
    into branch: TOMLBranch, depth: Int
  ) throws(FrontMatter.Fault) {
    let keyLine = line
    let path = try keyPath()
    guard take(UInt8(ascii: "=")) else { throw fault("expected '=' behind a key") }
    skipBlanks()
    let value = try value(depth: depth)
    do {
      try branch.set(path, to: value, line: keyLine)
    } catch {
      throw fault(error, line: keyLine)
    }
  }

  /// One key, or several with dots between them, and the blanks around them.
  private mutating func keyPath() throws(FrontMatter.Fault) -> [String] {
    var path: [String] = []
    repeat {
      skipBlanks()
      path.append(try key())
      skipBlanks()
    } while take(UInt8(ascii: "."))
    guard path.count <= Self.deepest else { throw fault("a key of more than 32 parts") }
    return path
  }

  private mutating func key() throws(FrontMatter.Fault) -> String {
    if let quote = peek, Self.isQuote(quote) { return try text(quote, isLong: false) }
    let name = bytes[index...].prefix {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    guard !name.isEmpty else { throw fault("expected a key, found '\(rest)'") }
    index = name.endIndex
    return name.string
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(FrontMatter.Fault) -> FrontMatterValue {
    guard depth < Self.deepest else { throw fault("lists in more than 32 lists") }
    switch peek {
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    case let quote? where Self.isQuote(quote):
      let mark = [quote, quote, quote]
      guard bytes[index...].starts(with: mark) else { return .text(try text(quote, isLong: false)) }
      return .text(try text(quote, isLong: true))
    default: return .text(try scalar())
    }
  }

  private mutating func list(depth: Int) throws(FrontMatter.Fault) -> [FrontMatterValue] {
    let start = line
    advance()
    var values: [FrontMatterValue] = []
    while true {
      skipSpace(acrossLines: true)
      if take(UInt8(ascii: "]")) { return values }
      guard peek != nil else { throw fault("a list without its ']'", line: start) }
      values.append(try value(depth: depth + 1))
      skipSpace(acrossLines: true)
      guard take(UInt8(ascii: ",")) || peek == UInt8(ascii: "]") else {
        throw fault("a list without its ']'", line: start)
      }
    }
  }

  /// One with line ends or a last comma is read too, as TOML 1.1 has it.
  private mutating func inlineTable(depth: Int) throws(FrontMatter.Fault) -> FrontMatterValue {
    let start = line
    let table = TOMLBranch()
    advance()
    while true {
      skipSpace(acrossLines: true)
      if take(UInt8(ascii: "}")) { return table.value }
      guard peek != nil else { throw fault("a table without its '}'", line: start) }
      try assignment(into: table, depth: depth + 1)
      skipSpace(acrossLines: true)
      guard take(UInt8(ascii: ",")) || peek == UInt8(ascii: "}") else {
        throw fault("a table without its '}'", line: start)
      }
    }
  }

  /// A number, a date, `true` or `false`, as it is written.
  private mutating func scalar() throws(FrontMatter.Fault) -> String {
    let token = bytes[index...].prefix { !$0.isSpace && !",]}#".utf8.contains($0) }
    var end = token.endIndex
    // A space may stand where a date and a time meet (RFC 3339 5.6).
    if token.count == 10, token.dropFirst(4).first == UInt8(ascii: "-"),
      bytes[end...].first == UInt8(ascii: " "), bytes[end...].dropFirst().first?.isDigit == true
    {
      end = bytes[(end + 1)...].prefix { !$0.isSpace && !",]}#".utf8.contains($0) }.endIndex
    }
    let text = bytes[index..<end]
    guard Self.isScalar(text) else {
      throw fault("expected a value, found '\(rest)' (a text needs quotes)")
    }
    index = end
    return text.string
  }

  private static func isScalar(_ text: Bytes) -> Bool {
    if ["true", "false"].contains(where: { $0.utf8.elementsEqual(text) }) { return true }
    let isSigned = text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-")
    let unsigned = isSigned ? text.dropFirst() : text
    if unsigned.isText("inf") || unsigned.isText("nan") { return true }
    guard unsigned.first?.isDigit == true else { return false }
    if unsigned.hasText("0x") || unsigned.hasText("0o") || unsigned.hasText("0b") {
      return unsigned.allSatisfy { $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "_") }
    }
    return unsigned.allSatisfy { $0.isDigit || "+-_.:eETtZz ".utf8.contains($0) }
  }

  // MARK: Texts

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// What stands between quotation marks, one of them or, in a long text, three.
  private mutating func text(_ quote: UInt8, isLong: Bool) throws(FrontMatter.Fault) -> String {
    let start = line
    let mark = Array(repeating: quote, count: isLong ? 3 : 1)
    advance(by: mark.count)
    // A line end right behind the marks is none of the text's.
    if isLong { _ = take(.newline) }
    var text: [UInt8] = []
    while let byte = peek {
      if byte == quote, bytes[index...].starts(with: mark) {
        advance(by: mark.count)
        // One or two marks may stand before those that end a long text.
        while isLong, take(quote) { text.append(quote) }
        return String(decoding: text, as: UTF8.self)
      }
      if byte == .newline, !isLong { break }
      guard byte >= 0x20 || byte == .newline || byte == 0x09, byte != 0x7F else {
        throw fault("a control character in a text")
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        try escape(into: &text, isLong: isLong)
      } else {
        text.append(byte)
        advance()
      }
    }
    throw fault("a text without its closing quotation mark", line: start)
  }

  private mutating func escape(
    into text: inout [UInt8], isLong: Bool
  ) throws(FrontMatter.Fault) {
    let sequence = bytes[index...].prefix(2)
    advance()
    guard let mark = peek else { return }
    switch mark {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "e"): text.append(0x1B)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(mark)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = bytes[(index + 1)...].prefix(mark == UInt8(ascii: "u") ? 4 : 8)
      guard digits.first != UInt8(ascii: "+"), let number = UInt32(digits.string, radix: 16),
        let scalar = Unicode.Scalar(number)
      else { throw fault("'\(sequence.string)\(digits.string.oneLine)' stands for no character") }
      text += Array(String(scalar).utf8)
      advance(by: digits.count)
    case _ where isLong && mark.isSpace:
      // A line's end may be hidden, with all white space behind it.
      while peek?.isSpace == true { advance() }
      return
    default: throw fault("'\(sequence.string.oneLine)' is no escape")
    }
    advance()
  }
}
