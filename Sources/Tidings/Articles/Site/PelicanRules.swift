import Foundation

/// The texts that Pelican's configuration assigns.
struct PythonSettings {
  let path: String
  let value: (String) -> String?
  let list: (String) -> [String]?

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
  private let slugInName: SlugInName?
  /// Below the content folder.
  private let pageFolders: [[Substring]]

  /// Where a file's name holds the slug, by `FILENAME_METADATA`.
  private enum SlugInName {
    case whole
    case afterDay(mark: String)

    /// Of the many patterns that Python reads, those that the documentation of Pelican shows.
    init?(pattern: String) {
      let slugs = ["(?P<slug>.*)", "(?P<slug>.+)"]
      guard let slug = slugs.first(where: { pattern.hasSuffix($0) }) else { return nil }
      let before = pattern.dropLast(slug.count)
      let day = #"(?P<date>\d{4}-\d{2}-\d{2})"#
      if before.isEmpty {
        self = .whole
      } else if before == day + "_" || before == day + "-" {
        self = .afterDay(mark: String(before.suffix(1)))
      } else {
        return nil
      }
    }

    func slug(of name: Substring) -> String? {
      switch self {
      case .whole: String(name)
      case .afterDay(let mark): ContentName.afterDay(name, marks: mark).map(String.init)
      }
    }
  }

  init(_ settings: PythonSettings, place: SitePlace, notes: inout [Diagnostic]) {
    defaultLanguage = settings.value("DEFAULT_LANG") ?? "en"
    content =
      ContentFolder(content: settings.value("PATH") ?? "content", articles: place.articles)
      ?? ContentFolder(content: "", articles: place.articles)
    permalink = settings.permalink("ARTICLE_URL", otherwise: "{slug}.html", notes: &notes)
    translated = settings.permalink(
      "ARTICLE_LANG_URL", otherwise: "{slug}-{lang}.html", notes: &notes)
    isSlugFromName = settings.value("SLUGIFY_SOURCE") == "basename"
    slugInName = settings.value("FILENAME_METADATA").flatMap(SlugInName.init)
    pageFolders = (settings.list("PAGE_PATHS") ?? ["pages"]).map { ContentFolder.parts(of: $0) }
  }

  /// Whether the file lies in one of the folders that hold pages, which are no posts.
  func isPage(_ path: String) -> Bool {
    guard let parts = content?.parts(of: path) else { return false }
    return pageFolders.contains { !$0.isEmpty && parts.starts(with: $0) }
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
        slugKey: article.slugKey ?? slugInName?.slug(of: name)
          ?? (isSlugFromName ? SlugRule.pelican(String(name)) : nil),
        slug: name, fileName: name, title: article.title, date: article.date?.civil,
        timestamp: article.timestamp, categories: categories, collection: "", language: language)
    ).map { SitePath($0) }
  }
}
