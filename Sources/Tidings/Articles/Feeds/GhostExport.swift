/// Ghost's JSON export: the tables of its database.
struct GhostExport {
  private let posts: [FeedJSON]
  private let baseURL: WebURL?
  /// Names of tags and of authors by the post's id.
  private let tags: [String: [String]]
  private let authors: [String: [String]]

  /// Nil for another JSON; `baseURL` is the blog's own address, which an export does not hold.
  init?(_ json: FeedJSON, baseURL: WebURL?) {
    let data = json.objects("db")?.first?.object("data") ?? json.object("data")
    guard let data, let posts = data.objects("posts") else { return nil }
    self.posts = posts
    self.baseURL = baseURL
    let names = Self.names(in: data.objects("tags") ?? []) { tag in
      // Ghost keeps tags that begin so from readers.
      tag.text("visibility") == "internal" || tag.text("name")?.hasPrefix("#") == true
    }
    tags = Self.related(data.objects("posts_tags") ?? [], key: "tag_id", names)
    let users = Self.names(in: data.objects("users") ?? []) { _ in false }
    var written = Self.related(data.objects("posts_authors") ?? [], key: "author_id", users)
    for post in posts {
      guard let id = post.text("id"), written[id] == nil, let author = post.text("author_id"),
        let name = users[author]
      else { continue }
      written[id] = [name]
    }
    authors = written
  }

  var feed: Feed {
    var feed = Feed()
    var pages = 0
    for (index, post) in posts.enumerated() {
      // Exports of before Ghost 3 have a flag in place of a type.
      let isPage = post.text("type") ?? "post" != "post" || post.flag("page") == true
      if isPage {
        pages += 1
      } else {
        feed.items.append(item(post, number: index + 1))
      }
    }
    if pages > 0 { feed.notes.append(FeedNote("what is no post is passed over: \(pages) page")) }
    return feed
  }

  private func item(_ post: FeedJSON, number: Int) -> FeedItem {
    var item = FeedItem(line: nil, number: number)
    let id = post.text("id") ?? post.text("uuid")
    item.id = id
    item.title = post.text("title").map(FeedMarkup.plain)
    item.isDraft = isDraft(post, for: &item)
    item.date = stamp("published_at", in: post)
    item.updated = stamp("updated_at", in: post)
    item.tags = (id.flatMap { tags[$0] } ?? []).map(\.htmlEscaped)
    item.authors = id.flatMap { authors[$0] } ?? []
    item.language = post.text("locale")
    readAddress(of: post, into: &item)
    item.image = post.text("feature_image").flatMap {
      item.address(placed($0), base: baseURL, key: "feature_image")
    }
    item.summary = post.text("custom_excerpt").map(FeedMarkup.plain)
    item.content =
      post.text("html").map { .html(placed($0)) } ?? post.text("plaintext").map(FeedMarkup.plain)
    if item.content == nil, let form = ["lexical", "mobiledoc"].first(where: post.has) {
      item.note("its text is there as '\(form)' only, expected 'html'; it is left out")
    }
    return item
  }

  private func isDraft(_ post: FeedJSON, for item: inout FeedItem) -> Bool {
    let status = post.text("status") ?? "draft"
    // "sent" went out by mail without a page of its own.
    guard ["published", "scheduled", "sent"].contains(status) else {
      if status != "draft" {
        item.note(
          "'status' is '\(status.oneLine.prefixAtWord(40))', expected published or draft; it is"
            + " taken for a draft")
      }
      return true
    }
    let visibility = post.text("visibility") ?? "public"
    guard visibility != "public" else { return false }
    item.note(
      "'visibility' is '\(visibility.oneLine.prefixAtWord(40))', which is not for every reader; it"
        + " is taken for a draft")
    return true
  }

  /// Its page on the blog; a canonical address elsewhere is where it first appeared.
  private func readAddress(of post: FeedJSON, into item: inout FeedItem) {
    if let slug = post.text("slug"), let baseURL {
      let root = baseURL.text.hasSuffix("/") ? baseURL.text : baseURL.text + "/"
      item.url = WebURL(root + Slug.text(slug) + "/")
    }
    guard let text = post.text("canonical_url"),
      let canonical = item.address(placed(text), base: baseURL, key: "canonical_url")
    else { return }
    if canonical.host == baseURL?.host {
      item.url = canonical
    } else {
      item.origin = Origin(
        site: SiteName.name(of: canonical), url: canonical, date: nil, author: nil)
    }
  }

  /// Ghost writes this for the blog's own address.
  private func placed(_ text: String) -> String {
    guard text.contains("__GHOST_URL__") else { return text }
    let root = baseURL?.text ?? ""
    return text.replacing(
      "__GHOST_URL__", with: root.hasSuffix("/") ? String(root.dropLast()) : root)
  }

  /// In UTC when it names no zone, as Ghost's database does not.
  private func stamp(_ key: String, in post: FeedJSON) -> FeedItem.Stamp? {
    post.text(key).map { text in
      let isBare = text.utf8.count == 19 && text.contains(" ")
      return FeedItem.Stamp(key: key, text: isBare ? text + " UTC" : text, line: nil)
    }
  }

  private static func names(
    in rows: [FeedJSON], hidden: (FeedJSON) -> Bool
  ) -> [String: String] {
    rows.reduce(into: [:]) { result, row in
      guard let id = row.text("id"), let name = row.text("name"), !hidden(row) else { return }
      result[id] = name
    }
  }

  /// For each post the names that `rows` relate it to, in their order.
  private static func related(
    _ rows: [FeedJSON], key: String, _ names: [String: String]
  ) -> [String: [String]] {
    let ordered = rows.enumerated().sorted { first, second in
      let places = [first, second].map { Int($0.element.text("sort_order") ?? "") ?? 0 }
      return (places[0], first.offset) < (places[1], second.offset)
    }
    return ordered.reduce(into: [:]) { result, row in
      guard let post = row.element.text("post_id"), let other = row.element.text(key),
        let name = names[other]
      else { return }
      result[post, default: []].append(name)
    }
  }
}
