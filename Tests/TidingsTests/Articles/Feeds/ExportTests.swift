import Testing

@testable import Tidings

@Suite struct ExportTests {
  static let date = "<wp:post_date_gmt>2025-02-03 10:00:00</wp:post_date_gmt>"

  @Test(arguments: [
    FeedCase(date, .state, "published"),
    FeedCase(date, .date, "2025-02-03T10:00:00Z"),
    FeedCase(date, .id, "https://garden.example/?p=7"),
    FeedCase(
      "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><pubDate>Mon, 03 Feb 2025 11:00:00 +0000</pubDate>",
      .date, "2025-02-03T11:00:00Z"),
    FeedCase(
      date + "<wp:post_modified_gmt>2025-02-04 10:00:00</wp:post_modified_gmt>", .updated,
      "2025-02-04T10:00:00Z"),
    FeedCase(date + "<wp:post_password>sesame</wp:post_password>", .state, "draft"),
    FeedCase(date + "<dc:creator>ines</dc:creator>", .author, "Inês Prado"),
    FeedCase(
      date + "<category domain=\"category\" nicename=\"soil\">Soil</category>"
        + "<category domain=\"post_tag\" nicename=\"rain\"><![CDATA[Rain]]></category>"
        + "<category domain=\"post_format\" nicename=\"aside\">Aside</category>"
        + "<category domain=\"category\" nicename=\"uncategorized\">Uncategorized</category>",
      .tags,
      "Soil|Rain"),
    FeedCase(
      date
        + "<content:encoded><![CDATA[One\ntwo\n\nthree\n<h2>H</h2>\n<pre>a\n\nb</pre>]]></content:encoded>",
      .body, "<p>One<br>\ntwo</p>\n<p>three</p>\n<h2>H</h2>\n<pre>a\n\nb</pre>"),
    FeedCase(
      date
        + "<content:encoded><![CDATA[<!-- wp:paragraph -->\n<p>A</p>\n\n<p>B</p>]]></content:encoded>",
      .body, "<!-- wp:paragraph -->\n<p>A</p>\n\n<p>B</p>"),
    FeedCase(
      date
        + "<content:encoded><![CDATA[[caption id=\"a\"]<img src=\"x\"> Bee[/caption] [1] [gallery ids=\"1\"]]]></content:encoded>",
      .body, "<p><img src=\"x\"> Bee [1] </p>"),
    FeedCase(
      date
        + "<description></description><excerpt:encoded><![CDATA[Short <b>one</b>]]></excerpt:encoded>"
        + "<content:encoded>Long</content:encoded>", .summary, "Short one"),
    FeedCase(
      date
        + "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>",
      .image, "https://garden.example/bee.jpg"),
    FeedCase(date, .language, "en-GB"),
  ])
  func readsAPostOfWordPress(_ test: FeedCase) throws {
    let picture = Feeds.post(
      "<wp:post_id>9</wp:post_id><wp:attachment_url>https://garden.example/bee.jpg</wp:attachment_url>",
      type: "attachment", status: "inherit")
    let contents = Feeds.read(
      Feeds.wordPress(Feeds.post(test.item) + picture), name: "export.xml")
    let article = try #require(contents.articles.first)
    #expect(test.field.value(in: article) == test.expected)
    #expect(contents.articles.count == 1)
    #expect(contents.diagnostics.first?.reason == "what is no post is passed over: 1 attachment")
  }

  @Test(arguments: [
    ("publish", "2025-02-03", Article.State.published), ("future", "2025-04-03", .scheduled),
    ("future", "2025-02-03", .published), ("publish", "2025-04-03", .scheduled),
    ("draft", "2025-02-03", .draft), ("pending", "2025-02-03", .draft),
    ("private", "2025-02-03", .draft), ("trash", "2025-02-03", .draft),
    ("odd", "2025-02-03", .draft),
  ])
  func aStatusIsAState(status: String, day: String, state: Article.State) {
    let date = "<wp:post_date_gmt>\(day) 10:00:00</wp:post_date_gmt>"
    let contents = Feeds.read(Feeds.wordPress(Feeds.post(date, status: status)))
    #expect(contents.articles.first?.state == state)
    #expect(contents.diagnostics.count == (status == "odd" ? 1 : 0))
  }

