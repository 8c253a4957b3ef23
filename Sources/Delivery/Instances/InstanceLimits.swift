/// What a server of Mastodon's says of the posts that it takes.
public struct InstanceLimits: Sendable, Hashable, Codable {
  public let instance: String
  /// Graphemes of a post.
  public let maxCharacters: Int
  /// What a link counts, whatever its length.
  public let charactersPerLink: Int
  /// When it was asked, in ISO 8601.
  public let asked: String

  /// What any server takes that says nothing.
  static let usual = (maxCharacters: 500, charactersPerLink: 23)
  static let longest = 1_000_000

  init(instance: String, maxCharacters: Int, charactersPerLink: Int, asked: String) {
    self.instance = instance
    self.maxCharacters = maxCharacters
    self.charactersPerLink = charactersPerLink
    self.asked = asked
  }

  /// Whether a post can be fitted to them.
  var areSound: Bool {
    (1...Self.longest).contains(maxCharacters) && (1...1_000).contains(charactersPerLink)
  }
}
