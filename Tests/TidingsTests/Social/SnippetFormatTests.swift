import Foundation
import Testing

@testable import Tidings

@Suite struct SnippetFormatTests {
  private static let origin = Origin(
    site: "LinkedIn", url: WebURL("https://www.linkedin.com/pulse/small-models"),
    date: Moment(instant: Date(timeIntervalSince1970: 1_738_540_800), offset: 0, hasTime: false),
    author: nil)

  private static func article(
    title: String = "Small models, large gains", url: String? = "https://example.org/small-models",
    origin: Origin? = origin,
    tags: [String] = ["ai", "open-source", "LLM", "python", "gpu", "cloud"],
    summary: String? =
      "A model of three billion weights can beat one of seventy, if its data is clean."
  ) -> Article {
    Article(
      id: "small-models", path: "small-models.md", title: title, tags: tags,
      url: url.flatMap { WebURL($0) }, origin: origin, summary: summary)
  }

  private static let lead = [
    "Last spring we trained a model on a desk.", "It took nine days and one graphics card.",
    "Here is what we learned, and what we would not do again.",
  ]

  private func snippet(
    _ network: String, _ article: Article, lead: [String] = lead
  ) throws -> Snippet {
    SnippetFormat(network: try Network(id: network), templates: try PostTemplates())
      .snippet(of: PostMatter(article, lead: lead), composed: Fixtures.composed)
  }

  @Test(arguments: [
    (
      "x", 223,
      """
      Small models, large gains

      A model of three billion weights can beat one of seventy, if its data is clean.

      https://example.org/small-models
      Originally published on LinkedIn, 3 February 2025: https://www.linkedin.com/pulse/small-models

      #AI #OpenSource
      """
    ),
    (
      "bluesky", 238,
      """
      Small models, large gains

      A model of three billion weights can beat one of seventy, if its data is clean.

      https://example.org/small-models
      Originally published on LinkedIn, 3 February 2025: https://www.linkedin.com/pulse/small-models

      #AI #OpenSource #LLM
      """
    ),
    (
      "threads", 240,
      """
      Small models, large gains

      A model of three billion weights can beat one of seventy, if its data is clean.

      https://example.org/small-models
      Originally published on LinkedIn, 3 February 2025: https://www.linkedin.com/pulse/small-models

      #AI
      """
    ),
    (
      "mastodon", 237,
      """
      Small models, large gains

      A model of three billion weights can beat one of seventy, if its data is clean.

      https://example.org/small-models

      Originally published on LinkedIn, 3 February 2025: https://www.linkedin.com/pulse/small-models

      #AI #OpenSource #LLM #Python
      """
    ),
    (
      "linkedin", 412,
      """
      Small models, large gains

      A model of three billion weights can beat one of seventy, if its data is clean.

      Last spring we trained a model on a desk. It took nine days and one graphics card. \
      Here is what we learned, and what we would not do again.

      https://example.org/small-models

      Originally published on LinkedIn, 3 February 2025: https://www.linkedin.com/pulse/small-models

      #AI #OpenSource #LLM #Python #GPU
      """
    ),
  ])
  func writesAPostForEachNetwork(id: String, count: Int, text: String) throws {
    let snippet = try snippet(id, Self.article())
    #expect(snippet.text == text)
    #expect(snippet.parts == [text])
    #expect(snippet.valid)
    #expect(snippet.warnings.isEmpty)
    #expect(snippet.count == count)
    #expect(snippet.count == (try Network(id: id)).count(text).count)
  }

  private static let hooks: [(Article, String)] = [
    // No summary: the title, and as many first sentences as fit.
    (article(summary: nil), "Small models, large gains\n\nLast spring we trained"),
    // A summary that opens with the title does not repeat it.
    (
      article(summary: "Small models, large gains: how we did it."),
      "Small models, large gains: how we did it.\n\nhttps://"
    ),
    (article(summary: " \n"), "Small models, large gains\n\nLast"),
    (article(title: "A\u{202E}B\u{0}C\n d", summary: nil), "ABC d\n\nLast"),
    // Both do not fit whole: the summary alone.
    (
      article(
        title: String(repeating: "Long title ", count: 17), summary: "Short words of a summary."),
      "Short words of a summary.\n\nhttps://"
    ),
    // Nor does the summary: it is cut after a sentence that keeps most of it, else after a word.
    (
      article(
        summary:
          "This sentence is long enough to stand for the whole of the piece, as the editor thinks "
          + "when time is rather short. And this one goes on and on and does not come to an end before "
          + "the limit is reached by far, as some do."),
      "This sentence is long enough to stand for the whole of the piece, as the editor thinks "
        + "when time is rather short. …\n\nhttps://"
    ),
    (
      article(
        summary: String(repeating: "Yes. ", count: 2) + String(repeating: "on and ", count: 60)),
      "Yes. Yes. " + String(repeating: "on and ", count: 21) + "on…\n\nhttps://"
    ),
  ]

