import Foundation

/// The texts that Pelican's configuration assigns.
struct PythonSettings {
  let path: String
  let value: (String) -> String?

  func zone(notes: inout [Diagnostic]) -> TimeZone? {
    guard let name = value("TIMEZONE") else { return nil }
    if let zone = TimeZone(identifier: name) { return zone }
    notes.append(
      Diagnostic(
        path: path,
        reason: "'TIMEZONE' is '\(name.oneLine)', expected a time zone such as Europe/Berlin;"
          + " it is passed over", severity: .warning))
    return nil
  }

  func permalink(
    _ key: String, otherwise pattern: String, notes: inout [Diagnostic]
  ) -> Permalink? {
    do {
      return try Permalink(pelican: value(key) ?? pattern)
    } catch {
      notes.append(
        Diagnostic(
          path: path,
          reason: "'\(key)' has '\(error.token.oneLine)', which tidings cannot fill;"
            + " the addresses that it gives are left out (--permalink sets another pattern)",
          severity: .warning))
      return nil
    }
  }
}

/// Pelican's addresses: https://docs.getpelican.com/en/latest/settings.html#url-settings.
struct PelicanRules: Sendable {
  let defaultLanguage: String
  private let content: ContentFolder?
  private let permalink: Permalink?
  /// For articles in another language than the site's.
  private let translated: Permalink?
  private let isSlugFromName: Bool

  init(_ settings: PythonSettings, place: SitePlace, notes: inout [Diagnostic]) {
    defaultLanguage = settings.value("DEFAULT_LANG") ?? "en"
    content =
      ContentFolder(content: settings.value("PATH") ?? "content", articles: place.articles)
      ?? ContentFolder(content: "", articles: place.articles)
    permalink = settings.permalink("ARTICLE_URL", otherwise: "{slug}.html", notes: &notes)
    translated = settings.permalink(
      "ARTICLE_LANG_URL", otherwise: "{slug}-{lang}.html", notes: &notes)
    isSlugFromName = settings.value("SLUGIFY_SOURCE") == "basename"
  }

  func path(for article: ArticleAddress) -> SitePath? {
    if let written = article.urlKey { return SitePath(written, keepsQuery: true) }
    guard let parts = content?.parts(of: article.path), let file = parts.last else { return nil }
    let language = article.language ?? defaultLanguage
    let isDefault = language.lowercased() == defaultLanguage.lowercased()
    guard let permalink = isDefault ? permalink : translated else { return nil }
    let name = ContentName.withoutExtension(file)
    let folders = Array(parts.dropLast())
    // The folder is the category where the front matter names none.
    let categories =
      article.categories.isEmpty ? folders.last.map { [String($0)] } ?? [] : article.categories
    return permalink.path(
      for: .init(
        folders: folders, sections: folders,
        slugKey: article.slugKey ?? (isSlugFromName ? String(name) : nil), slug: name,
        fileName: name, title: article.title, date: article.date?.civil,
        timestamp: article.timestamp, categories: categories, collection: "", language: language)
    ).map { SitePath($0) }
  }
}
