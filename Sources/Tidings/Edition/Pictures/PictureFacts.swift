/// What a picture's own file says of it, or its page where the file is not at hand.
public struct PictureFacts: Sendable, Hashable {
  /// In pixels, as it is shown: those of a photograph that its camera turned are exchanged.
  public let width: Int
  /// In pixels, as it is shown.
  public let height: Int
  /// The size of its file; nil when that is not at hand.
  public let bytes: Int?
  /// Nil when its file is not at hand.
  public let format: Format?
  /// Names the picture within its message (RFC 2392), without `cid:`; nil for one that mail programs
  /// fetch from its address.
  public let contentID: String?

  /// What its page says of it.
  init(_ size: Picture.Size) {
    self.init(width: size.width, height: size.height)
  }

  public init(
    width: Int, height: Int, bytes: Int? = nil, format: Format? = nil, contentID: String? = nil
  ) {
    self.width = width
    self.height = height
    self.bytes = bytes
    self.format = format
    self.contentID = contentID
  }

  /// The formats that mail programs show.
  public enum Format: String, Sendable, Hashable, Codable, CaseIterable {
    case png
    case jpeg
    case gif
    case webp
  }

  /// The same under another name in its message, or under none.
  func named(_ contentID: String?) -> PictureFacts {
    PictureFacts(width: width, height: height, bytes: bytes, format: format, contentID: contentID)
  }
}

extension PictureFacts.Format {
  /// RFC 2046 4.2, RFC 9649.
  var mediaType: String { "image/\(rawValue)" }

  var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
}
