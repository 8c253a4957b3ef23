/// What becomes of a body that stands below a title of its own.
extension Document {
  /// Without a first heading that repeats `title`, and without a picture that stands above it.
  func below(title: String, picture: WebURL?) -> Document {
    var rest = self
    if case .heading(_, let words) = rest.blocks.first, TagName(words.plainText) == TagName(title) {
      rest = rest.withoutFirstBlock
    }
    if let picture, case .paragraph(let inlines) = rest.blocks.first, inlines.count == 1,
      case .image(let first) = inlines.first, first.url == picture
    {
      rest = rest.withoutFirstBlock
    }
    return rest.withoutOpening(title)
  }

  private var withoutFirstBlock: Document {
    guard blocks.count > 1 else { return self }
    return Document(
      blocks: Array(blocks.dropFirst()), footnotes: footnotes,
      excerptEnd: excerptEnd.map { max(0, $0 - 1) },
      threadBreaks: threadBreaks.map { max(0, $0 - 1) })
  }

  /// Its highest heading at level 1, and none that leaves a level out.
  var levelled: Document {
    var open: [Int] = []
    func levelled(_ block: Block) -> Block {
      switch block {
      case .heading(let level, let inlines):
        while let last = open.last, last >= level { open.removeLast() }
        open.append(level)
        return .heading(level: open.count, inlines)
      case .quote(let blocks): return .quote(blocks.map(levelled))
      case .list(let list):
        let items = list.items.map {
          Block.Item(isDone: $0.isDone, blocks: $0.blocks.map(levelled))
        }
        return .list(Block.List(start: list.start, isTight: list.isTight, items: items))
      case .paragraph, .code, .table, .rule: return block
      }
    }
    return Document(
      blocks: blocks.map(levelled), footnotes: footnotes, excerptEnd: excerptEnd,
      threadBreaks: threadBreaks)
  }

  /// Without its pictures; a link that was nothing but one becomes its words.
  var withoutPictures: Document {
    let bare = rewritten { inlines in
      inlines.map { inline in
        guard case .link(let destination, let words) = inline, !words.hasWords else {
          return inline
        }
        return .link(destination, [.text(words.plainText)])
      }
    }.rewritten { inlines in
      let kept = inlines.filter { inline in
        switch inline {
        case .image: false
        case .link(_, let words): !words.plainText.isEmpty
        case .text, .code, .emphasis, .strong, .strikethrough, .superscript, .subscript,
          .softBreak, .lineBreak, .footnote:
          true
        }
      }
      return kept.count < inlines.count ? kept.trimmed : inlines
    }
    return Document(
      blocks: bare.blocks.filter { $0 != .paragraph([]) }, footnotes: bare.footnotes)
  }
}
