import Foundation

/// Hexo's addresses: https://hexo.io/docs/permalinks.
struct HexoRules: Sendable {
  private let posts: ContentFolder?
  private let pages: ContentFolder?
  private var permalink: Permalink?
  private let hasDateInName: Bool
  private let dropsIndex: Bool
  private let dropsExtension: Bool
  private let zone: TimeZone?

  /// Keys that Jekyll, whose file has the same name, does not have.
  static let marks = [
    "source_dir", "public_dir", "new_post_name", "post_asset_folder", "skip_render",
    "index_generator", "filename_case", "titlecase", "default_layout",
  ]

  init(_ settings: SiteSettings, place: SitePlace, notes: inout [Diagnostic]) {
    let values = settings.values
    let source = values["source_dir"].text ?? "source"
    posts = ContentFolder(content: source + "/_posts", articles: place.articles)
    pages = ContentFolder(content: source, articles: place.articles)
    let pattern = values["permalink"].text ?? ":year/:month/:day/:title/"
    permalink = settings.permalink(pattern, .hexo, key: "permalink", notes: &notes)
    hasDateInName = values["new_post_name"].text?.hasPrefix(":year-:month-:day-") == true
    dropsIndex = values["pretty_urls"]["trailing_index"].bool == false
    dropsExtension = values["pretty_urls"]["trailing_html"].bool == false
    zone = values["timezone"].text.flatMap(TimeZone.init(identifier:))
  }

  /// The same site with another pattern.
  func replacing(permalink: Permalink) -> HexoRules {
    var rules = self
    rules.permalink = permalink.filled(as: .hexo)
    return rules
  }

  func path(for article: ArticleAddress) -> SitePath? {
    if let written = article.urlKey, !written.contains(":") { return finished(written) }
    guard let parts = posts?.parts(of: article.path) else { return page(article) }
    let permalink =
      article.urlKey.map { Permalink(written: $0, dialect: .hexo) } ?? self.permalink
    guard let permalink, let file = parts.last else { return nil }
    let name = ContentName.withoutExtension(file)
    let slug = hasDateInName ? ContentName.afterDay(name, marks: "-") ?? name : name
    let folders = Array(parts.dropLast())
    let path = permalink.path(
      for: .init(
        folders: folders, sections: folders, slugKey: article.slugKey,
        slug: article.slugKey?[...] ?? slug, fileName: name, title: article.title,
        date: article.date?.civil(in: zone), timestamp: article.timestamp,
        categories: article.categories, collection: "", language: article.language))
    return path.flatMap(finished)
  }

  /// A page beside the posts has its path, with `.html`.
  private func page(_ article: ArticleAddress) -> SitePath? {
    guard let parts = pages?.parts(of: article.path), let file = parts.last,
      parts.first?.hasPrefix("_") != true
    else { return nil }
    let folder = parts.dropLast().map { "/" + $0 }.joined()
    return finished(folder + "/" + ContentName.withoutExtension(file) + ".html")
  }

  private func finished(_ path: String) -> SitePath? {
    var path = path
    if path.hasSuffix("/index.html"), dropsIndex {
      path.removeLast(10)
    } else if path.hasSuffix(".html"), dropsExtension {
      path.removeLast(5)
    }
    return SitePath(path, keepsQuery: false)
  }
}
