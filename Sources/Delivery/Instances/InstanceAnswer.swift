import Foundation

/// The part of a server's description of itself that says how long a post may be.
///
/// The same keys stand in `/api/v1/instance` and `/api/v2/instance`.
struct InstanceAnswer: Decodable {
  let configuration: Configuration?
  /// Where servers with a limit of their own said it before Mastodon 3.4.
  let maxTootChars: Int?

  struct Configuration: Decodable {
    let statuses: Statuses?
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
      asked: asked)
  }
}
