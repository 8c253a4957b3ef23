import Delivery
import Foundation
import Tidings

/// Notes posts in the ledger, and brings the previews of the editions that hold them up to date.
struct PostingDesk {
  let settings: EditionSettings
  let console: Console

  private var outbox: Outbox { settings.base.outbox }

  /// What was noted, as it is printed.
  struct Report: Encodable {
    let article: String
    let title: String
    let network: String
    /// Absent after `--undo`.
    let url: String?
    let time: String?
    /// The pages that now say so.
    let previews: [String]

    var text: String {
      let place = Network.all.first { $0.id == network }?.title ?? network
      let pages = previews.map { "\n        \($0)" }.joined()
      guard let time else { return "undone  \(title), on \(place)\(pages)" }
      let clock = "\(time.prefix(10)) \(time.dropFirst(11).prefix(5))"
      return "posted  \(title), on \(place), \(clock)\(url.map { " \($0)" } ?? "")\(pages)"
    }
  }

  /// Notes that the article of that name was posted by hand at this instant.
  func record(_ name: String, on network: Network, url: WebURL?) async throws -> Report {
    let editions = outbox.editions()
    let (named, article) = try await find(name, in: editions)
    // The edition has one form of it, and a person may have posted the other.
    var forms = [try snippetInOutbox(of: named.id, on: network, in: editions)].compactMap(\.self)
    if let article {
      forms += try snippets(of: article, on: network)
    } else if let article = await articleInFolder(named) {
      forms += (try? snippets(of: article, on: network)) ?? []
    }
    try makeOutbox()
    let ledger = try Ledger(path: outbox.ledgerPath, clock: settings.base.clock)
    try ledger.recordPost(
      Posting(
        article: named.id, network: network.id, url: url, time: settings.base.now,
        textHash: Posting.hash(of: forms)))
    let posts = try ledger.posts()
    let posting = posts.first { $0.article == named.id && $0.network == network.id }
    return Report(
      article: named.id, title: named.title, network: network.id, url: posting?.url?.text,
      time: posting?.moment(in: settings.base.zone).description,
      previews: try renewPreviews(of: named.id, in: editions, posts: posts))
  }

  /// Forgets that the article of that name was posted.
  func undo(_ name: String, on network: Network) async throws -> Report {
    let editions = outbox.editions()
    guard let ledger = try settings.base.existingLedger() else {
      throw CommandFailure("nothing is on record as posted")
    }
    // Its file may be gone; the ledger has its id.
    let isID = try ledger.posts().contains { $0.article == name }
    let named: (id: String, title: String)
    if isID {
      let entry = editions.flatMap(\.picked).first { $0.id == name }
      named = (name, entry?.title ?? name)
    } else {
      let found = try await find(name, in: editions).named
      named = (found.id, found.title)
    }
    guard try ledger.withdrawPost(article: named.id, network: network.id) else {
      throw CommandFailure("'\(named.title)' is not on record as posted on \(network.title)")
    }
    return Report(
      article: named.id, title: named.title, network: network.id, url: nil, time: nil,
      previews: try renewPreviews(of: named.id, in: editions, posts: try ledger.posts()))
  }

  // MARK: The article

  /// The article of that name, in the outbox or else among those read; only there with its body.
  private func find(
    _ name: String, in editions: [Edition]
  ) async throws -> (named: NamedArticle, article: Article?) {
    var entries: [NamedArticle] = []
    var seen: Set<String> = []
    for entry in editions.flatMap(\.picked) where seen.insert(entry.id).inserted {
      entries.append(NamedArticle(entry))
    }
    if !NamedArticle.named(name, among: entries).isEmpty {
      return (try NamedArticle.one(name, among: entries), nil)
    }
    guard try settings.hasSources() else {
      if let entry = entry(ofFile: name, in: editions) { return (NamedArticle(entry), nil) }
      guard !entries.isEmpty else {
        throw CommandFailure(
          "no article '\(name)': there is no edition in '\(outbox.path)' and no folder of articles;"
            + " give --articles DIR, or --outbox DIR with an edition in it")
      }
      return (try NamedArticle.one(name, among: entries), nil)
    }
    let reading = try await settings.sources().read(now: settings.base.now)
    let articles = reading.articles
    // An article that is read has more names than its entry in an edition.
    let read = Set(articles.map(\.id))
    let named = try NamedArticle.one(
      name, among: articles.map { NamedArticle($0) } + entries.filter { !read.contains($0.id) })
    return (named, articles.first { $0.id == named.id })
  }

