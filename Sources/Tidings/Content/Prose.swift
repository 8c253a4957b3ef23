extension Document {
  /// Its opening as running text: the paragraphs before the first list, code, table or quotation.
  ///
  /// A sentence that only leads to those is left out, and so are headings and pictures.
  var prose: String {
    let opening = blocks.withoutPreamble.prefix { block in
      switch block {
      case .paragraph, .heading, .rule: true
      case .list, .code, .table, .quote: false
      }
    }
    let paragraphs = opening.compactMap { block -> String? in
      guard case .paragraph(let inlines) = block else { return nil }
      let text = inlines.withoutImages.plainText
      return text.isEmpty ? nil : text
    }
    let text = paragraphs.joined(separator: " ")
    guard text.last == ":" || text.last == "：" else { return text }
    return Sentences.all(in: text, limit: .max).dropLast().joined(separator: " ")
  }
}

extension Document {
  /// The sentences of its own paragraphs in their order, at most `limit`: none of a list, code,
  /// quotation, heading, table or byline, and each as plain text.
  func sentences(limit: Int) -> [String] {
    var sentences: [String] = []
    for block in blocks.withoutPreamble where sentences.count < limit {
      guard case .paragraph(let inlines) = block, !inlines.isByline else { continue }
      let text = Typography.mended(inlines.withoutImages.plainText)
      sentences += Sentences.all(in: text, limit: limit - sentences.count)
    }
    return sentences
  }
}

extension [Inline] {
  /// Without what is only seen.
  var withoutImages: [Inline] {
    compactMap { inline in
      switch inline {
      case .image: nil
      case .emphasis(let inlines): .emphasis(inlines.withoutImages)
      case .strong(let inlines): .strong(inlines.withoutImages)
      case .strikethrough(let inlines): .strikethrough(inlines.withoutImages)
      case .superscript(let inlines): .superscript(inlines.withoutImages)
      case .subscript(let inlines): .subscript(inlines.withoutImages)
      case .link(let destination, let inlines): .link(destination, inlines.withoutImages)
      case .text, .code, .softBreak, .lineBreak, .footnote: inline
      }
    }
  }
}
