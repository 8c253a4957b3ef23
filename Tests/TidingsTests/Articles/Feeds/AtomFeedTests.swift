import Testing

@testable import Tidings

@Suite struct AtomFeedTests {
  static let head = """
    <id>urn:1</id><title>Mulch</title><link href="https://garden.example/mulch"/>\
    <updated>2025-02-04T10:00:00Z</updated>
    """

  @Test(arguments: [
    FeedCase("<title>Ben &amp; Jerry</title>", .title, "Ben & Jerry"),
    FeedCase("<title>use &lt;b&gt;</title>", .title, "use <b>"),
    FeedCase(
      "<title type=\"html\">&lt;b&gt;Ben&lt;/b&gt; &amp;amp; Jerry</title>", .title, "Ben & Jerry"),
    FeedCase(
      "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A <em>b</em></div></title>",
      .title, "A b"),
    FeedCase(head, .id, "urn:1"),
    FeedCase(head, .url, "https://garden.example/mulch"),
    FeedCase(head, .date, "2025-02-04T10:00:00Z"),
    FeedCase(head, .updated, nil),
    FeedCase(
      head + "<published>2025-02-03T10:00:00.250+01:00</published>", .date,
      "2025-02-03T10:00:00+01:00"),
    FeedCase(
      head + "<published>2025-02-03T10:00:00Z</published>", .updated, "2025-02-04T10:00:00Z"),
    FeedCase(
      "<title>T</title><link rel=\"self\" href=\"https://x.example/\"/>"
        + "<link rel=\"alternate\" type=\"application/json\" href=\"/j\"/>"
        + "<link rel=\"alternate\" type=\"text/html\" href=\"/h\"/>", .url,
      "https://garden.example/h"),
    FeedCase(
      "<title>T</title><link href=\"b\" xml:base=\"/c/\"/>", .url, "https://garden.example/b"),
    FeedCase(head + "<content type=\"html\">&lt;p&gt;Hi&lt;/p&gt;</content>", .body, "<p>Hi</p>"),
    FeedCase(
      head + "<content>1 &lt; 2\nand &amp;amp;\n\nnext</content>", .body,
      "<p>1 &lt; 2<br>\nand &amp;amp;</p>\n<p>next</p>"),
    FeedCase(
      head
        + "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"a\">x &lt; y<br/></p></div></content>",
      .body, "<p class=\"a\">x &lt; y<br></p>"),
    FeedCase(
      head
        + "<content type=\"xhtml\"><h:div xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:p>x</h:p></h:div></content>",
      .body, "<p>x</p>"),
    FeedCase(head + "<content type=\"html\">  </content><summary>S</summary>", .body, "<p>S</p>"),
    FeedCase(head + "<summary>S &amp; T</summary>", .body, "<p>S &amp; T</p>"),
    FeedCase(head + "<summary>S</summary><content>C</content>", .summary, "S"),
    FeedCase(head + "<content type=\"image/png\">iVBO</content>", .body, ""),
    FeedCase(
      head + "<category term=\"soil\" label=\"The Soil\"/><category term=\"x\"/>", .tags,
      "The Soil|x"),
    FeedCase(
      head + "<category scheme=\"s\" term=\"http://schemas.example/kind#post\"/>", .tags, ""),
    FeedCase(
      head + "<author><name>Ana</name></author><author><name>Bo</name></author>", .author, "Ana, Bo"
    ),
    FeedCase(head, .author, "Chief"),
    FeedCase(
      head + "<link rel=\"enclosure\" type=\"image/png\" href=\"/i\"/>", .image,
      "https://garden.example/i"),
    FeedCase(head, .language, "en"),
    FeedCase(
      head + "<source><title>Orchard</title><link href=\"https://orchard.example/\"/></source>",
      .originSite, "Orchard"),
    FeedCase(
      head + "<source><id>https://orchard.example/</id></source>", .origin, nil),
    FeedCase(
      head + "<source><id>https://orchard.example/</id></source>", .originSite,
      "orchard.example"),
    FeedCase(
      head + "<source><link href=\"https://garden.example/\"/></source>", .origin, nil),
    FeedCase(
      head
        + "<app:control xmlns:app=\"http://www.w3.org/2007/app\"><app:draft>yes</app:draft></app:control>",
      .state, "draft"),
    FeedCase("<title>T</title><updated>2025-02-30T10:00:00Z</updated>", .state, "undated"),
  ])
  func readsAnEntry(_ test: FeedCase) throws {
    let feed = "<author><name>Chief</name></author>"
    let text = Feeds.atom(test.item, feed: feed)
      .replacing("<feed ", with: "<feed xml:lang=\"en\" ")
    let article = try #require(Feeds.read(text).articles.first)
    #expect(test.field.value(in: article) == test.expected)
  }

  @Test func resolvesAgainstTheNearestBase() {
    let text = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://garden.example/blog/">
      <entry xml:base="2025/"><title>A</title><link href="a"/></entry>
      <entry><title>B</title><link href="b"/></entry></feed>
      """
    #expect(
      Feeds.read(text, name: "blog.xml").articles.map { $0.url?.text } == [
        "https://garden.example/blog/2025/a", "https://garden.example/blog/b",
      ])
  }

  @Test func readsAtom03AndWhatForgotItsNamespace() throws {
    let old = Feeds.read(
      """
      <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
      <title mode="escaped" type="text/html">A &lt;i&gt;b&lt;/i&gt;</title>
      <issued>2025-02-03T10:00:00Z</issued><modified>2025-02-04T10:00:00Z</modified>
      <content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div></content>
      </entry></feed>
      """)
    let first = try #require(old.articles.first)
    #expect(first.title == "A b")
    #expect(first.date?.description == "2025-02-03T10:00:00Z")
    #expect(first.updated?.description == "2025-02-04T10:00:00Z")
    #expect(first.body == .html("<p>x</p>"))
    #expect(old.diagnostics.isEmpty)

    let bare = Feeds.read("<feed><entry><title>A</title><id>7</id></entry></feed>")
    #expect(bare.articles.map(\.id) == ["7"])

    let entry = Feeds.read(
      "<entry xmlns=\"http://www.w3.org/2005/Atom\"><id>1</id><title>A</title></entry>")
    #expect(entry.articles.map(\.title) == ["A"])
  }

  @Test func saysWhatItCannotUse() {
    let text = Feeds.atom(
      Self.head + "<content type=\"text/html\" src=\"https://garden.example/x\"/>"
        + "<summary type=\"video/mp4\">x</summary>")
    #expect(
      Feeds.read(text).diagnostics.map(\.reason) == [
        "'summary' is of type 'video/mp4', expected text, html or xhtml; it is passed over",
        "its text is not in the feed but at 'https://garden.example/x'",
      ])
  }
}