  /// What WordPress writes for a draft is no date, and no mistake.
  @Test func aDraftHasNoDate() {
    let contents = Feeds.read(
      Feeds.wordPress(
        Feeds.post(
          "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>"
            + "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>", status: "draft")))
    #expect(contents.articles.first?.state == .draft)
    #expect(contents.articles.first?.date == nil)
    #expect(contents.diagnostics.isEmpty)
  }

  static let post = """
    "id": "5f", "uuid": "u", "title": "Tom & <b>", "slug": "mulch", "status": "published",
    "published_at": "2025-02-03T10:00:00.000Z", "html": "<p>Hi</p>"
    """
  static let rest = """
    , "tags": [{"id": "t1", "name": "Soil"}, {"id": "t2", "name": "#hidden"}, {"id": "t3", "name": "Rain"}],
    "posts_tags": [{"post_id": "5f", "tag_id": "t3", "sort_order": 1},
      {"post_id": "5f", "tag_id": "t1", "sort_order": 0}, {"post_id": "5f", "tag_id": "t2"}],
    "users": [{"id": "u1", "name": "Ana"}], "posts_authors": [{"post_id": "5f", "author_id": "u1"}]
    """

  @Test(arguments: [
    FeedCase("", .id, "5f"),
    FeedCase("", .title, "Tom & <b>"),
    FeedCase("", .url, "https://garden.example/mulch/"),
    FeedCase("", .date, "2025-02-03T10:00:00Z"),
    FeedCase("", .tags, "Soil|Rain"),
    FeedCase("", .author, "Ana"),
    FeedCase("", .state, "published"),
    FeedCase("", .body, "<p>Hi</p>"),
    FeedCase(#", "visibility": "public""#, .state, "published"),
    FeedCase(#", "visibility": "paid""#, .state, "draft"),
    FeedCase(#", "updated_at": "2025-02-04 10:00:00""#, .updated, "2025-02-04T10:00:00Z"),
    FeedCase(#", "custom_excerpt": "Short\none""#, .summary, "Short one"),
    FeedCase(
      #", "feature_image": "__GHOST_URL__/content/a.png""#, .image,
      "https://garden.example/content/a.png"),
    FeedCase(
      #", "canonical_url": "https://orchard.example/x""#, .origin, "https://orchard.example/x"),
    FeedCase(
      #", "canonical_url": "https://orchard.example/x""#, .url, "https://garden.example/mulch/"),
    FeedCase(#", "canonical_url": "https://garden.example/y""#, .url, "https://garden.example/y"),
    FeedCase(#", "canonical_url": "https://garden.example/y""#, .origin, nil),
  ])
  func readsAPostOfGhost(_ test: FeedCase) throws {
    let text = Feeds.ghost(Self.post + test.item, rest: Self.rest)
    let contents = Feeds.read(text, name: "ghost.json", baseURL: "https://garden.example")
    let article = try #require(contents.articles.first)
    #expect(test.field.value(in: article) == test.expected)
  }

  @Test(arguments: [
    (
      #""id": "1", "title": "A", "status": "draft""#, Article.State.draft as Article.State?,
      nil as String?
    ),
    (#""id": "1", "title": "A""#, .draft, nil),
    (
      #""id": "1", "title": "A", "status": "sent", "published_at": "2025-02-03 10:00:00""#,
      .published, nil
    ),
    (
      #""id": "1", "title": "A", "status": "scheduled", "published_at": "2025-05-03T10:00:00.000Z""#,
      .scheduled, nil
    ),
    (
      #""id": "1", "title": "A", "status": "published", "lexical": "{}", "published_at": "2025-02-03""#,
      .published, "item 1: its text is there as 'lexical' only, expected 'html'; it is left out"
    ),
    (#""id": "1", "title": "A", "type": "page""#, nil, "what is no post is passed over: 1 page"),
  ])
  func aGhostPostHasItsState(post: String, state: Article.State?, reason: String?) {
    let contents = Feeds.read(Feeds.ghost(post), name: "ghost.json")
    #expect(contents.articles.first?.state == state)
    #expect(contents.diagnostics.first?.reason == reason)
  }
}
