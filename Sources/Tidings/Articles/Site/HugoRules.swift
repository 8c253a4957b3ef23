import Foundation

/// Hugo's addresses: https://gohugo.io/content-management/urls.
struct HugoRules: Sendable {
  /// As the site's configuration names the default language.
  let languageTag: String?
  private let languages: [Language]
  private let codes: Set<String>
  private let uglySections: UglySections
  private let isLowercased: Bool
  private let removesAccents: Bool
  /// Whether `date` may come from the file's name, which then gives the slug too.
  private let readsFileNames: Bool
  /// The folders that hold an `_index` file, where a pattern asks for sections.
  let sectionFolders: Set<String>
  /// A pattern that goes before the site's own.
  private var given: Permalink?

  /// One language of the site; a site of one language has one.
  private struct Language: Sendable {
    let code: String
    let isDefault: Bool
    let content: ContentFolder
    /// What its addresses begin with; empty for none.
    let prefix: String
    let baseURL: WebURL?
    var permalinks: [String: Permalink?]
  }

  private enum UglySections: Sendable {
    case all
    case some(Set<String>)
  }

  /// Top-level keys by which a `config.toml` without a base URL is known as Hugo's.
  static let marks = [
    "languagecode", "defaultcontentlanguage", "permalinks", "params", "theme", "publishdir",
    "enablerobotstxt", "markup", "menu", "menus", "taxonomies", "outputs", "module", "languages",
  ]

  init(_ settings: SiteSettings, place: SitePlace, notes: inout [Diagnostic]) {
    let values = settings.values
    let content = values["contentdir"].text ?? "content"
    let tables = values["languages"].map.filter { $0.value["disabled"].bool != true }
    let main = (values["defaultcontentlanguage"].text ?? "en").lowercased()
    // A default that is not among the languages leaves the first of them in its place.
    let mainCode = tables.isEmpty || tables[main] != nil ? main : tables.keys.sorted()[0]
    let isInFolder = values["defaultcontentlanguageinsubdir"].bool == true
    let isMultihost = tables.contains { $0.value["baseurl"].text != nil }
    let common = Self.permalinks(values["permalinks"], settings, notes: &notes)
    var languages: [Language] = []
    for code in Set(tables.keys).union([mainCode]).sorted() {
      let table = tables[code] ?? .null
      guard
        let folder = ContentFolder(
          content: table["contentdir"].text ?? content, articles: place.articles)
      else { continue }
      let isMain = code == mainCode
      languages.append(
        Language(
          code: code, isDefault: isMain, content: folder,
          prefix: isMultihost || (isMain && !isInFolder) ? "" : code,
          baseURL: table["baseurl"].text.flatMap { WebURL($0) },
          permalinks: common.merging(
            Self.permalinks(table["permalinks"], settings, notes: &notes)
          ) { $1 }))
    }
    // The deeper content folder owns what lies in both; the default language comes first else.
    self.languages = languages.sorted {
      ($0.content.depth, $0.isDefault ? 1 : 0) > ($1.content.depth, $1.isDefault ? 1 : 0)
    }
    codes = Set(tables.keys).union([mainCode])
    let mainTable = tables[mainCode] ?? .null
    languageTag =
      [
        mainTable["locale"], mainTable["languagecode"], values["locale"], values["languagecode"],
        values["defaultcontentlanguage"], tables.isEmpty ? .null : .text(mainCode),
      ].lazy.compactMap(\.text).compactMap(LanguageTag.normalized).first
    uglySections =
      values["uglyurls"].bool == true
      ? .all : .some(Set(values["uglyurls"].map.filter { $0.value.bool == true }.keys))
    isLowercased = values["disablepathtolower"].bool != true
    removesAccents = values["removepathaccents"].bool == true
    readsFileNames = values["frontmatter"]["date"].list.contains {
      $0.text?.lowercased() == ":filename"
    }
    let asks = languages.contains { $0.permalinks.values.contains { $0?.asksForSections == true } }
    sectionFolders =
      asks
      ? Set([content] + tables.values.compactMap { $0["contentdir"].text }).reduce(into: []) {
        $0.formUnion(SectionFolders.all(below: place.root + "/" + $1))
      } : []
  }

