import Foundation
import Testing

@testable import Tidings

@Suite struct JekyllSiteTests {
  @Test(arguments: [
    ("", "_posts/2025-02-03-My-Post.md", "/2025/02/03/My-Post.html"),
    ("permalink: date", "_posts/2025-02-03-a.md", "/2025/02/03/a.html"),
    ("permalink: pretty", "_posts/2025-02-03-a.md", "/2025/02/03/a/"),
    ("permalink: ordinal", "_posts/2025-02-03-a.md", "/2025/034/a.html"),
    ("permalink: weekdate", "_posts/2025-02-03-a.md", "/2025/W06/Mon/a.html"),
    ("permalink: none", "_posts/2025-02-03-a.md", "/a.html"),
    ("permalink: /:year/:title", "_posts/2025-02-03-a.md", "/2025/a"),
    ("permalink: /:title:output_ext", "_posts/2025-02-03-a.md", "/a.html"),
    ("permalink: /x/:i_month/:i_day/:short_year/:title/", "_posts/2025-02-03-a.md", "/x/2/3/25/a/"),
    (
      "permalink: /:long_month/:short_month/:long_day/:slug", "_posts/2025-02-03-A.md",
      "/February/Feb/Monday/a"
    ),
    ("permalink: pretty", "news/_posts/2025-02-03-a.md", "/news/2025/02/03/a/"),
    ("permalink: pretty", "News/Tech/_posts/2025-02-03-a.md", "/news/tech/2025/02/03/a/"),
    ("permalink: pretty", "_posts/deep/2025-02-03-a.md", "/2025/02/03/a/"),
    ("permalink: pretty", "_drafts/Sketch.md", "/2025/02/03/Sketch/"),
    ("permalink: /:title/", "_posts/2025-02-03-What's new?.md", "/What's-new/"),
    ("permalink: /:title/", "_posts/2025-02-03-tool-6.0.0.md", "/tool-6.0.0/"),
    ("permalink: /:title/", "_posts/2025-02-03-é.md", "/%C3%A9/"),
    ("permalink: pretty", "about.md", "/about/"), ("", "about.md", "/about.html"),
    ("permalink: /:title", "team/about.md", "/team/about"), ("", "team/index.md", "/team/"),
    ("collections: {notes: {output: true}}", "_notes/deep/a.md", "/notes/deep/a.html"),
    ("collections: {notes: {permalink: '/n/:path/'}}", "_notes/deep/a.md", "/n/deep/a/"),
    ("collections: {notes: {permalink: '/n/:name'}}", "_notes/deep/A b.md", "/n/a-b"),
    ("collections: [notes]\npermalink: pretty", "_notes/a.md", "/notes/a/"),
    (
      "collections_dir: all\ncollections: {notes: {output: true}}", "all/_notes/a.md",
      "/notes/a.html"
    ),
    ("collections_dir: all", "all/_posts/2025-02-03-a.md", "/2025/02/03/a.html"),
    ("collections: {posts: {permalink: '/p/:title/'}}", "_posts/2025-02-03-a.md", "/p/a/"),
    ("source: src", "src/_posts/2025-02-03-a.md", "/2025/02/03/a.html"),
    (
      "defaults: [{scope: {path: ''}, values: {permalink: '/d/:title/'}}]",
      "_posts/2025-02-03-a.md", "/d/a/"
    ),
    (
      "defaults: [{scope: {path: '', type: pages}, values: {permalink: '/d/'}}]",
      "_posts/2025-02-03-a.md", "/2025/02/03/a.html"
    ),
    (
      "defaults: [{scope: {path: '_posts/x', type: posts}, values: {permalink: '/x/:title/'}}, {scope: {type: posts}, values: {permalink: '/d/:title/'}}]",
      "_posts/x/2025-02-03-a.md", "/x/a/"
    ),
    (
      "defaults: [{scope: {type: posts}, values: {categories: [Log]}}]", "_posts/2025-02-03-a.md",
      "/log/2025/02/03/a.html"
    ),
  ])
  func addresses(settings: String, path: String, expected: String) throws {
    let fixture = try SiteFixture(
      ["_config.yml": "url: https://example.org\nbaseurl: /blog\n" + settings], articles: ".")
    #expect(fixture.site?.generator == .jekyll)
    #expect(fixture.url(path) == "https://example.org/blog" + expected)
    #expect(fixture.diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      (nil, "/x/:title/", [], "/x/a/"), (nil, "/about", [], "/about"),
      (nil, "about.html", [], "/about.html"),
      ("My-Slug v1.2", nil, [], "/2025/02/03/My-Slug-v1.2.html"),
      (nil, nil, ["Open Source", "AI"], "/open%20source/ai/2025/02/03/a.html"),
      (nil, "/:categories/:title", ["AI"], "/ai/a"),
      (nil, "//evil.example/x", [], "/2025/02/03/a.html"),
      (nil, "/../../x", [], "/2025/02/03/a.html"),
      (nil, "javascript:alert(1)", [], "/2025/02/03/a.html"),
      (nil, "/a b?x=1#y", [], "/a%20b?x=1#y"),
    ] as [(String?, String?, [String], String)])
  func frontMatter(slug: String?, url: String?, categories: [String], expected: String) throws {
    let fixture = try SiteFixture(
      ["_config.yml": "url: https://example.org"], articles: "_posts")
    let found = fixture.url("2025-02-03-a.md", slug: slug, url: url, categories: categories)
    #expect(found == "https://example.org" + expected)
  }

  @Test func theDayIsTheSites() throws {
    let fixture = try SiteFixture(
      ["_config.yml": "url: https://example.org\ntimezone: Europe/Berlin\nlang: pt_BR"],
      articles: "_posts")
    let site = try #require(fixture.site)
    #expect(site.dateRule == .utcShownInSiteZone)
    #expect(site.language == "pt-BR")
    #expect(
      fixture.url("2025-02-03-a.md", date: "2025-02-03T23:30:00Z")
        == "https://example.org/2025/02/04/a.html")
    #expect(
      fixture.url("2025-02-03-a.md", date: "2025-02-03") == "https://example.org/2025/02/03/a.html")
  }

  @Test(
    arguments: [
      ("url: https://example.org\nbaseurl: ''", "https://example.org"),
      ("url: https://example.org/\nbaseurl: blog/", "https://example.org/blog/"),
      ("url: https://example.org\nbaseurl: /", "https://example.org"),
      ("url: ''\nbaseurl: /blog", nil), ("title: x", nil),
    ] as [(String, String?)])
  func baseURL(settings: String, expected: String?) throws {
    let fixture = try SiteFixture(["_config.yml": settings], articles: "_posts")
    #expect(fixture.site?.baseURL?.text == expected)
    #expect(fixture.diagnostics.isEmpty)
  }

  @Test func itsLayoutAloneIsEnough() throws {
    let fixture = try SiteFixture(["_posts/2025-02-03-a.md": ""], articles: "_posts")
    #expect(fixture.site?.generator == .jekyll)
    #expect(
      fixture.url("2025-02-03-a.md", baseURL: "https://example.org")
        == "https://example.org/2025/02/03/a.html")
  }

  @Test func tomlIsReadToo() throws {
    let fixture = try SiteFixture(
      ["_config.toml": "url = 'https://example.org'\npermalink = 'pretty'"], articles: "_posts")
    #expect(fixture.url("2025-02-03-a.md") == "https://example.org/2025/02/03/a/")
  }

  /// Without a configuration only a post's place shows Jekyll's hand.
  @Test(arguments: [
    ("_posts/2025-02-03-a.md", "https://example.org/2025/02/03/a.html"),
    ("notes/b.md", "https://example.org/notes/b/"), ("b.md", "https://example.org/b/"),
  ])
  func withoutAConfigurationOnlyPostsAreJekylls(path: String, expected: String) throws {
    let fixture = try SiteFixture(["articles/_posts/.keep": ""], articles: "articles")
    #expect(fixture.site?.generator == .jekyll)
    #expect(fixture.url(path, baseURL: "https://example.org") == expected)
  }
}
