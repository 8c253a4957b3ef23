/// What of a Markdown text no dialect may touch: the one place that tells code from words.
struct MarkdownRegions {
  enum Kind: Hashable {
    /// A fence, indented lines, a span, or raw HTML that shows text as it stands.
    case code
    /// `<!-- … -->`.
    case comment
    /// With its dollar signs or brackets.
    case mathematics
    /// A template tag's block, such as `{% highlight ruby %}`, with both its tags.
    case verbatim
    /// The address of a link, with its parentheses.
    case destination
    /// A tag of HTML.
    case tag
  }

  struct Region: Hashable {
    let range: Range<Int>
    let kind: Kind
  }

  /// In order, none within another.
  let all: [Region]
  let lines: [MarkdownLine]

  /// Where there is no `hasIndentedCode`, as in MDX, indented lines are words.
  init(_ bytes: [UInt8], hasIndentedCode: Bool = true) {
    var scan = RegionScan(bytes, hasIndentedCode: hasIndentedCode)
    scan.run()
    all = scan.regions
    lines = scan.lines
  }

  /// The regions of some kinds, in order.
  func of(_ kinds: Set<Kind>) -> [Region] { all.filter { kinds.contains($0.kind) } }
}

/// One reading of a text, line by line, and within paragraphs byte by byte.
private struct RegionScan {
  let bytes: [UInt8]
  let hasIndentedCode: Bool
  var lines: [MarkdownLine]
  var regions: [MarkdownRegions.Region] = []

  private var finder: ByteFinder
  /// Where the last blank line was sought, and where the line end before it stands.
  private var knownBlank: (from: Int, found: Int?)?
  /// Where the open list items' contents begin, in columns.
  private var items: [Int] = []
  private var quotes = 0
  private var paragraph: Range<Int>?
  private var isParagraph = false

  init(_ bytes: [UInt8], hasIndentedCode: Bool) {
    self.bytes = bytes
    self.hasIndentedCode = hasIndentedCode
    lines = MarkdownLine.all(in: bytes)
    finder = ByteFinder(bytes)
  }

  mutating func run() {
    var index = 0
    while index < lines.count { index = read(index) }
    close()
  }

  private mutating func close() {
    if let paragraph {
      regions += InlineRegions(bytes, paragraph).regions
    }
    paragraph = nil
    isParagraph = false
  }

  /// Reads the block that begins at a line, and returns the number of the line after it.
  private mutating func read(_ index: Int) -> Int {
    let line = lines[index]
    if line.isBlank {
      close()
      return index + 1
    }
    if line.quotes != quotes {
      if line.quotes > quotes || !isParagraph { close() }
      quotes = line.quotes
      items = []
    }
    if !isParagraph || line.markerLength(in: bytes) > 0 {
      while let last = items.last, last > line.indent { items.removeLast() }
    }
    let base = items.last ?? 0
    if hasIndentedCode, !isParagraph, line.indent - base >= 4 {
      close()
      lines[index].isCode = true
      append(line.range, .code)
      return index + 1
    }
    let content = contentBehindMarkers(line, base: base)
    if content > line.content { close() }
    return readBlock(index, at: content)
  }

  /// Where the words begin behind list markers, which open items.
  private mutating func contentBehindMarkers(_ line: MarkdownLine, base: Int) -> Int {
    var content = line.content
    var column = line.indent
    while items.count < 100 {
      let length = MarkdownLine.markerLength(bytes[content..<line.range.upperBound])
      guard length > 0 else { break }
      let rest = bytes[(content + length)..<line.range.upperBound]
      let spaces = rest.prefix { $0 == 0x20 }.count
      if rest.count == spaces { break }
      column += length + (spaces < 4 ? spaces : 0)
      items.append(column)
      content += length + spaces
      if spaces >= 4 { break }
    }
    return content
  }

  private mutating func readBlock(_ index: Int, at content: Int) -> Int {
    let line = lines[index]
    let words = bytes[content..<line.range.upperBound]
    if let fence = Fence(words) {
      close()
      return readFence(fence, from: index, at: content)
    }
    if let end = blockEnd(at: content) {
      close()
      return endRegion(from: index, at: content, to: end.position, end.kind)
    }
    let isOneLine = words.first == UInt8(ascii: "#") || words.first == UInt8(ascii: "|")
    if isOneLine { close() }
    let start = paragraph?.lowerBound ?? content
    paragraph = start..<line.range.upperBound
    isParagraph = true
    if isOneLine { close() }
    return index + 1
  }

