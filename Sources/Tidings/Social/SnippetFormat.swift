/// Writes an article as a post for one network, within its limit.
///
/// Link and attribution are never cut: hashtags go first, then the hook shrinks.
public struct SnippetFormat: Sendable {
  public let network: Network
  let template: PostTemplate
  let options: SnippetOptions

  public init(
    network: Network, templates: PostTemplates, options: SnippetOptions = SnippetOptions()
  ) {
    self.network = network
    template = templates[network.id]
    self.options = options
  }

  /// The post about `matter`, composed at the instant `composed`.
  public func snippet(of matter: PostMatter, composed: Moment) -> Snippet {
    if case .whole = network.style.hook { return crossPost(of: matter, composed: composed) }
    let article = matter.article
    let hook = Hook(article, lead: matter.lead)
    let attribution = Attribution(article)
    let post = fit(hook, article: article, attribution: attribution)
    let layout = post.layout
    let picture = matter.picture?.fitted(to: network, attaches: options.attachesPicture)
    let draft = PostDraft(
      article: article, body: matter.body, text: post.text,
      textWithoutLink: layout.withoutLink.text(hook: post.opening), hook: post.opening,
      link: article.link, attribution: attribution, attributionText: layout.attribution,
      hashtags: layout.hashtags, furtherHashtags: further(article.tags, beside: layout.hashtags),
      account: options.account, mastodonInstance: options.mastodonInstance, composed: composed,
      picture: picture?.attached, thumbnail: picture?.thumbnail, part: 0, count: post.count)
    return Snippet(
      article: article.id, count: post.count, parts: [post.text], link: layout.link,
      attribution: attribution.map(Snippet.Source.init), hashtags: layout.hashtags,
      shareURL: network.share(draft),
      payloads: network.payload(draft).map { [$0] } ?? [],
      picture: draft.picture ?? draft.thumbnail, card: article.card,
      warnings: warnings(of: post.count, opening: post.opening, hook: hook, layout: layout)
        + (picture?.warnings ?? [])
        + SnippetLint(network, capitals: options.capitals).warnings(draft))
  }

  /// The hashtags that go into a field of the API's own.
  private func further(_ tags: [String], beside hashtags: [String]) -> [String] {
    let style = network.style
    guard style.furtherHashtags > 0, tags.count > hashtags.count else { return [] }
    return Hashtags.from(tags, limit: hashtags.count + style.furtherHashtags)
      .filter { !hashtags.contains($0) }
  }

  /// The best post with as much of the source named as the policy asks for.
  private func fit(
    _ hook: Hook, article: Article, attribution: Attribution?
  ) -> HookFitting.Post {
    func layout(attribution text: String?) -> PostLayout {
      PostLayout(
        template: template, title: article.title.oneLine, author: article.author?.oneLine,
        site: attribution?.site, link: article.link?.text, attribution: text,
        hashtags: Hashtags.from(article.tags, limit: network.style.hashtags))
    }
    let url = attribution?.url.flatMap { $0 == article.link ? nil : $0.text }
    let sentence = attribution?.text(beside: article.link)
    switch options.attribution {
    case .always: return fit(hook, in: layout(attribution: sentence))
    case .link: return fit(hook, in: layout(attribution: url))
    case .shortened:
      let post = fit(hook, in: layout(attribution: nil))
      if post.count.valid, hook.openings(network.style.hook).contains(post.opening) { return post }
      return fit(hook, in: layout(attribution: sentence))
    }
  }

  /// With the most hashtags that leave the hook whole, or a quarter of the post.
  ///
  /// Where even none would leave that much, those that take nothing from the hook.
  private func fit(_ hook: Hook, in layout: PostLayout) -> HookFitting.Post {
    let fitting = HookFitting(network: network)
    let openings = hook.openings(network.style.hook)
    lazy var cuttable = hook.cuttable(network.style.hook).map {
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
    if opening.isEmpty, !hook.cuttable(network.style.hook).isEmpty {
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

extension Article {
  /// What a network shows of a link to it; nil for an article without an address.
  fileprivate var card: Snippet.Card? {
    link.map { _ in
      Snippet.Card(title: title.oneLine, description: summary?.oneLine, image: image?.text)
    }
  }
}
