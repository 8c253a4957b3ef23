extension Document {
  /// Every link to a web address, in the order of the text.
  var webLinks: [(url: WebURL, text: String)] { blocks.flatMap(\.webLinks) }
}

extension Block {
  fileprivate var webLinks: [(url: WebURL, text: String)] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(\.webLinks)
    case .quote(let blocks): blocks.flatMap(\.webLinks)
    case .list(let list): list.items.flatMap(\.blocks).flatMap(\.webLinks)
    case .table(let table): ([table.header] + table.rows).joined().joined().flatMap(\.webLinks)
    case .code, .rule: []
    }
  }
}

extension Inline {
  fileprivate var webLinks: [(url: WebURL, text: String)] {
    switch self {
    case .link(.web(let url), let inlines): [(url, inlines.plainText)]
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
      .superscript(let inlines), .subscript(let inlines):
      inlines.flatMap(\.webLinks)
    case .link(.mail, _), .text, .code, .image, .softBreak, .lineBreak, .footnote: []
    }
  }
}
