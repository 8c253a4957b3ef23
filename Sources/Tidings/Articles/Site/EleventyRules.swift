/// Eleventy's addresses: https://www.11ty.dev/docs/permalinks.
struct EleventyRules: Sendable {
  private let content: ContentFolder?

  init(_ literals: ScriptLiterals, place: SitePlace) {
    content = ContentFolder(content: literals["input"] ?? "", articles: place.articles)
  }

  func path(for article: ArticleAddress) -> SitePath? {
    if let written = article.urlKey {
      // It names the file that is written; an `index.html` is its folder's address.
      let isIndex = written.hasSuffix("/index.html")
      return SitePath(isIndex ? String(written.dropLast(10)) : written, keepsQuery: true)
    }
    guard let parts = content?.parts(of: article.path) else { return nil }
    let name = ContentName(parts)
    let slug = ContentName.afterDay(name.name, marks: "-") ?? name.name
    var path = name.folders.map { "/" + $0 }.joined()
    // `notes/notes.md` is the folder's own page.
    if name.isIndex || name.folders.last != slug { path += "/" + slug }
    return SitePath(path + "/")
  }
}
