import Testing

@testable import Tidings

@Suite struct ShareLinkTests {
  private static func draft(
    link: String? = "https://example.org/a?b=1", instance: String = "mastodon.social",
    hashtags: [String] = ["AI", "Swift"]
  ) throws -> PostDraft {
    let text = "Was & wäre\n\nhttps://example.org/a"
    let layout = PostLayout(
      template: try PostTemplates()["x"], link: link, attribution: "Originally published on X",
      hashtags: hashtags)
    return PostDraft(
      article: Article(id: "a", path: "a.md", title: "Was & wäre"), text: text,
      hook: "Was & wäre", layout: layout, link: link.flatMap { WebURL($0) }, attribution: nil,
      furtherHashtags: [], account: nil, mastodonInstance: instance, composed: Fixtures.composed,
      picture: nil, thumbnail: nil, part: 0, count: Network.bluesky.count(text))
  }

  /// A network that has a page shares whatever has an address.
  @Test func theNetworkSaysWhetherItHasAPage() throws {
    let without = Network.all.filter { !$0.hasSharePage }.map(\.id)
    #expect(without == ["discord", "slack", "devto"])
    for network in Network.all {
      let url = network.share(try Self.draft())
      #expect((url != nil) == network.hasSharePage)
      #expect(network.limited(to: 9).hasSharePage == network.hasSharePage)
    }
  }

  @Test(arguments: [
    (
      "x",
      "https://x.com/intent/tweet?text=Was%20%26%20w%C3%A4re%0A%0AOriginally%20published%20on%20X"
        + "&url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&hashtags=AI%2CSwift"
    ),
    (
      "bluesky",
      "https://bsky.app/intent/compose?text="
        + "Was%20%26%20w%C3%A4re%0A%0Ahttps%3A%2F%2Fexample.org%2Fa"
    ),
    (
      "threads",
      "https://www.threads.com/intent/post?text="
        + "Was%20%26%20w%C3%A4re%0A%0AOriginally%20published%20on%20X"
        + "&url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&tag=AI"
    ),
    (
      "mastodon",
      "https://mastodon.social/share?text="
        + "Was%20%26%20w%C3%A4re%0A%0Ahttps%3A%2F%2Fexample.org%2Fa"
    ),
    (
      "linkedin",
      "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1"
    ),
    (
      "facebook",
      "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1"
        + "&hashtag=%23AI"
    ),
    (
      "telegram",
      "https://telegram.me/share/url?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1"
        + "&text=Was%20%26%20w%C3%A4re%0A%0AOriginally%20published%20on%20X%0A%0A%23AI%20%23Swift"
    ),
    (
      "reddit",
      "https://www.reddit.com/submit?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1"
        + "&title=Was%20%26%20w%C3%A4re"
    ),
    (
      "hackernews",
      "https://news.ycombinator.com/submitlink?u=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1"
        + "&t=Was%20%26%20w%C3%A4re"
    ),
  ])
  func fillsTheNetworksPage(id: String, url: String) throws {
    #expect(try Network(id: id).share(Self.draft()) == url)
  }

  @Test(
    arguments: [
      (
        "x",
        "https://x.com/intent/tweet?text=Was%20%26%20w%C3%A4re%0A%0AOriginally%20published%20on%20X"
      ),
      ("linkedin", nil), ("facebook", nil), ("telegram", nil), ("reddit", nil),
      ("hackernews", nil), ("discord", nil), ("slack", nil), ("devto", nil),
    ] as [(String, String?)])
  func leavesOutWhatIsNotThere(id: String, url: String?) throws {
    #expect(try Network(id: id).share(try Self.draft(link: nil, hashtags: [])) == url)
  }

  @Test(
    arguments: [
      ("social.example:8443", "https://social.example:8443/share?"), ("a.example/x?", nil),
      ("me@a.example", nil), ("", nil), ("a example", nil),
    ] as [(String, String?)])
  func keepsToTheInstance(instance: String, start: String?) throws {
    let url = try Network(id: "mastodon").share(try Self.draft(instance: instance))
    #expect((url == nil) == (start == nil))
    #expect(url?.hasPrefix(start ?? "") ?? true)
  }

  /// What a template adds is part of what is shared.
  @Test func keepsTheTemplatesOwnWords() throws {
    let template = try PostTemplate(
      "New: {{hook}}\nby {{author}}\n\n{{link}}\n{{attribution}}\n\n{{hashtags}} #blog",
      file: "post.txt")
    let layout = PostLayout(
      template: template, author: "Ana", link: "https://example.org/a", attribution: nil,
      hashtags: ["AI"])
    let draft = PostDraft(
      article: Article(id: "a", path: "a.md", title: "T"), text: layout.text(hook: "T"), hook: "T",
      layout: layout, link: WebURL("https://example.org/a"), attribution: nil, furtherHashtags: [],
      account: nil, mastodonInstance: "", composed: Fixtures.composed, picture: nil,
      thumbnail: nil, part: 0, count: Network.x.count("T"))
    #expect(draft.words == "New: T\nby Ana\n\n #blog")
    #expect(draft.textWithoutLink == "New: T\nby Ana\n\n#AI #blog")
    #expect(
      Network.x.share(draft)
        == "https://x.com/intent/tweet?text=New%3A%20T%0Aby%20Ana%0A%0A%20%23blog"
        + "&url=https%3A%2F%2Fexample.org%2Fa&hashtags=AI")
  }

  @Test(arguments: [
    ("aZ09-._~", "aZ09-._~"), (" +&=/?#%", "%20%2B%26%3D%2F%3F%23%25"), ("é\n", "%C3%A9%0A"),
    ("!'()*", "%21%27%28%29%2A"),
  ])
  func encodesAllButUnreserved(text: String, encoded: String) {
    #expect(text.percentEncoded() == encoded)
  }
}
