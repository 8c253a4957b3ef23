extension ArticleBody {
  /// The body as a tree, and in words what was left out of it.
  ///
  /// Relative links and images resolve against `base`.
  /// - Throws: `FileBytesError` when the body lies in a file that cannot be read any more.
  func read(base: WebURL?) throws(FileBytesError) -> (document: Document, dropped: [String]) {
    let (text, syntax) = try text()
    switch syntax {
    case .markdown: return MarkdownReader(base: base).read(ProseLines.markdown(text))
    case .html: return HTMLReader(base: base).read(text)
    }
  }
}
