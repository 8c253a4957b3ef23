import Testing

@testable import Tidings

@Suite struct PostTemplateTests {
  private static func layout(
    _ source: String, link: String? = "https://example.org/a", attribution: String? = "From B",
    hashtags: [String] = ["AI"]
  ) throws -> PostLayout {
    PostLayout(
      template: try PostTemplate(source, file: "post.txt"), title: "T & t", author: "Ada",
      site: "B", link: link, attribution: attribution, hashtags: hashtags)
  }

  private static let usual = "{{hook}}\n\n{{link}}\n{{attribution}}\n\n{{hashtags}}\n"

  @Test func leavesNoBlankLinesForWhatIsMissing() throws {
    let whole = try Self.layout(Self.usual)
    #expect(whole.text(hook: "H") == "H\n\nhttps://example.org/a\nFrom B\n\n#AI")
    #expect(whole.text(hook: "") == "https://example.org/a\nFrom B\n\n#AI")
    #expect(whole.withHashtags(0).text(hook: "H") == "H\n\nhttps://example.org/a\nFrom B")
    #expect(whole.withoutLink.text(hook: "H") == "H\n\nFrom B\n\n#AI")
    let bare = try Self.layout(Self.usual, link: nil, attribution: nil, hashtags: [])
    #expect(bare.text(hook: "H") == "H")
    #expect(bare.text(hook: "") == "")
  }

  @Test func keepsTheHooksOwnLinesAndSigns() throws {
    let layout = try Self.layout(
      "{{title}}: {{hook}} ({{author}}, {{site}}) {{link}} {{attribution}}")
    #expect(
      layout.text(hook: "a\n\n\nb {{link}} <i>")
        == "T & t: a\n\n\nb {{link}} <i> (Ada, B) https://example.org/a From B")
  }

  @Test func showsSectionsOfWhatIsThere() throws {
    let source =
      "{{hook}}{{#link}} > {{link}}{{/link}}{{^hashtags}} none{{/hashtags}} {{attribution}}"
    #expect(
      try Self.layout(source, hashtags: []).text(hook: "H")
        == "H > https://example.org/a none From B")
    #expect(try Self.layout(source, link: nil).text(hook: "H") == "H From B")
  }

  @Test(arguments: [
    ("{{hook}} {{link}}", "post.txt: '{{attribution}}' is missing, which every post has"),
    ("{{hook}} {{attribution}}", "post.txt: '{{link}}' is missing, which every post has"),
    (
      "{{hook}}\n{{lnik}} {{attribution}}",
      "post.txt:2: unknown field 'lnik', did you mean 'link'?"
    ),
    (
      "{{hook}}{{link}}{{attribution}}\u{F0061}",
      "post.txt: it holds a character for private use, U+F0000 to U+FFFFD"
    ),
    (
      "{{hook}} {{link}} {{#hashtags}}{{attribution}}{{/hashtags}}",
      "post.txt: '{{attribution}}' is lost where another piece is there or missing;"
        + " expected it outside the sections of other pieces"
    ),
  ])
  func refusesWhatWouldLoseAPiece(source: String, fault: String) throws {
    let error = #expect(throws: TemplateError.self) { try PostTemplate(source, file: "post.txt") }
    #expect(error?.description == fault)
  }

  @Test func aFolderReplacesSomeOfThem() throws {
    let folder = try TemporaryFolder()
    try folder.write("{{hook}} – {{link}} – {{attribution}}", to: "snippets/x.txt")
    let templates = try PostTemplates(folder: folder.path)
    let article = Article(
      id: "a", path: "a.md", title: "Alpha", url: WebURL("https://example.org/a"))
    func text(_ network: Network) -> String {
      SnippetFormat(network: network, templates: templates)
        .snippet(of: PostMatter(article), composed: Fixtures.composed).text
    }
    #expect(text(.x) == "Alpha – https://example.org/a –")
    #expect(text(.bluesky) == "Alpha\n\nhttps://example.org/a")
  }

  @Test(arguments: [
    ("twitter.txt", "unknown network 'twitter', did you mean 'x'? Known networks: x, mastodon, "),
    ("X.txt", "unknown network 'X', did you mean 'x'? "),
    ("LinkedIn.txt", "unknown network 'LinkedIn', did you mean 'linkedin'? "),
    ("README.txt", "unknown network 'README'. "),
    ("posts.txt", "unknown network 'posts', did you mean 'post'? "),
    ("x.bak.txt", "unknown network 'x.bak'. "), (" x.txt", "unknown network 'x'. "),
  ])
  func refusesWhatNoNetworkTakes(name: String, fault: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{{hook}} {{link}} {{attribution}}", to: "snippets/x.txt")
    try folder.write("{{hook}}", to: "snippets/" + name)
    let error = #expect(throws: TemplateError.self) { try PostTemplates(folder: folder.path) }
    #expect(error?.file == folder.path + "/snippets/" + name)
    #expect(error?.reason.hasPrefix(fault) == true, "\(error?.reason ?? "")")
    #expect(error?.reason.hasSuffix(", devto, or post") == true)
  }

  /// A theme is the letter's look: no post has one.
  @Test(arguments: ["post-letter.txt", "post-cards.txt", "x-list.txt"])
  func refusesThemes(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{{hook}} {{link}} {{attribution}}", to: "snippets/" + name)
    let error = #expect(throws: TemplateError.self) { try PostTemplates(folder: folder.path) }
    #expect(error?.reason.hasPrefix("posts are the same in every theme") == true)
  }

  @Test(arguments: [
    "README", "README.md", ".DS_Store", "x.txt~", "twitter.txt.bak", ".twitter.txt", "post.txt",
    "#x.txt#", "notes/twitter.txt", "notes.txt/twitter.txt",
  ])
  func letsOtherFilesBe(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{{hook}} {{link}} {{attribution}}", to: "snippets/x.txt")
    try folder.write("{{hook}} {{link}} {{attribution}}", to: "snippets/" + name)
    _ = try PostTemplates(folder: folder.path)
  }
}
