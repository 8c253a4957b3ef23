import Foundation
import Testing

@testable import Tidings

@Suite struct SiteTests {
  @Test(arguments: [
    ("config.yaml", "services:\n  web: 1\n"), ("config.json", "{\"name\": \"x\"}"),
    ("package.json", "{}"),
    ("config.toml", "title = 'x'"),
    ("config/_default/other.toml", "baseURL = 'https://example.org'"),
  ])
  func anotherProgramsFileIsNoSite(name: String, text: String) throws {
    let fixture = try SiteFixture([name: text], articles: "articles")
    #expect(fixture.site == nil)
    #expect(fixture.diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      (nil, nil, "posts/2025-02-03-a.md", nil, nil, nil),
      (
        "https://example.org/blog", nil, "posts/2025-02-03-a.md", nil, nil,
        "https://example.org/blog/posts/a/"
      ),
      (
        "https://example.org/blog/", nil, "posts/b/index.md", nil, nil,
        "https://example.org/blog/posts/b/"
      ),
      ("https://example.org", nil, "a.md", "A b/../é", nil, "https://example.org/A%20b/%C3%A9/"),
      (
        "https://example.org", "/:year/:slug/", "posts/a.md", nil, nil,
        "https://example.org/2025/a/"
      ),
      ("https://example.org/blog", nil, "a.md", nil, "/x", "https://example.org/x"),
      ("https://example.org/blog", nil, "a.md", nil, "x", "https://example.org/x"),
      ("https://example.org/blog/", nil, "a.md", nil, "x/?y=1", "https://example.org/blog/x/?y=1"),
      (
        "https://example.org", nil, "a.md", nil, "https://other.example/x",
        "https://other.example/x"
      ),
      (nil, nil, "a.md", nil, "https://other.example/x", "https://other.example/x"),
      ("https://example.org", nil, "a.md", nil, "//other.example/x", "https://example.org/a/"),
      ("https://example.org", nil, "a.md", nil, "/\\other.example/x", "https://example.org/a/"),
      ("https://example.org/b/", nil, "a.md", nil, "../x", "https://example.org/b/a/"),
      ("https://example.org/b/", nil, "a.md", nil, "x/%2e%2E/%2E./y", "https://example.org/b/a/"),
      ("https://example.org", nil, "a.md", nil, "/x\u{0}y", "https://example.org/a/"),
      ("https://example.org", nil, "a.md", nil, "data:text/html,x", "https://example.org/a/"),
    ] as [(String?, String?, String, String?, String?, String?)])
  func withoutASite(
    base: String?, pattern: String?, path: String, slug: String?, url: String?, expected: String?
  ) throws {
    let fixture = try SiteFixture([:], articles: "articles")
    let permalink = try pattern.map { try Permalink($0) }
    #expect(
      fixture.url(path, slug: slug, url: url, baseURL: base, permalink: permalink) == expected)
  }

  @Test func theNearestOfTwoSitesIsTaken() throws {
    let fixture = try SiteFixture(
      [
        "hugo.toml": "baseURL = 'https://outer.example'",
        "content/docs/_config.yml": "url: https://inner.example",
      ], articles: "content/docs/_posts")
    #expect(fixture.site?.generator == .jekyll)
    #expect(fixture.site?.root.hasSuffix("/content/docs") == true)
    #expect(
      fixture.url("2025-02-03-a.md") == "https://inner.example/2025/02/03/a.html")
  }

  @Test func aVaultInASiteIsTheSites() throws {
    let files = ["content/.obsidian/app.json": "{}"]
    #expect(try SiteFixture(files, articles: "content").site?.generator == .obsidian)
    let both = files.merging(["hugo.toml": "baseURL = 'https://example.org'"]) { $1 }
    #expect(try SiteFixture(both, articles: "content").site?.generator == .hugo)
  }

  @Test func noSiteIsSoughtBeyondARepository() throws {
    let folder = try TemporaryFolder()
    try folder.write("baseURL = 'https://example.org'", to: "hugo.toml")
    try folder.write("", to: "content/.git")
    try folder.write("", to: "content/posts/a.md")
    #expect(Site.find(above: folder.path + "/content/posts").site == nil)
    #expect(Site.find(above: folder.path).site?.generator == .hugo)
  }

  @Test func noSiteIsSoughtAboveTheHomeFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("url: https://example.org", to: "homes/_config.yml")
    try folder.write("", to: "homes/me/blog/a.md")
    let blog = folder.path + "/homes/me/blog"
    #expect(Site.find(above: blog, home: folder.path + "/homes/me").site == nil)
    #expect(Site.find(above: blog, home: folder.path + "/elsewhere").site?.generator == .jekyll)
    try folder.write("url: https://example.org", to: "homes/me/_config.yml")
    #expect(
      Site.find(above: blog, home: folder.path + "/homes/me").site?.root.hasSuffix("homes/me")
        == true)
  }

  @Test func aFolderBehindALinkIsWhereItReallyLies() throws {
    let fixture = try SiteFixture(
      ["hugo.toml": "baseURL = 'https://example.org'"], articles: "content/posts")
    let other = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: other.path + "/link", withDestinationPath: fixture.root + "/content/posts")
    #expect(Site.find(above: other.path + "/link").site?.generator == .hugo)
  }

  @Test func aSiteTooFarUpIsNotSought() throws {
    let deep = "a/b/c/d/e/f/g"
    let fixture = try SiteFixture(["hugo.toml": "baseURL = 'https://example.org'"], articles: deep)
    #expect(fixture.site == nil)
    #expect(Site.find(above: fixture.root + "/a/b/c/d/e/f").site != nil)
    #expect(Site.find(above: fixture.root + "/no/such/folder").site == nil)
  }

  /// What is broken is named, and what can still be read is taken.
  @Test(
    arguments: [
      (
        "hugo.toml", "title = 'x'\nbaseURL = 'https://example.org'\nbroken = [1,\n[params",
        "https://example.org", "not TOML"
      ),
      (
        "hugo.yaml", "baseURL: https://example.org # here\ntitle: a: b\n", "https://example.org",
        ":2: warning: the site's configuration is not YAML"
      ),
      (
        "_config.yml", "url: 'https://example.org'\nurl: https://two.example\n",
        "https://example.org", "the key 'url' stands twice"
      ),
      ("_config.yml", "- a\n- b\n", nil, "has no keys"),
      ("_config.yml", "url: \u{1}", nil, "not YAML"),
      (
        "_config.yml", "url: example.org\n", nil,
        ":1: warning: 'url' is 'example.org', expected a web address"
      ),
      (
        "_config.yml", "title: x\ntimezone: Berlin\n", nil,
        ":2: warning: 'timezone' is 'Berlin', expected a time zone"
      ),
      (
        "_config.yml", "title: x\npermalink: /:titel/\n", nil,
        ":2: warning: the permalink pattern has ':titel'"
      ),
      (
        "hugo.toml", "baseURL = 'https://example.org'\n[.a]\n", "https://example.org",
        ":2: warning: the site's configuration is not TOML: expected a key, found '.a]'"
      ),
      ("hugo.toml", "baseURL = 'ftp://example.org'\n", nil, "expected a web address"),
      ("pelicanconf.py", "TIMEZONE = 'Mars/Base'\n", nil, "'TIMEZONE' is 'Mars/Base'"),
      ("_config.yml", String(repeating: "[", count: 5_000), nil, "not YAML"),
      ("hugo.json", "{\"baseURL\": \"https://example.org\", \"x\": ]", nil, "not YAML"),
    ] as [(String, String, String?, String)])
  func brokenConfiguration(
    name: String, text: String, baseURL: String?, words: String
  ) throws {
    let fixture = try SiteFixture([name: text], articles: "articles")
    #expect(fixture.site != nil)
    #expect(fixture.site?.baseURL?.text == baseURL)
    #expect(fixture.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(
      fixture.diagnostics.contains { $0.description.contains(words) }, "\(fixture.diagnostics)")
    #expect(fixture.diagnostics.first?.path.hasSuffix(name) == true)
  }

  @Test func bytesThatAreNoTextAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write([0x75, 0xFF, 0xFE], to: "_config.yml")
    let found = Site.find(above: folder.path)
    #expect(found.site?.generator == .jekyll)
    #expect(found.diagnostics.first?.reason.contains("not UTF-8") == true)
  }

  /// No bytes may stop the reading of the articles.
  @Test func noiseIsHarmless() throws {
    var random = SeededGenerator(seed: 7)
    let words = [
      "baseURL", ":", "=", "'", "\"", "\n", "{", "}", "[", "]", "- ", "&a ", "*a ", "url",
      "/:year/",
      "%", "..", "\u{1}", "é", "permalinks", "`", "${", "//", "/*", "\\", "languages", "site", ",",
    ]
    for round in 0..<120 {
      let text = (0..<40).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
        .joined()
      let name = ["hugo.toml", "hugo.yaml", "_config.yml", "pelicanconf.py", "astro.config.mjs"][
        round % 5]
      let fixture = try SiteFixture([name: text], articles: "content")
      let url = fixture.url(
        text.replacing("\n", with: " ") + ".md", slug: text, url: round % 2 == 0 ? text : nil,
        baseURL: "https://example.org/blog")
      if let url { #expect(WebURL(url) != nil) }
      if let url, round % 2 == 1 { #expect(url.hasPrefix("https://example.org/blog/")) }
    }
  }
}
