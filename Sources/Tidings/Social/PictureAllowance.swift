/// What a network takes of a picture that goes with a post.
public struct PictureAllowance: Sendable, Hashable {
  /// Of a picture that the post carries.
  public let bytes: Int
  public let formats: Set<PictureFacts.Format>
  /// How long its description may be, in characters; nil where no limit is published.
  public let alt: Int?
  /// Of the picture on a link's card, where it has to be uploaded for that.
  let cardBytes: Int?
  /// Whether the network fetches a picture from its address instead of taking an upload.
  let isFetched: Bool

  init(
    bytes: Int, formats: Set<PictureFacts.Format>, alt: Int?, cardBytes: Int? = nil,
    isFetched: Bool = false
  ) {
    self.bytes = bytes
    self.formats = formats
    self.alt = alt
    self.cardBytes = cardBytes
    self.isFetched = isFetched
  }
}
