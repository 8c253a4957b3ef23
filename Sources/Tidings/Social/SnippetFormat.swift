/// Writes an article as a post for one network, within its limit.
///
/// Link and attribution are never cut: hashtags go first, then the hook shrinks.
public struct SnippetFormat: Sendable {
  public let network: Network
  let template: PostTemplate
  let options: SnippetOptions
  let hashtags: Hashtags
  let lint: SnippetLint

  public init(
    network: Network, templates: PostTemplates, options: SnippetOptions = SnippetOptions()
  ) {
    self.network = network
    template = templates[network.id]
    self.options = options
    hashtags = Hashtags(capitals: options.capitals)
    lint = SnippetLint(network, capitals: options.capitals)
  }

  /// The post about `matter`, composed at the instant `composed`.
  public func snippet(of matter: PostMatter, composed: Moment) -> Snippet {
    if case .whole = network.style.hook { return crossPost(of: matter, composed: composed) }
    let article = matter.article
    let hook = Hook(
      article, network: network.id, lead: matter.lead, keySentences: { matter.keySentences })
    let attribution = Attribution(article)
    let tags = hashtags.from(article.tags, limit: network.style.hashtags)
    let post = fit(hook, article: article, attribution: attribution, hashtags: tags.shown)
    let picture = matter.picture?.fitted(to: network, attaches: options.attachesPicture)
    let further = tags.shown.dropFirst(post.layout.hashtags.count) + tags.overflow
    func draft(_ text: String, count: Count, words: String, part: Int) -> PostDraft {
      let isFirst = part == 0
      return PostDraft(
        article: article, text: text,
        textWithoutLink: isFirst ? post.layout.withoutLink.text(hook: words) : text, hook: words,
        link: article.link, attribution: attribution,
        attributionText: isFirst ? post.layout.attribution : nil,
        hashtags: isFirst ? post.layout.hashtags : [],
        furtherHashtags: isFirst ? self.further(Array(further)) : [], account: options.account,
        mastodonInstance: options.mastodonInstance, composed: composed,
        picture: isFirst ? picture?.attached : nil, thumbnail: isFirst ? picture?.thumbnail : nil,
        part: part, count: count)
    }
    let series = options.writesSeries ? series(hook, body: matter.body, layout: post.layout) : .none
    let drafts =
      switch series {
      case .none, .refused: [draft(post.text, count: post.count, words: post.opening, part: 0)]
      case .parts(let posts):
        posts.map {
          draft(
            $0.text, count: network.count($0.text), words: $0.place.numbered($0.words),
            part: $0.place.index)
        }
      }
    let longest = drafts.map(\.count).max { $0.count < $1.count } ?? post.count
    return Snippet(
      article: article.id, count: longest, parts: drafts.map(\.text), link: article.link?.text,
      attribution: attribution.map(Snippet.Source.init),
      hashtags: self.hashtags(tags.shown, in: post),
      shareURL: drafts.first.flatMap(network.share), payloads: drafts.compactMap(network.payload),
      picture: picture?.attached ?? picture?.thumbnail, card: article.card,
      warnings: warnings(of: post, series: series, hook: hook, hasLink: article.link != nil)
        + (picture?.warnings ?? [])
        + drafts.flatMap { warnings(of: $0, isPart: drafts.count > 1) }.unique)
  }

  /// Those that were laid out, or that the author's own words hold.
  private func hashtags(_ tags: [String], in post: HookFitting.Post) -> [String] {
    guard post.layout.hashtags.isEmpty, !post.count.hashtags.isEmpty else {
      return post.layout.hashtags
    }
    let found = Set(post.count.hashtags.map { $0.lowercased() })
    return tags.filter { found.contains($0.lowercased()) }
  }

  /// The hashtags that go into a field of the API's own.
  private func further(_ hashtags: [String]) -> [String] {
    Array(Hashtags.besideText(hashtags).prefix(network.style.furtherHashtags))
  }

