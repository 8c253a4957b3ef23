import Tidings

/// An article as a person may name it: by id, address, path, slug or file name.
struct NamedArticle: Hashable {
  let id: String
  let title: String
  let path: String
  /// The folder that `path` is in; nil where nobody knows it.
  private let folder: String?
  /// Its id and its address.
  private let sure: [String]
  /// What several may go by.
  private let short: [String]

  init(_ article: Article) {
    self.init(
      id: article.id, title: article.title, path: article.path,
      folder: article.root.isEmpty ? nil : article.root, url: article.link?.text,
      slug: article.slug)
  }

  init(_ entry: Edition.Entry) {
    self.init(
      id: entry.id, title: entry.title, path: entry.path, folder: nil, url: entry.url, slug: nil)
  }

  private init(
    id: String, title: String, path: String, folder: String?, url: String?, slug: String?
  ) {
    self.id = id
    self.title = title
    self.path = path
    self.folder = folder
    let parts = path.split(separator: "/").map(String.init)
    let file = parts.last ?? ""
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    // A folder's own page goes by the folder's name.
    let name = stem.lowercased() == "index" ? parts.dropLast().last ?? stem : stem
    sure = [id] + [url].compactMap(\.self)
    short = [slug, name, file, Self.withoutDate(name)].compactMap(\.self).filter { !$0.isEmpty }
  }

  /// `flour` of `2025-02-11-flour`.
  private static func withoutDate(_ name: String) -> String? {
    let date = name.prefix(11)
    guard date.count == 11, date.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-") }),
      date.last == "-"
    else { return nil }
    return String(name.dropFirst(11))
  }

  /// Those of `articles` that `name` means, each once.
  ///
  /// The surest way of naming goes first; a later one is only looked at when no earlier one tells.
  static func named(_ name: String, among articles: [NamedArticle]) -> [NamedArticle] {
    func found(_ isMeant: (NamedArticle) -> Bool) -> [NamedArticle]? {
      var seen: Set<String> = []
      let found = articles.filter { isMeant($0) && seen.insert($0.id).inserted }
      return found.isEmpty ? nil : found
    }
    return found { $0.sure.contains(name) } ?? found { $0.path == name }
      ?? found(isPlace(name, among: articles)) ?? found { $0.short.contains(name) } ?? []
  }

  /// Whether an article's file is the one at the path `name`, from where the program runs.
  private static func isPlace(
    _ name: String, among articles: [NamedArticle]
  ) -> (NamedArticle) -> Bool {
    let typed = TypedPath(name)
    let folders = Set(articles.compactMap(\.folder))
    let names = Dictionary(uniqueKeysWithValues: folders.map { ($0, typed.names(in: $0)) })
    return { article in
      article.folder.flatMap { names[$0] }?.contains(article.path) == true
    }
  }

  /// The one of `articles` that `name` means.
  /// - Throws: `CommandFailure` when there is none, with the nearest, or several, with their paths.
  static func one(
    _ name: String, among articles: [NamedArticle]
  ) throws(CommandFailure) -> NamedArticle {
    let found = named(name, among: articles)
    if let article = found.first, found.count == 1 { return article }
    guard found.isEmpty else {
      let paths = found.prefix(5).map { "'\($0.path)'" }.joined(separator: ", ")
      let more = found.count > 5 ? " and \(found.count - 5) more" : ""
      throw CommandFailure(
        "'\(name)' names \(found.count) articles, give the path of one: \(paths)\(more)")
    }
    let hint =
      Likeness.nearest(to: name, among: articles.flatMap(\.short))
      .map { ", did you mean '\($0)'?" }
      ?? ", expected an id, an address, a path, a slug or a file name"
    throw CommandFailure("no article '\(name)' among the \(articles.count) known\(hint)")
  }
}
