/// Writes an article as a post for one network, within its limit.
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
    let post = PostFitting(network: network, template: template, policy: options.attribution)
      .post(hook, article: article, attribution: attribution, hashtags: tags.shown)
    let picture = matter.picture?.fitted(to: network, attaches: options.attachesPicture)
    let further = tags.shown.dropFirst(post.layout.hashtags.count) + tags.overflow
    func draft(_ text: String, count: Count, words: String, part: Int) -> PostDraft {
      let isFirst = part == 0
      return PostDraft(
        article: article, text: text, hook: words, layout: isFirst ? post.layout : nil,
        link: article.link, attribution: attribution,
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
    case .none:
      if !post.isWhole, let given = hook.given?.text(for: network.style.hook) {
        let fault = network.measure(given).faults.first ?? "it is too long"
        warnings.append(
          "the text that the article gives for \(network.title) was cut: \(fault)")
      }
    }
    if case .title = network.style.hook, let given = hook.given,
      given.text.oneLine != given.text(for: network.style.hook)
    {
      warnings.append(
        "\(network.title) takes a title only: of the text given for it the first paragraph is used")
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
    (draft.count.warnings + lint.warnings(draft)).map {
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
