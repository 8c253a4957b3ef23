public import Foundation
import Glibc

/// The site that an articles folder belongs to, as its own configuration describes it.
public struct Site: Sendable {
  public let generator: Generator
  /// The site's folder, an absolute path without symbolic links.
  public let root: String
  /// What the site calls itself.
  public let title: String?
  public let baseURL: WebURL?
  public let zone: TimeZone?
  /// A language tag such as `pt-BR`, of articles that name no other.
  public let language: String?
  let rules: SiteRules

  public enum Generator: String, Sendable, CaseIterable {
    case hugo
    case jekyll
    case zola
    case hexo
    case pelican
    case eleventy
    case astro
    case docusaurus
    case obsidian
  }

  /// What a date without a zone means on the site.
  public enum DateRule: Sendable, Hashable {
    /// It is on the clock of the site's zone, or of the reader's where the site names none.
    case siteZone
    /// It is UTC, and its day is the day in UTC.
    case utc
    /// It is UTC, and its day is the day in the site's zone then; one without a time is a day there.
    case utcShownInSiteZone
  }

  public var dateRule: DateRule {
    switch generator {
    case .jekyll: .utcShownInSiteZone
    case .zola, .eleventy, .docusaurus, .astro: .utc
    // Without a zone of their own these two take UTC, not the machine's zone.
    case .hugo, .pelican: zone == nil ? .utc : .siteZone
    case .hexo, .obsidian: .siteZone
    }
  }
}

extension Site {
  /// Whether the file at `path`, below the articles folder, is a page that belongs to no day, by
  /// the site's own rule.
  func isPage(_ path: String) -> Bool {
    if case .pelican(let rules) = rules { rules.isPage(path) } else { false }
  }

  /// Whether the generator publishes the picture that a page names so under a name that it makes
  /// up: nobody can know its address.
  func renamesPicture(_ reference: String) -> Bool {
    switch generator {
    case .astro: ["./", "../", "~/", "@/"].contains { reference.hasPrefix($0) }
    case .docusaurus: reference.hasPrefix("./") || reference.hasPrefix("../")
    case .hugo, .jekyll, .zola, .hexo, .pelican, .eleventy, .obsidian: false
    }
  }

  /// Changes when a file that may configure the site does.
  var fingerprint: String {
    let folders = ["", "/config", "/config/_default", "/config/production"]
    let stamps = folders.flatMap { folder -> [String] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root + folder)) ?? []
      return names.sorted().compactMap { name in
        guard Self.settingsFiles.contains(where: { name.hasSuffix($0) }) else { return nil }
        var status = stat()
        guard stat("\(root)\(folder)/\(name)", &status) == 0 else { return nil }
        return "\(folder)/\(name) \(FileStamp(status))"
      }
    }
    var sections: [String] = []
    if case .hugo(let rules) = rules { sections = rules.sectionFolders.sorted() }
    return ([generator.rawValue, root] + stamps + sections).joined(separator: "\n")
  }

  private static let settingsFiles = [
    ".toml", ".yml", ".yaml", ".json", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts",
    ".py",
  ]
}

/// One generator's rules for addresses.
enum SiteRules: Sendable {
  case hugo(HugoRules)
  case jekyll(JekyllRules)
  case zola(ZolaRules)
  case hexo(HexoRules)
  case pelican(PelicanRules)
  case eleventy(EleventyRules)
  case astro(AstroRules)
  case docusaurus(DocusaurusRules)
  /// No address can be told from the site.
  case unknown
}

/// Where a site's configuration is and where the articles are, while the one is read.
struct SitePlace {
  /// Absolute, without a slash at its end.
  let root: String
  /// The articles folder below the root; empty when it is the root itself.
  let articles: String

  func holds(_ name: String) -> Bool {
    access(root + "/" + name, F_OK) == 0
  }

  /// The first of `names` that the site's folder holds, as a whole path.
  func first(of names: [String]) -> String? {
    names.first(where: holds).map { root + "/" + $0 }
  }
}

/// The configuration files of one site, as one value.
struct SiteSettings {
  let files: [SiteConfiguration]
  /// What stands in a later file goes before.
  let values: FrontMatterValue

  init(_ files: [SiteConfiguration], values: FrontMatterValue? = nil) {
    self.files = files
    self.values = values ?? files.reduce(.null) { $0.merged(with: $1.values) }
  }

  /// A warning at the last file that holds the top-level `key`.
  func warning(_ key: String, _ reason: String) -> Diagnostic {
    let file = files.last { $0.lines[key] != nil } ?? files.last
    return file?.warning(key, reason)
      ?? Diagnostic(path: "", reason: reason, severity: .warning)
  }

  /// The zone that `key` names; one that no database has is noted.
  func zone(_ key: String, notes: inout [Diagnostic]) -> TimeZone? {
    guard let name = values[key].text else { return nil }
    if let zone = TimeZone(identifier: name) { return zone }
    notes.append(
      warning(
        key,
        "'\(key)' is '\(name.oneLine)', expected a time zone such as Europe/Berlin;"
          + " it is passed over"))
    return nil
  }

  /// The web address that `key` holds; a path such as `/` is none, and no fault.
  func url(_ key: String, notes: inout [Diagnostic]) -> WebURL? {
    guard let text = values[key].text else { return nil }
    if let url = WebURL(text) { return url }
    if !text.hasPrefix("/") {
      notes.append(
        warning(
          key,
          "'\(key)' is '\(text.oneLine)', expected a web address such as https://example.org;"
            + " it is passed over"))
    }
    return nil
  }

  /// What the site calls itself, on one line.
  var title: String? { values["title"].text.flatMap(\.nonEmptyLine) }

  /// A pattern as the site's generator reads it; nil, and noted, when it has an unknown token.
  func permalink(
    _ pattern: String, _ dialect: Permalink.Dialect, key: String, notes: inout [Diagnostic]
  ) -> Permalink? {
    do {
      return try Permalink(pattern, dialect: dialect)
    } catch {
      notes.append(
        warning(
          key,
          "\(error); the addresses that it gives are left out (--permalink sets another pattern)"))
      return nil
    }
  }
}

extension String {
  /// Itself on one line; nil when nothing is on it.
  var nonEmptyLine: String? {
    let line = oneLine
    return line.isEmpty ? nil : line
  }
}
