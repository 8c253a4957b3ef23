@testable public import Tidings

extension ArticleBody: ExpressibleByStringLiteral {
  /// Markdown at hand, as most tests have it.
  public init(stringLiteral text: String) { self = .markdown(text) }

  /// The text of a body at hand; nil for one that lies in a file.
  var string: String? {
    switch self {
    case .markdown(let text), .html(let text): text
    case .file: nil
    }
  }
}
