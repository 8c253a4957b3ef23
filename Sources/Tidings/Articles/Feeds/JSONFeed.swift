/// JSON Feed 1.0 and 1.1.
struct JSONFeed {
  private let items: [FeedJSON]
  private let base: WebURL?
  private let language: String?
  private let authors: [String]

  /// `address` is where the feed itself lies.
  init(_ feed: FeedJSON, items: [FeedJSON], address: WebURL?) {
    self.items = items
    let page = feed.text("home_page_url").flatMap { WebURL($0) ?? address?.resolving($0) }
    base = page ?? feed.text("feed_url").flatMap { WebURL($0) } ?? address
    language = feed.text("language")
    authors = Self.authors(of: feed)
  }

  var feed: Feed { Feed(items: items.enumerated().map { item($1, number: $0 + 1) }) }

  private func item(_ json: FeedJSON, number: Int) -> FeedItem {
    var item = FeedItem(line: nil, number: number)
    item.id = json.text("id")
    item.url =
      json.text("url").flatMap { item.address($0, base: base, key: "url") }
      ?? json.text("id").flatMap { WebURL($0) }
      ?? json.text("external_url").flatMap { item.address($0, base: base, key: "external_url") }
    item.title = json.text("title").map(FeedMarkup.plain)
    item.date = stamp("date_published", in: json)
    item.updated = stamp("date_modified", in: json)
    item.tags = json.texts("tags").map(\.htmlEscaped)
    item.content =
      json.text("content_html").map(FeedMarkup.html)
      ?? json.text("content_text").map(FeedMarkup.plain)
    item.summary = json.text("summary").map(FeedMarkup.plain)
    let own = Self.authors(of: json)
    item.authors = own.isEmpty ? authors : own
    item.image = image(of: json, for: &item)
    item.language = json.text("language") ?? language
    return item
  }

  private func stamp(_ key: String, in json: FeedJSON) -> FeedItem.Stamp? {
    json.text(key).map { FeedItem.Stamp(key: key, text: $0, line: nil) }
  }

  private func image(of json: FeedJSON, for item: inout FeedItem) -> WebURL? {
    for key in ["image", "banner_image"] {
      guard let text = json.text(key) else { continue }
      if let url = item.address(text, base: base, key: key) { return url }
    }
    let attached = json.objects("attachments")?.first {
      $0.text("mime_type")?.lowercased().hasPrefix("image/") == true
    }
    return attached?.text("url").flatMap { item.address($0, base: base, key: "attachments") }
  }

  /// `authors` of 1.1, else `author` of 1.0.
  private static func authors(of json: FeedJSON) -> [String] {
    let all = json.objects("authors") ?? json.object("author").map { [$0] } ?? []
    return all.compactMap { $0.text("name") }
  }
}
