public import Foundation

/// Reads one file's bytes as an article.
public struct ArticleReader: Sendable {
  let now: Date
  let dates: DateReader
  let baseURL: WebURL?
  let addresses: Addresses

  /// Reads dates without a zone in `zone`, and addresses against the site at `baseURL`.
  ///
  /// Without `permalink` an article's address is its path below `baseURL`.
  public init(now: Date, zone: TimeZone, baseURL: WebURL? = nil, permalink: Permalink? = nil) {
    self.now = now
    self.dates = DateReader(zone: zone)
    addresses = Addresses(baseURL: baseURL, permalink: permalink)
    self.baseURL = addresses.baseURL
  }

  /// Every setting that decides how a file is read; the clock is none, for a state is told anew.
  var fingerprint: String {
    [dates.zone.identifier, baseURL?.text ?? "", permalink?.pattern ?? ""].joined(separator: "\n")
  }

  /// Where an article's bytes come from.
  struct Source {
    /// The articles folder, as the user named it.
    let root: String
    /// Relative to it.
    let path: String
    /// Of the file, whose body is left in it; nil for bytes that are at hand only.
    let stamp: FileStamp?
    /// The first parts of paths that name languages in this folder.
    var languageFolders: Set<String> = []

    /// What diagnostics call the file.
    var place: String {
      root.isEmpty || root == "." ? path : root.hasSuffix("/") ? root + path : root + "/" + path
    }
  }

  /// The article in `bytes`, and what was odd about it.
  func read(_ bytes: [UInt8], from source: Source) -> (article: Article, diagnostics: [Diagnostic])
  {
    let text = SourceText(bytes)
    let name = ArticlePath(
      source.path, dates: dates, languageFolders: source.languageFolders)
    var draft = ArticleDraft(
      frontMatter: FrontMatter(text.bytes), name: name, source: source, reader: self)
    let article = draft.article()
    guard let line = text.oddLine else { return (article, draft.diagnostics) }
    let oddity = Diagnostic(
      path: source.place, line: line,
      reason: "the file is not UTF-8; what is not was read as Latin-1 (save it as UTF-8)",
      severity: .warning, date: article.date)
    return (article, [oddity] + draft.diagnostics)
  }
}
