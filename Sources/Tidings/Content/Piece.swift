/// What a walk over a source yields, before inlines are gathered into paragraphs.
enum Piece: Hashable {
  case inline(Inline)
  case block(Block)
  /// The author's mark of where an excerpt ends.
  case excerptEnd
  /// The author's mark of where a thread of posts begins its next post.
  case threadBreak
}

extension [Piece] {
  /// Inlines gathered into paragraphs; a mark within a paragraph moves behind it.
  var closed: [Piece] {
    var result: [Piece] = []
    var line: [Inline] = []
    var marks: [Piece] = []
    func close() {
      result += BulletLines.blocks(line.trimmed).map(Piece.block)
      line = []
      result += marks
      marks = []
    }
    for piece in self {
      switch piece {
      case .inline(let inline):
        line.append(inline)
      case .block(let block):
        close()
        result.append(.block(block))
      case .excerptEnd, .threadBreak:
        if !marks.contains(piece) { marks.append(piece) }
        if !line.isVisible { close() }
      }
    }
    close()
    return result
  }

  var blocks: [Block] {
    closed.compactMap { piece in
      guard case .block(let block) = piece else { return nil }
      return block
    }
  }

  /// As inlines alone, for places that hold no blocks; each block stands on a line of its own.
  var inlines: [Inline] {
    let hasBlocks = contains { piece in
      guard case .block = piece else { return false }
      return true
    }
    if hasBlocks { return blocks.flattened }
    let inlines: [Inline] = compactMap { piece in
      guard case .inline(let inline) = piece else { return nil }
      return inline
    }
    return inlines.merged
  }

  /// `wrapper` around each stretch of inlines, also within paragraphs and headings.
  func wrapped(_ wrapper: ([Inline]) -> [Inline]) -> [Piece] {
    var result: [Piece] = []
    var line: [Inline] = []
    func close() {
      result += wrapper(line.merged).map(Piece.inline)
      line = []
    }
    for piece in self {
      switch piece {
      case .inline(let inline):
        line.append(inline)
      case .block(.paragraph(let inlines)):
        close()
        result.append(.block(.paragraph(wrapper(inlines))))
      case .block(.heading(let level, let inlines)):
        close()
        result.append(.block(.heading(level: level, wrapper(inlines))))
      case .block, .excerptEnd, .threadBreak:
        close()
        result.append(piece)
      }
    }
    close()
    return result
  }
}

extension [Block] {
  /// What the blocks say as inlines, one line for each.
  var flattened: [Inline] {
    let lines = flatMap { block -> [[Inline]] in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): [inlines]
      case .quote(let blocks): [blocks.flattened]
      case .code(_, let text): text.split(separator: "\n").map { [.code(String($0))] }
      case .table(let table):
        ([table.header] + table.rows).map { [Inline]($0.joined(separator: [.text(" ")])) }
      case .rule: []
      case .list(let list):
        list.items.enumerated().map { number, item in
          let mark = list.start.map { "\($0 &+ number). " } ?? "• "
          return [.text(mark)] + item.blocks.flattened
        }
      }
    }
    return [Inline](lines.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: [.lineBreak]))
      .merged
  }
}
