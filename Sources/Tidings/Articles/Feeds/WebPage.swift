/// A web page where a feed was expected.
struct WebPage {
  /// The addresses of its feeds, as it writes them.
  let feeds: [String]

  init(feeds: [String]) {
    self.feeds = feeds
  }

  /// Nil when `bytes` begin no HTML page.
  init?(_ bytes: [UInt8]) {
    let opening = String(decoding: bytes.prefix(2_000), as: UTF8.self).lowercased()
    let start = Self.afterProlog(opening[...])
    guard ["<!doctype html", "<html", "<head", "<body"].contains(where: start.hasPrefix) else {
      return nil
    }
    let html = String(decoding: bytes.prefix(Self.searched), as: UTF8.self)
    feeds = Self.links(in: HTMLReader.nodes(html, losses: Losses())).filter(Self.isFeed)
      .compactMap { $0.attributes["href"]?.nonBlank }
  }

  func fault(address: WebURL?) -> FeedFault {
    guard let first = feeds.first else {
      return FeedFault("this is a web page, expected a feed")
    }
    let url = WebURL(first) ?? address?.resolving(first)
    return FeedFault(
      "this is a web page, expected a feed; its feed is at"
        + " \(url?.text ?? first.oneLine.prefixAtWord(200))")
  }

  /// Bytes in which a page names its feeds, if it does.
  private static let searched = 256 << 10

  /// What follows the XML declaration and comments.
  private static func afterProlog(_ text: Substring) -> Substring {
    var rest = text
    while true {
      let closing = rest.hasPrefix("<?") ? "?>" : rest.hasPrefix("<!--") ? "-->" : nil
      guard let closing, let end = rest.firstRange(of: closing) else { return rest }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
  }

  private static func isFeed(_ link: HTMLElement) -> Bool {
    let relations = (link.attributes["rel"] ?? "").lowercased().split(
      whereSeparator: \.isWhitespace)
    let type = (link.attributes["type"] ?? "").lowercased()
    return relations.contains("alternate")
      && ["rss+xml", "atom+xml", "rdf+xml", "feed+json"].contains { type.hasSuffix("/" + $0) }
  }

  private static func links(in nodes: [HTMLNode]) -> [HTMLElement] {
    nodes.flatMap { node -> [HTMLElement] in
      guard case .element(let element) = node else { return [] }
      return element.name == "link" ? [element] : links(in: element.children)
    }
  }
}
