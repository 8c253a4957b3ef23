extension Document {
  /// Its paragraphs as running text: no headings, lists, code, tables or pictures.
  var prose: String {
    blocks.compactMap { block in
      guard case .paragraph(let inlines) = block else { return nil }
      return inlines.withoutImages.plainText
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension [Inline] {
  fileprivate var withoutImages: [Inline] {
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
