/// What is known of the pictures of an edition, by their addresses.
public struct Pictures: Sendable, Hashable {
  private let facts: [WebURL: PictureFacts]

  public static let none = Pictures([:])

  public init(_ facts: [WebURL: PictureFacts]) {
    self.facts = facts
  }

  /// Nil for a picture whose file is not at hand.
  public subscript(url: WebURL) -> PictureFacts? { facts[url] }

  /// What `src` says of a picture: `cid:` and its name when it travels with the message (RFC 2392),
  /// else its address.
  func source(of url: WebURL) -> String {
    facts[url]?.contentID.map { "cid:" + $0 } ?? url.text
  }
}
