/// What sources of articles gave: every article, in no order, and every doubt.
public struct ArticleReading: Sendable {
  public let articles: [Article]
  public let diagnostics: [Diagnostic]
  /// How many files were read, the unreadable ones among them.
  public let files: Int

  /// Gives articles that would share an id their paths for ids: which of them it meant before,
  /// nobody can tell.
  init(articles: [Article], diagnostics: [Diagnostic], files: Int) {
    var seen: Set<String> = []
    seen.reserveCapacity(articles.count)
    var doubled: Set<String> = []
    for article in articles where !seen.insert(article.id).inserted { doubled.insert(article.id) }
    guard !doubled.isEmpty else {
      self.articles = articles
      self.diagnostics = diagnostics
      self.files = files
      return
    }
    var doubts = diagnostics
    self.articles = articles.map { article in
      guard doubled.contains(article.id) else { return article }
      doubts.append(
        Diagnostic(
          path: article.place,
          reason: "its id '\(article.id)' is another article's too;"
            + " it goes by its path (give each an 'id' of its own)", severity: .warning))
      return article.identified(as: article.path)
    }
    self.diagnostics = doubts
    self.files = files
  }
}
