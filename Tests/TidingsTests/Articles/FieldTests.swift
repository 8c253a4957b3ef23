import Foundation
import Testing

@testable import Tidings

/// Every key and form of the census, field by field.
@Suite struct FieldTests {
  private func article(_ front: String, body: String = "Text.", path: String = "post.md")
    -> Article?
  {
    Fixtures.article(
      "---\n\(front)\n---\n\(body)", path: path, baseURL: "https://example.org"
    ).article
  }

  // MARK: Tags

  static let tagForms: [(form: String, front: String, tags: [String])] = [
    ("a flow list", "tags: [ai, ml]", ["ai", "ml"]),
    ("a block list", "tags:\n- ai\n- ml", ["ai", "ml"]),
    ("an indented list", "tags:\n    - ai\n    - ml", ["ai", "ml"]),
    ("an empty list", "tags: []", []),
    ("nothing", "tags:", []),
    ("null", "tags: null", []),
    ("a tilde", "tags: ~", []),
    ("an empty text", "tags: ''", []),
    ("one word", "tags: ai", ["ai"]),
    ("a phrase with spaces", "tags: making things", ["making things"]),
    ("a text with commas", "tags: ai, making things,ml", ["ai", "making things", "ml"]),
    ("commas that part nothing", "tags: ', ai,, ,ml,'", ["ai", "ml"]),
    ("a quoted text with commas", "tags: \"ai, ml\"", ["ai", "ml"]),
    ("quotes in a text", "tags: ai, \"making things\"", ["ai", "making things"]),
    ("numbers", "tags: [2025, 1.10]", ["2025", "1.10"]),
    ("words of YAML's", "tags: [yes, no, on]", ["yes", "no", "on"]),
    ("wikilinks", "tags: ['[[Maintaining]]', '[[ai]]']", ["Maintaining", "ai"]),
    ("one wikilink", "tags: '[[Maintaining]]'", ["Maintaining"]),
    ("hashtags", "tags: ['#ai', '#ml']", ["ai", "ml"]),
    ("hashtags in a text", "tags: '#ai, #ml'", ["ai", "ml"]),
    ("maps with names", "tags: [{name: ai}, {name: ml, slug: m}]", ["ai", "ml"]),
    ("maps with titles", "tags:\n- title: ai\n- label: ml", ["ai", "ml"]),
    ("a map of switches", "tags: {ai: true, ml: true}", ["ai", "ml"]),
    ("a null among others", "tags: [ai, null, ml]", ["ai", "ml"]),
    ("a list in a list", "tags: [[ai, ml], nlp]", ["ai", "ml", "nlp"]),
    ("a comma in a list's name", "tags: ['Berlin, Germany', ai]", ["Berlin, Germany", "ai"]),
    ("signs that matter", "tags: [C, C++, C#, .NET]", ["C", "C++", "C#", ".NET"]),
    ("doubles in other letters", "tags: [Open Source, open-source, OPENSOURCE]", ["Open Source"]),
    ("other scripts", "tags: [Künstliche Intelligenz, 人工智能]", ["Künstliche Intelligenz", "人工智能"]),
    ("emoji", "tags: [🚢, ai]", ["🚢", "ai"]),
    ("the key tag", "tag: ai", ["ai"]),
    ("the key categories", "categories: [ai, ml]", ["ai", "ml"]),
    ("the key category", "category: ai", ["ai"]),
    ("a category's path", "categories: [a/b]", ["a/b"]),
    ("the key keywords", "keywords: ai, ml", ["ai", "ml"]),
    ("the key topics", "topics:\n- ai", ["ai"]),
    ("the key topic", "topic: ai", ["ai"]),
    ("the key labels", "labels: [ai]", ["ai"]),
    ("the key series", "series: [Tides]", ["Tides"]),
    (
      "a series with commas", "series: 'Tides, currents, and moons'", ["Tides, currents, and moons"]
    ),
    ("several keys", "tags: [ai]\ncategories: ml\nkeywords: [AI, nlp]", ["ai", "ml", "nlp"]),
    ("keys in capitals", "Tags: [ai]\nCATEGORIES: ml", ["ai", "ml"]),
    ("below params", "params:\n  tags: [ai]", ["ai"]),
    ("below extra", "extra:\n  keywords: ai, ml", ["ai", "ml"]),
    ("below taxonomies", "taxonomies:\n  tags: [ai]\n  categories: [ml]", ["ai", "ml"]),
    ("at the top and below", "tags: [ai]\nextra:\n  tags: [ml]", ["ai", "ml"]),
    ("control characters in a map", "tags: {\"a\\u202Ei\": true}", ["ai"]),
    ("control characters", "tags: [\"a\\ei\", \"m\\u202El\"]", ["ai", "ml"]),
  ]

