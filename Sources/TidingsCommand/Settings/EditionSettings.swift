import Delivery
import Foundation
import Tidings

/// What an edition is composed by: the options of the command line, then the configuration, then
/// the defaults.
struct EditionSettings {
  let base: Settings
  let options: EditionOptions

  /// - Throws: `SettingsError` for a configuration or an option that cannot be used.
  init(_ options: EditionOptions) throws(SettingsError) {
    base = try Settings(options.common, timeZone: options.articles.timeZone)
    self.options = options
  }

  var file: SettingsFile { base.file }
  private var now: Date { base.now }
  private var zone: TimeZone { base.zone }
  private var isZoneGiven: Bool { base.isZoneGiven }

  // MARK: Articles

  /// - Throws: `SettingsError` when there is no source of articles, or one of the settings is bad.
  func sources() throws(SettingsError) -> ArticleSources {
    let given = options.articles
    let path = try file.place("articles.folder", given: given.articles)
    let feeds = try feeds()
    guard path != nil || !feeds.isEmpty else {
      throw SettingsError(
        "no articles: give --articles DIR or --feed FILE-OR-URL, or set articles.folder or"
          + " articles.feeds in tidings.yml")
    }
    let found = path.map { Site.find(above: $0) }
    let asksGit = try file.flag("articles.git-dates") ?? false
    let reader = try reader(site: found?.site)
    let folder = path.map { ArticleFolder(path: $0) }
    let zone = isZoneGiven ? zone : found?.site?.zone ?? zone
    return ArticleSources(
      folder: folder, index: folder.map { index(of: $0, reader: reader) }, feeds: feeds,
      reader: reader,
      feedReader: FeedReader(
        now: now, zone: zone, baseURL: try url(given.baseURL, "articles.base-url")),
      feedClient: FeedClient(cache: base.cache + "/feeds", now: now),
      asksGit: asksGit || given.gitDates,
      siteDiagnostics: found?.diagnostics ?? [])
  }

  /// Paths in the configuration are relative to its own folder.
  private func feeds() throws(SettingsError) -> [String] {
    guard options.articles.feeds.isEmpty else { return options.articles.feeds }
    return (try file.list("articles.feeds") ?? []).map {
      $0.contains("://") ? $0 : file.place(of: $0)
    }
  }

  private func reader(site: Site?) throws(SettingsError) -> ArticleReader {
    var permalink: Permalink?
    if let pattern = try file.text("articles.permalink", given: options.articles.permalink) {
      do {
        permalink = try Permalink(pattern)
      } catch {
        throw file.error(
          "articles.permalink", isOption: options.articles.permalink != nil, error.description)
      }
    }
    return ArticleReader(
      now: now, zone: isZoneGiven ? zone : nil,
      baseURL: try url(options.articles.baseURL, "articles.base-url"), permalink: permalink,
      site: site, newsletterURL: try url(nil, "newsletter.url"), tagRules: try tagRules())
  }

  /// The index of what earlier runs read of a folder, beside the outbox.
  private func index(of folder: ArticleFolder, reader: ArticleReader) -> ArticleIndex {
    let place = URL(filePath: folder.path).standardizedFileURL.resolvingSymlinksInPath().path
    return ArticleIndex(
      cache: base.cache, folder: place, reader: reader, program: Program.stamp)
  }

  // MARK: Selection