  /// By section in small letters; a pattern that cannot be read is nil.
  private static func permalinks(
    _ value: FrontMatterValue, _ settings: SiteSettings, notes: inout [Diagnostic]
  ) -> [String: Permalink?] {
    // The old form has patterns at once, the new one a table for each kind of page.
    var patterns = value.map.filter { $0.value.text != nil }
    patterns.merge(value["page"].map) { $1 }
    var permalinks: [String: Permalink?] = [:]
    for (section, pattern) in patterns.sorted(by: { $0.key < $1.key }) {
      guard let pattern = pattern.text else { continue }
      let key = section.trimmingCharacters(in: ["/"])
      permalinks.updateValue(
        settings.permalink(pattern, .hugo, key: "permalinks", notes: &notes), forKey: key)
    }
    return permalinks
  }

  /// The same site with one pattern for all its sections.
  func replacing(permalink: Permalink) -> HugoRules {
    HugoRules(self, permalink: permalink.filled(as: .hugo))
  }

  private init(_ other: HugoRules, permalink: Permalink) {
    self = other
    given = permalink
  }

  // MARK: Addresses

  func path(for article: ArticleAddress) -> SitePath? {
    guard let (language, name, isBranch) = placed(article.path) else { return nil }
    var slugKey = article.slugKey
    if slugKey == nil, readsFileNames, let rest = ContentName.afterDay(name.name) {
      slugKey = String(ContentName.withoutExtension(rest))
    }
    let folders = name.folders
    if let written = article.urlKey {
      return path(written: written, article, language, name, slugKey: slugKey)
    }
    var raw: String
    if !isBranch, let permalink = permalink(language, section: folders.first) {
      guard let filled = filled(permalink, article, name, slugKey: slugKey) else { return nil }
      raw = filled
    } else {
      raw = folders.joined(separator: "/")
      if !isBranch { raw += "/" + (slugKey ?? String(name.name)) }
    }
    raw = SlugRule.hugo(raw, lowercased: isLowercased, removesAccents: removesAccents)
    while raw.utf8.last == UInt8(ascii: "/") { raw.removeLast() }
    let isUgly = !isBranch && isUgly(section: folders.first)
    return SitePath(
      language.prefix + "/" + raw + (isUgly && !raw.isEmpty ? ".html" : "/"),
      baseURL: language.baseURL)
  }

  /// A whole path of its own: it keeps its letters, and may hold a pattern's tokens.
  private func path(
    written: String, _ article: ArticleAddress, _ language: Language, _ name: ContentName,
    slugKey: String?
  ) -> SitePath? {
    var path = written
    if let pattern = Permalink(written: written, dialect: .hugo) {
      guard let filled = filled(pattern, article, name, slugKey: slugKey) else { return nil }
      path = SlugRule.hugo(filled, lowercased: isLowercased, removesAccents: removesAccents)
    }
    let last = path.split(separator: "/").last ?? ""
    if !path.hasSuffix("/"), !last.contains(".") { path += "/" }
    // Only a path that begins without a slash is below its language.
    return SitePath(
      written.hasPrefix("/") ? path : language.prefix + "/" + path, baseURL: language.baseURL,
      keepsQuery: true)
  }

  private func placed(_ path: String) -> (Language, ContentName, isBranch: Bool)? {
    for language in languages {
      guard let parts = language.content.parts(of: path) else { continue }
      let name = ContentName(parts, languages: codes)
      let own = name.language.flatMap { code in languages.first { $0.code == code } } ?? language
      return (own, name, name.name == "_index" && !name.isIndex)
    }
    return nil
  }

  private func permalink(_ language: Language, section: Substring?) -> Permalink?? {
    if let given { return given }
    guard !language.permalinks.isEmpty else { return nil }
    return language.permalinks[section?.lowercased() ?? ""]
  }

  private func filled(
    _ permalink: Permalink?, _ article: ArticleAddress, _ name: ContentName, slugKey: String?
  ) -> String? {
    guard let permalink else { return nil }
    let asks = permalink.asksForSections
    return permalink.path(
      for: .init(
        folders: name.folders, sections: asks ? sections(of: name.folders) : name.folders,
        slugKey: slugKey, slug: name.name, fileName: name.name, title: article.title,
        date: article.date?.civil, timestamp: article.timestamp, categories: article.categories,
        collection: "", language: article.language))
  }

  /// The first folder, and those below it that are sections of their own.
  private func sections(of folders: [Substring]) -> [Substring] {
    guard var path = folders.first.map(String.init) else { return [] }
    var sections = [folders[0]]
    for folder in folders.dropFirst() {
      path += "/" + folder
      if sectionFolders.contains(path) { sections.append(folder) }
    }
    return sections
  }

  private func isUgly(section: Substring?) -> Bool {
    switch uglySections {
    case .all: true
    case .some(let sections):
      !sections.isEmpty && sections.contains(section?.lowercased() ?? "")
    }
  }
}
