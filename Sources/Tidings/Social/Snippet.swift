/// A post for one network, ready to paste, with what it was made of.
public struct Snippet: Sendable, Hashable, Decodable {
  /// The article's id.
  public let article: String
  public let network: String
  /// Of a series, all posts, with a blank line between them.
  public let text: String
  /// Of a series, that of its longest post.
  public let count: Int
  public let limit: Int
  public let unit: Network.Unit
  /// Whether the network accepts the post, or every post of a series, with link and attribution
  /// whole.
  public let valid: Bool
  /// The post, or the posts of a thread, in their order.
  public let parts: [String]
  public let link: String?
  public let attribution: Source?
  /// Those of the article's tags that stand in the text, without `#`.
  public let hashtags: [String]
  /// Where a person posts it by hand; nil when the network has no such page for it.
  public let shareURL: String?
  /// The body that the network's API takes, of the first of several posts; nil when it takes none.
  public let payload: JSONValue?
  /// The bodies of all posts, where there are several.
  public let payloads: [JSONValue]?
  /// The article's picture, where the post or its link's card carries it.
  public let picture: PostPicture?
  /// What the network shows of the link.
  public let card: Card?
  public let warnings: [String]

  /// What a network shows of a link, as the linked page describes itself.
  public struct Card: Sendable, Hashable, Decodable {
    public let title: String
    public let description: String?
    public let image: String?

    public init(title: String, description: String?, image: String?) {
      self.title = title
      self.description = description
      self.image = image
    }
  }

  /// Where the article first appeared.
  public struct Source: Sendable, Hashable, Decodable {
    public let site: String
    public let url: String?
    /// ISO 8601 with offset.
    public let date: String?

    public init(site: String, url: String?, date: String?) {
      self.site = site
      self.url = url
      self.date = date
    }

    public init(_ attribution: Attribution) {
      self.init(
        site: attribution.site, url: attribution.url?.text, date: attribution.date?.description)
    }
  }

  public init(
    article: String, count: Count, parts: [String], link: String?, attribution: Source?,
    hashtags: [String], shareURL: String?, payloads: [JSONValue] = [],
    picture: PostPicture? = nil, card: Card? = nil, warnings: [String]
  ) {
    self.article = article
    self.network = count.network
    self.text = parts.joined(separator: "\n\n")
    self.count = count.count
    self.limit = count.limit
    self.unit = count.unit
    self.valid = count.valid
    self.parts = parts
    self.link = link
    self.attribution = attribution
    self.hashtags = hashtags
    self.shareURL = shareURL
    payload = payloads.first
    self.payloads = payloads.count > 1 ? payloads : nil
    self.picture = picture
    self.card = card
    self.warnings = warnings
  }
}
