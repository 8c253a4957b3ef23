extension [Inline] {
  /// What it says on one line: pictures as their description, footnote numbers left out.
  var plainText: String { flatText.onOneLine }

  /// The same with its white space as it is, so that its length is the sum of its parts' lengths.
  var flatText: String {
    reduce(into: "") { $0 += $1.flatText }
  }
}

extension Inline {
  var flatText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .superscript(let inner), .subscript(let inner), .link(_, let inner):
      inner.flatText
    case .image(let picture): picture.alt
    case .softBreak, .lineBreak: " "
    case .footnote: ""
    }
  }
}

extension Block {
  /// What it says on one line.
  var plainText: String {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
    case .quote(let blocks): blocks.plainText
    case .list(let list): list.items.map(\.blocks.plainText).joinedBySpaces
    case .code(_, let text): text.onOneLine
    case .table(let table):
      (table.header + table.rows.joined()).map(\.plainText).joinedBySpaces
    case .rule: ""
    }
  }
}

extension [Block] {
  /// What the blocks say on one line, one after the other.
  var plainText: String { map(\.plainText).joinedBySpaces }
}

extension Document {
  /// What the body says on one line, without its footnotes.
  var plainText: String { blocks.plainText }

  /// The first paragraph with words in it: one of the body's own, else one within another block.
  var firstParagraph: [Inline]? {
    blocks.withoutPreamble.firstParagraph { $0.hasWords && !$0.isByline }
      ?? blocks.firstParagraph(where: \.hasWords)
  }
}

extension [Block] {
  fileprivate func firstParagraph(where isText: ([Inline]) -> Bool) -> [Inline]? {
    for case .paragraph(let inlines) in self where isText(inlines) { return inlines }
    for block in self {
      switch block {
      case .quote(let blocks):
        if let found = blocks.firstParagraph(where: isText) { return found }
      case .list(let list):
        let blocks = list.items.flatMap(\.blocks)
        if let found = blocks.firstParagraph(where: isText) { return found }
      case .paragraph, .heading, .code, .table, .rule: continue
      }
    }
    return nil
  }
}

extension [Inline] {
  /// Whether it says something besides pictures.
  var hasWords: Bool {
    contains { inline in
      switch inline {
      case .text(let text), .code(let text): !text.allSatisfy(\.isAnySpace)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .superscript(let inner), .subscript(let inner), .link(_, let inner):
        inner.hasWords
      case .image, .softBreak, .lineBreak, .footnote: false
      }
    }
  }
}

extension String {
  fileprivate var onOneLine: String {
    isPlainLine ? self : split(whereSeparator: \.isAnySpace).joined(separator: " ")
  }
}

extension [String] {
  fileprivate var joinedBySpaces: String { filter { !$0.isEmpty }.joined(separator: " ") }
}
