extension Document {
  /// The pictures that it shows, in reading order.
  var pictures: [Picture] {
    var pictures: [Picture] = []
    for block in blocks + footnotes.flatMap(\.self) { block.collect(into: &pictures) }
    return pictures
  }
}

extension Block {
  fileprivate func collect(into pictures: inout [Picture]) {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.collect(into: &pictures)
    case .quote(let blocks): for block in blocks { block.collect(into: &pictures) }
    case .list(let list):
      for block in list.items.flatMap(\.blocks) { block.collect(into: &pictures) }
    case .table(let table):
      for cell in table.header + table.rows.flatMap(\.self) { cell.collect(into: &pictures) }
    case .code, .rule: break
    }
  }
}

extension [Inline] {
  fileprivate func collect(into pictures: inout [Picture]) {
    for inline in self {
      switch inline {
      case .image(let picture): pictures.append(picture)
      case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
        .superscript(let inlines), .subscript(let inlines), .link(_, let inlines):
        inlines.collect(into: &pictures)
      case .text, .code, .softBreak, .lineBreak, .footnote: break
      }
    }
  }
}
