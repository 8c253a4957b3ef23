/// Atom 1.0 (RFC 4287), and 0.3 as far as feeds still use it.
struct AtomFeed {
  private let entries: [FeedElement]
  private let base: WebURL?
  private let language: String?
  private let authors: [String]
  private let hosts: Set<String>

  /// `address` is where the feed itself lies.
  init(root: FeedElement, address: WebURL?) {
    let isEntry = root.name == "atom:entry"
    entries = isEntry ? [root] : root.descendants(["atom:entry", "entry"])
    let declared = Self.base(of: root, within: address)
    let own = isEntry ? nil : Self.page(of: root).flatMap { WebURL($0) ?? declared?.resolving($0) }
    base = root.attributes["xml:base"] == nil ? own ?? address : declared
    language = root.attributes["xml:lang"]?.nonBlank
    authors = isEntry ? [] : Self.authors(of: root)
    hosts = Set([own, address].compactMap { $0?.host })
  }

  var feed: Feed { Feed(items: entries.enumerated().map { item($1, number: $0 + 1) }) }

  private func item(_ entry: FeedElement, number: Int) -> FeedItem {
    var item = FeedItem(line: entry.line, number: number)
    let base = Self.base(of: entry, within: base)
    if let reference = entry.text("feedburner:origLink") ?? Self.page(of: entry) {
      item.url = item.address(reference, base: base, key: "link")
    }
    item.id = entry.text("atom:id", "id")
    item.title = entry.first("atom:title", "title").flatMap { markup(of: $0, for: &item) }
    let updated = stamp(in: entry, "updated", "modified")
    item.date = stamp(in: entry, "published", "issued", "created") ?? updated
    item.updated = item.date == updated ? nil : updated
    item.tags =
      entry.all("atom:category", "category").compactMap { category in
        let name = category.attributes["label"]?.nonBlank ?? category.attributes["term"]?.nonBlank
        // Some programs name the kind of entry so, by an address.
        return name?.contains("://") == true ? nil : name
      } + entry.all("dc:subject").map(\.text)
    readText(of: entry, into: &item)
    let source = entry.first("atom:source", "source")
    let own = Self.authors(of: entry)
    let inherited = source.map(Self.authors) ?? []
    item.authors = own.isEmpty ? (inherited.isEmpty ? authors : inherited) : own
    item.image = FeedPictures.url(in: entry, base: base, for: &item)
    let content = entry.first("atom:content", "content")
    item.language =
      entry.attributes["xml:lang"]?.nonBlank ?? content?.attributes["xml:lang"]?.nonBlank
      ?? source?.attributes["xml:lang"]?.nonBlank ?? language
    item.origin = source.flatMap { origin($0, url: item.url) }
    // RFC 5023 13.1.1.
    item.isDraft = entry.first("app:control")?.text("app:draft")?.lowercased() == "yes"
    return item
  }

  private func readText(of entry: FeedElement, into item: inout FeedItem) {
    item.summary = entry.first("atom:summary", "summary").flatMap { markup(of: $0, for: &item) }
    guard let content = entry.first("atom:content", "content") else {
      let group = entry.first("media:group")
      if item.summary == nil, let text = (group ?? entry).text("media:description") {
        item.summary = .plain(text)
      }
      return
    }
    if let source = content.attributes["src"] {
      item.note(
        "its text is not in the feed but at '\(source.oneLine.prefixAtWord(120))'",
        line: content.line)
    } else {
      item.content = markup(of: content, for: &item)
    }
  }

  /// A text construct, RFC 4287 3.1 and 4.1.3.3, or one of Atom 0.3 with its `mode`.
  private func markup(of element: FeedElement, for item: inout FeedItem) -> FeedMarkup? {
    let type = (element.attributes["type"] ?? "text").lowercased().prefix { $0 != ";" }
    let isTree = !element.elements.isEmpty
    switch (type, element.attributes["mode"]) {
    case (_, "base64"): break
    case ("xhtml", _) where isTree, ("application/xhtml+xml", _) where isTree,
      (_, "xml") where isTree:
      let division = element.first("xhtml:div", "div")
      return FeedMarkup.html((division ?? element).innerHTML).nonBlank
    case ("text", _), ("text/plain", _):
      // A tree in a plain text is HTML that someone forgot to escape.
      return isTree ? .html(element.innerHTML) : .plain(element.text)
    case ("html", _), ("xhtml", _), ("text/html", _), ("application/xhtml+xml", _):
      return .html(isTree ? element.innerHTML : element.text)
    default: break
    }
    let name = element.name.localName
    item.note(
      "'\(name)' is of type '\(type.prefix(60))', expected text, html or xhtml; it is passed over",
      line: element.line)
    return nil
  }

  private func stamp(in entry: FeedElement, _ keys: String...) -> FeedItem.Stamp? {
    for key in keys {
      guard let found = entry.first("atom:" + key, key), let text = found.text.nonBlank else {
        continue
      }
      return FeedItem.Stamp(key: key, text: text, line: found.line)
    }
    return nil
  }

  /// The entry's source when that is another site than this feed's, RFC 4287 4.2.11.
  private func origin(_ source: FeedElement, url: WebURL?) -> Origin? {
    let page = Self.page(of: source) ?? source.text("atom:id", "id")
    guard let page, let site = WebURL(page) ?? base?.resolving(page), !hosts.contains(site.host)
    else { return nil }
    var scratch = FeedItem(line: nil, number: 0)
    let title = source.first("atom:title", "title").flatMap { markup(of: $0, for: &scratch) }
    return Origin(
      site: title?.titleWords.nonBlank ?? SiteName.name(of: site),
      url: url?.host == site.host ? url : nil, date: nil, author: nil)
  }

  private static func authors(of element: FeedElement) -> [String] {
    let names = element.all("atom:author", "author").compactMap { $0.text("atom:name", "name") }
    return names.isEmpty ? element.all("dc:creator").map(\.text) : names
  }

  /// The link to its page, in HTML where there are several.
  private static func page(of element: FeedElement) -> String? {
    let links = element.all("atom:link", "link").filter {
      ($0.attributes["rel"]?.nonBlank ?? "alternate") == "alternate"
    }
    let best = links.first { ($0.attributes["type"] ?? "text/html") == "text/html" } ?? links.first
    return best?.attributes["href"]?.nonBlank
  }

  private static func base(of element: FeedElement, within base: WebURL?) -> WebURL? {
    guard let text = element.attributes["xml:base"] else { return base }
    return WebURL(text) ?? base?.resolving(text) ?? base
  }
}
