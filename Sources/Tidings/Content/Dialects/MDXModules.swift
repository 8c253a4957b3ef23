/// A text without the `import` and `export` statements of MDX, and what the imports name.
struct MDXModules {
  private(set) var text: [UInt8]
  /// Whether there were any.
  private(set) var isEvidence = false
  /// The path of each default import of a file that is a picture.
  private(set) var imports: [String: String] = [:]

  /// Nil for a text without lines.
  init?(_ bytes: [UInt8]) {
    let lines = MarkdownRegions(bytes, hasIndentedCode: false).lines
    guard !lines.isEmpty else { return nil }
    text = []
    text.reserveCapacity(bytes.count)
    var copied = 0
    var index = 0
    var canSpan = true
    var isFirst = true
    while index < lines.count {
      let line = lines[index]
      let words = bytes[line.range]
      guard isFirst, !line.isCode, Self.isStatement(words) else {
        isFirst = line.isBlank
        index += 1
        continue
      }
      let end = Self.end(of: index, lines, bytes, &canSpan)
      guard let end else {
        isFirst = false
        index += 1
        continue
      }
      isEvidence = true
      gather(bytes[line.range.lowerBound..<lines[end - 1].range.upperBound])
      text += bytes[copied..<line.range.lowerBound]
      copied = min(lines[end - 1].range.upperBound + 1, bytes.count)
      index = end
    }
    text += bytes[copied...]
  }

  private static func isStatement(_ line: ArraySlice<UInt8>) -> Bool {
    if line.opens(with: "import ") || line.opens(with: "import{") {
      let rest = line.dropFirst("import".utf8.count).trimmed
      guard let first = rest.first else { return false }
      if "\"'".utf8.contains(first) { return true }
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "*") { return true }
      // A sentence may begin with the word as well.
      let words = rest.split(whereSeparator: \.isSpace)
      let path = words.firstIndex { $0.elementsEqual("from".utf8) }.map { words[($0 + 1)...] }
      return path?.first?.first.map { "\"'".utf8.contains($0) } ?? (rest.last == UInt8(ascii: "{"))
    }
    return ["const ", "let ", "var ", "default ", "function ", "async ", "{", "* from"].contains {
      line.opens(with: "export " + $0)
    }
  }

  /// The number of the line behind a statement that begins at a line: where its brackets are
  /// closed, else at the next blank line; nil when what begins there is no statement.
  private static func end(
    of start: Int, _ lines: [MarkdownLine], _ bytes: [UInt8], _ canSpan: inout Bool
  ) -> Int? {
    var depth = 0
    var quote: UInt8?
    var index = start
    var blank: Int?
    while index < lines.count {
      if lines[index].isBlank, blank == nil {
        blank = index
        if !canSpan { break }
      }
      for byte in bytes[lines[index].range] {
        if let open = quote {
          if byte == open { quote = nil }
          continue
        }
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quote = byte
        default: break
        }
      }
      if quote != UInt8(ascii: "`") { quote = nil }
      index += 1
      if depth <= 0, quote == nil, !continues(lines[index - 1], bytes) { return index }
      if index - start > 300 { break }
    }
    // Once one statement is not closed, no other is looked for beyond a blank line.
    canSpan = false
    return blank ?? index
  }

  /// Whether a statement goes on in the next line.
  private static func continues(_ line: MarkdownLine, _ bytes: [UInt8]) -> Bool {
    guard let last = line.words(in: bytes).last else { return false }
    return "=,+(&|?:>".utf8.contains(last)
  }

  private mutating func gather(_ statement: ArraySlice<UInt8>) {
    guard statement.opens(with: "import ") else { return }
    let parts = statement.split { $0.isSpace || $0 == UInt8(ascii: ";") }
    guard parts.count == 4, parts[2].elementsEqual("from".utf8), parts[3].count > 2 else { return }
    let path = parts[3].dropFirst().dropLast().string
    let isPicture = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"].contains {
      path.lowercased().hasSuffix($0)
    }
    if isPicture { imports[parts[1].string] = path }
  }
}
