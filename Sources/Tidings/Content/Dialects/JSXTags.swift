/// Finds the components, elements and expressions of JSX in a Markdown text, outside its code.
struct JSXTags {
  private let bytes: [UInt8]
  private var finder: ByteFinder
  private(set) var tags: [MarkupTag] = []
  /// Bytes that may yet be read in vain behind what turns out to be no tag.
  private var patience = 1 << 18

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    finder = ByteFinder(bytes)
    var opaque = MarkdownRegions(bytes, hasIndentedCode: false)
      .of([.code, .comment, .mathematics, .destination])[...]
    var position = 0
    while position < bytes.count {
      if let region = opaque.first, region.range.lowerBound <= position {
        position = max(position, region.range.upperBound)
        opaque.removeFirst()
        continue
      }
      switch bytes[position] {
      case MarkdownByte.backslash: position += 2
      case UInt8(ascii: "<"): position = readTag(position) ?? position + 1
      case UInt8(ascii: "{"): position = readExpression(position) ?? position + 1
      default: position += 1
      }
    }
  }

  /// Whether a component stands at the start of a line and is closed, or a comment in braces.
  static func areEvident(in bytes: [UInt8]) -> Bool {
    let lines = MarkdownRegions(bytes, hasIndentedCode: false).lines
    var finder = ByteFinder(bytes)
    var closed: Set<String> = []
    var opened: Set<String> = []
    for line in lines where !line.isCode {
      let words = line.words(in: bytes)
      if words.opens(with: "{/*"), finder.next("*/}", from: line.content) != nil { return true }
      guard words.first == UInt8(ascii: "<") else { continue }
      let isClosing = words.dropFirst().first == UInt8(ascii: "/")
      let name = words.dropFirst(isClosing ? 2 : 1).prefix(while: MarkdownByte.isName)
      guard let first = name.first, (0x41...0x5A).contains(first),
        name.contains(where: { (0x61...0x7A).contains($0) })
      else { continue }
      let word = name.string
      if isClosing { closed.insert(word) } else { opened.insert(word) }
      if !isClosing, words.closes(with: "/>") || words.closes(with: "</\(word)>") { return true }
    }
    return !opened.isDisjoint(with: closed) || hasClosedAlone(lines, bytes)
  }

  /// Whether a line is the end of a tag that was begun with a component's name lines before.
  private static func hasClosedAlone(_ lines: [MarkdownLine], _ bytes: [UInt8]) -> Bool {
    var isOpen = false
    for line in lines where !line.isCode {
      let words = line.words(in: bytes)
      if isOpen, words.closes(with: "/>") { return true }
      if words.isEmpty { isOpen = false }
      if words.first == UInt8(ascii: "<"), let second = words.dropFirst().first {
        isOpen = (0x41...0x5A).contains(second) && !words.contains(UInt8(ascii: ">"))
      }
    }
    return false
  }

  private mutating func readTag(_ start: Int) -> Int? {
    guard patience > 0 else { return nil }
    var position = start + 1
    let isClosing = position < bytes.count && bytes[position] == UInt8(ascii: "/")
    if isClosing { position += 1 }
    let name = bytes[position...].prefix(100).prefix { MarkdownByte.isName($0) && $0 != 0x2F }
    let isFragment = name.isEmpty && bytes[position...].first == UInt8(ascii: ">")
    // An address in angle brackets is no tag.
    guard isFragment || name.first.map(\.isLetter) == true,
      !name.contains(UInt8(ascii: ":"))
    else { return nil }
    position += name.count
    guard let after = bytes[position...].first,
      after.isSpace || ">/{".utf8.contains(after)
    else { return nil }
    guard let close = tagEnd(from: position) else { return nil }
    let isVoid = bytes[close - 1] == UInt8(ascii: "/")
    let kind: MarkupTag.Kind = isClosing ? .close : isVoid ? .void : .open
    let arguments = bytes[position..<(isVoid ? max(close - 1, position) : close)]
    tags.append(
      MarkupTag(
        form: .component, kind: kind, range: start..<(close + 1), name: name.string,
        arguments: TagArguments(arguments)))
    return close + 1
  }

  /// Where the `>` of a tag stands that is neither in a string nor in braces.
  private mutating func tagEnd(from start: Int) -> Int? {
    var position = start
    let end = min(bytes.count, start + 4_000)
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: ">"): return position
      case UInt8(ascii: "<"):
        patience -= position - start
        return nil
      case let quote where quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"):
        guard let close = bytes[(position + 1)..<end].firstIndex(of: quote) else {
          patience -= end - start
          return nil
        }
        position = close
      case UInt8(ascii: "{"):
        guard let close = Braces.end(of: bytes[position..<end]) else {
          patience -= end - start
          return nil
        }
        position = close
      default: break
      }
      position += 1
    }
    patience -= end - start
    return nil
  }

  private mutating func readExpression(_ start: Int) -> Int? {
    let rest = bytes[start...]
    // Heading ids, attribute lists and templates' tags are none.
    guard patience > 0, let second = rest.dropFirst().first, !"#:.{%".utf8.contains(second) else {
      return nil
    }
    var close: Int?
    if let comment = rest.dropFirst().firstIndex(where: { !$0.isSpace }),
      bytes[comment...].opens(with: "/*")
    {
      let mark = finder.next("*/", from: comment + 2)
      let last = mark.map { bytes[($0 + 2)...].firstIndex { !$0.isSpace } } ?? nil
      close = last.flatMap { bytes[$0] == UInt8(ascii: "}") ? $0 : nil }
    } else {
      close = Braces.end(of: rest)
      if close == nil { patience -= min(rest.count, 4_000) }
    }
    guard let close else { return nil }
    var tag = MarkupTag(
      form: .expression, kind: .void, range: start..<(close + 1), name: "",
      arguments: TagArguments(named: [:], positional: []))
    tag.source = bytes[(start + 1)..<close].trimmed.string
    tags.append(tag)
    return close + 1
  }
}
