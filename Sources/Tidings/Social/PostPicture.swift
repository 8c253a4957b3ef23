/// A picture that goes with a post, uploaded first where the network asks for that.
public struct PostPicture: Sendable, Hashable, Codable {
  /// Stands in a payload where the network's name for the uploaded picture goes: who sends the
  /// payload uploads first and puts the network's answer in its place.
  ///
  /// The answer is an id on X and Mastodon, an URN on LinkedIn, and a whole blob on Bluesky.
  public static let placeholder = "{picture}"

  public let url: String
  /// What it shows, in words; empty when the author said nothing.
  public let alt: String
  /// In pixels and bytes; nil when its file is not at hand.
  public let width: Int?
  public let height: Int?
  public let bytes: Int?

  public init(url: String, alt: String, width: Int?, height: Int?, bytes: Int?) {
    self.url = url
    self.alt = alt
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}
