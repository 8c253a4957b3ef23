import Foundation

/// What an article's address is made from.
struct ArticleAddress {
  /// Below the articles folder.
  let path: String
  /// The file's name without its extension, as `ArticlePath` has it.
  let fileName: String
  /// The name without date, extension and language, as `ArticlePath` has it.
  let slug: String
  /// The slug that the front matter names; nil when it names none.
  let slugKey: String?
  /// The address or path that the front matter names (`url`, `permalink`, `path`).
  let urlKey: String?
  let title: String
  let date: Moment?
  let categories: [String]
  let language: String?

  /// Seconds since 1970, 0 without a date.
  var timestamp: Int {
    let seconds = date?.instant.timeIntervalSince1970.rounded(.down) ?? 0
    return Int(exactly: min(max(seconds, -3.2e13), 3.2e13)) ?? 0
  }
}

/// A path below a site's address, percent-encoded.
struct SitePath {
  let bytes: [UInt8]
  /// Where it is not the site's own: Hugo gives a language one of its own.
  let baseURL: WebURL?

  init(_ path: String, baseURL: WebURL? = nil, keepsQuery: Bool = false) {
    bytes = AddressPath.encoded(path, keepsQuery: keepsQuery)
    self.baseURL = baseURL
  }
}

/// The addresses of a folder's articles: what the settings say, then what the site says, then
/// folders and slug.
struct Addresses: Sendable {
  let baseURL: WebURL?
  private let base: [UInt8]?
  private let rules: SiteRules?
  private let permalink: Permalink?
  /// Whether `baseURL` was set, and so goes before what a language of the site has.
  private let isBaseGiven: Bool

  /// `baseURL` and `permalink` go before those of `site`.
  init(site: Site? = nil, baseURL: WebURL? = nil, permalink: Permalink? = nil) {
    isBaseGiven = baseURL != nil
    self.baseURL = baseURL ?? site?.baseURL
    base = self.baseURL.map(\.pathBase)
    guard let permalink else {
      rules = site?.rules
      self.permalink = nil
      return
    }
    switch site?.rules {
    case .hugo(let hugo):
      (rules, self.permalink) = (.hugo(hugo.replacing(permalink: permalink)), nil)
    case .jekyll(let jekyll):
      (rules, self.permalink) = (.jekyll(jekyll.replacing(permalink: permalink)), nil)
    case .hexo(let hexo):
      (rules, self.permalink) = (.hexo(hexo.replacing(permalink: permalink)), nil)
    case .zola, .pelican, .eleventy, .astro, .docusaurus, .unknown, nil:
      (rules, self.permalink) = (nil, permalink)
    }
  }

  /// The article's address, or nil where none can be told.
  ///
  /// The second value says that the front matter names an address that is none, or that leads out
  /// of the site: the first value was made without it.
  func url(for article: ArticleAddress) -> (url: WebURL?, isKeyRefused: Bool) {
    guard let written = article.urlKey else { return (sitePath(article).flatMap(joined), false) }
    switch WrittenAddress(written) {
    case .absolute(let url): return (url, false)
    case .path:
      if case .unknown? = rules ?? .unknown { return (resolved(written), false) }
      return (sitePath(article).flatMap(joined), false)
    // Where a site writes it or none at all, another address would be a wrong one.
    case .unwritten: return (nil, false)
    case .refused: return (sitePath(article.withoutKey).flatMap(joined), true)
    }
  }

  /// A path without a known site: below the host when it begins with a slash, else beside the base
  /// (RFC 3986 5.2.2).
  private func resolved(_ written: String) -> WebURL? {
    guard let baseURL else { return nil }
    let bytes = AddressPath.encoded(written, keepsQuery: true)
    return WebURL(base: written.hasPrefix("/") ? baseURL.origin : baseURL.folder, path: bytes)
  }

  private func joined(_ path: SitePath) -> WebURL? {
    guard let other = path.baseURL, !isBaseGiven else {
      return base.map { WebURL(base: $0, path: path.bytes) }
    }
    return WebURL(base: other.pathBase, path: path.bytes)
  }

