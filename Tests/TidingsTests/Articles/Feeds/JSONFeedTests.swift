import Testing

@testable import Tidings

@Suite struct JSONFeedTests {
  static let head = #""id": "7", "url": "https://garden.example/mulch", "title": "Mulch""#

  @Test(arguments: [
    FeedCase(head, .id, "7"),
    FeedCase(#""id": 7, "title": "A""#, .id, "7"),
    FeedCase(#""id": 1, "title": "A""#, .id, "1"),
    FeedCase(#""id": true, "title": "A""#, .id, "a"),
    FeedCase(head, .path, "https://garden.example/mulch"),
    FeedCase(#""id": "7", "title": "Tom & <b>""#, .title, "Tom & <b>"),
    FeedCase(#""id": "7", "content_text": "First one. Then two.""#, .title, "First one."),
    FeedCase(#""id": "https://garden.example/x", "title": "A""#, .url, "https://garden.example/x"),
    FeedCase(#""id": "7", "url": "/x", "title": "A""#, .url, "https://garden.example/x"),
    FeedCase(
      #""id": "7", "external_url": "https://x.example/", "title": "A""#, .url, "https://x.example/"),
    FeedCase(
      head + #", "date_published": "2025-02-03T10:00:00-03:00""#, .date, "2025-02-03T10:00:00-03:00"
    ),
    FeedCase(
      head + #", "date_modified": "2025-02-03T10:00:00Z""#, .updated, "2025-02-03T10:00:00Z"),
    FeedCase(head + #", "date_modified": "2025-02-03T10:00:00Z""#, .state, "undated"),
    FeedCase(head + #", "tags": ["Soil", "soil", "R&D"]"#, .tags, "Soil|R&D"),
    FeedCase(head + #", "content_html": "<p>Hi</p>", "content_text": "Hi""#, .body, "<p>Hi</p>"),
    FeedCase(
      head + ##", "content_text": "# no *heading*\r\n<b>\r\n\r\nend""##, .body,
      "<p># no *heading*<br>\n&lt;b&gt;</p>\n<p>end</p>"),
    FeedCase(head + #", "content_text": "Long", "summary": "a\nb""#, .summary, "a b"),
    FeedCase(head + #", "summary": "Only""#, .body, "<p>Only</p>"),
    FeedCase(head + #", "authors": [{"name": "Ana"}, {"name": "Bo"}]"#, .author, "Ana, Bo"),
    FeedCase(head + #", "author": {"name": "Ana"}"#, .author, "Ana"),
    FeedCase(head, .author, "Chief"),
    FeedCase(head + #", "image": "/i.png""#, .image, "https://garden.example/i.png"),
    FeedCase(head + #", "banner_image": "https://x.example/b""#, .image, "https://x.example/b"),
    FeedCase(
      head + #", "attachments": [{"url": "https://x.example/a", "mime_type": "image/png"}]"#,
      .image,
      "https://x.example/a"),
    FeedCase(head + #", "language": "pt-br""#, .language, "pt-BR"),
    FeedCase(head, .language, "de"),
    FeedCase(head + #", "date_published": true"#, .date, nil),
  ])
  func readsAnItem(_ test: FeedCase) throws {
    let feed = #" "language": "de", "authors": [{"name": "Chief"}],"#
    let contents = Feeds.read(Feeds.json(test.item, feed: feed))
    let article = try #require(contents.articles.first)
    #expect(test.field.value(in: article) == test.expected)
    #expect(contents.diagnostics.isEmpty)
  }

  @Test func countsItemsWhereThereAreNoLines() {
    let contents = Feeds.read(
      Feeds.json(
        #""id": "1", "title": "A"}, {"title": "B", "date_published": "soon"}, 7, {"id": "2""#),
      name: "feed.json")
    #expect(contents.articles.map(\.title) == ["A", "B"])
    #expect(
      contents.diagnostics.map(\.description) == [
        "feed.json: error: item 2: 'date_published' is 'soon', expected a date such as"
          + " 2025-06-05T09:00:00Z",
        "feed.json: warning: item 3: the item has neither title nor text nor address; it is left out",
        "feed.json: warning: item 4: the item has neither title nor text nor address; it is left out",
      ])
  }

  @Test(arguments: [
    ("[]", "this JSON is a list, expected an object with 'items'"),
    (
      "{}",
      "this JSON is no feed, expected 'version' and 'items' (JSON Feed) or 'db' (an export of Ghost)"
    ),
    (
      #"{"version": "https://jsonfeed.org/version/1"}"#,
      "its 'items' is missing or no list, expected a list of items"
    ),
    (
      #"{"version": "https://jsonfeed.org/version/1", "items": "x"}"#,
      "its 'items' is missing or no list, expected a list of items"
    ),
  ])
  func whatIsNoFeedIsOneError(text: String, reason: String) {
    let contents = Feeds.read(text)
    #expect(contents.articles.isEmpty)
    #expect(contents.diagnostics.map(\.reason) == [reason])
    #expect(contents.diagnostics.first?.severity == .error)
  }

  @Test(arguments: [
    "{", #"{"items": [{"id": "1", "title": "A"}"#,
    String(repeating: #"{"items":["#, count: 5_000),
    String(repeating: "[", count: 100_000),
  ])
  func brokenJSONIsOneError(text: String) {
    let contents = Feeds.read(text)
    #expect(contents.articles.isEmpty)
    #expect(contents.diagnostics.count == 1)
    #expect(contents.diagnostics.first?.reason.hasPrefix("this is no JSON") == true)
  }
}
