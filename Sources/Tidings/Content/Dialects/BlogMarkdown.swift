/// An article's text as plain Markdown: what its generator adds to the language is read.
///
/// The parser knows GitHub's Markdown. Shortcodes, Liquid, MDX, admonitions and the like become
/// Markdown that means the same, or go with a remark. Code is never touched.
struct BlogMarkdown {
  let text: String
  /// What was left out, in words.
  let remarks: [String]

  init(_ source: String, base: WebURL?) {
    let losses = Losses()
    var bytes = Array(source.utf8)
    guard bytes.count <= MarkdownSource.limit else {
      // Cut as the parser would, so that the time taken stays within bounds.
      bytes = Array(MarkdownSource(source).text.utf8)
      losses.note("everything after the first \(MarkdownSource.limit) bytes")
      self.init(bytes, base: base, losses: losses)
      return
    }
    self.init(bytes, base: base, losses: losses)
  }

  private init(_ source: [UInt8], base: WebURL?, losses: Losses) {
    var bytes = TemplateDialect(base: base, losses: losses).plain(source)
    bytes = MDXDialect(losses: losses).plain(bytes)
    let regions = MarkdownRegions(bytes)
    let lines = LineDialect.plain(bytes, regions: regions, losses: losses)
    // Most texts have nothing of a dialect.
    bytes = SpanDialect.plain(
      lines, regions: lines == bytes ? regions : MarkdownRegions(lines), losses: losses)
    text = String(decoding: bytes, as: UTF8.self)
    remarks = losses.words
  }
}
