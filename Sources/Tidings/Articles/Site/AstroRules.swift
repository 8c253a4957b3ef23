/// The addresses that Astro's own templates give: a collection's name, then the entry's.
///
/// https://docs.astro.build/en/guides/content-collections; a site's own routes may differ.
struct AstroRules: Sendable {
  private let contents: [ContentFolder]
  private let ending: String

  init(_ literals: ScriptLiterals, place: SitePlace) {
    let source = literals["srcDir"] ?? "src"
    contents = ["content", "pages", "data"].compactMap {
      ContentFolder(content: source + "/" + $0, articles: place.articles)
    }
    if literals["build", "format"] == "file" {
      ending = literals["trailingSlash"] == "always" ? "/" : ""
    } else {
      ending = literals["trailingSlash"] == "never" ? "" : "/"
    }
  }

  func path(for article: ArticleAddress) -> SitePath? {
    if let written = article.urlKey { return SitePath(written, keepsQuery: true) }
    guard let parts = contents.lazy.compactMap({ $0.parts(of: article.path) }).first else {
      return nil
    }
    let name = ContentName(parts)
    var path = ""
    if let slug = article.slugKey {
      // The key stands for the whole path below the collection.
      if let collection = (name.folders.first ?? (name.isIndex ? name.name : nil)) {
        path += "/" + collection
      }
      path += "/" + slug
    } else {
      for part in name.folders { path += "/" + SlugRule.github(part) }
      path += "/" + SlugRule.github(name.name)
    }
    return SitePath(path + ending)
  }
}
