@testable import Tidings

/// What an article's text becomes, and what it lost.
enum Bodies {
  static let address = "https://example.org/posts/one/"

  static func read(
    _ markdown: String, base: String? = address
  ) -> (tree: String, dropped: [String]) {
    guard let read = try? ArticleBody.markdown(markdown).read(base: base.flatMap { WebURL($0) })
    else { return ("unreadable", []) }
    return (sketch(read.document), read.dropped)
  }

  static func document(_ markdown: String) -> Document {
    (try? ArticleBody.markdown(markdown).read(base: WebURL(address)).document)
      ?? Document(blocks: [])
  }
}
