import Foundation
import Testing

@testable import Tidings

@Suite struct HugoSiteTests {
  struct Case: CustomTestStringConvertible {
    let settings: String
    let path: String
    var slug: String?
    var url: String?
    var title = "Small Models: v2"
    let expected: String?

    init(
      _ settings: String, _ path: String, slug: String? = nil, url: String? = nil,
      title: String = "Small Models: v2", _ expected: String?
    ) {
      self.settings = settings
      self.path = path
      self.slug = slug
      self.url = url
      self.title = title
      self.expected = expected
    }

    var testDescription: String { "\(settings) \(path)" }
  }

  /// Most are as Hugo 0.111 itself lists them.
  @Test(arguments: [
    Case("", "posts/a.md", "/posts/a/"),
    Case("", "top.md", "/top/"),
    Case("", "posts/My File Nämé (1).md", "/posts/my-file-n%C3%A4m%C3%A9-1/"),
    Case("", "posts/A_b.C.md", "/posts/a_b.c/"),
    Case("", "posts/v1.2-notes it's.md", "/posts/v1.2-notes-its/"),
    Case("", "posts/bundle/index.md", "/posts/bundle/"),
    Case("", "posts/bundle/index.md", slug: "other", "/posts/other/"),
    Case("", "posts/_index.md", "/posts/"),
    Case("", "_index.md", "/"),
    Case("", "posts/2025-02-03-a.md", "/posts/2025-02-03-a/"),
    Case("", "posts/a.md", slug: "A B/c & d.e", "/posts/a-b/c-d.e/"),
    Case("", "posts/a.md", slug: "2025-x_y+z@~", "/posts/2025-x_y+z@~/"),
    Case("", "posts/a.md", slug: "../../x", "/posts/x/"),
    Case("", "posts/a.md", slug: "c#-x", "/posts/c%23-x/"),
    Case("", "posts/a.md", slug: "İx", "/posts/ix/"),
    Case("", "posts/a.md", url: "/Foo Bar/Baz.html", "/Foo%20Bar/Baz.html"),
    Case("", "posts/a.md", url: "foo/é", "/foo/%C3%A9/"),
    Case("", "posts/a.md", url: "/foo/x", "/foo/x/"),
    Case("", "posts/a.md", slug: "s", url: "/:year/:slug", "/2025/s/"),
    Case("", "posts/a.md", url: "/a/%2E%2E/%2e%2e/x", "/posts/a/"),
    Case("removePathAccents: true", "posts/nämé.md", "/posts/name/"),
    Case("disablePathToLower: true", "Posts/A-B.md", "/Posts/A-B/"),
    Case("uglyURLs: true", "posts/a.md", "/posts/a.html"),
    Case("uglyURLs: true", "posts/b/index.md", "/posts/b.html"),
    Case("uglyURLs: true", "posts/_index.md", "/posts/"),
    Case("uglyURLs: {notes: true}", "posts/a.md", "/posts/a/"),
    Case("uglyURLs: {notes: true}", "notes/a.md", "/notes/a.html"),
    Case(
      "frontmatter: {date: [':filename', ':default']}", "posts/2025-02-05-dated.md", "/posts/dated/"
    ),
    Case("frontmatter: {date: [':filename']}", "notes/2024-03-04_x.md", "/notes/x/"),
    Case(
      "frontmatter: {date: [':filename']}", "posts/2025-02-05-tool-6.0.0.md", "/posts/tool-6.0/"),
    Case(
      "frontmatter: {date: [':filename']}", "posts/2025-02-05-a.md", slug: "mine", "/posts/mine/"),
    Case("permalinks: {posts: '/:year/:month/:slug/'}", "posts/a.md", "/2025/02/small-models-v2/"),
    Case(
      "permalinks: {posts: '/:year/:month/:slug/'}", "posts/a.md", slug: "mine", "/2025/02/mine/"),
    Case("permalinks: {posts: '/:year/:slug'}", "notes/a.md", "/notes/a/"),
    Case("permalinks: {page: {posts: '/n/:slug'}}", "posts/a.md", "/n/small-models-v2/"),
    Case(
      "permalinks: {page: {posts: '/n/:slug'}, section: {posts: '/n/'}}", "notes/a.md", "/notes/a/"),
    Case("permalinks: {page: {/: '/:title/'}}", "a.md", "/small-models-v2/"),
    Case("permalinks: {posts: '/:contentbasename'}", "posts/b/index.md", "/b/"),
    Case(
      "permalinks: {posts: '/:monthname/:weekdayname/:weekday/:yearday'}", "posts/a.md",
      "/february/monday/1/34/"),
    Case("permalinks: {posts: '/n/:slug.html'}", "posts/a.md", slug: "abc", "/n/abc.html/"),
    Case("permalinks: {posts: '/:sections/:filename'}", "posts/deep/a.md", "/posts/a/"),
    Case("permalinks: {posts: '/:sections/:filename'}", "posts/real/a.md", "/posts/real/a/"),
    Case("permalinks: {posts: '/:sections[1:]/:filename'}", "posts/real/a.md", "/real/a/"),
    Case(
      "permalinks: {posts: '/:2006/:01/:filename'}", "posts/a.md",
      "/2025/01/a/".replacing("/01/", with: "/02/")),
    Case(
      "permalinks: {posts: '/:title'}", "posts/a.md", title: "What's New: C++ / Go? 100% – é",
      "/whats-new-c++-/-go-100-%C3%A9/"),
    Case("permalinks: {posts: '/:yeer/:slug'}", "posts/a.md", nil),
    Case("permalinks: {posts: '/:yeer/:slug'}", "notes/a.md", "/notes/a/"),
    Case("permalinks: {Posts: '/p/:slug'}", "posts/a.md", "/p/small-models-v2/"),
    Case(
      "permalinks: {posts: '/p/:slug/'}\nuglyURLs: true", "posts/a.md", "/p/small-models-v2.html"),
    Case("languages: {en: {weight: 1}, pt: {weight: 2}}", "posts/a.pt.md", "/pt/posts/a/"),
    Case("languages: {en: {weight: 1}, pt: {weight: 2}}", "posts/a.en.md", "/posts/a/"),
    Case("languages: {en: {weight: 1}, pt: {weight: 2}}", "posts/a.de.md", "/posts/a.de/"),
    Case(
      "languages: {en: {weight: 1}, pt-br: {weight: 2}}", "posts/b/index.pt-br.md",
      "/pt-br/posts/b/"),
    Case("languages: {en: {weight: 1}, pt: {weight: 2}}", "posts/a.pt.md", url: "foo", "/pt/foo/"),
    Case("languages: {en: {weight: 1}, pt: {weight: 2}}", "posts/a.pt.md", url: "/foo", "/foo/"),
    Case(
      "defaultContentLanguageInSubdir: true\nlanguages: {en: {weight: 1}}", "posts/a.md",
      "/en/posts/a/"),
    Case(
      "defaultContentLanguage: pt\nlanguages: {en: {weight: 1}, pt: {weight: 2}}", "posts/a.md",
      "/posts/a/"),
    Case(
      "languages: {en: {contentDir: content/en}, pt: {contentDir: content/pt}}", "pt/posts/a.md",
      "/pt/posts/a/"),
    Case(
      "languages: {en: {contentDir: content/en}, pt: {contentDir: content/pt}}", "en/posts/a.md",
      "/posts/a/"),
    Case(
      "languages: {en: {contentDir: content/en}, pt: {contentDir: content/pt}}", "pt/posts/c.en.md",
      "/posts/c/"),
    Case(
      "languages: {en: {contentDir: content/en}, pt: {contentDir: content/pt}}", "xx/posts/a.md",
      nil),
    Case(
      "languages: {en: {permalinks: {posts: '/e/:slug'}}, pt: {permalinks: {posts: '/p/:slug'}}}",
      "posts/a.pt.md", "/pt/p/small-models-v2/"),
  ])
  func addresses(_ example: Case) throws {
    let fixture = try SiteFixture(
      [
        "hugo.yaml": "baseURL: https://example.org/blog/\n" + example.settings,
        "content/posts/real/_index.md": "",
      ], articles: "content")
    #expect(fixture.site?.generator == .hugo)
    let url = fixture.url(
      example.path, slug: example.slug, url: example.url, title: example.title)
    #expect(url == example.expected.map { "https://example.org/blog" + $0 })
  }

