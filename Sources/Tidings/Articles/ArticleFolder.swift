import Foundation
import Glibc

/// A folder of Markdown files, read whole.
public struct ArticleFolder: Sendable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// What a folder holds: every article, by id, and every doubt, by path.
  public struct Contents: Sendable, Hashable {
    public let articles: [Article]
    public let diagnostics: [Diagnostic]
    /// How many files were read, the unreadable ones among them.
    public let files: Int
  }

  /// Reads every `.md`, `.markdown`, `.mdx` and `.txt` file at any depth, on all processors.
  ///
  /// Hidden files and folders, `node_modules` and folders behind symbolic links are passed over.
  /// - Throws: `ArticleFolderError` when the folder itself cannot be read or holds no such file.
  public func read(with reader: ArticleReader) async throws(ArticleFolderError) -> Contents {
    let (paths, troubles) = try FileTree(root: path).paths()
    guard !paths.isEmpty else { throw ArticleFolderError(path: path, reason: .noArticles) }
    let readings = await readings(of: paths, with: reader)
    let read = readings.compactMap(\.article)
    var diagnostics = troubles + readings.flatMap(\.diagnostics)
    let count = read.reduce(into: [:]) { $0[$1.id, default: 0] += 1 }
    let articles = read.map { article -> Article in
      guard count[article.id] ?? 0 > 1 else { return article }
      // None keeps the id: which of them it meant before, nobody can tell.
      diagnostics.append(
        Diagnostic(
          path: place(of: article.path),
          reason: "its id '\(article.id)' is another article's too;"
            + " it goes by its path (give each an 'id' of its own)", severity: .warning))
      return article.identified(as: article.path)
    }
    return Contents(
      articles: articles.sorted { $0.id < $1.id },
      diagnostics: diagnostics.sorted { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) },
      files: paths.count)
  }

  private typealias Reading = (article: Article?, diagnostics: [Diagnostic])

  /// One reading a path, in the order of `paths`.
  private func readings(of paths: [String], with reader: ArticleReader) async -> [Reading] {
    let share = max(16, paths.count / (4 * ProcessInfo.processInfo.activeProcessorCount) + 1)
    return await withTaskGroup(of: (Int, [Reading]).self) { group in
      for start in stride(from: 0, to: paths.count, by: share) {
        let part = paths[start..<min(start + share, paths.count)]
        group.addTask { (start, part.map { self.reading(of: $0, with: reader) }) }
      }
      var parts: [(Int, [Reading])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  private func reading(of relative: String, with reader: ArticleReader) -> Reading {
    let place = place(of: relative)
    do {
      let bytes = try FileBytes(at: path + "/" + relative).bytes
      return reader.read(bytes, path: relative, place: place)
    } catch {
      return (
        nil,
        [Diagnostic(path: place, reason: error.description, severity: .error)]
      )
    }
  }

  /// What diagnostics call the article at a path below this folder.
  public func place(of relative: String) -> String {
    path == "." ? relative : (path.hasSuffix("/") ? path : path + "/") + relative
  }
}

extension Article {
  fileprivate func identified(as id: String) -> Article {
    Article(
      id: id, path: path, title: title, date: date, dateSource: dateSource, updated: updated,
      tags: tags, state: state, url: url, origin: origin, summary: summary, author: author,
      image: image, language: language, body: body)
  }
}

/// Why a folder gives no articles.
public struct ArticleFolderError: Error, Hashable {
  public let path: String
  public let reason: Reason

  /// What the system said of the folder, or that it holds nothing to read.
  public enum Reason: Sendable, Hashable {
    case missing
    case notAFolder
    case noArticles
    case system(String)
  }
}

extension ArticleFolderError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .missing: "\(path): no such folder, expected a folder of Markdown articles"
    case .notAFolder: "\(path): this is a file, expected a folder of Markdown articles"
    case .noArticles:
      "\(path): no article in it, expected files that end in .md, .markdown, .mdx or .txt"
    case .system(let words): "\(path): \(words)"
    }
  }
}
