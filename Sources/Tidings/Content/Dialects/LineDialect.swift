/// What dialects write on lines of their own: admonitions, alerts, attribute lists, tables of
/// contents, definitions and ids of headings and blocks.
struct LineDialect {
  private let bytes: [UInt8]
  private let lines: [MarkdownLine]
  private let containers: ContainerPairs
  private let losses: Losses
  private let depth: Int
  private var frames: [Frame] = [Frame(end: nil, opening: nil, prefix: [])]
  private var isInDefinition = false
  /// The block extensions that are not closed from here on.
  private var unclosed: Set<String> = []
  /// The line on which each block extension was last found to be closed.
  private var closes: [String: Int] = [:]

  /// Containers in containers; deeper ones lose their frame, not their words.
  private static let nesting = 20

  private struct Frame {
    let end: Int?
    let opening: ContainerTitle?
    let prefix: [UInt8]
    var output: [UInt8] = []
  }

  private init(_ bytes: [UInt8], lines: [MarkdownLine], losses: Losses, depth: Int) {
    self.bytes = bytes
    self.losses = losses
    self.depth = depth
    self.lines = lines
    containers = ContainerPairs(bytes, lines)
  }

  /// `regions` are those of `bytes`, where they are known.
  static func plain(
    _ bytes: [UInt8], regions: MarkdownRegions? = nil, losses: Losses, depth: Int = 0
  ) -> [UInt8] {
    let lines = (regions ?? MarkdownRegions(bytes)).lines
    var dialect = LineDialect(bytes, lines: lines, losses: losses, depth: depth)
    return dialect.read()
  }

  private mutating func read() -> [UInt8] {
    var index = 0
    while index < lines.count {
      close(before: index)
      index = read(index)
    }
    close(before: lines.count)
    return frames[0].output
  }

  /// Ends the containers whose last line was read.
  private mutating func close(before index: Int) {
    while let frame = frames.last, let end = frame.end, end < index {
      frames.removeLast()
      guard let opening = frame.opening else { continue }
      let inner = strip(frame.prefix, from: frame.output)
      let markdown =
        opening.isLayout
        ? inner.dedented : MarkdownWriting.callout(title: opening.label, inner)
      append(block: markdown, prefix: frame.prefix)
    }
  }

  private func strip(_ prefix: [UInt8], from inner: [UInt8]) -> [UInt8] {
    guard !prefix.isEmpty else { return inner }
    let bare = Array(prefix[...].trimmed)
    return Array(
      inner.lineSlices.map { line -> ArraySlice<UInt8> in
        if line.starts(with: prefix) { return line.dropFirst(prefix.count) }
        return !bare.isEmpty && line.starts(with: bare) ? line.dropFirst(bare.count) : line
      }.joined(separator: [.newline]))
  }

  private mutating func append(block: [UInt8], prefix: [UInt8]) {
    let separator = [.newline] + prefix
    var text = prefix + separator
    text += block.lineSlices.joined(separator: separator)
    text += separator + [.newline]
    frames[frames.count - 1].output += text
  }

  private mutating func append(_ line: ArraySlice<UInt8>) {
    frames[frames.count - 1].output += line
    frames[frames.count - 1].output.append(.newline)
  }

