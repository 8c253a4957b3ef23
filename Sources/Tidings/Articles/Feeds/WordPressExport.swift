/// WordPress's export, WXR: RSS with everything that a blog holds among its items.
struct WordPressExport {
  private let items: [FeedElement]
  /// By login.
  private let authors: [String: String]
  /// Addresses of attachments by their post's id.
  private let pictures: [String: String]

  /// Nil for RSS that is no export.
  init?(channel: FeedElement, items: [FeedElement]) {
    guard channel.first("wp:wxr_version") != nil || items.contains(where: Self.isOwn) else {
      return nil
    }
    self.items = items
    authors = Dictionary(
      channel.all("wp:author").compactMap { author in
        guard let login = author.text("wp:author_login"),
          let name = author.text("wp:author_display_name")
        else { return nil }
        return (login, name)
      }, uniquingKeysWith: { first, _ in first })
    pictures = Dictionary(
      items.compactMap { item in
        guard let id = item.text("wp:post_id"), let url = item.text("wp:attachment_url") else {
          return nil
        }
        return (id, url)
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func isOwn(_ item: FeedElement) -> Bool { item.first("wp:post_type") != nil }

  func feed(_ reader: RSSItemReader) -> Feed {
    var feed = Feed()
    var others: [String: Int] = [:]
    for (index, element) in items.enumerated() {
      let type = element.text("wp:post_type") ?? "post"
      if type == "post" {
        feed.items.append(item(element, number: index + 1, reader))
      } else {
        others[type, default: 0] += 1
      }
    }
    if !others.isEmpty {
      let counts = others.sorted { $0.key < $1.key }
        .map { "\($0.value) \($0.key.oneLine.prefixAtWord(40))" }.joined(separator: ", ")
      feed.notes.append(FeedNote("what is no post is passed over: \(counts)"))
    }
    return feed
  }

  private func item(_ element: FeedElement, number: Int, _ reader: RSSItemReader) -> FeedItem {
    var item = reader.item(element, number: number)
    item.isDraft = isDraft(element, for: &item)
    item.date = date(of: element, isDraft: item.isDraft)
    item.updated = stamp("wp:post_modified_gmt", in: element)
    item.tags = element.all("category").filter(Self.isTag).map(\.text)
    item.authors = item.authors.map { authors[$0.nonBlank ?? ""] ?? $0 }
    item.summary = element.text("excerpt:encoded").map(FeedMarkup.html)
    if let text = element.text("content:encoded") {
      let body = WordPressText(text)
      item.content = .html(body.html)
      if !body.dropped.isEmpty {
        let names = body.dropped.map { "[\($0)]" }.joined(separator: ", ")
        item.note("\(names) in its text cannot be shown and is left out")
      }
    } else {
      item.content = nil
    }
    let meta = element.all("wp:postmeta").first { $0.text("wp:meta_key") == "_thumbnail_id" }
    if let picture = meta?.text("wp:meta_value").flatMap({ pictures[$0] }) {
      item.image = item.address(picture, base: item.url, key: "wp:attachment_url")
    }
    return item
  }

  private func isDraft(_ element: FeedElement, for item: inout FeedItem) -> Bool {
    // What takes a password on the web is not for every reader.
    if element.text("wp:post_password") != nil { return true }
    let status = element.text("wp:status")?.lowercased() ?? "publish"
    switch status {
    case "publish", "future": return false
    case "draft", "pending", "private", "trash", "auto-draft", "inherit": return true
    default:
      item.note(
        "'wp:status' is '\(status.oneLine.prefixAtWord(40))', expected publish or draft;"
          + " it is taken for a draft")
      return true
    }
  }

  /// In UTC where WordPress has it so; a draft that was never published has none.
  private func date(of element: FeedElement, isDraft: Bool) -> FeedItem.Stamp? {
    if let stamp = stamp("wp:post_date_gmt", in: element) { return stamp }
    guard let published = element.first("pubDate"), let text = published.text.nonBlank,
      !(isDraft && text.contains("-0001"))
    else { return nil }
    return FeedItem.Stamp(key: "pubDate", text: text, line: published.line)
  }

  private func stamp(_ key: String, in element: FeedElement) -> FeedItem.Stamp? {
    guard let found = element.first(key), let text = found.text.nonBlank,
      !text.hasPrefix("0000-00-00")
    else { return nil }
    return FeedItem.Stamp(key: key, text: text + " UTC", line: found.line)
  }

  /// The category that WordPress gives to what was given none says nothing.
  private static func isTag(_ category: FeedElement) -> Bool {
    ["category", "post_tag", "tag"].contains(category.attributes["domain"] ?? "category")
      && category.attributes["nicename"] != "uncategorized"
  }
}
