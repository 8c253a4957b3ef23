import Foundation
import Testing

@testable import Tidings

@Suite struct OtherSitesTests {
  @Test(
    arguments: [
      ("", "blog/2025-02-03-a.md", nil, nil, "/blog/a/"),
      ("", "blog/2025-02-03_a.md", nil, nil, "/blog/a/"),
      ("", "blog/b/index.md", nil, nil, "/blog/b/"),
      ("", "blog/2025-02-03-b/index.md", nil, nil, "/blog/b/"),
      ("", "blog/_index.md", nil, nil, "/blog/"),
      ("", "blog/Ünder Größe.md", nil, nil, "/blog/under-grosse/"),
      ("", "blog/a.md", "My Slug", nil, "/blog/my-slug/"),
      ("", "blog/a.md", nil, "2018/07/27/x", "/2018/07/27/x/"),
      ("", "blog/a.fr.md", nil, nil, "/blog/a-fr/"),
      ("[languages.fr]", "blog/a.fr.md", nil, nil, "/fr/blog/a/"),
      ("[languages.fr]", "blog/b/index.fr.md", nil, nil, "/fr/blog/b/"),
      ("[slugify]\npaths = 'off'", "blog/A b.md", nil, nil, "/blog/A%20b/"),
      ("[slugify]\npaths = 'safe'", "blog/A b?.md", nil, nil, "/blog/A_b/"),
      (
        "[slugify]\npaths_keep_dates = true", "blog/2025-02-03-a.md", nil, nil,
        "/blog/2025-02-03-a/"
      ),
    ] as [(String, String, String?, String?, String)])
  func zola(settings: String, path: String, slug: String?, url: String?, expected: String) throws {
    let fixture = try SiteFixture(
      ["config.toml": "base_url = 'https://example.org'\ndefault_language = 'en'\n" + settings],
      articles: "content")
    #expect(fixture.site?.generator == .zola)
    #expect(fixture.site?.dateRule == .utc)
    #expect(fixture.url(path, slug: slug, url: url) == "https://example.org" + expected)
  }

