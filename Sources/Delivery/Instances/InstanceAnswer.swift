import Foundation

/// The part of a server's description of itself that says what a post may be.
///
/// The same keys stand in `/api/v1/instance` and `/api/v2/instance`.
struct InstanceAnswer: Decodable {
  let configuration: Configuration?
  /// Where servers with a limit of their own said it before Mastodon 3.4.
  let maxTootChars: Int?

  struct Configuration: Decodable {
    let statuses: Statuses?
    let mediaAttachments: MediaAttachments?
  }

  /// Whatever stands here, a post's length can be told without it.
  struct MediaAttachments: Decodable {
    let pictures: InstancePictures?

    private enum CodingKeys: String, CodingKey {
      case imageSizeLimit
      /// Since Mastodon 4.4.
      case descriptionLimit
      case supportedMimeTypes
    }

    init(from decoder: any Decoder) {
      let values = try? decoder.container(keyedBy: CodingKeys.self)
      pictures = InstancePictures(
        imageSizeLimit: try? values?.decode(Int.self, forKey: .imageSizeLimit),
        descriptionLimit: try? values?.decode(Int.self, forKey: .descriptionLimit),
        supportedMimeTypes: try? values?.decode([String].self, forKey: .supportedMimeTypes))
    }
  }

  struct Statuses: Decodable {
    let maxCharacters: Int?
    let charactersReservedPerUrl: Int?
  }

  /// Nil for what is no such description.
  init?(_ bytes: [UInt8]) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let answer = try? decoder.decode(Self.self, from: Data(bytes)) else { return nil }
    self = answer
  }

  var saysLimit: Bool { configuration?.statuses?.maxCharacters != nil }

  /// What it leaves unsaid is as on any server.
  func limits(of instance: InstanceName, asked: String) -> InstanceLimits {
    let statuses = configuration?.statuses
    return InstanceLimits(
      instance: instance.text,
      maxCharacters: statuses?.maxCharacters ?? maxTootChars ?? InstanceLimits.usual.maxCharacters,
      charactersPerLink: statuses?.charactersReservedPerUrl
        ?? InstanceLimits.usual.charactersPerLink,
      pictures: configuration?.mediaAttachments?.pictures, asked: asked)
  }
}