  /// The rule, in the light of what went out before.
  func selection(
    history: History, defaultSince: String? = nil, repeats: Bool = false
  ) throws(SettingsError) -> Selection {
    let given = options.selection
    let states = try file.list("selection.states", given: given.states) ?? []
    let order =
      try file.text("selection.order", given: given.order) ?? Selection.Order.newest.rawValue
    let window = Window(
      since: try bound(given.since, "selection.since", otherwise: defaultSince)?
        .start(now: now, lastEdition: history.lastEnd ?? firstStart),
      until: try bound(given.until, "selection.until")?
        .end(now: now, lastEdition: history.lastEnd))
    if let since = window.since, since >= window.until ?? .distantFuture {
      throw SettingsError("the window ends before it begins: look at 'since' and 'until'")
    }
    return Selection(
      anyTags: try file.list("selection.tags", given: given.tags) ?? [],
      allTags: try file.list("selection.all-tags", given: given.allTags) ?? [],
      noTags: try file.list("selection.without-tags", given: given.withoutTags) ?? [],
      tagRules: try tagRules(),
      window: window,
      feedWindow: history.feedsSince.flatMap { feedsSince in
        guard let since = window.since, since == history.lastEnd, feedsSince < since else {
          return nil
        }
        return Window(since: feedsSince, until: window.until)
      },
      states: states.isEmpty ? [.published] : Set(try states.map(state)),
      language: try language("selection.language", given: given.language),
      preferredLanguage: try language("newsletter.language"),
      alreadySent: given.repeats || repeats ? [] : history.articles,
      order: try choice(
        order, "order", Selection.Order.init(rawValue:), Selection.Order.allCases.map(\.rawValue)
      ) { file.error("selection.order", isOption: given.order != nil, $0) },
      limit: try file.number("selection.limit", given: given.limit))
  }

  /// Which names of tags mean the same, and which words imply one.
  func tagRules() throws(SettingsError) -> TagRules { try file.tagRules() }

  /// With fewer articles no edition is composed.
  func minimum() throws(SettingsError) -> Int {
    max(1, try file.number("selection.minimum", given: options.selection.minimum) ?? 1)
  }

  /// Where a window that starts at the last edition starts for the first one.
  private var firstStart: Date { now.addingTimeInterval(-30 * 86_400) }

  private func bound(
    _ given: String?, _ key: String, otherwise usual: String? = nil
  ) throws(SettingsError) -> TimeBound? {
    guard let text = try file.text(key, given: given) ?? usual else { return nil }
    do {
      return try TimeBound(text, zone: zone)
    } catch {
      throw file.error(key, isOption: given != nil, error.description)
    }
  }

  private func state(_ text: String) throws(SettingsError) -> Article.State {
    try choice(
      text, "state", Article.State.init(rawValue:), Article.State.allCases.map(\.rawValue)
    ) {
      file.error(
        "selection.states", isOption: !options.selection.states.isEmpty, option: "state", $0)
    }
  }

  /// The value that a name stands for, in whatever case.
  func choice<Value>(
    _ text: String, _ name: String, _ value: (String) -> Value?, _ all: [String],
    fault: (String) -> SettingsError
  ) throws(SettingsError) -> Value {
    if let value = value(text.lowercased()) { return value }
    let hint = Likeness.nearest(to: text, among: all).map { ", did you mean '\($0)'?" } ?? ""
    throw fault(
      "unknown \(name) '\(text)', expected \(all.joined(separator: ", "))\(hint)")
  }

  // MARK: Edition

  func composer() throws(SettingsError) -> Composer {
    do {
      let newsletter = try newsletter()
      let theme = try theme()
      return Composer(
        newsletter: newsletter, digest: try digest(newsletter, theme: theme),
        templates: try Templates(
          folder: try file.place("templates", given: options.templates), builtInTheme: theme,
          variables: newsletter.variables.keys.sorted()),
        formats: try formats())
    } catch let error as SettingsError {
      throw error
    } catch {
      throw SettingsError("\(error)")
    }
  }

  private func theme() throws(SettingsError) -> BuiltInTheme {
    guard let name = try file.text("theme", given: options.theme) else { return .letter }
    return try choice(
      name, "theme", BuiltInTheme.init(rawValue:), BuiltInTheme.allCases.map(\.rawValue)
    ) { file.error("theme", isOption: options.theme != nil, $0) }
  }

  /// What `--set NAME=VALUE` says goes before the configuration.
  private func variables() throws(SettingsError) -> [String: String] {
    var variables: [String: String] = [:]
    for (name, text) in try file.texts("variables") {
      guard Self.isVariable(name) else {
        throw file.error("variables", entry: name, Self.variableRule)
      }
      variables[name] = text
    }
    for pair in options.variables {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, Self.isVariable(parts[0]) else {
        throw SettingsError("--set: '\(pair)' is no NAME=VALUE; \(Self.variableRule)")
      }
      variables[String(parts[0])] = String(parts[1])
    }
    return variables
  }