  /// That of the file at the path `name`, in the newest edition that has it.
  ///
  /// An edition does not say which folder its articles came from, and another one may hold a file
  /// of the same path: the file's title and date tell whether it is the article.
  private func entry(ofFile name: String, in editions: [Edition]) -> Edition.Entry? {
    let reader = ArticleReader(now: settings.now, zone: settings.zone)
    let entries = editions.flatMap(\.picked)
    for place in TypedPath(name).places {
      let found = entries.filter { $0.path == place.name }
      guard !found.isEmpty,
        let article = try? reader.article(at: place.name, in: place.folder)
      else { continue }
      let entry = found.first {
        $0.title == article.title && $0.date == article.date?.description
      }
      if let entry { return entry }
    }
    return nil
  }

  /// As the folder has it; nil when that has it not or cannot be read.
  ///
  /// Feeds are left alone: a note of a post does not wait for a network.
  private func articleInFolder(_ named: NamedArticle) async -> Article? {
    guard let folder = try? settings.folder() else { return nil }
    let reading = try? await folder.read(now: settings.base.now)
    return reading?.articles.first { $0.id == named.id }
  }

  /// That of the newest edition that has one; nil when none has.
  private func snippetInOutbox(
    of id: String, on network: Network, in editions: [Edition]
  ) throws -> Snippet? {
    for edition in editions where edition.picked.contains(where: { $0.id == id }) {
      guard let frozen = try? outbox.load(edition.id) else { continue }
      let snippet = try frozen.snippets().first { $0.article == id && $0.network == network.id }
      if let snippet { return snippet }
    }
    return nil
  }

  /// As one post, and as a series where it is long enough for one.
  private func snippets(of article: Article, on network: Network) throws -> [Snippet] {
    let own = SnippetSettings(settings.base, networks: [network.id])
    let templates = try settings.file.place("templates")
    return try [false, true].flatMap { series in
      try article.snippets(
        for: try own.formats(templates: templates, series: series),
        composed: settings.base.moment)
    }
  }

  // MARK: The pages

  private func makeOutbox() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: outbox.path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure("\(outbox.path): the folder cannot be made")
    }
  }

  /// Writes the previews anew of all editions with a snippet about the article.
  private func renewPreviews(
    of id: String, in editions: [Edition], posts: [Posting]
  ) throws -> [String] {
    let networks = try settings.snippets.limits().map(\.network)
    let ignored = try CheckSettings.ignored(settings.file)
    var renewed: [String] = []
    for edition in editions where edition.picked.contains(where: { $0.id == id }) {
      do throws(OutboxError) {
        let frozen = try outbox.load(edition.id)
        guard try frozen.snippets().contains(where: { $0.article == id }) else { continue }
        try outbox.replacePreview(
          of: edition.id,
          try frozen.preview(postings: Postings(posts), networks: networks, ignoring: ignored))
        renewed.append(frozen.path + "/preview.html")
      } catch {
        console.note("the preview of '\(edition.id)' stays as it is: \(error)", .warning)
      }
    }
    return renewed
  }
}

extension Posting {
  /// When it was posted, on the clocks of `zone`.
  func moment(in zone: TimeZone) -> Moment {
    Moment(instant: time, offset: zone.secondsFromGMT(for: time), hasTime: true)
  }
}

extension EditionSettings {
  /// Whether there is anything to read articles from.
  func hasSources() throws(SettingsError) -> Bool {
    if try file.place("articles.folder", given: options.articles.articles) != nil { return true }
    let feeds = try file.list("articles.feeds", given: options.articles.feeds)
    return feeds?.isEmpty == false
  }

  /// The sources without the feeds; nil when there is no folder.
  func folder() throws(SettingsError) -> ArticleSources? {
    guard try file.place("articles.folder", given: options.articles.articles) != nil else {
      return nil
    }
    let all = try sources()
    return ArticleSources(
      folder: all.folder, index: all.index, feeds: [], reader: all.reader,
      feedReader: all.feedReader, feedClient: all.feedClient, asksGit: all.asksGit,
      siteDiagnostics: all.siteDiagnostics)
  }
}