  @Test(
    arguments: [
      ("content/posts", "a.md", "/posts/a/"), ("content/posts/deep", "x/a.md", "/posts/deep/x/a/"),
      ("content", "posts/a.md", "/posts/a/"), (".", "content/posts/a.md", "/posts/a/"),
      (".", "README.md", nil), ("notes", "a.md", nil),
    ] as [(String, String, String?)])
  func anyFolderOfTheSiteMayBeGiven(articles: String, path: String, expected: String?) throws {
    let fixture = try SiteFixture(
      ["hugo.toml": "baseURL = 'https://example.org'"], articles: articles)
    #expect(fixture.url(path) == expected.map { "https://example.org" + $0 })
  }

  @Test func aLanguageMayHaveAHostOfItsOwn() throws {
    let fixture = try SiteFixture(
      [
        "hugo.toml": """
        defaultContentLanguage = 'en'
        [languages.en]
        baseURL = 'https://en.example.org/x/'
        [languages.pt]
        baseURL = 'https://pt.example.org'
        """
      ], articles: "content")
    #expect(fixture.url("posts/a.md") == "https://en.example.org/x/posts/a/")
    #expect(fixture.url("posts/a.pt.md") == "https://pt.example.org/posts/a/")
    #expect(
      fixture.url("posts/a.pt.md", baseURL: "https://new.example")
        == "https://new.example/posts/a/")
  }

  @Test(
    arguments: [
      [
        "hugo.toml":
          "baseURL = 'https://example.org'\ntimeZone = 'Europe/Berlin'\nlanguageCode = 'pt-br'"
      ],
      ["hugo.yaml": "baseURL: https://example.org\ntimeZone: Europe/Berlin\nlanguageCode: pt-br"],
      [
        "hugo.json":
          "{\n\t\"baseURL\": \"https://example.org\",\n\t\"timeZone\": \"Europe/Berlin\", \"languageCode\": \"pt-br\"}"
      ],
      [
        "config.toml":
          "BaseURL = \"https://example.org\"\ntimezone = \"Europe/Berlin\"\nlocale = \"pt-BR\""
      ],
      ["config.yml": "baseurl: https://example.org\ntimeZone: Europe/Berlin\nlanguageCode: pt-br"],
      [
        "config/_default/hugo.toml": "baseURL = 'https://example.org'\ntimeZone = 'Europe/Berlin'",
        "config/_default/languages.toml": "[pt-br]\nweight=1\n",
      ],
      [
        "config/_default/config.toml":
          "baseURL = 'http://localhost'\ntimeZone = 'Europe/Berlin'\nlanguageCode='pt-br'",
        "config/production/hugo.yaml": "baseURL: https://example.org",
      ],
      [
        "hugo.toml":
          "\u{FEFF}baseURL = 'https://example.org'\r\ntimeZone = 'Europe/Berlin'\r\ndefaultContentLanguage = 'pt-br'\r\n"
      ],
    ] as [[String: String]])
  func everyFormOfConfiguration(files: [String: String]) throws {
    let fixture = try SiteFixture(files, articles: "content/posts")
    let site = try #require(fixture.site)
    #expect(site.baseURL?.text == "https://example.org")
    #expect(site.zone?.identifier == "Europe/Berlin")
    #expect(site.language == "pt-BR")
    #expect(site.dateRule == .siteZone)
    #expect(fixture.diagnostics.isEmpty)
  }

  @Test func tablesOfTheirOwnFileAreRead() throws {
    let fixture = try SiteFixture(
      [
        "config/_default/hugo.toml": "baseURL = 'https://example.org'",
        "config/_default/permalinks.toml": "posts = '/:year/:contentbasename/'",
      ], articles: "content")
    #expect(fixture.url("posts/a.md") == "https://example.org/2025/a/")
  }

  @Test func filesWithALanguageInTheirNameAreThatLanguages() throws {
    let fixture = try SiteFixture(
      [
        "config/_default/hugo.toml": "baseURL = 'https://example.org'",
        "config/_default/permalinks.toml": "posts = '/:year/:contentbasename/'",
        "config/_default/permalinks.pt.toml": "posts = '/never/:slug/'",
        "config/_default/languages.en.toml": "contentDir = 'content/en'\nlocale = 'en-GB'",
        "config/_default/languages.pt.yaml": "contentDir: content/pt",
        "config/_default/menus.pt.toml": "baseURL = 'https://wrong.example'",
        "config/_default/hugo.fi.toml": "contentDir = 'content/fi'",
        "config/production/languages.pt.toml": "disabled = false",
      ], articles: "content")
    #expect(fixture.site?.baseURL?.text == "https://example.org")
    #expect(fixture.site?.language == "en-GB")
    #expect(fixture.url("en/posts/a.md") == "https://example.org/2025/a/")
    #expect(fixture.url("pt/posts/a.md") == "https://example.org/pt/2025/a/")
    #expect(fixture.url("fi/posts/a.md") == "https://example.org/fi/2025/a/")
    #expect(fixture.diagnostics.isEmpty)
  }

  @Test(arguments: ["config", "config/_default", "config/production"])
  func theFingerprintFollowsEveryConfigurationFolder(folder: String) throws {
    let files = ["config/_default/hugo.toml": "baseURL = 'https://example.org'"]
    let fixture = try SiteFixture(files, articles: "content")
    let before = fixture.site?.fingerprint
    let root = try fixture.folder.get()
    try root.write("weight = 1", to: folder + "/languages.pt.toml")
    #expect(fixture.site?.fingerprint != before)
  }

  @Test func aGivenPatternGoesBeforeTheSites() throws {
    let fixture = try SiteFixture(
      ["hugo.toml": "baseURL = 'https://example.org'\npermalinks.posts = '/p/:slug/'"],
      articles: "content/posts")
    let url = fixture.url("a.md", permalink: try Permalink("/:year/:section/:contentbasename"))
    #expect(url == "https://example.org/2025/posts/a/")
  }

  @Test func withoutAZoneHugoTakesUTC() throws {
    let fixture = try SiteFixture(
      ["hugo.toml": "baseURL = 'https://example.org'"], articles: "content")
    #expect(fixture.site?.dateRule == .utc)
  }

  @Test func aPatternWithADateNeedsOne() throws {
    let fixture = try SiteFixture(
      ["hugo.toml": "baseURL = 'https://example.org'\npermalinks.posts = '/:year/:slug/'"],
      articles: "content/posts")
    #expect(fixture.url("a.md", date: nil) == nil)
  }
}