  @Test(arguments: hooks)
  func choosesTheHook(article: Article, start: String) throws {
    let snippet = try snippet("x", article)
    #expect(snippet.text.hasPrefix(start), "\(snippet.text)")
    #expect(snippet.valid)
  }

  @Test func theLinkIsTheOriginWhenThereIsNoOther() throws {
    let snippet = try snippet("x", Self.article(url: nil))
    #expect(snippet.link == "https://www.linkedin.com/pulse/small-models")
    #expect(snippet.text.contains("\nOriginally published on LinkedIn, 3 February 2025\n"))
    #expect(snippet.attribution?.url == "https://www.linkedin.com/pulse/small-models")
    #expect(snippet.attribution?.date == "2025-02-03T00:00:00Z")
  }

  @Test func warnsWithoutALink() throws {
    let snippet = try snippet("mastodon", Self.article(url: nil, origin: nil))
    #expect(snippet.link == nil && snippet.attribution == nil && snippet.valid)
    #expect(snippet.warnings == ["the article has no address to link to"])
  }

  @Test(arguments: [
    ("x", ["X turns 'README.md' into a link", "X turns 'Socket.io' into a link"]),
    (
      "bluesky",
      [
        "Bluesky turns 'README.md' into a link where it is pasted",
        "Bluesky turns 'Socket.io' into a link",
      ]
    ),
    ("mastodon", []), ("linkedin", []),
  ])
  func warnsOfNamesThatBecomeLinks(id: String, warnings: [String]) throws {
    let article = Self.article(title: "A README.md for Socket.io and Node.js", summary: nil)
    #expect(try snippet(id, article, lead: []).warnings == warnings)
  }