  @Test(arguments: tagForms)
  func tags(form: String, front: String, tags: [String]) {
    #expect(article(front)?.tags == tags, "\(form)")
  }

  @Test(arguments: [
    ("hashtags at the end", "Text.\n\n#ai #OpenSource", ["ai", "OpenSource"]),
    ("hashtags with emoji", "Text.\n\n🔹 #ai 🔹 #ml", ["ai", "ml"]),
    ("hashtags in a sentence", "Text.\n\nWe like #ai", []),
    ("a heading at the end", "Text.\n\n# ai", []),
    ("hashtags in code", "Text.\n\n```\n#ai\n```", []),
    ("hashtags mid-body", "Text.\n\n#ai #ml\n\nMore.", []),
  ])
  func hashtags(form: String, body: String, tags: [String]) {
    #expect(article("title: X", body: body)?.tags == tags, "\(form)")
  }

  @Test(arguments: [
    ("tags: news foundation", ["news", "foundation"]),
    ("tags: news, foundation", ["news", "foundation"]),
    ("categories: news foundation", ["news", "foundation"]),
    ("tags: [making things]", ["making things"]),
    ("category: making things", ["making things"]), ("keywords: making things", ["making things"]),
  ])
  func tagsInAJekyllSite(front: String, tags: [String]) throws {
    let site = try SiteFixture(["_config.yml": "title: X\n"], articles: "_posts")
    let reader = ArticleReader(now: Fixtures.now, site: site.site)
    let (article, _) = reader.read(
      Array("---\n\(front)\n---\nText.".utf8),
      from: .init(root: "", path: "2025-02-03-x.md", stamp: nil))
    #expect(site.site?.generator == .jekyll)
    #expect(article.tags == tags)
  }

  // MARK: State

  static let states: [(form: String, lines: String, state: Article.State)] = [
    ("a date alone", "", .published), ("draft: true", "draft: true", .draft),
    ("draft: false", "draft: false", .published), ("draft: yes", "draft: yes", .draft),
    ("draft: \"true\"", "draft: \"true\"", .draft), ("draft: True", "draft: True", .draft),
    ("draft without a value", "draft:", .published), ("Draft in capitals", "DRAFT: TRUE", .draft),
    ("draft: 1", "draft: 1", .draft), ("draft of another kind", "draft: soon", .draft),
    ("published: true", "published: true", .published),
    ("published: false", "published: false", .draft), ("published: no", "published: no", .draft),
    ("published: yes", "published: yes", .published),
    ("published is a date", "published: 2025-01-02", .published),
    ("published is a date to come", "published: 2025-06-02", .published),
    ("status: published", "status: published", .published),
    ("status: draft", "status: draft", .draft), ("Status: Draft", "Status: Draft", .draft),
    ("status: hidden", "status: hidden", .draft),
    ("status: publish", "status: publish", .published),
    ("status: private", "status: private", .draft), ("status: wip", "status: wip", .draft),
    ("status unknown", "status: half done", .draft), ("state: draft", "state: draft", .draft),
    ("publishDate to come", "publishDate: 2025-03-02", .scheduled),
    ("publishDate passed", "publishDate: 2025-02-28", .published),
    ("expiryDate passed", "expiryDate: 2025-02-28", .expired),
    ("expiryDate to come", "expiryDate: 2025-03-28", .published),
    ("expires passed", "expires: 2025-02-20T10:00:00Z", .expired),
    ("redirect", "redirect: /new/", .redirect),
    ("redirect_to", "redirect_to: https://example.org/", .redirect),
    ("redirect_from", "redirect_from: /old/", .published),
    ("aliases", "aliases: [/old/]", .published),
    ("devto_sync", "devto_sync: false", .published),
    ("draft below params", "params:\n  draft: true", .draft),
    ("a draft that redirects", "draft: true\nredirect: /x/", .redirect),
    ("a draft past its expiry", "draft: true\nexpiryDate: 2025-02-28", .draft),
    ("unlisted", "unlisted: true", .draft), ("hidden by Zola", "render: false", .draft),
  ]

  @Test(arguments: states)
  func statesByKeys(form: String, lines: String, state: Article.State) {
    #expect(article("title: X\ndate: 2025-02-01\n\(lines)")?.state == state, "\(form)")
  }

