extension Document {
  /// What it says as plain paragraphs for a thread of posts, in groups that the author's
  /// `<!-- thread -->` marks part.
  ///
  /// Code, tables, pictures and headings are left out, which stand alone in a post of their own or at
  /// its end; a list is one paragraph with a line for each item.
  var postGroups: [[String]] {
    let marks = [0] + threadBreaks.map { min(max($0, 0), blocks.count) } + [blocks.count]
    return zip(marks, marks.dropFirst()).compactMap { start, end in
      let paragraphs = start < end ? blocks[start..<end].postParagraphs(depth: 0) : []
      return paragraphs.isEmpty ? nil : paragraphs
    }
  }
}

extension Collection<Block> {
  fileprivate func postParagraphs(depth: Int) -> [String] {
    flatMap { $0.postParagraphs(depth: depth) }
  }
}

extension Block {
  fileprivate func postParagraphs(depth: Int) -> [String] {
    switch self {
    case .paragraph(let inlines):
      let text = inlines.isByline ? "" : inlines.postText
      return text.isEmpty ? [] : [text]
    case .quote(let blocks):
      let text = blocks.within(depth)
      return text.isEmpty ? [] : [Self.isQuoted(text) ? text : "“" + text + "”"]
    case .list(let list):
      let lines = list.items.enumerated().compactMap { number, item -> String? in
        let text = item.blocks.within(depth)
        return text.isEmpty ? nil : list.mark(of: item, number: number) + text
      }
      return lines.isEmpty ? [] : [lines.joined(separator: "\n")]
    case .heading, .code, .table, .rule:
      return []
    }
  }

  private static func isQuoted(_ text: String) -> Bool {
    text.first.map { "\"“„«「『‘".contains($0) } ?? false
  }
}

extension Block.List {
  fileprivate func mark(of item: Block.Item, number: Int) -> String {
    if let isDone = item.isDone { return isDone ? "☑ " : "☐ " }
    return start.map { "\($0 &+ number). " } ?? "• "
  }
}

extension [Block] {
  /// Deeper than this lists within lists are one line.
  private static var nesting: Int { 4 }

  /// As one paragraph, whose lines are its paragraphs.
  fileprivate func within(_ depth: Int) -> String {
    depth < Self.nesting
      ? postParagraphs(depth: depth + 1).joined(separator: "\n") : plainText
  }
}

extension [Inline] {
  /// Without its pictures, on one line.
  fileprivate var postText: String { Typography.mended(withoutImages.plainText) }
}
