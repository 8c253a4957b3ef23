import Foundation

/// Zola's addresses: https://www.getzola.org/documentation/content/page.
struct ZolaRules: Sendable {
  let defaultLanguage: String
  private let content: ContentFolder?
  private let languages: Set<String>
  private let style: Style
  private let keepsDates: Bool

  /// What becomes of a slug's letters (`slugify.paths`).
  private enum Style: Sendable {
    case on
    case safe
    case off
  }

  init(_ settings: SiteSettings, place: SitePlace) {
    let values = settings.values
    defaultLanguage = values["default_language"].text ?? "en"
    content = ContentFolder(content: "content", articles: place.articles)
    languages = Set(values["languages"].map.keys).union([defaultLanguage.lowercased()])
    keepsDates = values["slugify"]["paths_keep_dates"].bool == true
    switch values["slugify"]["paths"].text {
    case "off": style = .off
    case "safe": style = .safe
    default: style = .on
    }
  }

  func path(for article: ArticleAddress) -> SitePath? {
    guard let parts = content?.parts(of: article.path) else { return nil }
    if let written = article.urlKey {
      return SitePath(written.hasSuffix("/") ? written : written + "/", keepsQuery: true)
    }
    let name = ContentName(parts, languages: languages)
    var path = ""
    if let language = name.language, language != defaultLanguage.lowercased() {
      path = "/" + language
    }
    for folder in name.folders { path += "/" + folder }
    if name.name != "_index" {
      let dated = keepsDates ? nil : ContentName.afterDay(name.name)
      path += "/" + slug(article.slugKey ?? String(dated ?? name.name))
    }
    return SitePath(path + "/")
  }

  private func slug(_ text: String) -> String {
    switch style {
    case .on: SlugRule.zola(text)
    case .safe:
      text.filter { !"<>:\"/\\|?*#()[]\n\r".contains($0) }.replacing(" ", with: "_")
    case .off: text
    }
  }
}
