extension Document {
  /// The beginning, up to the author's mark or else about `words` words.
  ///
  /// Whole blocks, after leading pictures and titles; what alone is too long is cut at a sentence's
  /// end, or within a sentence and then ends in "…". Footnotes left without a reference are gone.
  func excerpt(words: Int) -> Document {
    let kept: [Block]
    if let excerptEnd, excerptEnd > 0 {
      kept = Array(blocks.prefix(excerptEnd))
    } else {
      kept = blocks.withoutPreamble.cut(words: max(words, 1), depth: 0)
    }
    return Document(blocks: kept, footnotes: footnotes).renumberingFootnotes()
  }
}

extension Block {
  private var words: Int { WordCount(plainText).total }

  /// Deeper than this an excerpt is one paragraph: each level is counted anew.
  private static let nesting = 4

  /// A part of at least one line and about `words` words.
  fileprivate func cut(words limit: Int, depth: Int) -> Block {
    guard words > limit else { return self }
    guard depth < Self.nesting else { return .paragraph([self].flattened.cut(words: limit)) }
    switch self {
    case .paragraph(let inlines):
      return .paragraph(inlines.cut(words: limit))
    case .quote(let blocks):
      return .quote(blocks.cut(words: limit, depth: depth + 1))
    case .list(let list):
      let count = Self.leading(list.items.map { WordCount($0.blocks.plainText).total }, limit)
      var items = Array(list.items.prefix(count))
      if count == 1, let item = items.first {
        items = [Item(isDone: item.isDone, blocks: item.blocks.cut(words: limit, depth: depth + 1))]
      }
      return .list(List(start: list.start, isTight: list.isTight, items: items))
    case .code(let language, let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let count = Self.leading(lines.map { WordCount(String($0)).total }, limit)
      guard count < lines.count else { return self }
      return .code(language: language, text: (lines.prefix(count) + ["…"]).joined(separator: "\n"))
    case .table(let table):
      let count = Self.leading(
        table.rows.map { WordCount($0.map(\.plainText).joined(separator: " ")).total }, limit)
      return .table(
        Table(
          alignments: table.alignments, header: table.header,
          rows: Array(table.rows.prefix(count))))
    case .heading, .rule:
      return self
    }
  }

  /// How many of the counts fit within `limit` together, at least one.
  private static func leading(_ counts: [Int], _ limit: Int) -> Int {
    var sum = 0
    let fitting = counts.prefix { count in
      sum += count
      return sum <= limit
    }
    return max(1, fitting.count)
  }

  fileprivate static func cut(_ blocks: [Block], words limit: Int, depth: Int) -> [Block] {
    var kept: [Block] = []
    var sum = 0
    var hasText = false
    for block in blocks {
      let words = block.words
      // A quarter more is better than a paragraph less.
      if sum + words > limit + limit / 4 {
        if !hasText { kept.append(block.cut(words: max(1, limit - sum), depth: depth)) }
        break
      }
      kept.append(block)
      sum += words
      hasText = hasText || (words > 0 && !block.isDangling)
      if sum >= limit { break }
    }
    while let last = kept.last, last.isDangling { kept.removeLast() }
    if kept.count < blocks.count, let last = kept.popLast() { kept.append(last.withoutLeadIn) }
    return kept
  }

  /// Without a last sentence that ends in a colon, for what it announces is not there; a paragraph
  /// of that sentence alone stays.
  private var withoutLeadIn: Block {
    guard case .paragraph(let inlines) = self else { return self }
    let text = inlines.flatText
    let sentences = Sentences.ranges(in: text)
    guard sentences.count > 1, let last = sentences.last, text[last].last == ":" else {
      return self
    }
    let end = sentences[sentences.count - 2].upperBound
    let count = text.unicodeScalars.distance(from: text.startIndex, to: end)
    return .paragraph(inlines.prefix(scalars: count).trimmed)
  }

  /// A heading or rule that nothing follows any more.
  private var isDangling: Bool {
    switch self {
    case .heading, .rule: true
    case .paragraph, .quote, .list, .code, .table: false
    }
  }
}

extension [Block] {
  fileprivate func cut(words limit: Int, depth: Int) -> [Block] {
    Block.cut(self, words: limit, depth: depth)
  }
}

extension [Inline] {
  /// Its leading sentences of at most `limit` words, or as many words and "…".
  fileprivate func cut(words limit: Int) -> [Inline] {
    let text = flatText
    var end: String.Index?
    var words = 0
    for sentence in Sentences.ranges(in: text) {
      words += WordCount(String(text[sentence])).total
      if words > limit { break }
      end = sentence.upperBound
    }
    if let end {
      return prefix(scalars: text.unicodeScalars.distance(from: text.startIndex, to: end)).trimmed
    }
    let cut = text.end(ofWords: limit)
    return prefix(scalars: text.unicodeScalars.distance(from: text.startIndex, to: cut)).trimmed
      .endingInEllipsis
  }

  /// The beginning whose flat text has that many scalars, with a footnote right behind it.
  fileprivate func prefix(scalars count: Int) -> [Inline] {
    var left = count
    var result: [Inline] = []
    for inline in self {
      let length = inline.flatText.unicodeScalars.count
      if left == 0 {
        guard case .footnote = inline else { break }
        result.append(inline)
      } else if length <= left {
        result.append(inline)
        left -= length
      } else {
        result += inline.prefix(scalars: left)
        break
      }
    }
    return result
  }

  private var endingInEllipsis: [Inline] {
    var result = self
    if case .text(let text) = result.last {
      result.removeLast()
      let end = text.lastIndex { !",;:–—- ".contains($0) }
      return result + [.text((end.map { String(text[...$0]) } ?? "") + "…")]
    }
    result.append(.text("…"))
    return result
  }
}

extension Inline {
  fileprivate func prefix(scalars count: Int) -> [Inline] {
    func inner(_ inlines: [Inline]) -> [Inline] { inlines.prefix(scalars: count) }
    return switch self {
    case .text(let text): [.text(String(text.unicodeScalars.prefix(count)))]
    case .code(let text): [.code(String(text.unicodeScalars.prefix(count)))]
    case .emphasis(let inlines): [.emphasis(inner(inlines))]
    case .strong(let inlines): [.strong(inner(inlines))]
    case .strikethrough(let inlines): [.strikethrough(inner(inlines))]
    case .superscript(let inlines): [.superscript(inner(inlines))]
    case .subscript(let inlines): [.subscript(inner(inlines))]
    case .link(let destination, let inlines): [.link(destination, inner(inlines))]
    case .image, .softBreak, .lineBreak, .footnote: [self]
    }
  }
}

extension String {
  /// Where the first `limit` words end.
  fileprivate func end(ofWords limit: Int) -> Index {
    var end = startIndex
    var index = startIndex
    var sum = 0
    while index < endIndex {
      let next = self[index...].firstIndex { $0.isWhitespace } ?? endIndex
      let count = WordCount(String(self[index..<next]))
      if sum + count.total > limit {
        // Text without spaces is cut between any two characters.
        let rest = count.characters > 0 ? limit - sum : 0
        return rest > 0 ? self.index(index, offsetBy: rest, limitedBy: next) ?? next : end
      }
      sum += count.total
      end = next
      index = self[next...].firstIndex { !$0.isWhitespace } ?? endIndex
    }
    return endIndex
  }
}
