/// The pieces of a post in their places, the hook's still open.
struct PostLayout {
  let template: PostTemplate
  let title: String?
  let author: String?
  let site: String?
  let link: String?
  let attribution: String?
  /// Without `#`.
  let hashtags: [String]
  /// What stands before, between and after the places of the hook.
  private let around: [String]

  init(
    template: PostTemplate, title: String? = nil, author: String? = nil, site: String? = nil,
    link: String?, attribution: String?, hashtags: [String]
  ) {
    self.template = template
    self.title = title
    self.author = author
    self.site = site
    self.link = link
    self.attribution = attribution
    self.hashtags = hashtags
    let values = Self.values(
      [.title: title, .author: author, .site: site, .link: link, .attribution: attribution],
      hashtags: hashtags)
    around = Self.filled(template, values: values, hasHook: true)
  }

  /// The whole post.
  func text(hook: String) -> String {
    guard hook.isEmpty else { return around.joined(separator: hook) }
    let values = Self.values(
      [.title: title, .author: author, .site: site, .link: link, .attribution: attribution],
      hashtags: hashtags)
    return Self.filled(template, values: values, hasHook: false).joined()
  }

  func withHashtags(_ count: Int) -> PostLayout {
    count == hashtags.count ? self : with(hashtags: Array(hashtags.prefix(count)), link: link)
  }

  /// For networks that take the link in a field of its own.
  var withoutLink: PostLayout { with(hashtags: hashtags, link: nil) }

  private func with(hashtags: [String], link: String?) -> PostLayout {
    PostLayout(
      template: template, title: title, author: author, site: site, link: link,
      attribution: attribution, hashtags: hashtags)
  }

  private static func values(
    _ values: [PostTemplate.Field: String?], hashtags: [String]
  ) -> [PostTemplate.Field: String] {
    var values = values.compactMapValues { $0 }.filter { !$1.isEmpty }
    if !hashtags.isEmpty {
      values[.hashtags] = hashtags.map { "#" + $0 }.joined(separator: " ")
    }
    return values
  }

  private static func filled(
    _ template: PostTemplate, values: [PostTemplate.Field: String], hasHook: Bool
  ) -> [String] {
    var around = [""]
    for piece in template.pieces(with: Set(values.keys).union(hasHook ? [.hook] : [])) {
      switch piece {
      case .fixed(let text): around[around.count - 1] += text
      case .field(.hook): around.append("")
      case .field(let field): around[around.count - 1] += values[field] ?? ""
      }
    }
    return around
  }
}
