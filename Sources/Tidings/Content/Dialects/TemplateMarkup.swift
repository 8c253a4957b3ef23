/// Finds the tags of Hugo, Zola, Liquid and their like in a Markdown text, outside its code.
struct TemplateMarkup {
  private let bytes: [UInt8]
  private var finder: ByteFinder
  private(set) var tags: [MarkupTag] = []
  /// The blocks that Zola's `{% end %}` may close.
  private var calls: [String] = []

  /// In bytes; what is longer is no tag.
  private static let limit = 4_000

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    finder = ByteFinder(bytes)
    guard bytes.contains(UInt8(ascii: "{")) else { return }
    let opaque = MarkdownRegions(bytes).of([.code, .comment, .mathematics])
    var next = opaque[...]
    var position = 0
    while position < bytes.count {
      if let region = next.first, region.range.lowerBound <= position {
        position = max(position, region.range.upperBound)
        next.removeFirst()
      } else if bytes[position] == MarkdownByte.backslash {
        position += 2
      } else if bytes[position] == UInt8(ascii: "{"), let end = read(position) {
        position = end
      } else {
        position += 1
      }
    }
  }

  private mutating func read(_ start: Int) -> Int? {
    let rest = bytes[start...].prefix(6)
    guard !rest.opens(with: "{{{") else { return start + 3 }
    if let block = VerbatimBlock(bytes, at: start, &finder) {
      return append(block, at: start)
    }
    if rest.opens(with: "{{</*") || rest.opens(with: "{{%/*") { return readEscaped(start) }
    if rest.opens(with: "{{<") { return readShortcode(start, closer: ">}}") }
    if rest.opens(with: "{{%") { return readShortcode(start, closer: "%}}") }
    if rest.opens(with: "{%") { return readStatement(start) }
    if rest.opens(with: "{{") { return readOutput(start) }
    if rest.opens(with: "{# "), let close = finder.next(" #}", from: start + 2),
      close - start < Self.limit
    {
      return append(.replacement([]), .void, start..<(close + 3))
    }
    return nil
  }

  private mutating func append(
    _ form: MarkupTag.Form, _ kind: MarkupTag.Kind, _ range: Range<Int>, name: String = "",
    arguments: ArraySlice<UInt8> = [], source: ArraySlice<UInt8> = []
  ) -> Int {
    var tag = MarkupTag(
      form: form, kind: kind, range: range, name: name, arguments: TagArguments(arguments))
    tag.isAddress = isAddress(range.lowerBound)
    tag.source = source.trimmed.string
    tags.append(tag)
    return range.upperBound
  }

  private func isAddress(_ position: Int) -> Bool {
    if let last = tags.last, last.range.upperBound == position { return last.isAddress }
    guard position > 1 else { return false }
    switch bytes[position - 1] {
    case UInt8(ascii: "("): return bytes[position - 2] == UInt8(ascii: "]")
    case UInt8(ascii: "<"): return bytes[position - 2] == UInt8(ascii: "(")
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return bytes[position - 2] == UInt8(ascii: "=")
    default: return isWithinAddress(position)
    }
  }

  /// Whether no white space parts the tag from a `](` before it.
  private func isWithinAddress(_ position: Int) -> Bool {
    let before = bytes[max(0, position - 300)..<position]
    let start = before.lastIndex(where: \.isSpace).map { $0 + 1 } ?? before.startIndex
    guard let open = before[start...].lastIndex(of: UInt8(ascii: "(")), open > start else {
      return false
    }
    return bytes[open - 1] == UInt8(ascii: "]")
      && !before[open...].contains(UInt8(ascii: ")"))
  }

  private mutating func append(_ block: VerbatimBlock, at start: Int) -> Int {
    let contents = bytes[block.contents]
    let range = start..<block.end
    switch block.name {
    case "raw", "verbatim", "rawhtml":
      return append(.replacement(Array(contents)), .void, range)
    case "comment":
      return append(.replacement([]), .void, range)
    default:
      let language = block.name == "mermaid" ? "mermaid" : Self.language(of: block.arguments)
      return append(
        .replacement(MarkdownWriting.code(language: language, contents)), .void, range,
        name: "code")
    }
  }

  private static func language(of arguments: TagArguments) -> String? {
    if let named = arguments.first("lang", "language", "type") { return named }
    // Hexo writes `lang:ruby` or a title.
    let words = arguments.positional
    if let hexo = words.first(where: { $0.hasPrefix("lang:") }) { return String(hexo.dropFirst(5)) }
    return words.first.flatMap { word in
      word.utf8.allSatisfy { MarkdownByte.isAlphanumeric($0) || "+#-_".utf8.contains($0) }
        ? word : nil
    }
  }

  private mutating func readEscaped(_ start: Int) -> Int? {
    let isAngled = bytes[start + 2] == UInt8(ascii: "<")
    let closer = isAngled ? "*/>}}" : "*/%}}"
    guard let close = finder.next(closer, from: start), close - start < Self.limit else {
      return nil
    }
    let inner = bytes[(start + 5)..<close].string
    let text = isAngled ? "{{<" + inner + ">}}" : "{{%" + inner + "%}}"
    let markdown = MarkdownByte.escaped(text.utf8)
    return append(.replacement(markdown), .void, start..<(close + 5))
  }

  /// Where the tag that opens at `start` has its closing mark, if it has one before the next tag.
  private mutating func close(of start: Int, opener: String, closer: String) -> Int? {
    let inner = start + opener.utf8.count
    guard var close = finder.next(closer, from: inner), close - start < Self.limit else {
      return nil
    }
    if let other = finder.next(opener, from: inner), other < close,
      bytes[inner..<other].count(where: { "\"'".utf8.contains($0) }) % 2 == 0
    {
      return nil
    }
    // A mark within quotes does not close the tag, unless the quotes are not closed either.
    let first = close
    var from = inner
    var quotes = 0
    for _ in 0..<4 {
      quotes += bytes[from..<close].count { $0 == UInt8(ascii: "\"") }
      if quotes % 2 == 0 { return close }
      from = close
      guard let next = nextMark(closer, after: close), next - start < Self.limit else { break }
      close = next
    }
    return first
  }

  private func nextMark(_ closer: String, after position: Int) -> Int? {
    let pattern = Array(closer.utf8)
    let window = bytes[(position + 1)...].prefix(500)
    return window.indices.first { bytes[$0...].starts(with: pattern) }
  }

  private mutating func readShortcode(_ start: Int, closer: String) -> Int? {
    let opener = closer == ">}}" ? "{{<" : "{{%"
    guard let close = close(of: start, opener: opener, closer: closer) else { return nil }
    var inner = bytes[(start + 3)..<close].trimmed
    let isClosing = inner.first == UInt8(ascii: "/")
    if isClosing { inner = inner.dropFirst().trimmed }
    let isVoid = inner.last == UInt8(ascii: "/")
    if isVoid { inner = inner.dropLast().trimmed }
    let name = inner.prefix(while: MarkdownByte.isName)
    guard let first = name.first, MarkdownByte.isAlphanumeric(first) || "_".utf8.contains(first)
    else { return nil }
    return append(
      .shortcode, isClosing ? .close : isVoid ? .void : .open, start..<(close + 3),
      name: name.string, arguments: inner.dropFirst(name.count), source: inner)
  }

  private mutating func readStatement(_ start: Int) -> Int? {
    guard let close = close(of: start, opener: "{%", closer: "%}") else { return nil }
    var inner = bytes[(start + 2)..<close]
    if let first = inner.first, "-+".utf8.contains(first) { inner.removeFirst() }
    if let last = inner.last, "-+".utf8.contains(last) { inner.removeLast() }
    inner = inner.trimmed
    let name = inner.prefix { MarkdownByte.isAlphanumeric($0) || "_-".utf8.contains($0) }
    guard let first = name.first, first.isLetter else { return nil }
    let word = name.string
    let rest = inner.dropFirst(name.count)
    let isCall = rest.first == UInt8(ascii: "(")
    let range = start..<(close + 2)
    if word == "end", let call = calls.popLast() {
      return append(.statement, .close, range, name: call, source: inner)
    }
    if word.hasPrefix("end"), word.count > 3 {
      return append(.statement, .close, range, name: String(word.dropFirst(3)), source: inner)
    }
    if isCall { calls.append(word) }
    return append(.statement, .open, range, name: word, arguments: rest, source: inner)
  }

  private mutating func readOutput(_ start: Int) -> Int? {
    guard let close = close(of: start, opener: "{{", closer: "}}") else { return nil }
    var inner = bytes[(start + 2)..<close]
    if inner.first == UInt8(ascii: "-") { inner.removeFirst() }
    if inner.last == UInt8(ascii: "-") { inner.removeLast() }
    inner = inner.trimmed
    let range = start..<(close + 2)
    if let quote = inner.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return append(.output, .void, range, arguments: inner, source: inner)
    }
    let name = inner.prefix {
      MarkdownByte.isAlphanumeric($0) || "_-.".utf8.contains($0)
    }
    let rest = inner.dropFirst(name.count)
    let word = name.string
    let root = word.prefix { $0 != "." }
    let isCall = rest.first == UInt8(ascii: "(") && inner.last == UInt8(ascii: ")")
    let isValue =
      Self.roots.contains(String(root)) && (rest.isEmpty || rest.trimmed.first == 0x7C)
    guard isCall || (isValue && word.contains(".")), name.first.map(\.isLetter) == true
    else { return nil }
    return append(
      .output, .void, range, name: word, arguments: isCall ? rest : [], source: inner)
  }

  /// The values that a site's own templates know.
  private static let roots: Set<String> = [
    "page", "site", "post", "include", "layout", "paginator", "config", "section", "metadata",
  ]
}
