/// Writes an article as a post for one network, within its limit.
///
/// Link and attribution are never cut: hashtags go first, then the hook shrinks.
public struct SnippetFormat: Sendable {
  public let network: Network
  /// The host of the server where a reader of the share link posts; other networks pass it over.
  public let mastodonInstance: String

  public init(network: Network, mastodonInstance: String = "mastodon.social") {
    self.network = network
    self.mastodonInstance = mastodonInstance
  }

  /// The post for `article`; `lead` is the first sentences of its body, as plain text.
  public func snippet(of article: Article, lead: [String] = []) -> Snippet {
    let hook = Hook(article, lead: lead)
    let attribution = Attribution(article)
    let layout = PostLayout(
      link: article.link?.text, attribution: attribution?.text,
      hashtags: Hashtags.from(article.tags, limit: network.style.hashtags),
      isAiry: network.style.isAiry)
    let post = fit(hook, in: layout)
    let hashtags = post.layout.hashtags
    let share = ShareDraft(
      hook: post.opening, link: article.link, attribution: attribution?.text,
      hashtags: hashtags, text: post.text, mastodonInstance: mastodonInstance)
    return Snippet(
      article: article.id, count: post.count, parts: [post.text], link: layout.link,
      attribution: attribution.map(Snippet.Source.init), hashtags: hashtags,
      shareURL: network.share(share),
      warnings: warnings(of: post.count, opening: post.opening, hook: hook, layout: layout))
  }

  /// With the most hashtags that leave the hook whole, or a quarter of the post.
  ///
  /// Where even none would leave that much, those that take nothing from the hook.
  private func fit(_ hook: Hook, in layout: PostLayout) -> HookFitting.Post {
    let fitting = HookFitting(network: network)
    let openings = hook.openings(network.style.hook)
    lazy var cuttable = hook.cuttable.map {
      HookText($0, unbreakable: network.measure($0).unbreakable)
    }
    func post(_ hashtags: Int) -> HookFitting.Post {
      let layout = layout.withHashtags(hashtags)
      return fitting.whole(openings, in: layout) ?? fitting.longest(cuttable, in: layout)
    }
    func isEnough(_ post: HookFitting.Post) -> Bool {
      openings.contains(post.opening)
        || network.measure(post.opening).amount >= network.limit / 4
    }
    let counts = (0...layout.hashtags.count).reversed()
    for count in counts {
      let post = post(count)
      if post.count.valid, isEnough(post) { return post }
    }
    let longest = post(0)
    for count in counts {
      let post = post(count)
      if post.count.valid, post.opening == longest.opening { return post }
    }
    return longest
  }

  private func warnings(
    of count: Count, opening: String, hook: Hook, layout: PostLayout
  ) -> [String] {
    var warnings = count.warnings
    if layout.link == nil { warnings.append("the article has no address to link to") }
    if !count.valid {
      warnings.append("the link and the attribution alone make no post for \(network.title)")
      return warnings
    }
    if opening.isEmpty, !hook.cuttable.isEmpty {
      warnings.append("no room for title or summary beside link and attribution")
    }
    if network.style.links != .unpublished, let link = layout.link,
      !count.links.contains(where: { $0.text == link })
    {
      warnings.append("\(network.title) does not turn the whole of \(link) into a link")
    }
    if network.style.links == .bareNames {
      let end = opening.utf8.count
      for link in count.links where link.start < end && link.url != link.text {
        warnings.append("\(network.title) turns '\(link.text)' into a link")
      }
    }
    return warnings
  }
}
