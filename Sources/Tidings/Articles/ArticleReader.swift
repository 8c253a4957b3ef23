public import Foundation

/// Reads one file's bytes as an article.
public struct ArticleReader: Sendable {
  let now: Date
  let dates: DateReader
  let baseURL: WebURL?
  let addresses: Addresses
  private let ownHosts: Set<String>
  let site: Site?
  let tagRules: TagRules
  /// Jekyll takes a time without a zone for UTC and shows every time in the site's zone.
  private let shownZone: TimeZone?
  /// Every setting that decides how a file is read; the clock is none, for a state is told anew.
  let fingerprint: String

  /// Reads dates without a zone in `zone`, else as the site does, else in UTC; and addresses
  /// against the site at `baseURL`, else at the site's own.
  ///
  /// Without `permalink` and without a site an article's address is its path below `baseURL`.
  public init(
    now: Date, zone: TimeZone? = nil, baseURL: WebURL? = nil, permalink: Permalink? = nil,
    site: Site? = nil, newsletterURL: WebURL? = nil, tagRules: TagRules = .none
  ) {
    self.now = now
    self.tagRules = tagRules
    self.site = site
    let isUTC = site?.dateRule == .utc
    dates = DateReader(zone: zone ?? (isUTC ? .gmt : site?.zone ?? .gmt))
    shownZone = zone == nil && site?.dateRule == .utcShownInSiteZone ? site?.zone : nil
    addresses = Addresses(site: site, baseURL: baseURL, permalink: permalink)
    self.baseURL = addresses.baseURL
    ownHosts = Set([addresses.baseURL, newsletterURL].compactMap { $0?.host })
    fingerprint = [
      zone?.identifier ?? "", baseURL?.text ?? "", permalink?.pattern ?? "",
      site?.fingerprint ?? "", newsletterURL?.text ?? "",
      tagRules.words.sorted { $0.key < $1.key }.description,
    ].joined(separator: "\n")
  }

  /// The date that a key holds.
  func date(_ text: String) -> DateReader.Reading {
    let reading = dates.read(text)
    guard let shownZone, case .date(let moment) = reading, moment.hasTime else { return reading }
    // YAML knows a time by its seconds; one without them is a text, and local.
    let isTimestamp = text.utf8.count { $0 == UInt8(ascii: ":") } > 1
    var instant = moment.instant
    if isTimestamp, case .date(let inUTC) = DateReader(zone: .gmt).read(text) {
      instant = inUTC.instant
    }
    return .date(
      Moment(instant: instant, offset: shownZone.secondsFromGMT(for: instant), hasTime: true))
  }

  /// Whether an address is the newsletter's own, so that what stands there is the original.
  func isOwn(_ url: WebURL) -> Bool { ownHosts.contains(url.host) }

  /// Whether a text of tags without a comma is several: Jekyll parts them at spaces.
  var splitsTags: Bool { site?.generator == .jekyll }

  /// Where an article's bytes come from.
  struct Source {
    /// The articles folder, as the user named it.
    let root: String
    /// Relative to it.
    let path: String
    /// Of the file, whose body is left in it; nil for bytes that are at hand only.
    let stamp: FileStamp?
    /// The folders and suffixes that name languages in this folder.
    var languages: Set<String> = []

    /// What diagnostics call the file.
    var place: String {
      root.isEmpty || root == "." ? path : root.hasSuffix("/") ? root + path : root + "/" + path
    }
  }

  /// The article in the file at `path` in `folder`, as far as that file alone tells.
  ///
  /// - Throws: `FileBytesError` when it cannot be read.
  public func article(at path: String, in folder: String) throws(FileBytesError) -> Article {
    let file = try FileBytes(at: folder + "/" + path)
    return read(file.bytes, from: Source(root: folder, path: path, stamp: nil)).article
  }

  /// The article in `bytes`, and what was odd about it.
  func read(_ bytes: [UInt8], from source: Source) -> (article: Article, diagnostics: [Diagnostic])
  {
    let text = SourceText(bytes)
    let name = ArticlePath(
      source.path, dates: dates, languages: source.languages)
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
