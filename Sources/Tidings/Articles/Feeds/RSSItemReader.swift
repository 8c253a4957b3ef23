/// Reads an item of RSS with what it takes over from its channel.
struct RSSItemReader {
  private let base: WebURL?
  private let language: String?
  private let channelHosts: Set<String>

  /// `address` is where the feed itself lies.
  init(channel: FeedElement, root: FeedElement, address: WebURL?) {
    let link = channel.text("link", "atom:link").flatMap { text in
      WebURL(text) ?? address?.resolving(text)
    }
    let declared = (channel.attributes["xml:base"] ?? root.attributes["xml:base"]).flatMap { text in
      WebURL(text) ?? address?.resolving(text)
    }
    base = declared ?? link ?? address
    language =
      channel.text("language", "dc:language") ?? channel.attributes["xml:lang"]
      ?? root.attributes["xml:lang"]
    channelHosts = Set([link, address].compactMap { $0?.host })
  }

  func item(_ element: FeedElement, number: Int) -> FeedItem {
    var item = FeedItem(line: element.line, number: number)
    let base =
      element.attributes["xml:base"].flatMap { WebURL($0) ?? self.base?.resolving($0) } ?? self.base
    item.url = url(of: element, base: base, for: &item)
    item.id = element.text("guid") ?? element.attributes["rdf:about"]?.nonBlank
    item.title = element.text("title", "dc:title", "media:title").map(FeedMarkup.html)
    item.date = stamp(in: element, "pubDate", "dc:date", "dcterms:created", "atom:published")
    item.updated = stamp(in: element, "dcterms:modified", "atom:updated")
    item.tags =
      element.all("category").map(\.text)
      + element.all("dc:subject", "itunes:keywords").flatMap { subject in
        subject.text.split { $0 == "," || $0 == ";" }.map(String.init)
      }
    let description = element.text("description", "atom:summary", "itunes:summary")
    item.content = (element.text("content:encoded") ?? body(of: element)).map(FeedMarkup.html)
    item.summary = description.map(FeedMarkup.html)
    item.authors = authors(of: element)
    item.image = FeedPictures.url(in: element, base: base, for: &item)
    item.language =
      element.text("dc:language") ?? element.attributes["xml:lang"]?.nonBlank ?? language
    item.origin = origin(of: element, url: item.url)
    return item
  }

  /// XHTML in the item itself.
  private func body(of element: FeedElement) -> String? {
    element.first("xhtml:body", "xhtml:div")?.innerHTML.nonBlank
  }

  private func url(of element: FeedElement, base: WebURL?, for item: inout FeedItem) -> WebURL? {
    for key in ["feedburner:origLink", "link"] {
      guard let written = element.first(key), let text = written.text.nonBlank else { continue }
      if let url = item.address(text, base: base, key: key, line: written.line) { return url }
    }
    let links = element.all("atom:link").filter {
      ($0.attributes["rel"] ?? "alternate") == "alternate"
    }
    if let reference = links.lazy.compactMap({ $0.attributes["href"]?.nonBlank }).first,
      let url = WebURL(reference) ?? base?.resolving(reference)
    {
      return url
    }
    if let guid = element.first("guid"), guid.attributes["isPermaLink"]?.lowercased() != "false",
      let url = WebURL(guid.text)
    {
      return url
    }
    return element.attributes["rdf:about"].flatMap { WebURL($0) }
  }

  private func stamp(in element: FeedElement, _ keys: String...) -> FeedItem.Stamp? {
    for key in keys {
      guard let found = element.first(key), let text = found.text.nonBlank else { continue }
      return FeedItem.Stamp(key: key, text: text, line: found.line)
    }
    return nil
  }

  private func authors(of element: FeedElement) -> [String] {
    let creators = element.all("dc:creator").map(\.text)
    if creators.contains(where: { $0.nonBlank != nil }) { return creators }
    let names = element.all("author", "atom:author").compactMap(Self.name)
    return names.isEmpty ? element.all("itunes:author").map(\.text) : names
  }

  /// The name in `ana@garden.example (Ana)`; an address alone is not for every reader to see.
  private static func name(of author: FeedElement) -> String? {
    if let name = author.text("name", "atom:name") { return name }
    guard let text = author.text.nonBlank, text.contains("@") else { return author.text.nonBlank }
    if let open = text.firstIndex(of: "(") {
      return String(text[text.index(after: open)...].prefix { $0 != ")" }).nonBlank
    }
    return String(text.prefix { $0 != "<" }).nonBlank.flatMap { $0.contains("@") ? nil : $0 }
  }

  /// The site that an item was taken over from, when it is another than the channel's.
  private func origin(of element: FeedElement, url: WebURL?) -> Origin? {
    guard let source = element.first("source"),
      let feed = source.attributes["url"].flatMap({ WebURL($0) }),
      !channelHosts.contains(feed.host)
    else { return nil }
    let name = source.text.oneLine.nonBlank ?? SiteName.name(of: feed)
    // The address of the other site's feed is none for a reader.
    return Origin(site: name, url: url?.host == feed.host ? url : nil, date: nil, author: nil)
  }
}