  /// Reads what begins at a line, and returns the number of the line after it.
  private mutating func read(_ index: Int) -> Int {
    let line = lines[index]
    let words = line.words(in: bytes)
    let wasInDefinition = isInDefinition
    if !line.isBlank { isInDefinition = false }
    if line.isCode {
      let isContinued = wasInDefinition && line.indent >= 4 && line.quotes == 0 && index > 0
      isInDefinition = isContinued
      append(isContinued ? words : bytes[line.range])
      return index + 1
    }
    switch words.first {
    case UInt8(ascii: ":"):
      if readContainer(index, words) || readDefinition(index, words, wasInDefinition) {
        return index + 1
      }
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      if let next = readPython(index, words) { return next }
    case UInt8(ascii: "["):
      if readAlert(index, words) || Self.contents.contains(words.string.lowercased()) {
        return index + 1
      }
    case UInt8(ascii: "{"):
      if let next = readBraces(index, words) { return next }
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "1"):
      if isContentsList(index) { return index + 1 }
    case UInt8(ascii: "^") where BlockID.length(words) == words.count:
      return index + 1
    default:
      break
    }
    if isTerm(index) {
      frames[frames.count - 1].output += Array(MarkdownWriting.strong(words.string).utf8)
      frames[frames.count - 1].output += [.newline, .newline]
      return index + 1
    }
    append(plain(index))
    return index + 1
  }

  /// The line without the ids and attributes at its end.
  private func plain(_ index: Int) -> ArraySlice<UInt8> {
    let line = lines[index]
    let words = line.words(in: bytes)
    let isHeading =
      words.first == UInt8(ascii: "#") || (index + 1 < lines.count && isUnderline(index + 1))
    if isHeading, words.last == UInt8(ascii: "}"),
      let open = words.lastIndex(of: UInt8(ascii: "{")), open > words.startIndex,
      bytes[open - 1] != MarkdownByte.backslash,
      AttributeList.isOne(words[open...]) || AttributeList.isCommentedID(words[open...])
    {
      return bytes[line.range.lowerBound..<open]
    }
    let id = BlockID.length(words)
    if id > 0, id < words.count { return bytes[line.range.lowerBound..<(words.endIndex - id)] }
    return bytes[line.range]
  }

  private func isUnderline(_ index: Int) -> Bool {
    let words = lines[index].words(in: bytes)
    guard let mark = words.first, "=-".utf8.contains(mark), !lines[index].isCode else {
      return false
    }
    return words.allSatisfy { $0 == mark }
  }

  // MARK: Containers

  private mutating func readContainer(_ index: Int, _ words: ArraySlice<UInt8>) -> Bool {
    if let opening = containers.openings[index] {
      let isFramed = frames.count <= Self.nesting
      let prefix = isFramed ? Array(lines[index].prefix(in: bytes)) : []
      if isFramed {
        frames.append(Frame(end: opening.end, opening: opening.title, prefix: prefix))
      }
      return true
    }
    if containers.closings.contains(index) { return true }
    if let title = containers.unclosed[index] {
      losses.note("opening of the container ':::\(title.kind)', which is not closed")
      return true
    }
    guard words.opens(with: "::"), let title = ContainerTitle(container: words.dropFirst(2)) else {
      return false
    }
    return readLeaf(title, words, index)
  }

  /// A directive of one line, such as `::youtube[My title]{#id}`.
  private mutating func readLeaf(
    _ title: ContainerTitle, _ words: ArraySlice<UInt8>, _ index: Int
  ) -> Bool {
    guard words.contains(where: { "[{".utf8.contains($0) }) else { return false }
    let open = words.firstIndex(of: UInt8(ascii: "{"))
    let braces = open.map { words[($0 + 1)...].dropLast() } ?? words.prefix(0)
    var arguments = TagArguments(braces)
    if let id = arguments.positional.first(where: { $0.hasPrefix("#") }) {
      arguments = TagArguments(
        named: arguments.named.merging(["id": String(id.dropFirst())]) { $1 }, positional: [])
    }
    if let label = title.title, arguments.first("title") == nil {
      arguments = TagArguments(
        named: arguments.named.merging(["title": label]) { $1 }, positional: [])
    }
    let shortcode = Shortcode(name: title.kind, arguments: arguments, inner: nil)
    switch shortcode.rendering {
    case .block(let markdown), .inline(let markdown):
      append(block: markdown, prefix: Array(lines[index].prefix(in: bytes)))
    case .nothing, nil:
      losses.note("directive '::\(title.kind)'")
    }
    return true
  }

  private mutating func readPython(_ index: Int, _ words: ArraySlice<UInt8>) -> Int? {
    var rest = words
    if words.opens(with: "!!!") || words.opens(with: "???") { rest = words.dropFirst(3) }
    if rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard rest.count < words.count, rest.first.map(\.isSpace) == true,
      let title = ContainerTitle(python: rest)
    else { return nil }
    let line = lines[index]
    var next = index + 1
    var last = index
    while next < lines.count {
      let inner = lines[next]
      if !inner.isBlank {
        guard inner.quotes == line.quotes, inner.indent >= line.indent + 4 else { break }
        last = next
      }
      next += 1
    }
    guard last > index else { return nil }
    let prefix = Array(line.prefix(in: bytes))
    let range = (index + 1)...last
    let inner = strip(
      prefix,
      from: Array(bytes[lines[range.lowerBound].range.lowerBound..<lines[last].range.upperBound]))
    let contents =
      depth < Self.nesting
      ? LineDialect.plain(inner.dedented, losses: losses, depth: depth + 1) : inner.dedented
    append(
      block: depth < Self.nesting
        ? MarkdownWriting.callout(title: title.label, contents) : contents, prefix: prefix)
    return last + 1
  }

  private mutating func readAlert(_ index: Int, _ words: ArraySlice<UInt8>) -> Bool {
    let line = lines[index]
    guard line.quotes > 0, index == 0 || lines[index - 1].quotes < line.quotes,
      let title = ContainerTitle(alert: words)
    else { return false }
    let prefix = line.prefix(in: bytes)
    append(prefix + Array(MarkdownWriting.strong(title.label).utf8))
    append(prefix)
    return true
  }

  // MARK: Attributes and tables of contents

  private static let contents: Set<String> = ["[toc]", "[[toc]]", "[[_toc_]]"]

  private mutating func readBraces(_ index: Int, _ words: ArraySlice<UInt8>) -> Int? {
    for name in ["comment", "nomarkdown"] where words.opens(with: "{::\(name)}") {
      if unclosed.contains(name) { return index + 1 }
      guard let close = close(of: name, behind: index) else {
        unclosed.insert(name)
        return index + 1
      }
      closes[name] = close
      if name == "comment" { return close + 1 }
      return index + 1
    }
    if words.opens(with: "{::") || words.opens(with: "{:/"), words.closes(with: "}") {
      return index + 1
    }
    return AttributeList.isOne(words) ? index + 1 : nil
  }

  /// The first line behind `index` that closes a block extension.
  private func close(of name: String, behind index: Int) -> Int? {
    if let close = closes[name], close > index { return close }
    return lines[(index + 1)...].firstIndex { line in
      let end = line.words(in: bytes)
      return end.closes(with: "{:/\(name)}") || end.closes(with: "{:/}")
    }
  }

  /// Whether a list's only item is kramdown's place for a table of contents.
  private func isContentsList(_ index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    let length = lines[index].markerLength(in: bytes)
    let next = lines[index + 1].words(in: bytes)
    return length > 0 && next.opens(with: "{:") && next.string.lowercased().contains("toc")
  }

  // MARK: Definitions

  private func isDefinition(_ index: Int) -> Bool {
    guard index < lines.count, !lines[index].isCode, lines[index].indent < 4,
      lines[index].quotes == 0
    else { return false }
    let words = lines[index].words(in: bytes)
    return words.first == UInt8(ascii: ":") && words.count > 2
      && words[words.startIndex + 1].isSpace
  }

  /// A line of words alone, with a definition below it.
  private func isTerm(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.isBlank, line.quotes == 0, line.indent == 0, index + 1 < lines.count,
      line.markerLength(in: bytes) == 0, let first = bytes[line.range].first,
      !"#<|:[!{".utf8.contains(first)
    else { return false }
    let next = lines[index + 1].isBlank ? index + 2 : index + 1
    return isDefinition(next)
  }

  private mutating func readDefinition(
    _ index: Int, _ words: ArraySlice<UInt8>, _ isInList: Bool
  ) -> Bool {
    guard isDefinition(index) else { return false }
    let before = lines[..<index].suffix(2).last { !$0.isBlank }
    let term = before.flatMap { line in
      lines[..<index].suffix(2).lastIndex { $0.range == line.range }
    }
    guard isInList || (term.map(isTerm) ?? false) else { return false }
    append([])
    append(words.dropFirst().trimmed)
    isInDefinition = true
    return true
  }
}
