import Foundation
import Tidings

/// What a blog's repository tells of itself, for a configuration to start from.
struct BlogFolder {
  /// An absolute path.
  let root: String
  /// Where the articles lie, from the root.
  let articles: String
  let site: Site?

  /// Where generators keep articles, the most usual place first.
  private static let usual = [
    "content/posts", "content/post", "content/blog", "content/articles", "_posts",
    "source/_posts", "src/content/blog", "src/content/posts", "src/posts", "content", "posts",
    "blog", "articles", "docs",
  ]

  /// - Throws: `CommandFailure` for a folder that is none, or articles that are not below it.
  init(root: String, articles: String?) throws(CommandFailure) {
    let root = URL(filePath: root).standardizedFileURL.path
    guard Self.isFolder(root) else { throw CommandFailure("\(root): no such folder") }
    if let articles,
      articles.split(separator: "/").contains("..") || !Self.isFolder("\(root)/\(articles)")
    {
      throw CommandFailure(
        "--articles: '\(articles)' is no folder in \(root), expected one such as content/posts")
    }
    self.root = root
    let found = Self.usual.first { Self.holdsArticles("\(root)/\($0)") }
    self.articles = articles ?? found ?? "."
    site = Site.find(above: "\(root)/\(self.articles)").site
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether there is a Markdown file in the folder, or in a folder of it.
  private static func holdsArticles(_ path: String) -> Bool {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: path)) ?? [] {
      if isArticle(name) { return true }
      let inner = (try? files.contentsOfDirectory(atPath: "\(path)/\(name)")) ?? []
      if inner.contains(where: isArticle) { return true }
    }
    return false
  }

  private static func isArticle(_ name: String) -> Bool {
    [".md", ".mdx", ".markdown"].contains { name.hasSuffix($0) }
  }
}
