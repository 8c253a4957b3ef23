public import Foundation

/// Reads one file's bytes as an article.
public struct ArticleReader: Sendable {
  let now: Date
  let dates: DateReader
  let baseURL: WebURL?
  let permalink: Permalink?

  /// Reads dates without a zone in `zone`, and addresses against the site at `baseURL`.
  ///
  /// Without `permalink` an article's address is its path below `baseURL`.
  public init(now: Date, zone: TimeZone, baseURL: WebURL? = nil, permalink: Permalink? = nil) {
    self.now = now
    self.dates = DateReader(zone: zone)
    self.baseURL = baseURL
    self.permalink = permalink
  }

  /// The article in `bytes`, or nil with the error that left it out.
  ///
  /// `path` is relative to the articles folder; `place` is what diagnostics call the file.
  public func read(
    _ bytes: some Collection<UInt8>, path: String, place: String
  ) -> (article: Article?, diagnostics: [Diagnostic]) {
    let name = ArticlePath(path, dates: dates)
    guard let decoded = String(validating: bytes, as: UTF8.self) else {
      return (nil, [.notUTF8(bytes, place: place, date: name.date)])
    }
    let text = Self.normalized(decoded)
    do {
      var draft = ArticleDraft(
        frontMatter: try FrontMatter(text), name: name, place: place, reader: self)
      return (draft.article(), draft.diagnostics)
    } catch {
      let diagnostic = Diagnostic(
        path: place, line: error.line, reason: error.description, severity: .error, date: name.date)
      return (nil, [diagnostic])
    }
  }

  /// Without byte order mark, with `\n` as the only line end.
  private static func normalized(_ text: String) -> String {
    let unmarked = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    guard unmarked.utf8.contains(UInt8(ascii: "\r")) else { return unmarked }
    return unmarked.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}

extension Diagnostic {
  /// Names the line and the first byte that breaks UTF-8.
  fileprivate static func notUTF8(
    _ bytes: some Collection<UInt8>, place: String, date: Moment?
  ) -> Diagnostic {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if scalar == "\n" { line += 1 }
      case .emptyInput, .error: break decoding
      }
    }
    return Diagnostic(
      path: place, line: line,
      reason: "the file is not UTF-8, expected UTF-8 text (save it with that encoding)",
      severity: .error, date: date)
  }
}
