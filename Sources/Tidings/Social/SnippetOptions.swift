/// What a newsletter's settings say of its posts for one network.
public struct SnippetOptions: Sendable, Hashable {
  /// The host of the server where a reader of the share link posts; other networks pass it over.
  public let mastodonInstance: String
  /// Whose posts they are, as the network's API names them.
  public let account: String?
  public let attribution: AttributionPolicy
  /// Hashtags and words in the spelling that the newsletter gives them, such as `OpenSourceAI`.
  public let capitals: [String]
  /// Posts carry the article's picture itself, not only a link whose card shows it.
  public let attachesPicture: Bool
  /// An article may become several posts, where the network takes that.
  public let writesSeries: Bool

  public init(
    mastodonInstance: String = "mastodon.social", account: String? = nil,
    attribution: AttributionPolicy = .always, capitals: [String] = [],
    attachesPicture: Bool = false, writesSeries: Bool = false
  ) {
    self.mastodonInstance = mastodonInstance
    self.account = account
    self.attribution = attribution
    self.capitals = capitals
    self.attachesPicture = attachesPicture
    self.writesSeries = writesSeries
  }
}
