public import Tidings

/// What a server of Mastodon's says of the posts that it takes.
public struct InstanceLimits: Sendable, Hashable, Codable {
  public let instance: String
  /// Graphemes of a post.
  public let maxCharacters: Int
  /// What a link counts, whatever its length.
  public let charactersPerLink: Int
  /// Nil for a server that says nothing of them, and in files of versions that did not ask.
  public let pictures: InstancePictures?
  /// When it was asked, in ISO 8601.
  public let asked: String

  /// What any server takes that says nothing.
  static let usual = (maxCharacters: 500, charactersPerLink: 23)
  static let longest = 1_000_000

  init(
    instance: String, maxCharacters: Int, charactersPerLink: Int,
    pictures: InstancePictures? = nil, asked: String
  ) {
    self.instance = instance
    self.maxCharacters = maxCharacters
    self.charactersPerLink = charactersPerLink
    self.pictures = pictures
    self.asked = asked
  }

  /// Whether a post can be fitted to them.
  var areSound: Bool {
    (1...Self.longest).contains(maxCharacters) && (1...1_000).contains(charactersPerLink)
      && pictures?.areSound != false
  }

  /// Mastodon by the rules of this server.
  public var network: Network {
    .mastodon(
      limit: maxCharacters, linkLength: charactersPerLink,
      pictures: .mastodon(
        bytes: pictures?.imageSizeLimit, alt: pictures?.descriptionLimit,
        mediaTypes: pictures?.supportedMimeTypes))
  }
}
