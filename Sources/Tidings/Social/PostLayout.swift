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
  private var around: [String] = []

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
    around = filled(hasHook: true)
  }

  /// The whole post.
  func text(hook: String) -> String {
    hook.isEmpty ? filled(hasHook: false).joined() : around.joined(separator: hook)
  }

  /// All but the hook, where that is placed once and in lines of its own; nil elsewhere.
  ///
  /// No network reads a link, a name or a character across a line's end, so that what the hook takes
  /// of the limit and what the rest takes add up.
  var rest: String? {
    guard around.count == 2, let before = around.first, let after = around.last,
      before.isEmpty || before.utf8.last == UInt8(ascii: "\n"),
      after.isEmpty || after.utf8.first == UInt8(ascii: "\n")
    else { return nil }
    return before + after
  }

  /// Of all but the hook, in UTF-8.
  var bytes: Int { around.reduce(0) { $0 + $1.utf8.count } }

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

  private func filled(hasHook: Bool) -> [String] {
    var present: PostTemplate.Fields = hasHook ? [.init(.hook)] : []
    for field in PostTemplate.Field.allCases where !value(of: field).isEmpty {
      present.insert(.init(field))
    }
    var around = [""]
    for piece in template.pieces(with: present) {
      switch piece {
      case .fixed(let text): around[around.count - 1] += text
      case .field(.hook): around.append("")
      case .field(let field): around[around.count - 1] += value(of: field)
      }
    }
    return around
  }

  /// Empty for one that the post has not got, and for the hook.
  private func value(of field: PostTemplate.Field) -> String {
    switch field {
    case .hook: ""
    case .title: title ?? ""
    case .link: link ?? ""
    case .attribution: attribution ?? ""
    case .hashtags: Hashtags.line(hashtags)
    case .author: author ?? ""
    case .site: site ?? ""
    }
  }
}
