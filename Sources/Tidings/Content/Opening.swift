extension Document {
  /// Without `words` as its very first sentence: a title that was made of it.
  ///
  /// A document that opens otherwise, or holds nothing else, stays as it is.
  func withoutOpening(_ words: String) -> Document {
    guard case .paragraph(let inlines) = blocks.first, case .text(let text) = inlines.first,
      text.hasPrefix(words), Sentences.first(of: inlines.flatText) == words
    else { return self }
    let rest = text.dropFirst(words.count).drop { $0 == " " }
    let after = (rest.isEmpty ? [] : [.text(String(rest))]) + inlines.dropFirst()
    let opening = after.trimmed.isEmpty ? [] : [Block.paragraph(after.trimmed)]
    guard opening.count + blocks.count > 1 else { return self }
    return Document(
      blocks: opening + blocks.dropFirst(), footnotes: footnotes,
      excerptEnd: excerptEnd.map { $0 - (1 - opening.count) },
      threadBreaks: threadBreaks.map { max(0, $0 - (1 - opening.count)) })
  }
}
