import Crypto
public import Foundation

/// A post that went out, as the ledger knows it.
public struct Posting: Sendable, Hashable {
  /// The article's id.
  public let article: String
  public let network: String
  /// Nil when nobody said where it stands.
  public let url: WebURL?
  public let time: Date
  /// Who posted it: `hand` for a person.
  public let by: String
  /// By which a text that was posted is known again; nil when the text is not known.
  public let textHash: String?

  /// By a person, on the network's own pages.
  public static let hand = "hand"

  public init(
    article: String, network: String, url: WebURL?, time: Date, by: String = Posting.hand,
    textHash: String?
  ) {
    self.article = article
    self.network = network
    self.url = url
    self.time = time
    self.by = by
    self.textHash = textHash
  }

  /// SHA-256 in hexadecimal, over its UTF-8.
  public static func hash(of text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).hexadecimal
  }
}
