import Testing

@testable import Tidings

@Suite struct RSSFeedTests {
  static let head = "<title>Mulch</title><link>https://garden.example/mulch</link>"

  @Test(arguments: [
    FeedCase("<title>Ben &amp;amp; Jerry</title>", .title, "Ben & Jerry"),
    FeedCase("<title>Ben &amp; Jerry</title>", .title, "Ben & Jerry"),
    FeedCase("<title>A &lt;b&gt;bold&lt;/b&gt; claim</title>", .title, "A bold claim"),
    FeedCase("<title><![CDATA[Caf&eacute; & <i>tea</i>]]></title>", .title, "Café & tea"),
    FeedCase("<title>if a &lt; b, List&lt;T&gt;</title>", .title, "if a < b, List<T>"),
    FeedCase("<title>  two\n  lines </title>", .title, "two lines"),
    FeedCase("<title>red\u{202E}der</title>", .title, "redder"),
    FeedCase("<description>Worms first. Then soil.</description>", .title, "Worms first."),
    FeedCase(
      "<title></title><description>&lt;p&gt;One &lt;b&gt;bed&lt;/b&gt;. Two.&lt;/p&gt;</description>",
      .title, "One bed."),
    FeedCase("<link>https://garden.example/2025/slow-compost.html</link>", .title, "Slow compost"),
    FeedCase(head, .id, "https://garden.example/mulch"),
    FeedCase(head + "<guid isPermaLink=\"false\">tag:7</guid>", .id, "tag:7"),
    FeedCase(
      "<title>Leaf mould</title><pubDate>3 Feb 2025</pubDate>", .id, "leaf-mould-2025-02-03"),
    FeedCase("<title>Leaf mould</title>", .id, "leaf-mould"),
    FeedCase(head, .path, "https://garden.example/mulch"),
    FeedCase(
      "<title>Leaf</title><guid isPermaLink=\"false\">7</guid>", .path,
      "https://garden.example/feed#7"),
    FeedCase("<title>T</title><link>/a/b</link>", .url, "https://garden.example/a/b"),
    FeedCase(
      "<title>T</title><link> \n https://x.example/a \n</link>", .url, "https://x.example/a"),
    FeedCase(
      "<title>T</title><link>https://track.example/1</link>"
        + "<feedburner:origLink>https://garden.example/1</feedburner:origLink>", .url,
      "https://garden.example/1"),
    FeedCase(
      "<title>T</title><atom:link rel=\"self\" href=\"https://garden.example/no\"/>"
        + "<atom:link href=\"/yes\"/>", .url, "https://garden.example/yes"),
    FeedCase(
      "<title>T</title><guid>https://garden.example/g</guid>", .url, "https://garden.example/g"),
    FeedCase(
      "<title>T</title><guid isPermaLink=\"false\">https://garden.example/g</guid>", .url, nil),
    FeedCase("<title>T</title><link>javascript:alert(1)</link>", .url, nil),
    FeedCase(head + "<category>Soil</category><category>soil</category>", .tags, "Soil"),
    FeedCase(
      head + "<category>a &amp;amp; b</category><dc:subject>worms; rain, c</dc:subject>", .tags,
      "a & b|worms|rain|c"),
    FeedCase(head + "<description>Plain.</description>", .body, "Plain."),
    FeedCase(head + "<description>Plain.</description>", .summary, nil),
    FeedCase(
      head + "<description>&lt;p&gt;Short\n one&lt;/p&gt;</description>"
        + "<content:encoded><![CDATA[<p>Long</p>]]></content:encoded>", .summary, "Short one"),
    FeedCase(
      head
        + "<description>x</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>",
      .body, "<p>Long</p>"),
    FeedCase(
      head + "<description>Same</description><content:encoded>Same</content:encoded>", .summary, nil
    ),
    FeedCase(head + "<dc:creator>Ana</dc:creator><dc:creator>Bo</dc:creator>", .author, "Ana, Bo"),
    FeedCase(head + "<author>ana@garden.example (Ana Lima)</author>", .author, "Ana Lima"),
    FeedCase(head + "<author>Ana &lt;ana@garden.example&gt;</author>", .author, "Ana"),
    FeedCase(head + "<author>ana@garden.example</author>", .author, nil),
    FeedCase(head + "<itunes:author>Bo</itunes:author>", .author, "Bo"),
    FeedCase(
      head + "<enclosure url=\"https://garden.example/a.mp3\" type=\"audio/mpeg\"/>"
        + "<enclosure url=\"/b.jpg\" type=\"image/jpeg\"/>", .image, "https://garden.example/b.jpg"),
    FeedCase(
      head + "<media:thumbnail url=\"https://garden.example/t.png\"/>"
        + "<media:group><media:content medium=\"image\" url=\"https://garden.example/c\"/></media:group>",
      .image, "https://garden.example/c"),
    FeedCase(
      head + "<media:content medium=\"video\" url=\"https://garden.example/v\">"
        + "<media:thumbnail url=\"https://garden.example/t.png\"/></media:content>", .image,
      "https://garden.example/t.png"),
    FeedCase(
      head + "<itunes:image href=\"https://garden.example/i.png\"/>", .image,
      "https://garden.example/i.png"),
    FeedCase(head + "<dc:language>pt_br</dc:language>", .language, "pt-BR"),
    FeedCase(
      head + "<source url=\"https://orchard.example/rss\">The Orchard</source>", .originSite,
      "The Orchard"),
    FeedCase(
      head + "<source url=\"https://orchard.example/rss\"></source>", .origin,
      nil),
    FeedCase(
      "<title>T</title><link>https://orchard.example/1</link>"
        + "<source url=\"https://orchard.example/rss\">O</source>", .origin,
      "https://orchard.example/1"),
    FeedCase(head + "<source url=\"https://www.garden.example/rss\">Us</source>", .origin, nil),
    FeedCase(
      head + "<pubDate>Mon, 03 Feb 2025 10:00:00 +0100</pubDate>", .date,
      "2025-02-03T10:00:00+01:00"),
    FeedCase(head + "<dc:date>2025-02-03T10:00:00Z</dc:date>", .date, "2025-02-03T10:00:00Z"),
    FeedCase(head + "<pubDate>Mon, 03 Feb 2025 10:00:00 GMT</pubDate>", .state, "published"),
    FeedCase(head + "<pubDate>Sat, 01 Mar 2025 09:00:01 GMT</pubDate>", .state, "scheduled"),
    FeedCase(head, .state, "undated"),
    FeedCase(
      head + "<pubDate>3 Feb 2025</pubDate><atom:updated>2025-02-04T00:00:00Z</atom:updated>",
      .updated, "2025-02-04T00:00:00Z"),
  ])
  func readsAnItem(_ test: FeedCase) throws {
    let contents = Feeds.read(Feeds.rss(test.item))
    let article = try #require(contents.articles.first)
    #expect(test.field.value(in: article) == test.expected)
    #expect(contents.articles.count == 1)
  }