  @Test(
    arguments: [
      ("", "a.md", nil, [], "/blog/2025/02/03/a/"),
      ("", "deep/A b.md", nil, [], "/blog/2025/02/03/deep/A%20b/"),
      ("permalink: :year-:month-:day-:name.html", "deep/a.md", nil, [], "/blog/2025-02-03-a.html"),
      ("permalink: :category/:title/", "a.md", nil, ["Öl", "Gas C"], "/blog/Ol/Gas-C/a/"),
      ("permalink: :category/:title/", "a.md", nil, [], "/blog/uncategorized/a/"),
      (
        "permalink: p/:post_title/:timestamp", "a.md", nil, [], "/blog/p/small-models-v2/1738540800"
      ),
      (
        "new_post_name: :year-:month-:day-:title.md", "2025-02-03-a.md", nil, [],
        "/blog/2025/02/03/a/"
      ),
      ("pretty_urls: {trailing_html: false}\npermalink: :title.html", "a.md", nil, [], "/blog/a"),
      ("", "a.md", "about/me/", [], "/blog/about/me/"),
    ] as [(String, String, String?, [String], String)])
  func hexo(
    settings: String, path: String, url: String?, categories: [String], expected: String
  ) throws {
    let fixture = try SiteFixture(
      [
        "_config.yml":
          "url: https://example.org/blog\nroot: /blog/\nsource_dir: source\nlanguage: [zh-CN, en]\ntimezone: Asia/Shanghai\n"
          + settings
      ], articles: "source/_posts")
    #expect(fixture.site?.generator == .hexo)
    #expect(fixture.site?.zone?.identifier == "Asia/Shanghai")
    #expect(fixture.site?.language == "zh-CN")
    #expect(
      fixture.url(path, url: url, categories: categories) == "https://example.org" + expected)
  }

  @Test(
    arguments: [
      ("", "a.md", nil, [], "en", "/small-models-v2.html"),
      ("", "a.md", "mine", [], "en", "/mine.html"),
      (
        "ARTICLE_URL = 'posts/{date:%Y}/{date:%m}/{slug}/'", "a.md", nil, [], "en",
        "/posts/2025/02/small-models-v2/"
      ),
      ("ARTICLE_URL = '{category}/{slug}'", "tech/a.md", nil, [], "en", "/tech/small-models-v2"),
      (
        "ARTICLE_URL = '{category}/{slug}'", "tech/a.md", nil, ["Open Source"], "en",
        "/open-source/small-models-v2"
      ),
      ("", "a.md", nil, [], "pt", "/small-models-v2-pt.html"),
      ("SLUGIFY_SOURCE = 'basename'", "A b.md", nil, [], "en", "/a-b.html"),
      ("ARTICLE_URL = '{author}/{slug}'", "a.md", nil, [], "en", nil),
      ("FILENAME_METADATA = '(?P<slug>.*)'", "tech/A_b.md", nil, [], "en", "/A_b.html"),
      ("FILENAME_METADATA = '(?P<slug>.*)'", "A_b.md", "Mine", [], "en", "/Mine.html"),
      (
        #"FILENAME_METADATA = r'(?P<date>\d{4}-\d{2}-\d{2})_(?P<slug>.*)'"#,
        "2025-02-03_A-day.md", nil, [], "en", "/A-day.html"
      ),
      (
        #"FILENAME_METADATA = r"(?P<date>\d{4}-\d{2}-\d{2})-(?P<slug>.+)""#, "A-day.md", nil, [],
        "en", "/small-models-v2.html"
      ),
      (
        #"FILENAME_METADATA = r'(?P<date>\d{4}-\d{2}-\d{2}).*'"#, "2025-02-03-a.md", nil, [], "en",
        "/small-models-v2.html"
      ),
    ] as [(String, String, String?, [String], String, String?)])
  func pelican(
    settings: String, path: String, slug: String?, categories: [String], language: String,
    expected: String?
  ) throws {
    let fixture = try SiteFixture(
      [
        "pelicanconf.py":
          "import os\nSITEURL = ''  # while writing\nTIMEZONE = \"Europe/Paris\"\nDEFAULT_LANG = u'en'\nX = os.getenv('X')\n"
          + settings,
        "publishconf.py": "from pelicanconf import *\nSITEURL = 'https://example.org'\n",
      ], articles: "content")
    #expect(fixture.site?.generator == .pelican)
    #expect(fixture.site?.zone?.identifier == "Europe/Paris")
    #expect(fixture.site?.language == "en")
    let url = fixture.url(path, slug: slug, categories: categories, language: language)
    #expect(url == expected.map { "https://example.org" + $0 })
    #expect(fixture.diagnostics.isEmpty == (expected != nil))
  }

  @Test(
    arguments: [
      ("", "pages/about.md", "page"), ("", "posts/about.md", "post"), ("", "a.md", "post"),
      ("", "pages/README.md", "readme"), ("PAGE_PATHS = ['static/own']", "pages/a.md", "post"),
      ("PAGE_PATHS = ['notes', \"static/own/\"]  # two", "static/own/a.md", "page"),
      ("PAGE_PATHS = []", "pages/a.md", "post"), ("PAGE_PATHS = [x, y]", "pages/a.md", "page"),
    ])
  func pelicanKeepsPagesApart(settings: String, path: String, kind: String) throws {
    let fixture = try SiteFixture(["pelicanconf.py": settings + "\n"], articles: "content")
    let reader = ArticleReader(now: Fixtures.now, site: fixture.site)
    let (article, _) = reader.read(
      Array("Title: X\nDate: 2025-02-03\n\nText.".utf8),
      from: ArticleReader.Source(root: "", path: path, stamp: nil))
    #expect(article.kind.rawValue == kind)
    let outcome = Selection(window: Window(since: nil, until: nil)).pick(from: [article]).first
    #expect(outcome?.isPicked == (kind == "post"))
  }

  @Test(arguments: [
    ("astro.config.mjs", "./a.png", nil), ("astro.config.mjs", "../img/a.png", nil),
    ("astro.config.mjs", "~/assets/a.png", nil), ("astro.config.mjs", "@/assets/a.png", nil),
    ("astro.config.mjs", "/a.png", "https://example.org/a.png"),
    ("astro.config.mjs", "https://example.com/a.png", "https://example.com/a.png"),
    ("docusaurus.config.js", "./a.png", nil),
    ("docusaurus.config.js", "/img/a.png", "https://example.org/img/a.png"),
    ("eleventy.config.js", "./a.png", "https://example.org/posts/a/a.png"),
  ])
  func bundlersRenamePictures(configuration: String, image: String, expected: String?) throws {
    let fixture = try SiteFixture([configuration: ""], articles: "posts")
    let reader = ArticleReader(
      now: Fixtures.now, baseURL: WebURL("https://example.org/"),
      permalink: try Permalink("/posts/:slug/"), site: fixture.site)
    let (article, diagnostics) = reader.read(
      Array("---\ntitle: X\nimage: '\(image)'\n---\nText.".utf8),
      from: ArticleReader.Source(root: "", path: "a.md", stamp: nil))
    #expect(article.image?.text == expected)
    let said =
      "'image' is '\(image)', a file that the site's generator publishes under a name of its own;"
      + " the picture is left out"
    #expect(diagnostics.map(\.reason) == (expected == nil ? [said] : []))
  }

  /// No address can be told of an article whose routes are made by code.
  @Test(
    arguments: [
      ("/a.png", "https://example.org/a.png", nil),
      (
        "a.png", nil,
        "'image' is 'a.png', a relative address needs the article's own, which cannot be told;"
          + " the picture is left out"
      ),
    ] as [(String, String?, String?)])
  func picturesOfArticlesWithoutAnAddress(image: String, expected: String?, said: String?) throws {
    let fixture = try SiteFixture(["astro.config.mjs": ""], articles: "notes")
    let reader = ArticleReader(
      now: Fixtures.now, baseURL: WebURL("https://example.org/"), site: fixture.site)
    let (article, diagnostics) = reader.read(
      Array("---\ntitle: X\nimage: \(image)\n---\nText.".utf8),
      from: ArticleReader.Source(root: "", path: "a.md", stamp: nil))
    #expect(article.url == nil)
    #expect(article.image?.text == expected)
    #expect(diagnostics.map(\.reason) == [said].compactMap(\.self))
  }

  @Test(
    arguments: [
      ("module.exports = function (c) {}", "posts", "2025-02-03-a.md", nil, "/posts/a/"),
      (
        "export const config = { dir: { input: \"src\" } };", "src/posts", "b/index.md", nil,
        "/posts/b/"
      ),
      ("", "posts", "2025-02-03-b/index.md", nil, "/posts/b/"),
      ("", "posts", "notes/notes.md", nil, "/posts/notes/"),
      ("", "posts", "a.md", "/x/index.html", "/x/"),
      ("", "posts", "a.md", "/x/{{ page.fileSlug }}/", nil),
      ("", "posts", "a.md", "false", nil),
    ] as [(String, String, String, String?, String?)])
  func eleventy(
    settings: String, articles: String, path: String, url: String?, expected: String?
  ) throws {
    let fixture = try SiteFixture(["eleventy.config.js": settings], articles: articles)
    #expect(fixture.site?.generator == .eleventy)
    #expect(
      fixture.url(path, url: url, baseURL: "https://example.org")
        == expected.map { "https://example.org" + $0 })
  }

  @Test(
    arguments: [
      ("", "src/content/blog", "A Post.md", nil, "/blog/a-post/"),
      ("", "src/content/blog", "x/index.mdx", nil, "/blog/x/"),
      ("base: '/docs',", "src/content", "blog/a.md", nil, "/docs/blog/a/"),
      ("trailingSlash: 'never',", "src/content/blog", "a.md", nil, "/blog/a"),
      ("build: { format: 'file' },", "src/content/blog", "a.md", nil, "/blog/a"),
      ("", "src/content/blog", "x/a.md", "mine", "/blog/mine/"),
      ("", "src/pages/posts", "a.md", nil, "/posts/a/"), ("", "src/pages", "a.md", "/u/", "/u/"),
    ] as [(String, String, String, String?, String)])
  func astro(
    settings: String, articles: String, path: String, key: String?, expected: String
  ) throws {
    let fixture = try SiteFixture(
      [
        "astro.config.mjs": """
        // site: 'https://wrong.example'
        import { defineConfig } from "astro/config";
        export default defineConfig({ site: 'https://example.org', \(settings) vite: { site: 'x' } });
        """
      ], articles: articles)
    #expect(fixture.site?.generator == .astro)
    let isURL = key?.hasPrefix("/") == true
    #expect(
      fixture.url(path, slug: isURL ? nil : key, url: isURL ? key : nil)
        == "https://example.org" + expected)
  }

  @Test(arguments: [
    ("", "blog", "2025-02-03-a.md", nil, "/base/blog/2025/02/03/a"),
    ("", "blog", "2025-02-03-a/index.md", nil, "/base/blog/2025/02/03/a"),
    ("", "blog", "plain.mdx", nil, "/base/blog/plain"),
    ("", "blog", "deep/2025-02-03-a.md", nil, "/base/blog/deep/2025/02/03/a"),
    ("", "blog", "a.md", "welcome", "/base/blog/welcome"),
    ("", "blog", "a.md", "/welcome", "/base/blog/welcome"),
    ("blog: { routeBasePath: '/' }", "blog", "2025-02-03-a.md", nil, "/base/2025/02/03/a"),
    (
      "blog: { path: 'news', routeBasePath: 'n' }", "news", "2025-02-03-a.md", nil,
      "/base/n/2025/02/03/a"
    ),
    (
      "", "i18n/pt/docusaurus-plugin-content-blog", "2025-02-03-a.md", nil,
      "/base/pt/blog/2025/02/03/a"
    ),
    ("", "docs", "02-guides/01-start.md", nil, "/base/docs/guides/start"),
  ])
  func docusaurus(
    settings: String, articles: String, path: String, slug: String?, expected: String
  ) throws {
    let fixture = try SiteFixture(
      [
        "docusaurus.config.js": """
        const config = {
          title: "It's ours", url: 'https://example.org', baseUrl: '/base/',
          i18n: { defaultLocale: 'fr', locales: ['fr', 'pt'] },
          presets: [['classic', { \(settings) }]],
          themeConfig: { navbar: { items: [{ url: `https://${host}` }] } },
        };
        """
      ], articles: articles)
    #expect(fixture.site?.generator == .docusaurus)
    #expect(fixture.site?.language == "fr")
    #expect(fixture.url(path, slug: slug) == "https://example.org" + expected)
  }
}
