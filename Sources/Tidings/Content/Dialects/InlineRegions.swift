/// What within one paragraph is code, mathematics, a comment, an address or a tag.
struct InlineRegions {
  private(set) var regions: [MarkdownRegions.Region] = []
  private let bytes: [UInt8]
  private let end: Int
  /// Where each run of backticks stands, by its length.
  private var runs: [Int: [Int]] = [:]
  private var usedRuns: [Int: Int] = [:]
  /// Where each end mark was last sought and where it ends, so that many begin marks cost one
  /// reading.
  private var known: [String: (from: Int, end: Int?)] = [:]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    gatherRuns(from: range.lowerBound)
    var position = range.lowerBound
    while position < end { position = read(position) }
  }

  private mutating func gatherRuns(from start: Int) {
    var position = start
    while position < end {
      let length = runLength(at: position)
      if length > 0 { runs[length, default: []].append(position) }
      position += max(length, 1)
    }
  }

  private func runLength(at start: Int) -> Int {
    var position = start
    while position < end, bytes[position] == UInt8(ascii: "`") { position += 1 }
    return position - start
  }

  /// Reads what begins at a position, and returns the position behind it.
  private mutating func read(_ position: Int) -> Int {
    switch bytes[position] {
    case MarkdownByte.backslash:
      return append(mathEnd(ofBackslash: position), .mathematics, from: position) ?? position + 2
    case UInt8(ascii: "`"):
      let length = runLength(at: position)
      return append(spanEnd(at: position, length), .code, from: position) ?? position + length
    case UInt8(ascii: "<"):
      return readTag(position) ?? position + 1
    case UInt8(ascii: "$"):
      let dollars = dollarCount(at: position)
      return append(mathEnd(ofDollars: dollars, at: position), .mathematics, from: position)
        ?? position + dollars
    case UInt8(ascii: "]"):
      return append(destinationEnd(at: position + 1), .destination, from: position + 1)
        ?? position + 1
    default:
      return position + 1
    }
  }

  private mutating func append(
    _ upper: Int?, _ kind: MarkdownRegions.Kind, from lower: Int
  ) -> Int? {
    guard let upper else { return nil }
    regions.append(.init(range: lower..<upper, kind: kind))
    return upper
  }

  private mutating func spanEnd(at position: Int, _ length: Int) -> Int? {
    guard let starts = runs[length] else { return nil }
    var used = usedRuns[length, default: 0]
    while used < starts.count, starts[used] <= position { used += 1 }
    usedRuns[length] = used
    return used < starts.count ? starts[used] + length : nil
  }

  // MARK: Tags

  static func isTag(_ rest: ArraySlice<UInt8>, named name: String) -> Bool {
    let after = rest.dropFirst(1 + name.utf8.count).first
    guard rest.first == UInt8(ascii: "<"), after.map(MarkdownByte.isAlphanumeric) != true else {
      return false
    }
    return zip(rest.dropFirst(), name.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  private mutating func readTag(_ position: Int) -> Int? {
    let rest = bytes[position..<end]
    if rest.opens(with: "<!--") {
      return append(find("-->", from: position + 4), .comment, from: position)
    }
    for name in ["code", "pre", "script", "style", "kbd", "samp"]
    where Self.isTag(rest, named: name) {
      return append(find("</\(name)>", from: position), .code, from: position)
    }
    let name = rest.dropFirst().first
    guard let name, name.isLetter || name == UInt8(ascii: "/"),
      let close = find(">", from: position)
    else { return nil }
    return bytes[(position + 1)..<close].contains(UInt8(ascii: "<"))
      ? nil : append(close, .tag, from: position)
  }

  /// The position behind the next `pattern` in the paragraph.
  private mutating func find(_ pattern: String, from start: Int) -> Int? {
    if let last = known[pattern], last.from <= start {
      guard let found = last.end else { return nil }
      if found - pattern.utf8.count >= start { return found }
    }
    let found = search(Array(pattern.utf8), from: start)
    known[pattern] = (start, found)
    return found
  }

  private func search(_ pattern: [UInt8], from start: Int) -> Int? {
    var position = start
    while position + pattern.count <= end {
      if bytes[position] == pattern[0], bytes[position...].starts(with: pattern) {
        return position + pattern.count
      }
      position += 1
    }
    return nil
  }

  // MARK: Addresses

  /// Behind the `)` of an address that opens at `start`, on the same line and without white space.
  private func destinationEnd(at start: Int) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
    let isAngled = start + 1 < end && bytes[start + 1] == UInt8(ascii: "<")
    var position = start + 1
    var depth = 1
    while position < min(end, start + 4_000) {
      switch bytes[position] {
      case .newline: return nil
      case MarkdownByte.backslash: position += 1
      case UInt8(ascii: ">") where isAngled:
        return position + 1 < end && bytes[position + 1] == UInt8(ascii: ")") ? position + 2 : nil
      case UInt8(ascii: "(") where !isAngled: depth += 1
      case UInt8(ascii: ")") where !isAngled:
        depth -= 1
        if depth == 0 { return position + 1 }
      case let byte where byte.isSpace && !isAngled: return position
      // Another link before this one ends: then this one never does.
      case UInt8(ascii: "]"): return nil
      default: break
      }
      position += 1
    }
    return nil
  }

  // MARK: Mathematics

  private func dollarCount(at start: Int) -> Int {
    var position = start
    while position < end, bytes[position] == UInt8(ascii: "$") { position += 1 }
    return position - start
  }

  private mutating func mathEnd(ofDollars count: Int, at start: Int) -> Int? {
    switch count {
    case 1:
      if start > 0, MarkdownByte.isAlphanumeric(bytes[start - 1]) { return nil }
      guard let close = nextDollar(from: start + 1), dollarCount(at: close) == 1,
        close + 1 == end || !MarkdownByte.isAlphanumeric(bytes[close + 1]),
        MathSpan.isInline(bytes[(start + 1)..<close])
      else { return nil }
      return close + 1
    case 2:
      guard let close = find("$$", from: start + 2), close - start > 4,
        !bytes[(start + 2)..<(close - 2)].allSatisfy(\.isSpace)
      else { return nil }
      return close
    default:
      return nil
    }
  }

  /// The very next dollar sign that no backslash makes text.
  private func nextDollar(from start: Int) -> Int? {
    var position = start
    while position < end {
      if bytes[position] == UInt8(ascii: "$") { return position }
      position += bytes[position] == MarkdownByte.backslash ? 2 : 1
    }
    return nil
  }

  private mutating func mathEnd(ofBackslash start: Int) -> Int? {
    let slashes = bytes[start..<end].prefix(3).prefix { $0 == MarkdownByte.backslash }.count
    guard slashes <= 2, start + slashes < end else { return nil }
    let mark = String(repeating: "\\", count: slashes)
    let close: Int?
    switch bytes[start + slashes] {
    case UInt8(ascii: "("): close = find(mark + ")", from: start + slashes + 1)
    case UInt8(ascii: "["): close = find(mark + "]", from: start + slashes + 1)
    default: return nil
    }
    guard let close else { return nil }
    let content = bytes[(start + slashes + 1)..<(close - slashes - 1)]
    // An escaped link or a bracketed remark is no formula.
    guard close - start < 4_000, MathSpan.isFormula(content),
      close == end || bytes[close] != UInt8(ascii: "(")
    else { return nil }
    return close
  }
}
