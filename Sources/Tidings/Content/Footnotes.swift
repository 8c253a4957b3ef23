extension Document {
  /// The document with the footnotes that it still refers to, numbered in reading order.
  func renumberingFootnotes() -> Document {
    var order: [Int] = []
    var numbers: [Int: Int] = [:]
    func gather(_ blocks: [Block]) {
      for number in blocks.footnoteNumbers
      where footnotes.indices.contains(number - 1) && numbers[number] == nil {
        order.append(number)
        numbers[number] = order.count
      }
    }
    guard !footnotes.isEmpty || !blocks.footnoteNumbers.isEmpty else { return self }
    gather(blocks)
    var read = 0
    while read < order.count {
      gather(footnotes[order[read] - 1])
      read += 1
    }
    let kept = Document(
      blocks: blocks, footnotes: order.map { footnotes[$0 - 1] }, excerptEnd: excerptEnd,
      threadBreaks: threadBreaks)
    return kept.rewritten { inlines in
      inlines.compactMap { inline in
        guard case .footnote(let number) = inline else { return inline }
        return numbers[number].map(Inline.footnote)
      }
    }
  }
}

extension [Block] {
  /// In reading order, as often as they are referred to.
  fileprivate var footnoteNumbers: [Int] {
    flatMap { block -> [Int] in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.footnoteNumbers
      case .quote(let blocks): blocks.footnoteNumbers
      case .list(let list): list.items.flatMap(\.blocks.footnoteNumbers)
      case .table(let table): (table.header + table.rows.joined()).flatMap(\.footnoteNumbers)
      case .code, .rule: []
      }
    }
  }
}

extension [Inline] {
  fileprivate var footnoteNumbers: [Int] {
    flatMap { inline -> [Int] in
      switch inline {
      case .footnote(let number): [number]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .superscript(let inner), .subscript(let inner), .link(_, let inner):
        inner.footnoteNumbers
      case .text, .code, .image, .softBreak, .lineBreak: []
      }
    }
  }
}