  private mutating func readFence(_ fence: Fence, from index: Int, at content: Int) -> Int {
    let first = lines[index]
    let base = items.last ?? 0
    var next = index + 1
    while next < lines.count {
      let line = lines[next]
      // A fence ends with the quote or list item that holds it.
      if line.quotes < first.quotes { break }
      if !line.isBlank, line.indent < base { break }
      next += 1
      if fence.isClosed(by: line.words(in: bytes)), line.quotes == first.quotes { break }
    }
    for number in index..<next { lines[number].isCode = true }
    append(content..<lines[next - 1].range.upperBound, .code)
    return next
  }

  /// Where raw HTML that holds blank lines, or a template's block, ends.
  private mutating func blockEnd(at content: Int) -> (position: Int, kind: MarkdownRegions.Kind)? {
    let rest = bytes[content...]
    if let end = mathEnd(rest) { return (end, .mathematics) }
    if rest.opens(with: "<!--") {
      return finder.next("-->", from: content + 4).map { ($0 + 3, .comment) }
    }
    if rest.first == UInt8(ascii: "<") {
      for name in ["pre", "script", "style", "textarea"]
      where InlineRegions.isTag(rest, named: name) {
        return finder.next("</\(name)>", from: content).map { ($0 + name.utf8.count + 3, .code) }
      }
      return nil
    }
    if rest.first == UInt8(ascii: "{"), let block = VerbatimBlock(bytes, at: content, &finder) {
      return (block.end, .verbatim)
    }
    return nil
  }

  /// Where a formula that begins a line and has lines of its own ends, before a blank line.
  private mutating func mathEnd(_ rest: ArraySlice<UInt8>) -> Int? {
    let closer: String
    let length: Int
    if rest.opens(with: "$$"), !rest.opens(with: "$$$") {
      (closer, length) = ("$$", 2)
    } else if rest.opens(with: "\\[") || rest.opens(with: "\\\\[") {
      length = rest.opens(with: "\\[") ? 2 : 3
      closer = String(repeating: "\\", count: length - 1) + "]"
      // Only where the bracket stands alone; else it may be an escaped one.
      guard
        rest.dropFirst(length).prefix(while: { $0 != .newline })
          .allSatisfy(\.isSpace)
      else { return nil }
    } else {
      return nil
    }
    let start = rest.startIndex + length
    guard let close = finder.next(closer, from: start), close > start else { return nil }
    if let blank = nextBlankLine(from: start), blank < close { return nil }
    return close + closer.utf8.count
  }

  /// The next line end that only white space parts from the one after it.
  private mutating func nextBlankLine(from start: Int) -> Int? {
    if let last = knownBlank, last.from <= start {
      guard let found = last.found else { return nil }
      if found >= start { return found }
    }
    let found = searchBlankLine(from: start)
    knownBlank = (start, found)
    return found
  }

  private func searchBlankLine(from start: Int) -> Int? {
    var lineEnd: Int?
    for position in start..<bytes.count {
      let byte = bytes[position]
      if byte == .newline {
        if let lineEnd { return lineEnd }
        lineEnd = position
      } else if !byte.isSpace {
        lineEnd = nil
      }
    }
    return nil
  }

  /// Reads on behind a region that ends within or at the end of a line.
  private mutating func endRegion(
    from index: Int, at content: Int, to end: Int, _ kind: MarkdownRegions.Kind
  ) -> Int {
    append(content..<end, kind)
    var next = index
    while next < lines.count, lines[next].range.upperBound < end {
      lines[next].isCode = true
      next += 1
    }
    guard next < lines.count else { return next }
    lines[next].isCode = true
    if end < lines[next].range.upperBound {
      paragraph = end..<lines[next].range.upperBound
      isParagraph = true
    }
    return next + 1
  }

  private mutating func append(_ range: Range<Int>, _ kind: MarkdownRegions.Kind) {
    regions.append(.init(range: range, kind: kind))
  }
}

/// The line that opens a code fence (CommonMark 4.5).
private struct Fence {
  let mark: UInt8
  let length: Int

  init?(_ words: ArraySlice<UInt8>) {
    guard let mark = words.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    length = words.prefix { $0 == mark }.count
    guard length >= 3, mark == UInt8(ascii: "~") || !words.dropFirst(length).contains(mark) else {
      return nil
    }
    self.mark = mark
  }

  func isClosed(by words: ArraySlice<UInt8>) -> Bool {
    words.count >= length && words.allSatisfy { $0 == mark }
  }
}
