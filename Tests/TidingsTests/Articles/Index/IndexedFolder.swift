import Foundation
import Glibc
import Testing

@testable import Tidings

/// A folder with an index beside it.
final class IndexedFolder {
  let folder: TemporaryFolder
  let articles: ArticleFolder
  let cache: String

  init(_ files: [String: String] = ["a.md": text("a"), "b.md": text("b"), "c/d.md": text("d")])
    throws
  {
    folder = try TemporaryFolder()
    articles = ArticleFolder(path: folder.path + "/articles")
    cache = folder.path + "/cache"
    for (name, text) in files { try write(text, to: name) }
  }

  static func text(_ title: String) -> String {
    "---\ntitle: \(title)\ndate: 2025-02-03\n---\nText."
  }

  /// Long settled, unless `isFresh`.
  func write(_ text: String, to name: String, isFresh: Bool = false) throws {
    try folder.write(text, to: "articles/" + name)
    if !isFresh { setTime(of: name, 1_700_000_000, 5_000_000) }
  }

  func setTime(of name: String, _ seconds: Int, _ nanoseconds: Int) {
    let time = timespec(tv_sec: seconds, tv_nsec: nanoseconds)
    _ = utimensat(AT_FDCWD, place(name), [time, time], 0)
  }

  /// Other bytes of the same length, in the same file, with the same time.
  func disguise(_ name: String, as text: String) throws {
    var status = stat()
    try #require(stat(place(name), &status) == 0)
    let file = try #require(FileHandle(forWritingAtPath: place(name)))
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
    _ = utimensat(AT_FDCWD, place(name), [status.st_atim, status.st_mtim], 0)
  }

  func place(_ name: String) -> String { articles.path + "/" + name }

  func index(reader: ArticleReader = Fixtures.reader(), program: String = "1") -> ArticleIndex {
    ArticleIndex(cache: cache, folder: articles.path, reader: reader, program: program)
  }

  var indexPath: String { index().path }

  func read(_ reader: ArticleReader = Fixtures.reader(), program: String = "1") async throws
    -> ArticleReading
  {
    try await articles.read(with: reader, index: index(reader: reader, program: program))
  }

  func titles(_ reader: ArticleReader = Fixtures.reader(), program: String = "1") async throws
    -> [String]
  {
    try await read(reader, program: program).articles.map(\.title).sorted()
  }

  /// Whether the index of `reader` holds as many entries as there are files.
  func isWhole(_ count: Int) throws -> Bool {
    guard let bytes = FileManager.default.contents(atPath: indexPath) else { return false }
    return index().forLanguages([]).records().count == count && !bytes.isEmpty
  }
}