  @Test(arguments: [
    ("https://localhost/a", "x"), ("http://localhost/", "mastodon"),
  ])
  func warnsOfLinksThatBreak(url: String, id: String) throws {
    let title = try Network(id: id).title
    #expect(
      try snippet(id, Self.article(url: url)).warnings
        == ["\(title) does not turn the whole of \(url) into a link"])
  }

  /// A link that the network would end too early is written in ASCII.
  @Test(arguments: [
    (
      "x", "https://example.org/日本/(潮)?q=潮",
      "https://example.org/%E6%97%A5%E6%9C%AC/(%E6%BD%AE)?q=%E6%BD%AE"
    ),
    ("mastodon", "https://example.org/日本/潮?q=潮", "https://example.org/日本/潮?q=潮"),
    ("linkedin", "https://example.org/日本/(潮)?q=潮", "https://example.org/日本/(潮)?q=潮"),
  ])
  func linksAreWhole(id: String, url: String, link: String) throws {
    let origin = Origin(
      site: "Umi", url: WebURL("https://umi.example.jp/潮"), date: nil, author: nil)
    let article = Self.article(url: url, origin: origin)
    let snippet = try snippet(id, article)
    #expect(snippet.warnings.isEmpty)
    #expect(snippet.text.contains("\n" + link + "\n"))
    let links = try Network(id: id).count(snippet.text).links
    #expect(links.contains { $0.text == link } || id == "linkedin")
    #expect(snippet.text.contains("umi.example.jp/%E6%BD%AE") == (id == "x"))
    #expect(snippet.link == url)
  }

  /// The author's own words that hold the article's address hold it whole, and once.
  @Test func ownWordsHaveTheLinkWhole() throws {
    let article = Article(
      id: "a", path: "a.md", title: "T", url: WebURL("https://example.org/パス/記事"),
      social: ["*": "Read https://example.org/パス/記事 now"])
    let post = try snippet("x", article)
    let link = "https://example.org/%E3%83%91%E3%82%B9/%E8%A8%98%E4%BA%8B"
    #expect(post.text == "Read \(link) now")
    #expect(post.warnings.isEmpty)
    #expect(try snippet("linkedin", article).text == "Read https://example.org/パス/記事 now")
    let other = Self.article(url: "https://example.org/パス", origin: nil)
    #expect(
      try snippet("x", other).shareURL?.contains("url=https%3A%2F%2Fexample.org%2F%25E3") == true)
  }

  @Test func ownWordsNameTheSourceOnce() throws {
    let article = Article(
      id: "a", path: "a.md", title: "T", url: WebURL("https://example.org/a"),
      origin: Self.origin, social: ["*": "As on https://www.linkedin.com/pulse/small-models"])
    let text = try snippet("x", article).text
    #expect(text.components(separatedBy: "linkedin.com").count == 2)
  }

  /// The policy holds for the author's own words, too.
  @Test(
    arguments: [
      (
        AttributionPolicy.always,
        "LinkedIn, 3 February 2025: https://www.linkedin.com/pulse/small-models"
      ),
      (.shortened, nil), (.link, "\nhttps://www.linkedin.com/pulse/small-models"),
    ] as [(AttributionPolicy, String?)])
  func ownWordsFollowThePolicy(policy: AttributionPolicy, source: String?) throws {
    let article = Article(
      id: "a", path: "a.md", title: "T", tags: ["ai"], url: WebURL("https://example.org/a"),
      origin: Self.origin, social: ["x": "Small models with #AI"])
    let snippet = SnippetFormat(
      network: .x, templates: try PostTemplates(), options: SnippetOptions(attribution: policy)
    ).snippet(of: PostMatter(article), composed: Fixtures.composed)
    #expect(snippet.text.components(separatedBy: "#AI").count == 2)
    #expect(snippet.text.contains("linkedin.com") == (source != nil))
    if let source { #expect(snippet.text.hasSuffix(source)) }
    #expect(snippet.text.contains("Originally published") == (policy == .always))
  }

  @Test func saysWhatOfGivenWordsIsLeftOut() throws {
    func warnings(_ network: String, _ words: String) throws -> [String] {
      let article = Article(
        id: "a", path: "a.md", title: "T", url: WebURL("https://example.org/a"),
        social: ["*": words])
      return try snippet(network, article).warnings
    }
    #expect(
      try warnings("reddit", "A title\n\nand a second paragraph") == [
        "Reddit takes a title only: of the text given for it the first paragraph is used"
      ])
    #expect(try warnings("reddit", "A title").isEmpty)
    let links = (1...7).map { "https://a.example.org/\($0)" }.joined(separator: " ")
    #expect(
      try warnings("threads", links).contains(
        "the text that the article gives for Threads was cut: 7 different links, at most 5"))
  }

  @Test func hashtagsGiveWayBeforeTheHook() throws {
    let site = String(repeating: "Gazette ", count: 17) + "News"
    let origin = Origin(site: site, url: nil, date: nil, author: nil)
    let tags = ["a long tag of many words", "another tag of many words", "ai"]
    let snippet = try snippet("x", Self.article(origin: origin, tags: tags))
    #expect(snippet.hashtags.isEmpty)
    #expect(snippet.valid)
    #expect(snippet.text.contains(site))
  }

  @Test(arguments: ["x", "mastodon", "bluesky", "threads", "linkedin"])
  func saysWhenTheSourceAloneDoesNotFit(id: String) throws {
    let site = String(repeating: "Gazette ", count: 400) + "News"
    let origin = Origin(site: site, url: nil, date: nil, author: nil)
    let snippet = try snippet(id, Self.article(origin: origin))
    #expect(!snippet.valid)
    #expect(snippet.text.contains(site))
    #expect(snippet.warnings.contains { $0.hasPrefix("the link and the attribution alone") })
  }

  @Test func encodesStableKeys() throws {
    let encoded = try JSONEncoder().encode(try snippet("linkedin", Self.article()))
    let members = try JSONDecoder().decode([String: JSONValue].self, from: encoded)
    #expect(
      members.keys.sorted() == [
        "article", "attribution", "card", "count", "hashtags", "limit", "link", "network", "parts",
        "payload", "shareURL", "text", "unit", "valid", "warnings",
      ])
    #expect(
      members["attribution"] == [
        "site": "LinkedIn", "url": "https://www.linkedin.com/pulse/small-models",
        "date": "2025-02-03T00:00:00Z",
      ])
    #expect(members["unit"] == "utf16" && members["limit"] == 3000 && members["valid"] == true)
  }
}
