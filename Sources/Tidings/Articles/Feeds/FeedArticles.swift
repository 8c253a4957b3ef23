import Foundation

/// Turns a feed's items into articles, whatever format they came in.
struct FeedArticles {
  /// The feed's path or address, as diagnostics call it.
  let name: String
  let now: Date
  let dates: FeedDates
  private(set) var articles: [Article] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The article that a diagnostic is about.
  private(set) var subjects: [Diagnostic: Article] = [:]

  init(name: String, now: Date, zone: TimeZone) {
    self.name = name
    self.now = now
    self.dates = FeedDates(reader: DateReader(zone: zone))
  }

  mutating func add(_ feed: Feed) {
    for note in feed.notes { diagnostics.append(diagnostic(note)) }
    let doubled = Self.ambiguousIDs(feed.items)
    var seen: Set<String> = []
    for item in feed.items {
      var item = item
      if let id = item.id, doubled.contains(id) {
        item.note(
          "its id '\(id.oneLine.prefixAtWord(120))' is another item's too; its address is used in place of it"
        )
        item.id = nil
      }
      guard let (article, notes) = article(from: item) else {
        diagnostics += (item.notes + [Self.empty(item)]).map { diagnostic($0, of: item) }
        continue
      }
      guard seen.insert(article.id).inserted else {
        let double = FeedNote(
          "'\(article.title)' is in the feed twice; the first is used", line: item.line)
        diagnostics.append(diagnostic(double, of: item))
        continue
      }
      articles.append(article)
      for note in notes {
        let diagnostic = diagnostic(note, of: item).dated(article.date)
        diagnostics.append(diagnostic)
        subjects[diagnostic] = article
      }
    }
  }

  mutating func add(_ fault: FeedFault) {
    diagnostics.append(
      diagnostic(FeedNote(fault.reason, line: fault.line, severity: .error)))
  }

  mutating func add(_ note: FeedNote) {
    diagnostics.append(diagnostic(note))
  }

  private func diagnostic(_ note: FeedNote, of item: FeedItem? = nil) -> Diagnostic {
    let isPlaced = note.line != nil
    let place = isPlaced ? "" : item.map { "item \($0.number): " } ?? ""
    return Diagnostic(
      path: name, line: note.line, reason: place + note.reason, severity: note.severity)
  }

  private static func empty(_ item: FeedItem) -> FeedNote {
    FeedNote(
      "the item has neither title nor text nor address; it is left out", line: item.line)
  }

  /// Ids that several items with different addresses share.
  private static func ambiguousIDs(_ items: [FeedItem]) -> Set<String> {
    var first: [String: WebURL] = [:]
    var result: Set<String> = []
    for item in items {
      guard let id = item.id, let url = item.url else { continue }
      if let known = first[id] {
        if known != url { result.insert(id) }
      } else {
        first[id] = url
      }
    }
    return result
  }

  /// Nil for an item in which there is nothing to show.
  private func article(from original: FeedItem) -> (Article, [FeedNote])? {
    var item = original
    let summary = item.summary?.nonBlank
    let content = item.content?.nonBlank ?? summary
    guard let title = title(of: item, content: content) else { return nil }
    let date = moment(item.date, severity: .error, for: &item)
    let updated = moment(item.updated, severity: .warning, for: &item)
    let id = item.id?.oneLine.nonBlank ?? item.url?.text ?? dated(title, date)
    let words = summary == content ? nil : summary?.words.nonBlank
    let article = Article(
      id: id, path: item.url?.text ?? item.origin?.url?.text ?? "\(name)#\(id)", title: title,
      date: date, dateSource: date.map { _ in .feed }, updated: updated, tags: tags(of: item),
      state: state(of: item, date: date), url: item.url, origin: item.origin,
      summary: words.map(Typography.mended), author: author(of: item), image: item.image,
      language: item.language.flatMap(LanguageTag.normalized), body: .html(content?.html ?? ""))
    return (article, item.notes)
  }

  /// Its own title, else its first sentence, else the last words of its address.
  private func title(of item: FeedItem, content: FeedMarkup?) -> String? {
    if let words = item.title?.titleWords.nonBlank {
      return Typography.mended(words).prefixAtWord(300)
    }
    if let sentence = content?.firstSentence { return sentence.prefixAtWord(160) }
    guard let url = item.url ?? item.origin?.url else { return nil }
    let slug = URL(string: url.text)?.deletingPathExtension().lastPathComponent ?? ""
    let words = slug.split { "-_/ ".contains($0) }.joined(separator: " ").oneLine
    let named = words.isEmpty ? url.host : words
    return (named.prefix(1).uppercased() + named.dropFirst()).prefixAtWord(160)
  }

  private func dated(_ title: String, _ date: Moment?) -> String {
    date.map { "\(Slug.text(title))-\($0.day)" } ?? Slug.text(title)
  }

  private func moment(
    _ stamp: FeedItem.Stamp?, severity: Diagnostic.Severity, for item: inout FeedItem
  ) -> Moment? {
    guard let stamp else { return nil }
    let shown = stamp.text.oneLine.prefixAtWord(80)
    switch dates.read(stamp.text) {
    case .date(let moment): return moment
    case .impossible:
      item.note(
        "'\(stamp.key)' is '\(shown)', a day that no calendar has", line: stamp.line,
        severity: severity)
    case .noDate:
      item.note(
        "'\(stamp.key)' is '\(shown)', expected a date such as 2025-06-05T09:00:00Z",
        line: stamp.line, severity: severity)
    }
    return nil
  }

  private func state(of item: FeedItem, date: Moment?) -> Article.State {
    if item.isDraft { return .draft }
    guard let date else { return .undated }
    return date.instant > now ? .scheduled : .published
  }

  private func tags(of item: FeedItem) -> [String] {
    var seen: Set<TagName> = []
    return item.tags.map { FeedMarkup.html($0).titleWords }
      .filter { !$0.isEmpty && seen.insert(TagName($0)).inserted }
  }

  private func author(of item: FeedItem) -> String? {
    var seen: Set<String> = []
    let names = item.authors.map(\.oneLine).filter { !$0.isEmpty && seen.insert($0).inserted }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
