/// Lays a post out within its network's limit, its source named as the newsletter asks.
struct PostFitting {
  let network: Network
  let template: PostTemplate
  let policy: AttributionPolicy

  /// The best post about `article` that begins with `hook`.
  ///
  /// Link and attribution are never cut. The hook shrinks, down to a quarter of the limit, before a
  /// hashtag goes.
  func post(
    _ hook: Hook, article: Article, attribution: Attribution?, hashtags: [String]
  ) -> HookFitting.Post {
    func layout(_ source: String?) -> PostLayout {
      PostLayout(
        template: template, title: article.title.oneLine, author: article.author?.oneLine,
        site: attribution?.site, link: article.link.map(linked), attribution: source,
        hashtags: hashtags)
    }
    let sentence = attribution?.text(beside: article.link, written: linked)
    func post(_ text: String?) -> HookFitting.Post {
      let source = text == nil || attribution?.url == article.link ? nil : attribution?.url
      return fit(hook, link: article.link, source: source, in: layout(text))
    }
    switch policy {
    case .always: return post(sentence)
    case .link:
      // A source without an address can only be named.
      guard let url = attribution?.url else { return post(sentence) }
      return post(url == article.link ? nil : linked(url))
    case .shortened:
      let brief = post(nil)
      return brief.isWhole ? brief : post(sentence)
    }
  }

  /// `address` as it is, or percent-encoded where the network would end the link before its end.
  private func linked(_ address: WebURL) -> String {
    let text = address.text
    if network.style.links == .unpublished || text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    func isWhole(_ text: String) -> Bool { network.measure(text).links.map(\.text) == [text] }
    let encoded = address.inASCII
    return isWhole(text) || !isWhole(encoded) ? text : encoded
  }

  private func fit(
    _ hook: Hook, link: WebURL?, source: WebURL?, in layout: PostLayout
  ) -> HookFitting.Post {
    if let words = hook.given?.text(for: network.style.hook),
      let post = leanest(words, link: link, source: source, in: layout)
    {
      return post
    }
    return roomiest(hook, in: layout)
  }

  /// The author's own `words` without what they say already; nil when that is nothing, or when they
  /// do not fit whole, since what is cut off them would then be nowhere.
  private func leanest(
    _ words: String, link: WebURL?, source: WebURL?, in layout: PostLayout
  ) -> HookFitting.Post? {
    let words = [link, source].compactMap { $0 }.reduce(words) { words, address in
      let linked = linked(address)
      return linked == address.text ? words : words.replacing(address.text, with: linked)
    }
    let own = network.measure(words)
    let urls = Set(own.links.map(\.url))
    let tags = Set(own.hashtags.map { $0.name.lowercased() })
    let saysSource =
      layout.site.map { words.contains("Originally published on \($0)") } ?? false
      || source.map { urls.contains(linked($0)) } ?? false
    let saysLink = layout.link.map { urls.contains($0) || says($0, in: words) } ?? false
    let saysTags = layout.hashtags.contains { tags.contains($0.lowercased()) }
    guard saysLink || saysSource || saysTags else { return nil }
    let lean = PostLayout(
      template: template, title: layout.title, author: layout.author, site: layout.site,
      link: saysLink ? nil : layout.link, attribution: saysSource ? nil : layout.attribution,
      hashtags: saysTags ? [] : layout.hashtags)
    var fitting = HookFitting(network: network, layout: lean)
    return fitting.whole([{ [words] }])
  }

  /// Whether a word of `words` is an address that the network's measure, which is X's, ends early.
  private func says(_ address: String, in words: String) -> Bool {
    network.style.links == .unpublished
      && words.unicodeScalars.split(whereSeparator: \.isAnySpace).contains {
        $0.elementsEqual(address.unicodeScalars)
      }
  }

  /// With the most hashtags that leave the hook whole, or a quarter of the post.
  ///
  /// Where even none would leave that much, those that take nothing from the hook.
  private func roomiest(_ hook: Hook, in layout: PostLayout) -> HookFitting.Post {
    let openings = hook.openings(network.style.hook)
    let cuttable = hook.cuttable(network.style.hook)
    func post(_ hashtags: Int) -> (post: HookFitting.Post, isEnough: Bool) {
      var fitting = HookFitting(network: network, layout: layout.withHashtags(hashtags))
      if let post = fitting.whole(openings) { return (post, true) }
      let post = fitting.longest(cuttable)
      return (post, post.fits && fitting.amount(of: post.opening) >= network.limit / 4)
    }
    let counts = (0...layout.hashtags.count).reversed()
    for count in counts {
      let (post, isEnough) = post(count)
      if isEnough { return post }
    }
    let longest = post(0).post
    for count in counts {
      let post = post(count).post
      if post.fits, post.opening == longest.opening { return post }
    }
    return longest
  }
}
