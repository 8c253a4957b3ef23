/// How long a text is to a network, and what the network finds in it.
public struct Count: Sendable, Hashable, Codable {
  public let network: String
  public let count: Int
  public let limit: Int
  public let unit: Network.Unit
  /// Whether the network accepts the text as a post.
  public let valid: Bool
  /// In UTF-8, of the text as passed.
  public let bytes: Int
  public let links: [Link]
  /// Without `#`, in their order.
  public let hashtags: [String]
  /// Without `@`, in their order.
  public let mentions: [String]
  public let warnings: [String]

  /// An address that the network turns into a link.
  public struct Link: Sendable, Hashable, Codable {
    public let text: String
    /// Where it leads: `text`, with `https://` before a bare name.
    public let url: String
    /// In UTF-8 bytes of the text as passed.
    public let start: Int
    /// Exclusive.
    public let end: Int

    public init(text: String, url: String, start: Int, end: Int) {
      self.text = text
      self.url = url
      self.start = start
      self.end = end
    }
  }

  public init(
    network: String, count: Int, limit: Int, unit: Network.Unit, valid: Bool, bytes: Int,
    links: [Link], hashtags: [String], mentions: [String], warnings: [String]
  ) {
    self.network = network
    self.count = count
    self.limit = limit
    self.unit = unit
    self.valid = valid
    self.bytes = bytes
    self.links = links
    self.hashtags = hashtags
    self.mentions = mentions
    self.warnings = warnings
  }
}
