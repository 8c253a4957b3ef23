extension [Inline] {
  /// Every list of inlines in the tree after `rule`, the innermost first.
  func rewritten(_ rule: ([Inline]) -> [Inline]) -> [Inline] {
    rule(
      map { inline in
        switch inline {
        case .emphasis(let inner): .emphasis(inner.rewritten(rule))
        case .strong(let inner): .strong(inner.rewritten(rule))
        case .strikethrough(let inner): .strikethrough(inner.rewritten(rule))
        case .superscript(let inner): .superscript(inner.rewritten(rule))
        case .subscript(let inner): .subscript(inner.rewritten(rule))
        case .link(let destination, let inner): .link(destination, inner.rewritten(rule))
        case .text, .code, .image, .softBreak, .lineBreak, .footnote: inline
        }
      })
  }
}

extension Block {
  /// The block with every list of inlines in it after `rule`, the innermost first.
  func rewritten(_ rule: ([Inline]) -> [Inline]) -> Block {
    switch self {
    case .paragraph(let inlines): .paragraph(inlines.rewritten(rule))
    case .heading(let level, let inlines): .heading(level: level, inlines.rewritten(rule))
    case .quote(let blocks): .quote(blocks.map { $0.rewritten(rule) })
    case .list(let list):
      .list(
        List(
          start: list.start, isTight: list.isTight,
          items: list.items.map {
            Item(isDone: $0.isDone, blocks: $0.blocks.map { $0.rewritten(rule) })
          }))
    case .table(let table):
      .table(
        Table(
          alignments: table.alignments, header: table.header.map { $0.rewritten(rule) },
          rows: table.rows.map { $0.map { $0.rewritten(rule) } }))
    case .code, .rule: self
    }
  }
}

extension Document {
  /// The document with every list of inlines in it after `rule`, the innermost first.
  func rewritten(_ rule: ([Inline]) -> [Inline]) -> Document {
    Document(
      blocks: blocks.map { $0.rewritten(rule) },
      footnotes: footnotes.map { $0.map { $0.rewritten(rule) } }, excerptEnd: excerptEnd,
      threadBreaks: threadBreaks)
  }
}
