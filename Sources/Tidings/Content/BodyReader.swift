extension ArticleBody {
  /// The body as a tree, and in words what was left out of it.
  ///
  /// Relative links and images resolve against `base`.
  /// - Throws: `FileBytesError` when the body lies in a file that cannot be read any more.
  func read(base: WebURL?) throws(FileBytesError) -> (document: Document, dropped: [String]) {
    let (text, syntax) = try text()
    switch syntax {
    case .markdown:
      let source = BlogMarkdown(text, base: base)
      let read = MarkdownReader(base: base).read(ProseLines.markdown(source.text))
      let dropped = source.remarks + read.dropped.filter { !source.remarks.contains($0) }
      return (read.document.withoutExportTrailer, dropped)
    case .html:
      let read = HTMLReader(base: base).read(text)
      return (read.document.withoutExportTrailer, read.dropped)
    }
  }
}
