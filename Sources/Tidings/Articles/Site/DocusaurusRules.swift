/// Docusaurus's addresses: https://docusaurus.io/docs/advanced/routing.
struct DocusaurusRules: Sendable {
  private let blog: ContentFolder?
  private let blogRoute: String
  private let docs: ContentFolder?
  private let docsRoute: String
  /// The folder that translations lie in, by language.
  private let translations: ContentFolder?
  private let defaultLocale: String
  private let ending: String

  init(_ literals: ScriptLiterals, place: SitePlace) {
    blog = ContentFolder(content: literals["blog", "path"] ?? "blog", articles: place.articles)
    docs = ContentFolder(content: literals["docs", "path"] ?? "docs", articles: place.articles)
    translations = ContentFolder(content: "i18n", articles: place.articles)
    blogRoute = literals["blog", "routeBasePath"] ?? "blog"
    docsRoute = literals["docs", "routeBasePath"] ?? "docs"
    defaultLocale = literals["i18n", "defaultLocale"] ?? "en"
    ending = literals["trailingSlash"] == "true" ? "/" : ""
  }

  func path(for article: ArticleAddress) -> SitePath? {
    if let parts = blog?.parts(of: article.path) { return post(parts, article, prefix: "") }
    if let parts = docs?.parts(of: article.path) { return page(parts, article, prefix: "") }
    guard let parts = translations?.parts(of: article.path), parts.count > 2 else { return nil }
    let prefix = parts[0] == defaultLocale ? "" : "/" + parts[0]
    switch parts[1] {
    case "docusaurus-plugin-content-blog":
      return post(Array(parts.dropFirst(2)), article, prefix: prefix)
    case "docusaurus-plugin-content-docs":
      // Below it is a version first, `current` for the one that is written.
      return page(Array(parts.dropFirst(3)), article, prefix: prefix)
    default: return nil
    }
  }

  private func post(_ parts: [Substring], _ article: ArticleAddress, prefix: String) -> SitePath? {
    let root = prefix + "/" + blogRoute + "/"
    if let slug = article.slugKey ?? article.urlKey { return SitePath(root + slug + ending) }
    let name = ContentName(parts)
    var path = root
    for folder in name.folders { path += folder + "/" }
    if let text = ContentName.afterDay(name.name) {
      let day = name.name[..<name.name.utf8.index(before: text.startIndex)]
      path += day.replacing("-", with: "/") + "/" + text
    } else {
      path += name.name
    }
    return SitePath(path + ending)
  }

  private func page(_ parts: [Substring], _ article: ArticleAddress, prefix: String) -> SitePath? {
    let root = prefix + "/" + docsRoute + "/"
    let name = ContentName(parts)
    let folders = name.folders.map { Self.withoutNumber($0) + "/" }.joined()
    guard let slug = article.slugKey ?? article.urlKey else {
      return SitePath(root + folders + Self.withoutNumber(name.name) + ending)
    }
    return SitePath(root + (slug.hasPrefix("/") ? slug : folders + slug) + ending)
  }

  /// `01-intro` is `intro`: the number is for the order alone.
  private static func withoutNumber(_ part: Substring) -> Substring {
    let rest = part.drop { $0.isASCII && $0.isNumber }
    guard rest.startIndex > part.startIndex else { return part }
    let text = rest.drop { " -_.".contains($0) }
    return text.startIndex > rest.startIndex && !text.isEmpty ? text : part
  }
}