  private static let variableRule = "a name is made of letters, digits, '-' and '_'"

  private static func isVariable(_ name: some StringProtocol) -> Bool {
    !name.isEmpty
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
  }

  func formats() throws(SettingsError) -> [SnippetFormat] {
    let names = try file.list("snippets.networks", given: options.networks)
    let instance = try file.text("snippets.mastodon-instance") ?? "mastodon.social"
    let templates: PostTemplates
    do {
      templates = try PostTemplates(folder: try file.place("templates", given: options.templates))
    } catch let error as SettingsError {
      throw error
    } catch {
      throw SettingsError("\(error)")
    }
    let snippetOptions = SnippetOptions(mastodonInstance: instance)
    guard let names else {
      return Network.all.map { .init(network: $0, templates: templates, options: snippetOptions) }
    }
    var formats: [SnippetFormat] = []
    for name in names where !formats.contains(where: { $0.network.id == name.lowercased() }) {
      do {
        formats.append(.init(network: try Network(id: name), templates: templates, options: snippetOptions))
      } catch {
        throw file.error(
          "snippets.networks", isOption: !options.networks.isEmpty, option: "network",
          error.description)
      }
    }
    return formats
  }

  private func newsletter() throws(SettingsError) -> Newsletter {
    let url = try file.text("unsubscribe.url", given: options.unsubscribeURL)
    let mail = try file.text("unsubscribe.mail", given: options.unsubscribeMail)
    let language = try language("newsletter.language") ?? "en"
    return Newsletter(
      name: try oneLine(options.name, "newsletter.name") ?? "Tidings",
      from: try mailbox(options.from, "newsletter.from"),
      replyTo: try mailbox(options.replyTo, "newsletter.reply-to"),
      url: try self.url(nil, "newsletter.url"),
      postalAddress: try file.text("newsletter.postal-address", given: options.postalAddress),
      language: language, zone: zone,
      unsubscribe: url == nil && mail == nil ? nil : Unsubscribe(url: url, mail: mail),
      subject: try oneLine(options.subject, "newsletter.subject"),
      preheader: try file.text("newsletter.preheader"), intro: try intro(),
      variables: try variables(), wording: try wording(language: language))
  }

  func language(_ key: String, given: String? = nil) throws(SettingsError) -> String? {
    guard let text = try file.text(key, given: given) else { return nil }
    guard let tag = LanguageTag.normalized(text) else {
      throw file.error(
        key, isOption: given != nil, "'\(text)' is no language, expected one such as en or pt-BR")
    }
    return tag
  }

  private func intro() throws(SettingsError) -> String? {
    guard let path = try file.place("newsletter.intro", given: options.intro) else { return nil }
    do {
      return try FileBytes.text(at: path)
    } catch {
      throw SettingsError(path: path, line: nil, reason: "the intro cannot be read: \(error)")
    }
  }

  private func mailbox(_ given: String?, _ key: String) throws(SettingsError) -> Mailbox? {
    guard let text = try file.text(key, given: given) else { return nil }
    do {
      return try Mailbox(parsing: text)
    } catch {
      throw file.error(key, isOption: given != nil, error.description)
    }
  }

  func url(_ given: String?, _ key: String) throws(SettingsError) -> WebURL? {
    guard let text = try file.text(key, given: given) else { return nil }
    guard let url = WebURL(text) else {
      throw file.error(
        key, isOption: given != nil,
        "'\(text)' is no web address, expected one such as https://example.org")
    }
    return url
  }

  /// What ends in a header has no line break and no other control character.
  private func oneLine(_ given: String?, _ key: String) throws(SettingsError) -> String? {
    guard
      let text = try file.text(key, given: given)?.trimmingCharacters(in: .whitespacesAndNewlines)
    else { return nil }
    guard isOneLine(text) else {
      throw file.error(
        key, isOption: given != nil,
        "it has a line break or another control character, expected one line")
    }
    return text
  }

  func isOneLine(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