  @Test(arguments: [
    ("tomorrow", "date: 2025-03-02", Article.State.scheduled),
    ("later today", "date: 2025-03-01T12:00:00Z", .scheduled),
    ("earlier today", "date: 2025-03-01T08:00:00Z", .published),
    ("today without a time", "date: 2025-03-01", .published),
    ("no date", "title: X", .undated), ("a draft without a date", "draft: true", .draft),
  ])
  func statesByTheDate(form: String, front: String, state: Article.State) {
    #expect(article(front)?.state == state, "\(form)")
  }

  @Test(arguments: [
    ("_index.md", Article.Kind.section), ("blog/_index.md", .section), ("_index.pt.md", .section),
    ("README.md", .readme), ("notes/readme.md", .readme), ("CHANGELOG.md", .readme),
    ("LICENSE.txt", .readme), ("templates/daily.md", .template), ("_templates/x.md", .template),
    ("archetypes/default.md", .template), ("_includes/x.md", .template), ("index.md", .post),
    ("posts/templates.md", .post), ("posts/readme-driven.md", .post),
    ("posts/templates/x.md", .post),
  ])
  func kinds(path: String, kind: Article.Kind) {
    #expect(article("date: 2025-02-01", path: path)?.kind == kind)
  }

  @Test(arguments: [
    "title: '{{title}}'", "title: {{title}}", "date: {{date}}", "date: '{{ date:YYYY-MM-DD }}'",
    "slug: '{{ slug }}'", "title: '<% tp.file.title %>'",
    "title: \"{{ replace .Name \\\"-\\\" }}\"",
  ])
  func fieldsThatWait(line: String) {
    #expect(article(line)?.kind == .template)
  }

  @Test(arguments: ["_drafts/x.md", "drafts/x.md", "blog/drafts/x.md", "blog/_drafts/a/x.md"])
  func draftsFolders(path: String) {
    #expect(article("date: 2025-02-01", path: path)?.state == .draft)
  }

  // MARK: Titles

  static let titles: [(form: String, text: String, title: String, body: String)] = [
    ("a key", "---\ntitle: A day\n---\nText.", "A day", "Text."),
    ("a key and the same H1", "---\ntitle: A day\n---\n# A day\n\nText.", "A day", "Text."),
    (
      "the same H1 in other letters", "---\ntitle: \"A Day!\"\n---\n# a day\n\nText.", "A Day!",
      "Text."
    ),
    ("the same setext H1", "---\ntitle: A day\n---\nA day\n=====\n\nText.", "A day", "Text."),
    (
      "a key and another H1", "---\ntitle: A day\n---\n# A night\n\nText.", "A day",
      "# A night\n\nText."
    ),
    ("an H1", "# A day\n\nText.", "A day", "Text."),
    (
      "an H1 with marks", "# A *fine* `day` [here](https://example.org)\n\nText.",
      "A fine day here", "Text."
    ),
    ("an H1 with closing signs", "# A day #\n\nText.", "A day", "Text."),
    ("an H1 behind front matter", "---\ntags: [ai]\n---\n\n# A day\n\nText.", "A day", "Text."),
    ("an empty key and an H1", "---\ntitle:\n---\n# A day\n\nText.", "A day", "Text."),
    ("a setext H1", "A day\n=\n\nText.", "A day", "Text."),
    ("an H2 at the start", "## Part\n\nText.", "Text.", "## Part\n\nText."),
    ("a first sentence", "It rained. We stayed.", "It rained.", "It rained. We stayed."),
    ("a number", "---\ntitle: 2024\n---\nText.", "2024", "Text."),
    ("a word of YAML's", "---\ntitle: No\n---\nText.", "No", "Text."),
    ("a date", "---\ntitle: 2024-01-02\n---\nText.", "2024-01-02", "Text."),
    ("a number with a nought", "---\ntitle: 1.10\n---\nText.", "1.10", "Text."),
    ("a number in TOML", "+++\ntitle = 1.10\n+++\nText.", "1.10", "Text."),
    ("line ends", "---\ntitle: \"A\\n day\"\n---\nText.", "A day", "Text."),
    ("a no-break space", "---\ntitle: A\u{A0}day\n---\nText.", "A day", "Text."),
    ("a list", "---\ntitle: [a, b]\n---\n# A day\n\nText.", "A day", "Text."),
    ("below params", "---\nparams:\n  title: A day\n---\nText.", "A day", "Text."),
    ("in capitals", "---\nTITLE: A day\n---\nText.", "A day", "Text."),
    ("nothing at all", "", "Spare parts", ""),
    ("an image alone", "![](a.png)", "Spare parts", "![](a.png)"),
  ]

  @Test(arguments: titles)
  func findsTitles(form: String, text: String, title: String, body: String) {
    let article = Fixtures.article(text, path: "spare-parts.md").article
    #expect(article?.title == title, "\(form)")
    #expect(article?.body.string == body, "\(form)")
  }

