/// An article with its body read: what the formats of an edition are written from.
struct Story: Sendable {
  let article: Article
  /// The article's, its endless words cut: they have no place to break that both formats share.
  let title: String
  let body: Document
  /// How much of it the edition shows.
  let content: DigestContent
  /// What the edition shows of it: its summary, an excerpt or the whole body.
  let digest: Document
  /// Nothing of its body is left to read elsewhere.
  let isWhole: Bool
  /// Nil for an article without words.
  let readingMinutes: Int?
  /// What of its body cannot be shown, in words.
  let dropped: [String]

  /// Reads the body; an article that names a content of its own has it.
  /// - Throws: `ComposeError.unreadable` when the body's file cannot be read any more.
  init(_ article: Article, options: DigestOptions = DigestOptions()) throws(ComposeError) {
    self.article = article
    title = article.title.cuttingWords(to: Self.longestWord)
    let read: (document: Document, dropped: [String])
    do {
      read = try article.body.read(base: article.url)
    } catch {
      throw .unreadable(path: article.path, error)
    }
    body = read.document.mended
    dropped =
      read.dropped
      + (title == article.title ? [] : ["the title's letters after \(Self.longestWord) in a word"])
    readingMinutes = body.readingMinutes
    content = article.digest ?? options.content
    let whole = body.below(
      title: article.title, picture: options.showsPictures ? article.image : nil)
    let digest = Self.digest(of: article, body: whole, content: content, options: options)
    isWhole = content == .whole || digest.blocks == whole.blocks
    self.digest = options.showsPictures ? digest.levelled : digest.withoutPictures.levelled
  }

  /// In characters, of a title.
  private static let longestWord = 200

  private static func digest(
    of article: Article, body: Document, content: DigestContent, options: DigestOptions
  ) -> Document {
    switch content {
    case .summary, .link:
      article.summary.map { summary in
        let whole = Document(blocks: [.paragraph([.text(summary)])])
        return WordCount(summary).total > DigestOptions.mostSummaryWords
          ? whole.excerpt(words: DigestOptions.mostSummaryWords) : whole
      } ?? body.excerpt(words: options.words)
    case .excerpt(let words): body.excerpt(words: words ?? options.words)
    case .whole: body
    }
  }

  func snippets(
    for formats: [SnippetFormat], composed: Moment, pictures: PictureFiles
  ) -> [Snippet] {
    guard !formats.isEmpty else { return [] }
    let matter = PostMatter(article, body: body, pictures: pictures)
    return formats.map { $0.snippet(of: matter, composed: composed) }
  }
}

extension String {
  /// With an ellipsis in place of what its words have beyond so many characters.
  fileprivate func cuttingWords(to length: Int) -> String {
    guard utf8.count > length else { return self }
    return split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.count > length ? $0.prefix(length) + "…" : $0 }.joined(separator: " ")
  }
}

extension Article {
  /// Its summary, else the beginning of its body, on one line; nil for an article without words.
  /// - Throws: `ComposeError.unreadable` when the body's file cannot be read any more.
  public func digestLine() throws(ComposeError) -> String? {
    if let line = summary?.oneLine, !line.isEmpty { return line }
    let excerpt = try Story(self).body.withoutOpening(title).excerpt(
      words: DigestOptions.usualWords)
    let line = excerpt.plainText.oneLine
    return line.isEmpty ? nil : line
  }

  /// One post for each of the networks; the article's picture may lie among `pictures`.
  /// - Throws: `ComposeError.unreadable` when the body's file cannot be read any more.
  public func snippets(
    for formats: [SnippetFormat], composed: Moment, pictures: PictureFiles = .none
  ) throws(ComposeError) -> [Snippet] {
    try Story(self).snippets(for: formats, composed: composed, pictures: pictures)
  }
}
