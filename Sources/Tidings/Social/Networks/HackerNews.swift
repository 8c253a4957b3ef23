extension Network {
  /// Hacker News: a title of 80, as its users know it; no primary source was found.
  static let hackerNews = Network(
    id: "hackernews", title: "Hacker News", limit: 80, unit: .utf16,
    style: PostStyle(hashtags: 0, hook: .title, links: .unpublished),
    otherNames: ["hn", "hacker-news", "ycombinator"], measure: CommonText.ofTitle,
    share: { draft in
      draft.link.map {
        PostDraft.url(
          "https://news.ycombinator.com/submitlink", ["u": $0.text, "t": draft.hook])
      }
    },
    payload: { _ in nil })
}
