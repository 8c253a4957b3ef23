/// How much of an article an edition shows.
public enum DigestContent: Sendable, Hashable {
  /// Its own summary, else an excerpt.
  case summary
  /// Up to the author's mark, else about so many words; nil takes as many as the edition's rule.
  case excerpt(words: Int?)
  /// The whole body.
  case whole
  /// No more than a link, behind the articles.
  case link
}

extension DigestContent {
  public static let names = ["summary", "excerpt", "whole", "link"]

  static let mostWords = 1_000_000

  /// One of `names`.
  public init?(name: String) {
    switch name.lowercased() {
    case "summary": self = .summary
    case "excerpt": self = .excerpt(words: nil)
    case "whole": self = .whole
    case "link": self = .link
    default: return nil
    }
  }

  /// The same without the number of words.
  public var name: String {
    switch self {
    case .summary: "summary"
    case .excerpt: "excerpt"
    case .whole: "whole"
    case .link: "link"
    }
  }
}
