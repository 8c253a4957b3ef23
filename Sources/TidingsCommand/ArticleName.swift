import Tidings

/// An article as a person may name it: by id, address, path, slug or file name.
struct NamedArticle: Hashable {
  let id: String
  let title: String
  let path: String
  /// What names it, the surest first; a later group is only looked at when no earlier one tells.
  private let names: [[String]]

  init(_ article: Article) {
    self.init(
      id: article.id, title: article.title, path: article.path, place: article.place,
      url: article.link?.text, slug: article.slug)
  }

  init(_ entry: Edition.Entry) {
    self.init(
      id: entry.id, title: entry.title, path: entry.path, place: entry.path, url: entry.url,
      slug: nil)
  }

  /// `place` is the path from where the program runs.
  private init(
    id: String, title: String, path: String, place: String, url: String?, slug: String?
  ) {
    self.id = id
    self.title = title
    self.path = path
    let parts = path.split(separator: "/").map(String.init)
    let file = parts.last ?? ""
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    // A folder's own page goes by the folder's name.
    let name = stem.lowercased() == "index" ? parts.dropLast().last ?? stem : stem
    names = [
      [id] + [url].compactMap(\.self), [path, place, "./" + place],
      [slug, name, file, Self.withoutDate(name)].compactMap(\.self).filter { !$0.isEmpty },
    ]
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
  static func named(_ name: String, among articles: [NamedArticle]) -> [NamedArticle] {
    for group in 0..<3 {
      var seen: Set<String> = []
      let found = articles.filter {
        $0.names[group].contains(name) && seen.insert($0.id).inserted
      }
      if !found.isEmpty { return found }
    }
    return []
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
    let short = articles.flatMap { $0.names[2] }
    let hint =
      Likeness.nearest(to: name, among: short).map { ", did you mean '\($0)'?" }
      ?? ", expected an id, a path, a slug or a file name"
    throw CommandFailure("no article '\(name)' among the \(articles.count) known\(hint)")
  }
}
