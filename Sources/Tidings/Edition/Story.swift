/// An article with its body read: what the formats of an edition are written from.
struct Story: Sendable {
  let article: Article
  let body: Document
  /// Its summary, else the beginning of its body.
  let digest: Document
  let readingMinutes: Int
  /// What of its body cannot be shown, in words.
  let dropped: [String]

  /// About how many words of a body stand for it when it has no summary.
  static let excerptWords = 60

  /// - Throws: `ComposeError.unreadable` when the body's file cannot be read any more.
  init(_ article: Article) throws(ComposeError) {
    self.article = article
    let read: (document: Document, dropped: [String])
    do {
      read = try article.body.read(base: article.url)
    } catch {
      throw .unreadable(path: article.path, error)
    }
    body = read.document.mended
    dropped = read.dropped
    readingMinutes = body.readingMinutes
    digest =
      article.summary.map { Document(blocks: [.paragraph([.text($0)])]) }
      ?? body.withoutOpening(article.title).excerpt(words: Self.excerptWords)
  }

  /// The first sentences of the body, for posts.
  var lead: [String] { Sentences.all(in: Typography.mended(body.prose), limit: 12) }

  func snippets(for formats: [SnippetFormat]) -> [Snippet] {
    let lead = lead
    return formats.map { $0.snippet(of: article, lead: lead) }
  }
}

extension Article {
  /// Its summary, else the beginning of its body, on one line; nil for an article without words.
  /// - Throws: `ComposeError.unreadable` when the body's file cannot be read any more.
  public func digestLine() throws(ComposeError) -> String? {
    let line = try Story(self).digest.plainText.oneLine
    return line.isEmpty ? nil : line
  }

  /// One post for each of the networks.
  /// - Throws: `ComposeError.unreadable` when the body's file cannot be read any more.
  public func snippets(for formats: [SnippetFormat]) throws(ComposeError) -> [Snippet] {
    try Story(self).snippets(for: formats)
  }
}
