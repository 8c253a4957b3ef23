/// What a tag becomes.
enum Rendering {
  /// Markdown within a line.
  case inline([UInt8])
  /// Markdown on lines of its own, unless it is one line and the tag stands among words.
  case block([UInt8])
  case nothing
}

/// A text with its tags replaced, the innermost first.
struct TagWeaver {
  private let bytes: [UInt8]
  private let tags: [MarkupTag]
  private let render: (MarkupTag, _ inner: [UInt8]?) -> Rendering

  /// Deeper pairs are not told apart: each level copies what it holds.
  private static let nesting = 30

  private struct Frame {
    let tag: Int?
    var output: [UInt8] = []
  }

  /// `tags` are in order, and none overlaps another.
  init(
    _ bytes: [UInt8], _ tags: [MarkupTag],
    render: @escaping (MarkupTag, _ inner: [UInt8]?) -> Rendering
  ) {
    self.bytes = bytes
    self.tags = tags
    self.render = render
  }

  func woven() -> [UInt8] {
    guard !tags.isEmpty else { return bytes }
    let partners = MarkupTag.partners(of: tags)
    var frames = [Frame(tag: nil)]
    var position = 0
    for (index, tag) in tags.enumerated() {
      frames[frames.count - 1].output += bytes[position..<tag.range.lowerBound]
      position = tag.range.upperBound
      switch tag.kind {
      case .open where partners[index] != nil && frames.count <= Self.nesting:
        frames.append(Frame(tag: index))
      case .open, .void:
        append(render(tag, nil), for: tag.range, to: &frames[frames.count - 1].output)
      case .close:
        guard let partner = partners[index], frames.last?.tag == partner,
          let frame = frames.popLast()
        else { continue }
        let open = tags[partner]
        let range = open.range.lowerBound..<tag.range.upperBound
        let inner = Self.strip(margin(of: range), from: frame.output)
        append(render(open, inner), for: range, to: &frames[frames.count - 1].output)
      }
    }
    frames[frames.count - 1].output += bytes[position...]
    return frames[0].output
  }

  private func append(_ rendering: Rendering, for range: Range<Int>, to output: inout [UInt8]) {
    switch rendering {
    case .nothing:
      // Of the spaces around it one is left.
      if output.last == 0x20, bytes[range.upperBound...].first == 0x20 { output.removeLast() }
    case .inline(let markdown):
      output += markdown
    case .block(let markdown):
      let isLine =
        !markdown.contains(.newline) && markdown.first != UInt8(ascii: ">")
      let isAlone = isAlone(range)
      if isLine, !isAlone {
        output += markdown
        return
      }
      let lines = markdown.lineSlices
      let margin = margin(of: range)
      guard let margin, isAlone else {
        output += [UInt8.newline, UInt8.newline] + markdown
        output += [UInt8.newline, UInt8.newline]
        return
      }
      let start = lineStart(range.lowerBound)
      if margin.elementsEqual(bytes[start..<range.lowerBound]), output.closes(with: margin) {
        output.removeLast(margin.count)
        output += margin + [UInt8.newline] + margin
      }
      let separator = [UInt8.newline] + margin
      output += lines.joined(separator: separator)
      output += separator
    }
  }

  private func lineStart(_ position: Int) -> Int {
    var start = position
    while start > 0, bytes[start - 1] != .newline { start -= 1 }
    return start
  }

  /// What further lines of a block begin with: the spaces and quote marks before the tag, and
  /// spaces for a list marker; nil when words stand before it.
  private func margin(of range: Range<Int>) -> [UInt8]? {
    let before = bytes[max(0, range.lowerBound - 200)..<range.lowerBound]
    let line = before.lastIndex(of: .newline).map { before[($0 + 1)...] } ?? before
    var margin: [UInt8] = []
    var isMarked = false
    for byte in line {
      if byte.isSpace || byte == UInt8(ascii: ">") {
        margin.append(byte)
        isMarked = false
      } else if "-*+.)".utf8.contains(byte), !isMarked || byte.isDigit {
        margin.append(0x20)
        isMarked = true
      } else if byte.isDigit {
        margin.append(0x20)
      } else {
        return nil
      }
    }
    return margin
  }

  private func isAlone(_ range: Range<Int>) -> Bool {
    guard margin(of: range) != nil else { return false }
    let rest = bytes[range.upperBound...].prefix { $0 != .newline }.prefix(1_000)
    return rest.allSatisfy(\.isSpace)
  }

  private static func strip(_ margin: [UInt8]?, from inner: [UInt8]) -> [UInt8] {
    guard let margin, !margin.isEmpty else { return inner }
    let bare = Array(margin[...].trimmed)
    let lines = inner.lineSlices.map { line -> ArraySlice<UInt8> in
      if line.starts(with: margin) { return line.dropFirst(margin.count) }
      return !bare.isEmpty && line.starts(with: bare) ? line.dropFirst(bare.count) : line
    }
    return Array(lines.joined(separator: [UInt8.newline]))
  }
}

extension [UInt8] {
  fileprivate func closes(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