  /// The best post with as much of the source named as the policy asks for.
  private func fit(
    _ hook: Hook, article: Article, attribution: Attribution?, hashtags: [String]
  ) -> HookFitting.Post {
    func layout(attribution text: String?) -> PostLayout {
      PostLayout(
        template: template, title: article.title.oneLine, author: article.author?.oneLine,
        site: attribution?.site, link: article.link?.text, attribution: text, hashtags: hashtags)
    }
    if let lean = leanest(
      hook, layout: layout(attribution: attribution?.text(beside: article.link)))
    {
      return lean
    }
    let sentence = attribution?.text(beside: article.link)
    switch options.attribution {
    case .always: return fit(hook, in: layout(attribution: sentence))
    case .link:
      // A source without an address can only be named.
      guard let url = attribution?.url else { return fit(hook, in: layout(attribution: sentence)) }
      return fit(hook, in: layout(attribution: url == article.link ? nil : url.text))
    case .shortened:
      let post = fit(hook, in: layout(attribution: nil))
      return post.isWhole ? post : fit(hook, in: layout(attribution: sentence))
    }
  }

  /// The author's own words for the post without what they say already; nil when they do not fit
  /// whole, since what is cut off them would then be nowhere.
  private func leanest(_ hook: Hook, layout: PostLayout) -> HookFitting.Post? {
    guard let words = hook.given?.text(for: network.style.hook) else { return nil }
    let own = network.measure(words)
    let urls = Set(own.links.map(\.url))
    let tags = Set(own.hashtags.map { $0.name.lowercased() })
    let saysSource = layout.site.map { words.contains("Originally published on \($0)") } ?? false
    let saysLink = layout.link.map(urls.contains) ?? false
    let saysTags = layout.hashtags.contains { tags.contains($0.lowercased()) }
    guard saysLink || saysSource || saysTags else { return nil }
    let lean = PostLayout(
      template: template, title: layout.title, author: layout.author, site: layout.site,
      link: saysLink ? nil : layout.link, attribution: saysSource ? nil : layout.attribution,
      hashtags: saysTags ? [] : layout.hashtags)
    var fitting = HookFitting(network: network, layout: lean)
    return fitting.whole(hook.openings(network.style.hook))
  }

  /// With the most hashtags that leave the hook whole, or a quarter of the post.
  ///
  /// Where even none would leave that much, those that take nothing from the hook.
  private func fit(_ hook: Hook, in layout: PostLayout) -> HookFitting.Post {
    let openings = hook.openings(network.style.hook)
    let cuttable = hook.cuttable(network.style.hook)
    func post(_ hashtags: Int) -> HookFitting.Post {
      var fitting = HookFitting(network: network, layout: layout.withHashtags(hashtags))
      return fitting.whole(openings) ?? fitting.longest(cuttable)
    }
    func isEnough(_ post: HookFitting.Post) -> Bool {
      post.isWhole || network.measure(post.opening).amount >= network.limit / 4
    }
    let counts = (0...layout.hashtags.count).reversed()
    for count in counts {
      let post = post(count)
      if post.fits, isEnough(post) { return post }
    }
    let longest = post(0)
    for count in counts {
      let post = post(count)
      if post.fits, post.opening == longest.opening { return post }
    }
    return longest
  }

  private func warnings(of post: HookFitting.Post, series: Series, hook: Hook, hasLink: Bool)
    -> [String]
  {
    let layout = post.layout
    var warnings: [String] = []
    if !hasLink { warnings.append("the article has no address to link to") }
    if !post.fits {
      warnings.append("the link and the attribution alone make no post for \(network.title)")
      return warnings
    }
    if post.opening.isEmpty, !hook.cuttable(network.style.hook).isEmpty {
      warnings.append("no room for title or summary beside link and attribution")
    }
    switch series {
    case .parts: break
    case .refused:
      warnings.append(
        "no thread: the article does not part into at most \(PostSeries.usualMost) posts"
          + " (give a text of its own in 'social', parted by <!-- thread -->)")
    case .none where hook.given != nil && !post.isWhole:
      warnings.append(
        "the text that the article gives for \(network.title) is too long and was cut")
    case .none: break
    }
    if network.style.links != .unpublished, let link = layout.link,
      !post.count.links.contains(where: { $0.text == link })
    {
      warnings.append("\(network.title) does not turn the whole of \(link) into a link")
    }
    return warnings
  }

  /// What is odd about one post, which may be part of a series.
  private func warnings(of draft: PostDraft, isPart: Bool) -> [String] {
    let names =
      network.style.links == .bareNames
      ? draft.count.links.filter { $0.url != $0.text && draft.hook.contains($0.text) }
        .map { "\(network.title) turns '\($0.text)' into a link" } : []
    return (draft.count.warnings + names + lint.warnings(draft)).map {
      isPart ? "post \(draft.part + 1): \($0)" : $0
    }
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