  private func sitePath(_ article: ArticleAddress) -> SitePath? {
    switch rules {
    case .hugo(let rules): rules.path(for: article)
    case .jekyll(let rules):
      rules.knows(article) ? rules.path(for: article) : plainPath(article)
    case .zola(let rules): rules.path(for: article)
    case .hexo(let rules): rules.path(for: article)
    case .pelican(let rules): rules.path(for: article)
    case .eleventy(let rules): rules.path(for: article)
    case .astro(let rules): rules.path(for: article)
    case .docusaurus(let rules): rules.path(for: article)
    case .unknown, nil: plainPath(article)
    }
  }

  /// By the given pattern, or as generators without one write it: the folders and the slug.
  private func plainPath(_ article: ArticleAddress) -> SitePath? {
    let folders = Array(ContentFolder.parts(of: article.path).dropLast())
    let slug = article.slugKey ?? article.slug
    if let permalink {
      return permalink.path(
        for: .init(
          folders: folders, sections: folders, slugKey: slug, slug: slug[...],
          fileName: article.fileName[...], title: article.title, date: article.date?.civil,
          timestamp: article.timestamp, categories: article.categories, collection: "",
          language: article.language)
      ).map { SitePath($0) }
    }
    let isIndex = article.fileName.lowercased() == "index"
    var path = (isIndex ? folders.dropLast() : folders[...]).joined(separator: "/")
    path += "/"
    path += slug
    path += "/"
    return SitePath(path)
  }
}

extension ArticleAddress {
  fileprivate var withoutKey: ArticleAddress {
    ArticleAddress(
      path: path, fileName: fileName, slug: slug, slugKey: slugKey, urlKey: nil, title: title,
      date: date, categories: categories, language: language)
  }
}

/// What the front matter's own word about an address is.
enum WrittenAddress: Hashable {
  case absolute(WebURL)
  case path
  /// A template to be filled by the generator, or `false` for no page at all.
  case unwritten
  /// Another scheme, another host, a path that climbs, or control characters.
  case refused

  init(_ text: String) {
    if text == "false" || text.contains("{{") || text.contains("{%") {
      self = .unwritten
    } else if text.unicodeScalars.contains(where: {
      $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
    }) {
      self = .refused
    } else if Self.hasScheme(text) {
      self = WebURL(text).map { .absolute($0) } ?? .refused
    } else if Self.leadsOut(text) {
      self = .refused
    } else {
      self = .path
    }
  }

  /// RFC 3986 3.1: a letter, then letters, digits, `+`, `-` and `.`, then a colon.
  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else {
      return false
    }
    let name = text[..<colon]
    return name.first?.isLetter == true
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }

  private static func leadsOut(_ text: String) -> Bool {
    let path = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
    if path.hasPrefix("//") || path.hasPrefix("/\\") || path.hasPrefix("\\") { return true }
    return path.utf8.contains(UInt8(ascii: "."))
      && path.lowercased().replacing("%2e", with: ".").split { "/\\".contains($0) }.contains("..")
      || path.utf8.contains(UInt8(ascii: "%")) && path.lowercased().contains("%2e%2e")
  }
}

extension WebURL {
  /// The address before a path is joined to it: without query, fragment and slash at its end.
  var pathBase: [UInt8] {
    var bytes = Array(text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return bytes
  }

  /// Scheme and host, without a slash at their end.
  fileprivate var origin: [UInt8] {
    let base = pathBase
    let parts = base.split(
      separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
    return Array(parts.prefix(3).joined(separator: [UInt8(ascii: "/")]))
  }

  /// The address up to its last slash, which is left out.
  fileprivate var folder: [UInt8] {
    let path = text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return origin }
    let folder = Array(path[..<slash])
    return folder.count > origin.count ? folder : origin
  }

  /// This address with `path` at its end.
  func joined(with path: String) -> WebURL {
    let bytes = AddressPath.encoded(path)
    return bytes == [UInt8(ascii: "/")] ? self : WebURL(base: pathBase, path: bytes)
  }
}