  // MARK: Dates

  static let dateKeys = [
    "date", "Date", "publishDate", "publish_date", "pubDate", "pubdate", "published", "created",
    "created_date", "added", "published_at", "createdAt", "date_published",
  ]

  @Test(arguments: dateKeys)
  func readsDateKeys(key: String) {
    let found = article("\(key): 2025-02-03")
    #expect(found?.date?.day == "2025-02-03")
    #expect(found?.dateSource == .frontMatter)
    #expect(found?.state == .published)
  }

  typealias Source = (
    form: String, text: String, path: String, day: String?, source: Article.DateSource?
  )

  static let dateSources: [Source] = [
    (
      "a key before the name", "---\ndate: 2025-02-03\n---\n", "2024-01-01-x.md", "2025-02-03",
      .frontMatter
    ),
    (
      "date before created", "---\ncreated: 2024-01-01\ndate: 2025-02-03\n---\n", "x.md",
      "2025-02-03", .frontMatter
    ),
    (
      "publishDate before created", "---\ncreated: 2024-01-01\npublishDate: 2025-02-03\n---\n",
      "x.md", "2025-02-03", .frontMatter
    ),
    (
      "an empty date, another key", "---\ndate:\ncreated: 2025-02-03\n---\n", "x.md", "2025-02-03",
      .frontMatter
    ),
    ("an empty date, a name", "---\ndate:\n---\n", "2025-02-03-x.md", "2025-02-03", .fileName),
    (
      "published: true, a name", "---\npublished: true\n---\n", "2025-02-03-x.md", "2025-02-03",
      .fileName
    ),
    ("a name with underscores", "Text.", "2025_02_03_x.md", "2025-02-03", .fileName),
    ("a name that is a day", "Text.", "2025-02-03.md", "2025-02-03", .fileName),
    ("a name with a language", "Text.", "2025-02-03-x.pt-br.md", "2025-02-03", .fileName),
    ("a name in a dated path", "Text.", "2024/01/02/2025-02-03-x.md", "2025-02-03", .fileName),
    ("a folder's name", "Text.", "2025-02-03-x/index.md", "2025-02-03", .folderName),
    (
      "a folder's name and a language", "Text.", "2025-02-03-x/index.pt.md", "2025-02-03",
      .folderName
    ),
    ("folders", "Text.", "2025/02/03/x.md", "2025-02-03", .path),
    ("folders below others", "Text.", "blog/2025/02/03/x.md", "2025-02-03", .path),
    ("folders of a page", "Text.", "2025/02/03/x/index.md", "2025-02-03", .path),
    ("a path's value", "---\npath: 2025/02/03/x\n---\n", "x.md", "2025-02-03", .path),
    ("a URL's value", "---\nurl: /2025/02/03/x/\n---\n", "x.md", "2025-02-03", .path),
    (
      "a name before a path's value", "---\npath: 2024/01/01/x\n---\n", "2025-02-03-x.md",
      "2025-02-03", .fileName
    ),
    (
      "a trailer",
      "Text.\n\n*Originally published on [Medium](https://medium.com/x) on February 3, 2025.*",
      "x.md", "2025-02-03", .origin
    ),
    (
      "a name before a trailer",
      "Text.\n\n*Originally published on [Medium](https://medium.com/x) on January 3, 2024.*",
      "2025-02-03-x.md", "2025-02-03", .fileName
    ),
    (
      "a trailer with a month alone",
      "Text.\n\n*Originally published on [Medium](https://medium.com/x) in February 2025.*", "x.md",
      nil, nil
    ),
    ("an update alone", "---\nlastmod: 2025-02-03\n---\n", "x.md", nil, nil),
    ("a year and a month alone", "Text.", "2025/02/x.md", nil, nil),
    ("a version", "Text.", "release-2.1.0.md", nil, nil),
    (
      "Medium's export line",
      "Text.\n\nExported from [Medium](https://medium.com) on February 3, 2025.", "x.md", nil, nil
    ),
  ]

  @Test(arguments: dateSources.indices)
  func asksDateSourcesInOrder(index: Int) {
    let row = Self.dateSources[index]
    let found = Fixtures.article(row.text, path: row.path).article
    #expect(found?.date?.day == row.day, "\(row.form)")
    #expect(found?.dateSource == row.source, "\(row.form)")
  }

  @Test(arguments: [
    "lastmod", "updated", "modified", "updatedDate", "last_modified_at", "Last Edited Time",
  ])
  func updateKeys(key: String) {
    #expect(article("date: 2025-02-01\n\(key): 2025-02-03")?.updated?.day == "2025-02-03")
  }

