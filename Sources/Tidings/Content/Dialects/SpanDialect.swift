/// What dialects write within a line: mathematics, Obsidian's marks and comments, attributes.
struct SpanDialect {
  private let bytes: [UInt8]
  private let lines: [MarkdownLine]
  private let regions: [MarkdownRegions.Region]
  private let losses: Losses
  private var finder: ByteFinder
  private var output: [UInt8] = []
  /// Where the words behind an opened `==` end.
  private var highlights: Set<Int> = []

  private init(_ bytes: [UInt8], _ regions: MarkdownRegions, losses: Losses) {
    self.bytes = bytes
    self.losses = losses
    self.regions = regions.all
    lines = regions.lines
    finder = ByteFinder(bytes)
  }

  /// `regions` are those of `bytes`.
  static func plain(_ bytes: [UInt8], regions: MarkdownRegions, losses: Losses) -> [UInt8] {
    var dialect = SpanDialect(bytes, regions, losses: losses)
    return dialect.read()
  }

  private mutating func read() -> [UInt8] {
    output.reserveCapacity(bytes.count + 64)
    var next = regions[...]
    var line = 0
    var position = 0
    while position < bytes.count {
      if let region = next.first, region.range.lowerBound <= position {
        next.removeFirst()
        guard region.range.upperBound > position else { continue }
        let rest = bytes[max(position, region.range.lowerBound)..<region.range.upperBound]
        if region.kind == .mathematics, region.range.lowerBound == position {
          while line < lines.count, lines[line].range.upperBound < position { line += 1 }
          output += MathSpan.escaped(rest, quotes: line < lines.count ? lines[line].quotes : 0)
        } else {
          output += rest
        }
        position = region.range.upperBound
      } else if let end = read(position) {
        position = end
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return output
  }

  /// Reads a dialect's mark at a position, and returns the position behind it.
  private mutating func read(_ position: Int) -> Int? {
    switch bytes[position] {
    case MarkdownByte.backslash where position + 1 < bytes.count:
      output += bytes[position...(position + 1)]
      return position + 2
    case UInt8(ascii: "="):
      return readHighlight(position)
    case UInt8(ascii: "%"):
      guard let end = commentEnd(position) else { return nil }
      if output.last == 0x20, bytes[end...].first == 0x20 { output.removeLast() }
      return end
    case UInt8(ascii: "!"):
      return readEmbed(position)
    case UInt8(ascii: "{"):
      return attributesEnd(position)
    default:
      return nil
    }
  }

  private func run(of byte: UInt8, at position: Int) -> Int {
    bytes[position...].prefix(4).prefix { $0 == byte }.count
  }

  private mutating func readHighlight(_ position: Int) -> Int? {
    let length = run(of: UInt8(ascii: "="), at: position)
    guard length == 2 else {
      output += bytes[position..<(position + length)]
      return position + length
    }
    if highlights.remove(position) != nil { return position + 2 }
    guard position + 2 < bytes.count, !bytes[position + 2].isSpace,
      position == 0 || !MarkdownByte.isAlphanumeric(bytes[position - 1]),
      let close = finder.next("==", from: position + 3),
      run(of: UInt8(ascii: "="), at: close) == 2, !bytes[close - 1].isSpace,
      close - position < 1_000,
      !bytes[position..<close].contains(.newline),
      isFree(close)
    else {
      output += bytes[position..<(position + 2)]
      return position + 2
    }
    highlights.insert(close)
    return position + 2
  }

  /// Whether a position is not in a region.
  private func isFree(_ position: Int) -> Bool {
    var low = 0
    var high = regions.count
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low == regions.count || regions[low].range.lowerBound > position
  }

  private mutating func commentEnd(_ position: Int) -> Int? {
    func isEdge(_ index: Int) -> Bool {
      !bytes.indices.contains(index) || !MarkdownByte.isAlphanumeric(bytes[index])
    }
    guard run(of: UInt8(ascii: "%"), at: position) == 2, isEdge(position - 1),
      let close = finder.next("%%", from: position + 2), close > position + 2,
      run(of: UInt8(ascii: "%"), at: close) == 2, isEdge(close + 2)
    else { return nil }
    return close + 2
  }

  private mutating func readEmbed(_ position: Int) -> Int? {
    guard bytes[position...].opens(with: "![[") else { return nil }
    let inner = bytes[(position + 3)...].prefix(500).prefix {
      $0 != .newline && $0 != UInt8(ascii: "]")
    }
    let end = inner.endIndex
    guard !inner.isEmpty, bytes[end...].opens(with: "]]") else { return nil }
    let parts = inner.string.split(separator: "|", omittingEmptySubsequences: false)
    let target = String(parts.first ?? "").oneLine
    let words = parts.dropFirst().last.map { String($0).oneLine } ?? ""
    let path = target.prefix { $0 != "#" }.lowercased()
    if Self.pictures.contains(where: path.hasSuffix) {
      let isSize = words.allSatisfy { $0.isNumber || $0 == "x" }
      output += MarkdownWriting.picture(target, alt: isSize ? "" : words)
    } else {
      losses.note("embedded note '\(target.prefixAtWord(60))'")
    }
    return end + 2
  }

  private static let pictures = [
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp",
  ]

  /// Behind attributes right at the end of a span.
  private func attributesEnd(_ position: Int) -> Int? {
    guard let before = output.last else { return nil }
    let isKramdown = bytes[position...].opens(with: "{:")
    let isPandoc = before == UInt8(ascii: ")") || before == UInt8(ascii: "]")
    guard isPandoc || (isKramdown && "*_`>~".utf8.contains(before)) else {
      return isKramdown ? endOfLine(position) : nil
    }
    return AttributeList.end(bytes, at: position)
  }

  /// Attributes at a line's end that stand for its block.
  private func endOfLine(_ position: Int) -> Int? {
    guard let end = AttributeList.end(bytes, at: position),
      bytes[end...].prefix(200).prefix(while: { $0 != .newline })
        .allSatisfy(\.isSpace)
    else { return nil }
    return end
  }
}
