import Foundation

/// Jekyll's addresses: https://jekyllrb.com/docs/permalinks.
struct JekyllRules: Sendable {
  private let source: ContentFolder?
  private let collectionsFolder: [Substring]
  /// By label; a pattern that cannot be read is nil.
  private var collections: [String: Permalink?]
  /// What a page's address ends in.
  private let pageSuffix: String
  private var defaults: [Default]
  private let zone: TimeZone?

  /// Values for the articles of one scope.
  private struct Default: Sendable {
    let path: [Substring]
    let type: String?
    let permalink: Permalink??
    let categories: [String]
  }

  /// There is a configuration, or all articles are posts.
  private let isConfigured: Bool

  init(
    _ settings: SiteSettings, place: SitePlace, zone: TimeZone? = nil, notes: inout [Diagnostic]
  ) {
    let values = settings.values
    isConfigured =
      !settings.files.isEmpty
      || ContentFolder.parts(of: place.articles).contains { $0 == "_posts" || $0 == "_drafts" }
    self.zone = zone
    source = ContentFolder(content: values["source"].text ?? "", articles: place.articles)
    collectionsFolder = ContentFolder.parts(of: values["collections_dir"].text ?? "")
    let style = values["permalink"].text ?? "date"
    func permalink(_ text: String, _ key: String) -> Permalink? {
      settings.permalink(Permalink.styles[text] ?? text, .jekyll, key: key, notes: &notes)
    }
    pageSuffix =
      style == "pretty" || (Permalink.styles[style] == nil && style.hasSuffix("/"))
      ? "/"
      : Permalink.styles[style] != nil || style.hasSuffix(":output_ext") ? ".html" : ""
    // A list of labels, or a map with settings for each.
    var collections: [String: Permalink?] = [:]
    for label in values["collections"].list.compactMap(\.text) {
      collections[label.lowercased()] = .some(nil)
    }
    let suffix = pageSuffix == ".html" ? ":output_ext" : pageSuffix
    for (label, table) in values["collections"].map.sorted(by: { $0.key < $1.key }) {
      let pattern = table["permalink"].text ?? "/:collection/:path" + suffix
      collections.updateValue(permalink(pattern, "collections"), forKey: label)
    }
    for (label, pattern) in collections where pattern == .some(nil) {
      guard values["collections"].map.isEmpty else { break }
      collections.updateValue(
        permalink("/:collection/:path" + suffix, "collections"), forKey: label)
    }
    let posts = values["collections"]["posts"]["permalink"].text
    collections.updateValue(
      permalink(posts ?? style, posts == nil ? "permalink" : "collections"), forKey: "posts")
    self.collections = collections
    let read = values["defaults"].list.map { entry -> Default in
      let type = entry["scope"]["type"].text
      return Default(
        path: ContentFolder.parts(of: entry["scope"]["path"].text ?? ""), type: type,
        permalink: entry["values"]["permalink"].text.map { permalink($0, "defaults") },
        categories: (entry["values"]["categories"].list + entry["values"]["category"].list)
          .compactMap(\.text))
    }
    // The more exact scope goes before, then the one that names a type, then the later one.
    defaults = read.enumerated().sorted {
      ($0.element.path.count, $0.element.type == nil ? 0 : 1, $0.offset)
        < ($1.element.path.count, $1.element.type == nil ? 0 : 1, $1.offset)
    }.map(\.element)
  }

  /// `url` with `baseurl` at its end.
  static func baseURL(_ settings: SiteSettings, notes: inout [Diagnostic]) -> WebURL? {
    settings.url("url", notes: &notes)?.joined(with: settings.values["baseurl"].text ?? "/")
  }

  /// The same site with one pattern for all its posts.
  func replacing(permalink: Permalink) -> JekyllRules {
    var rules = self
    rules.collections = collections.mapValues { _ in permalink.filled(as: .jekyll) }
    rules.defaults = []
    return rules
  }

  /// Whether it is Jekyll's to say: without a configuration only a post's place shows its hand.
  func knows(_ article: ArticleAddress) -> Bool {
    isConfigured
      || ContentFolder.parts(of: article.path).dropLast()
        .contains { $0 == "_posts" || $0 == "_drafts" }
  }

  func path(for article: ArticleAddress) -> SitePath? {
    guard let parts = source?.parts(of: article.path), let file = parts.last else { return nil }
    let kind = Kind(of: parts, collectionsFolder: collectionsFolder, labels: collections)
    let fileName = ContentName.withoutExtension(file)
    var permalink: Permalink?? = nil
    var categories = kind.categories + article.categories
    for entry in defaults
    where (entry.type == nil || entry.type == kind.type) && parts.starts(with: entry.path) {
      if let own = entry.permalink { permalink = own }
      if article.categories.isEmpty, !entry.categories.isEmpty {
        categories = kind.categories + entry.categories
      }
    }
    if let written = article.urlKey {
      guard let pattern = Permalink(written: written, dialect: .jekyll) else {
        return SitePath(written, keepsQuery: true)
      }
      permalink = pattern
    }
    let pattern: Permalink?
    switch (permalink, kind.collection) {
    case (let found??, _): pattern = found
    case (.some(.none), _): return nil
    case (.none, let label?):
      guard case let found?? = collections[label] else { return nil }
      pattern = found
    case (.none, .none): pattern = nil
    }
    guard let pattern else {
      let folder = kind.folders.map { "/" + $0 }.joined()
      return SitePath(fileName == "index" ? folder + "/" : folder + "/" + fileName + pageSuffix)
    }
    return pattern.path(
      for: .init(
        folders: kind.folders, sections: kind.folders, slugKey: article.slugKey,
        slug: ContentName.afterDay(fileName, marks: "-") ?? fileName, fileName: fileName,
        title: article.title, date: article.date?.civil(in: zone), timestamp: article.timestamp,
        categories: categories, collection: kind.collection.map { $0[...] } ?? "",
        language: article.language)
    ).map { SitePath($0) }
  }

  /// What a file is by the folder that it lies in.
  private struct Kind {
    let type: String
    let collection: String?
    /// Below the collection's folder.
    let folders: [Substring]
    /// The folders above `_posts`.
    let categories: [String]

    init(
      of parts: [Substring], collectionsFolder: [Substring], labels: [String: Permalink?]
    ) {
      var folders = Array(parts.dropLast())
      let isCollected = !collectionsFolder.isEmpty && folders.starts(with: collectionsFolder)
      if isCollected { folders.removeFirst(collectionsFolder.count) }
      if let index = folders.firstIndex(where: { $0 == "_posts" || $0 == "_drafts" }) {
        type = folders[index] == "_posts" ? "posts" : "drafts"
        collection = "posts"
        categories = folders[..<index].map(String.init)
        self.folders = Array(folders[(index + 1)...])
        return
      }
      categories = []
      if let first = folders.first, first.hasPrefix("_"),
        case let label = first.dropFirst().lowercased(), labels[label] != nil
      {
        type = label
        collection = label
        self.folders = Array(folders.dropFirst())
      } else {
        type = "pages"
        collection = nil
        self.folders = isCollected ? collectionsFolder + folders : folders
      }
    }
  }
}