  // MARK: Others

  @Test(arguments: [
    ("author: Ana Reis", "Ana Reis"), ("authors: [Ana, Rui]", "Ana, Rui"), ("by: Ana", "Ana"),
    ("author:\n  name: Ana\n  title: Editor", "Ana"),
    ("authors:\n- name: Ana\n- name: Rui", "Ana, Rui"),
    ("authors: [ana, {name: Rui}]", "ana, Rui"), ("author: null", nil), ("author: ''", nil),
    ("author:\nby: Ana", "Ana"), ("author: {title: Editor}", nil),
    ("Author: \"A\\u0007na\"", "Ana"),
    ("params:\n  author: Ana", "Ana"), ("author: []\nby: Ana", "Ana"),
    ("author: {email: a@b.c}\nby: Ana", "Ana"),
  ])
  func authors(line: String, author: String?) {
    #expect(article(line)?.author == author)
  }

  @Test(arguments: [
    ("image: https://example.org/a.png", "https://example.org/a.png"),
    ("og_image: /a.png", "https://example.org/a.png"),
    ("thumbnail: a.png", "https://example.org/post/a.png"),
    ("coverImage: ./a.png", "https://example.org/post/a.png"),
    ("cover_image: //cdn.example.org/a.png", "https://cdn.example.org/a.png"),
    ("cover: {image: /a.png, alt: A}", "https://example.org/a.png"),
    ("socialImage: {light: /a.png, dark: /b.png}", "https://example.org/a.png"),
    ("heroImage: {src: /a.png}", "https://example.org/a.png"),
    ("images: [/a.png, /b.png]", "https://example.org/a.png"),
    ("featured_image: null", nil), ("image: ''\nthumbnail: /a.png", "https://example.org/a.png"),
    ("image: data:image/png;base64,x", nil), ("banner: /a b.png", nil), ("hero: {alt: A}", nil),
  ])
  func images(line: String, image: String?) {
    let text = article(line)?.image?.text
    // A blank in an address may be mended or refused, and never stands.
    if line.contains("a b") { #expect(text?.contains(" ") != true) } else { #expect(text == image) }
  }

  @Test(arguments: [
    ("lang: en", "x.md", "en"), ("language: pt_BR", "x.md", "pt-BR"),
    ("locale: zh-hans", "x.md", "zh-Hans"),
    ("lang: english", "x.md", nil), ("lang: ''", "x.pt.md", "pt"), ("lang: de", "x.pt.md", "de"),
    ("t: 1", "x.pt-br.md", "pt-BR"), ("t: 1", "pt/x.md", "pt"),
    ("t: 1", "pt-br/blog/x.md", "pt-BR"),
    ("t: 1", "ml/x.md", nil), ("t: 1", "it/x.md", nil), ("t: 1", "x.min.md", nil),
    ("t: 1", "x.js.md", nil),
  ])
  func languages(line: String, path: String, language: String?) {
    #expect(article(line, path: path)?.language == language)
  }

  @Test(arguments: [
    ("t: 1", "a-day.md", "a-day"), ("t: 1", "2025-02-03-a-day.md", "a-day"),
    ("t: 1", "2025-02-03-a-day/index.md", "a-day"),
    ("t: 1", "a-day.pt.md", "a-day"), ("t: 1", "a-day/index.pt.md", "a-day"),
    ("t: 1", "2025-02-03.md", "2025-02-03"),
    ("slug: other", "a-day.md", "other"), ("Slug: other day", "a-day.md", "other day"),
    ("slug: ''", "a-day.md", "a-day"), ("slug: null", "a-day.md", "a-day"),
    ("slug: \"a\\nb\"", "x.md", "a b"),
    ("t: 1", "A day 0123456789abcdef0123456789abcdef.md", "A day"),
    ("t: 1", "release-1.2.md", "release-1.2"),
  ])
  func slugs(line: String, path: String, slug: String) {
    #expect(article(line, path: path)?.slug == slug)
  }

  @Test(arguments: [
    ("description: One.", "One."), ("summary: One.", "One."),
    ("excerpt: |\n  One.\n  Two.", "One. Two."),
    ("subtitle: >\n  One.", "One."), ("share_text: One.", "One."), ("spoiler: One.", "One."),
    ("description: ''\nsummary: One.", "One."), ("description: [a]\nexcerpt: One.", "One."),
    ("description:", nil),
    ("params:\n  description: One.", "One."), ("description: \"O\\u001bne.\"", "One."),
  ])
  func summaries(line: String, summary: String?) {
    #expect(article(line)?.summary == summary)
  }
}
