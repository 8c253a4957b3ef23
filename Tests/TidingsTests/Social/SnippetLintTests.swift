import Testing

@testable import Tidings

@Suite struct SnippetLintTests {
  private func warnings(_ network: String, _ article: Article) throws -> [String] {
    try Payloads.snippet(network, PostMatter(article)).warnings
  }

  @Test(
    arguments: [
      (["OPENWEIGHTS"], 1), (["HTML", "JSON", "GPUs"], 0), (["openweights", "NASA"], 0),
      (["ÖFFNEN", "ABC"], 1), (["日本語"], 0),
    ] as [([String], Int)])
  func namesTagsInCapitals(tags: [String], count: Int) throws {
    let found = try warnings("mastodon", Payloads.article(tags: tags))
      .filter { $0.contains("all capitals") }
    #expect(found.count == count)
    #expect(try warnings("discord", Payloads.article(tags: tags)).isEmpty)
  }

  @Test func namesHashtagsInCapitalsThatTheAuthorWrote() throws {
    let article = Article(
      id: "a", path: "a.md", title: "T", url: WebURL("https://example.org/a"),
      social: ["*": "Now #OPENWEIGHTS, with #HTML and #Care"])
    #expect(
      try warnings("mastodon", article) == [
        "#OPENWEIGHTS is all capitals, which screen readers spell out"
          + " (write a capital for each word, or list it in snippets.capitals)"
      ])
  }

  @Test func takesCapitalsThatTheNewsletterGives() throws {
    let format = SnippetFormat(
      network: .x, templates: try PostTemplates(), options: SnippetOptions(capitals: ["WEIGHTS"]))
    let matter = PostMatter(Payloads.article(tags: ["WEIGHTS"]))
    #expect(format.snippet(of: matter, composed: Fixtures.composed).warnings.isEmpty)
  }

  @Test(
    arguments: [
      (60, nil), (130, "about 140 on a phone"), (220, "about 210 ("),
    ] as [(Int, String?)])
  func tellsWhatLinkedInFolds(length: Int, expected: String?) throws {
    let summary = "A" + String(repeating: " b", count: length / 2) + ". And more of it."
    let found = try warnings("linkedin", Payloads.article(summary: summary))
    #expect(found.count == (expected == nil ? 0 : 1))
    #expect(found.first?.contains(expected ?? "") ?? true)
    #expect(try warnings("facebook", Payloads.article(summary: summary)).isEmpty)
  }

  @Test(
    arguments: [
      ("Beats *all* of `them`, ~no~ _yes_", ["*all*", "`them`", "~no~", "_yes_"]),
      ("2 * 3 * 4, snake_case_name, ** and *open", []), ("*over\ntwo*", []), ("(*in*)", ["*in*"]),
    ] as [(String, [String])])
  func tellsWhatSlackStyles(text: String, found: [String]) {
    #expect(SlackText.styled(in: text) == found)
    let link = "https://example.org/_posts_/~x~"
    let links = Network.slack.count(link).links
    #expect(SlackText.styled(in: link, besides: links).isEmpty)
  }

  @Test func tellsOfLinksThatBlueskyWarnsOf() throws {
    let article = Payloads.article(url: "https://example.org:8443/a")
    #expect(
      try warnings("bluesky", article) == [
        "Bluesky warns a reader before it opens https://example.org:8443/a, for the port hides the"
          + " host (link to an address without ':')"
      ])
  }

  @Test(arguments: [("reddit", "Reddit"), ("hackernews", "Hacker News")])
  func tellsWhereTheSourceIsNot(id: String, title: String) throws {
    let warning =
      "\(title) takes a title and a link only: the source stands in the text to paste"
    #expect(try warnings(id, Payloads.article()) == [warning])
    #expect(try warnings(id, Payloads.article(origin: nil)).isEmpty)
  }
}
