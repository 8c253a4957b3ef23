/// A picture that goes with a post, uploaded first where the payload holds `Placeholder.picture`.
public struct PostPicture: Sendable, Hashable, Decodable {
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
