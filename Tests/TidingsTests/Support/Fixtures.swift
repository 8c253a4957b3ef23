import Foundation

@testable import Tidings

/// The sample articles of the repository, and the clock that their tests go by.
enum Fixtures {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let articles = root.appending(path: "Fixtures/articles").path
  static let templates = root.deletingLastPathComponent().appending(path: "templates").path

  /// Five articles as they were found on the web; they lie outside the repository.
  static let realArticles = root.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/articles").path

  static let hasRealArticles = FileManager.default.fileExists(atPath: realArticles)

  /// 1 March 2025, 9:00 UTC.
  static let now = Date(timeIntervalSince1970: 1_740_819_600)
  static let composed = Moment(instant: now, offset: 0, hasTime: true)

  static func reader(baseURL: String? = nil, zone: TimeZone = .gmt) -> ArticleReader {
    ArticleReader(now: now, zone: zone, baseURL: baseURL.flatMap { WebURL($0) })
  }

  /// One article, read from its text.
  static func article(
    _ text: String, path: String = "post.md", baseURL: String? = nil, zone: TimeZone = .gmt
  ) -> (article: Article?, diagnostics: [Diagnostic]) {
    article(Array(text.utf8), path: path, baseURL: baseURL, zone: zone)
  }

  /// One article, read from its bytes.
  static func article(
    _ bytes: [UInt8], path: String = "post.md", baseURL: String? = nil, zone: TimeZone = .gmt
  ) -> (article: Article?, diagnostics: [Diagnostic]) {
    reader(baseURL: baseURL, zone: zone)
      .read(bytes, from: ArticleReader.Source(root: "", path: path, stamp: nil))
  }
}
