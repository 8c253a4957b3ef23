import Foundation
import Glibc

/// A folder of Markdown files, read whole.
public struct ArticleFolder: Sendable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// Reads every `.md`, `.markdown`, `.mdx` and `.txt` file at any depth, on all processors.
  ///
  /// Hidden files and folders, `node_modules` and folders behind symbolic links are passed over.
  /// What `index` knows is not read again; what it does not know is added to it.
  /// - Throws: `ArticleFolderError` when the folder itself cannot be read or holds no such file.
  public func read(
    with reader: ArticleReader, index: ArticleIndex? = nil
  ) async throws(ArticleFolderError) -> ArticleReading {
    let (paths, troubles) = try FileTree(root: path).paths()
    guard !paths.isEmpty else { throw ArticleFolderError(path: path, reason: .noArticles) }
    let languages = Self.languageFolders(of: paths).union(Self.languageSuffixes(of: paths))
    let index = index?.forLanguages(languages)
    let records = index?.records() ?? .none
    let draft = index?.begin()
    let job = Job(
      root: path, paths: paths, reader: reader, languages: languages, records: records,
      known: records.entries(for: paths), isIndexing: draft != nil)
    var parts = await job.parts()
    if let index, let draft {
      let isChanged = records.count != paths.count || parts.contains { $0.fresh > 0 }
      if isChanged {
        _ = index.finish(
          draft, entries: parts.map(\.entries), count: parts.reduce(0) { $0 + $1.entryCount })
      } else {
        index.abandon(draft)
      }
      for number in parts.indices { parts[number].entries = [] }
    }
    return ArticleReading(
      articles: parts.flatMap(\.articles), diagnostics: troubles + parts.flatMap(\.diagnostics),
      files: paths.count)
  }

  /// The first folders of paths that name languages: there are two of them at least.
  private static func languageFolders(of paths: [String]) -> Set<String> {
    var names: Set<String> = []
    var last = ""
    for path in paths {
      guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { continue }
      let first = path[..<slash]
      if first != last, first.utf8.count <= 7 {
        last = String(first)
        if let tag = LanguageTag.normalized(last), LanguageTag.isKnown(tag) { names.insert(last) }
      }
    }
    return names.count > 1 ? names : []
  }

  /// Suffixes such as the `is` of `day.is.md`, which name a language only beside a `day.md`.
  private static func languageSuffixes(of paths: [String]) -> Set<String> {
    var candidates: [(suffix: String, sibling: String)] = []
    for path in paths {
      guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")),
        let first = path.utf8[..<dot].suffix(12).lastIndex(of: UInt8(ascii: ".")),
        case let suffix = String(path[path.index(after: first)..<dot]),
        let tag = LanguageTag.normalized(suffix), LanguageTag.isKnown(tag)
      else { continue }
      candidates.append((suffix, String(path[..<first] + path[dot...])))
    }
    guard !candidates.isEmpty else { return [] }
    let all = Set(paths)
    return Set(candidates.filter { all.contains($0.sibling) }.map(\.suffix))
  }

  /// One reading of all paths, in parts.
  private struct Job: Sendable {
    let root: String
    let paths: [String]
    let reader: ArticleReader
    let languages: Set<String>
    let records: ArticleIndex.Records
    let known: [Int?]
    let isIndexing: Bool

    struct Part: Sendable {
      var articles: [Article] = []
      var diagnostics: [Diagnostic] = []
      var entries: [UInt8] = []
      var entryCount = 0
      /// How many files were read, not remembered.
      var fresh = 0
    }

    /// In the order of the paths.
    func parts() async -> [Part] {
      let share = max(16, paths.count / (8 * ProcessInfo.processInfo.activeProcessorCount) + 1)
      return await withTaskGroup(of: (Int, Part).self) { group in
        for start in stride(from: 0, to: paths.count, by: share) {
          group.addTask { (start, part(start..<min(start + share, paths.count))) }
        }
        var parts: [(Int, Part)] = []
        for await part in group { parts.append(part) }
        return parts.sorted { $0.0 < $1.0 }.map(\.1)
      }
    }

    private func part(_ numbers: Range<Int>) -> Part {
      var part = Part()
      part.articles.reserveCapacity(numbers.count)
      for number in numbers where !remember(number, in: &part) { read(paths[number], in: &part) }
      return part
    }

    /// Takes an article from the index; false when the file must be read.
    private func remember(_ number: Int, in part: inout Part) -> Bool {
      guard let entry = known[number] else { return false }
      var status = stat()
      guard stat(root + "/" + paths[number], &status) == 0,
        records.holds(FileStamp(status), at: entry),
        let record = records.record(at: entry, root: root, path: paths[number], now: reader.now)
      else { return false }
      part.articles.append(record.article)
      part.diagnostics += record.diagnostics
      if isIndexing {
        part.entries += records.encoded(at: entry)
        part.entryCount += 1
      }
      return true
    }

    private func read(_ path: String, in part: inout Part) {
      part.fresh += 1
      do {
        let file = try FileBytes(at: root + "/" + path)
        let source = ArticleReader.Source(
          root: root, path: path, stamp: file.stamp, languages: languages)
        let (article, diagnostics) = reader.read(file.bytes, from: source)
        part.articles.append(article)
        part.diagnostics += diagnostics
        guard isIndexing else { return }
        part.entries += ArticleIndex.entry(
          path: path, stamp: file.stamp,
          record: ArticleRecord(article: article, diagnostics: diagnostics))
        part.entryCount += 1
      } catch {
        let source = ArticleReader.Source(root: root, path: path, stamp: nil)
        part.diagnostics.append(
          Diagnostic(
            path: source.place, reason: error.description, severity: .error,
            date: ArticlePath(path, dates: reader.dates).date))
      }
    }
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
  public var description: String { "\(path): \(words)" }

  /// The reason without the path.
  public var words: String {
    switch reason {
    case .missing: "no such folder, expected a folder of Markdown articles"
    case .notAFolder: "this is a file, expected a folder of Markdown articles"
    case .noArticles:
      "no article in it, expected files that end in .md, .markdown, .mdx or .txt"
    case .system(let words): words
    }
  }
}