  @Test(arguments: [
    ("<language>de-at</language>", Field.language, "de-AT"),
    ("<dc:language>fr</dc:language>", .language, "fr"),
    ("<link>https://garden.example/blog/</link>", .url, "https://garden.example/blog/a"),
    ("", .url, "https://garden.example/a"),
    ("<atom:link rel=\"self\" href=\"https://x.example/feed\"/>", .url, "https://garden.example/a"),
  ])
  func takesFromTheChannel(channel: String, field: Field, expected: String) throws {
    let text = Feeds.rss("<title>T</title><link>a</link>", channel: channel)
    let article = try #require(Feeds.read(text).articles.first)
    #expect(field.value(in: article) == expected)
  }

  @Test func readsVersions() throws {
    let items = "<item><title>One</title><link>http://garden.example/1</link></item>"
    let texts = [
      "<rss version=\"0.91\"><channel>\(items)</channel></rss>",
      """
      <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
        "http://my.netscape.com/publish/formats/rss-0.91.dtd">
      <rss version="0.91"><channel>\(items)</channel></rss>
      """,
      "<rss version=\"0.92\"><channel/>\(items)</rss>",
      "<rss version=\"2.0\" xmlns=\"http://backend.userland.com/rss2\"><channel>\(items)</channel></rss>",
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel/>\(items)</rdf:RDF>
      """,
    ]
    for text in texts {
      let contents = Feeds.read(text)
      #expect(contents.articles.map(\.title) == ["One"])
      #expect(contents.diagnostics.isEmpty)
    }
  }

  @Test func readsRDF() throws {
    let contents = Feeds.read(
      """
      <?xml version="1.0"?>
      <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/">
      <channel r:about="https://garden.example/rss"><title>Garden</title>
        <link>https://garden.example/</link><d:language>en</d:language></channel>
      <item r:about="https://garden.example/1"><title>One</title>
        <description>Short</description><c:encoded><![CDATA[<p>Long</p>]]></c:encoded>
        <d:date>2025-02-03T10:00+01:00</d:date><d:creator>Ana</d:creator>
        <d:subject>soil</d:subject></item>
      <item r:about="urn:2"><title>Two</title><link>/2</link></item>
      </r:RDF>
      """)
    #expect(contents.diagnostics.isEmpty)
    let first = try #require(contents.articles.first)
    #expect(first.id == "https://garden.example/1")
    #expect(first.url?.text == "https://garden.example/1")
    #expect(first.date?.description == "2025-02-03T10:00:00+01:00")
    #expect(first.dateSource == .feed)
    #expect(first.author == "Ana")
    #expect(first.tags == ["soil"])
    #expect(first.summary == "Short")
    #expect(first.language == "en")
    #expect(contents.articles.last?.id == "urn:2")
    #expect(contents.articles.last?.url?.text == "https://garden.example/2")
  }

  @Test func oneIDForAllIsNone() {
    let contents = Feeds.read(
      """
      <rss><channel>
      <item><title>A</title><guid>same</guid><link>https://garden.example/a</link></item>
      <item><title>B</title><guid>same</guid><link>https://garden.example/b</link></item>
      <item><title>B</title><guid>same</guid><link>https://garden.example/b</link></item>
      <item></item>
      </channel></rss>
      """)
    #expect(
      contents.articles.map(\.id) == ["https://garden.example/a", "https://garden.example/b"])
    #expect(
      contents.diagnostics.map(\.description) == [
        "https://garden.example/feed:2: warning: its id 'same' is another item's too; its address is"
          + " used in place of it",
        "https://garden.example/feed:3: warning: its id 'same' is another item's too; its address is"
          + " used in place of it",
        "https://garden.example/feed:4: warning: 'B' is in the feed twice; the first is used",
        "https://garden.example/feed:5: warning: the item has neither title nor text nor address; it is"
          + " left out",
      ])
  }

  @Test func saysWhichArticleIsMeant() throws {
    let contents = Feeds.read(Feeds.rss(Self.head + "\n<pubDate>soon</pubDate>"))
    let diagnostic = try #require(contents.diagnostics.first)
    #expect(
      diagnostic.description
        == "https://garden.example/feed:4: error: 'pubDate' is 'soon', expected a date such as"
        + " 2025-06-05T09:00:00Z")
    #expect(contents.article(about: diagnostic)?.title == "Mulch")
    #expect(contents.articles.first?.state == .undated)
    #expect(contents.articles.first?.date == nil)
  }
}
