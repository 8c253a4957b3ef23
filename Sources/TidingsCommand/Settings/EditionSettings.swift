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
  var now: Date { base.now }
  var zone: TimeZone { base.zone }
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
        formats: try formats(), ignoring: try CheckSettings.ignored(file))
    } catch let error as SettingsError {
      throw error
    } catch {
      throw SettingsError("\(error)")
    }
  }

  func language(_ key: String, given: String? = nil) throws(SettingsError) -> String? {
    guard let text = try file.text(key, given: given) else { return nil }
    guard let tag = LanguageTag.normalized(text) else {
      throw file.error(
        key, isOption: given != nil, "'\(text)' is no language, expected one such as en or pt-BR")
    }
    return tag
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

  func isOneLine(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
