public import Foundation

/// Reads a feed or a blog's export, of whatever format, into articles.
///
/// RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed, WordPress's WXR and Ghost's JSON: the bytes tell.
public struct FeedReader: Sendable {
  let now: Date
  let zone: TimeZone
  let baseURL: WebURL?

  /// In bytes, of a feed and of an export.
  public static let limit = Int(FileBytes.limit)

  /// Dates without a zone are in `zone`; an export that does not name its own site lies at
  /// `baseURL`.
  public init(now: Date, zone: TimeZone, baseURL: WebURL? = nil) {
    self.now = now
    self.zone = zone
    self.baseURL = baseURL
  }

  /// A feed's articles in its own order, and what is odd about them.
  public struct Contents: Sendable {
    public let articles: [Article]
    /// Each with the feed's name as its path.
    public let diagnostics: [Diagnostic]
    let subjects: [Diagnostic: Article]

    /// The article that one of the diagnostics is about; nil for the feed itself, or for an item
    /// of which no article could be made.
    public func article(about diagnostic: Diagnostic) -> Article? { subjects[diagnostic] }
  }

  /// The articles in `bytes`; `name` is the feed's path or address.
  ///
  /// What cannot be read at all gives one diagnostic of severity `error` and no article.
  public func read(_ bytes: [UInt8], name: String) -> Contents {
    var result = FeedArticles(name: name, now: now, zone: zone)
    do {
      let text = try text(bytes)
      if let warning = text.warning { result.add(FeedNote(warning)) }
      result.add(try feed(in: text, address: WebURL(name)))
    } catch {
      result.add(error)
    }
    return Contents(
      articles: result.articles, diagnostics: result.diagnostics, subjects: result.subjects)
  }

  /// What is wrong with bytes that are no feed at all; nil for a feed, be it empty.
  public func fault(in bytes: [UInt8], name: String) -> String? {
    do {
      _ = try feed(in: try text(bytes), address: WebURL(name))
      return nil
    } catch {
      return error.reason
    }
  }

  private func text(_ bytes: [UInt8]) throws(FeedFault) -> FeedText {
    guard bytes.count <= Self.limit else {
      throw FeedFault("the feed is larger than \(Self.limit >> 20) MB")
    }
    let text = FeedText(bytes)
    guard !text.bytes.isEmpty else { throw FeedFault("it is empty, expected a feed") }
    return text
  }

  private func feed(in text: FeedText, address: WebURL?) throws(FeedFault) -> Feed {
    switch text.bytes.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return try FeedJSON.feed(in: text.bytes, address: address, baseURL: baseURL)
    case UInt8(ascii: "<"): break
    default:
      let opening = String(decoding: text.bytes.prefix(60), as: UTF8.self)
      throw FeedFault(
        "it begins with '\(opening.oneLine.prefixAtWord(30))', expected RSS, Atom, JSON Feed or an"
          + " export of WordPress or Ghost")
    }
    if let page = WebPage(text.bytes) { throw page.fault(address: address) }
    let (root, note) = try FeedXML.root(of: text)
    var feed = try feed(at: root, address: address)
    if let note { feed.notes.insert(note, at: 0) }
    return feed
  }

  private func feed(at root: FeedElement, address: WebURL?) throws(FeedFault) -> Feed {
    switch root.name {
    case "rss": return RSSFeed(root: root, address: address).feed
    case "rdf:RDF", "RDF": return RDFFeed(root: root, address: address).feed
    case "atom:feed", "feed", "atom:entry": return AtomFeed(root: root, address: address).feed
    case "xhtml:html", "html": throw WebPage(feeds: []).fault(address: address)
    case "opml":
      throw FeedFault("this is a list of feeds (OPML), expected one of the feeds that it names")
    default:
      let found = root.name.localName
      let hint =
        ["urlset", "sitemapindex"].contains(found) ? " (this is a site map)" : ""
      throw FeedFault(
        "its first element is <\(root.name.oneLine.prefixAtWord(40))>\(hint), expected <rss>,"
          + " <rdf:RDF> or <feed>", line: root.line)
    }
  }
}
