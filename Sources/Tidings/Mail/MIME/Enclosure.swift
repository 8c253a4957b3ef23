/// A file that travels with a message: an attachment, or a picture that its HTML part shows.
public struct Enclosure: Sendable, Hashable {
  /// Without folders.
  public let name: String
  /// Such as `application/pdf` (RFC 2045 5.1).
  public let mediaType: String
  public let bytes: [UInt8]
  /// What names a picture to the HTML part, without angle brackets (RFC 2392); nil for an attachment.
  public let contentID: String?

  /// An attachment, whose kind its name tells.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, mediaType: MediaType.of(name), bytes: bytes, contentID: nil)
  }

  /// A picture of the HTML part.
  public init(picture name: String, format: PictureFacts.Format, bytes: [UInt8], contentID: String)
  {
    self.init(name: name, mediaType: format.mediaType, bytes: bytes, contentID: contentID)
  }

  private init(name: String, mediaType: String, bytes: [UInt8], contentID: String?) {
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
    self.contentID = contentID
  }
}
