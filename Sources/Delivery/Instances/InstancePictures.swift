/// What a server of Mastodon's says of the pictures that it takes; nil where it says nothing.
public struct InstancePictures: Sendable, Hashable, Codable {
  /// In bytes.
  public let imageSizeLimit: Int?
  /// In characters.
  public let descriptionLimit: Int?
  /// Those of pictures, such as `image/png`.
  public let supportedMimeTypes: [String]?

  /// In bytes: a server that says more means no limit of use.
  private static let largest = 1 << 40
  private static let mostTypes = 100

  /// What of it can be meant; nil when that is nothing.
  init?(imageSizeLimit: Int?, descriptionLimit: Int?, supportedMimeTypes: [String]?) {
    let types = supportedMimeTypes.map { Array($0.filter(Self.isType).prefix(Self.mostTypes)) }
    self.imageSizeLimit = imageSizeLimit.flatMap { (1...Self.largest).contains($0) ? $0 : nil }
    self.descriptionLimit = descriptionLimit.flatMap {
      (1...InstanceLimits.longest).contains($0) ? $0 : nil
    }
    self.supportedMimeTypes = types?.isEmpty == true ? nil : types
    if (self.imageSizeLimit ?? self.descriptionLimit) == nil, self.supportedMimeTypes == nil {
      return nil
    }
  }

  private static func isType(_ text: String) -> Bool {
    text.hasPrefix("image/") && text.utf8.count <= 100
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// Whether a picture can be held against it.
  var areSound: Bool {
    self
      == InstancePictures(
        imageSizeLimit: imageSizeLimit, descriptionLimit: descriptionLimit,
        supportedMimeTypes: supportedMimeTypes)
  }
}
