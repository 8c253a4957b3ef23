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
  /// By which a text that was posted is known again, in each form in which it may have been: hashes
  /// with spaces between them; nil when the text is not known.
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

  /// What `textHash` holds of posts that say one thing, such as a series and the single post that
  /// stands for it; nil for none.
  public static func hash(of forms: [Snippet]) -> String? {
    let hashes = forms.flatMap(\.postedTexts).unique.map { hash(of: $0) }
    return hashes.isEmpty ? nil : hashes.joined(separator: " ")
  }

  /// Whether what was posted is `snippet`, whole or by its first part.
  func isOf(_ snippet: Snippet) -> Bool {
    guard let textHash else { return false }
    let known = textHash.split(separator: " ")
    return snippet.postedTexts.contains { text in
      let hash = Self.hash(of: text)
      return known.contains { $0 == hash }
    }
  }

  /// SHA-256 in hexadecimal, over its UTF-8.
  public static func hash(of text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).hexadecimal
  }
}

extension Snippet {
  /// The whole, and of a series the post that it begins with.
  fileprivate var postedTexts: [String] { parts.count > 1 ? [text] + parts.prefix(1) : [text] }
}
