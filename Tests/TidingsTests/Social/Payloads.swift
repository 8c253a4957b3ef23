import Foundation
import Testing

@testable import Tidings

/// An article full of signs that APIs give a meaning, and what becomes of it.
enum Payloads {
  static let origin = Origin(
    site: "LinkedIn", url: WebURL("https://www.linkedin.com/pulse/small-models"),
    date: Moment(instant: Date(timeIntervalSince1970: 1_738_540_800), offset: 0, hasTime: false),
    author: nil)

  static func article(
    title: String = "Small (but able) models",
    tags: [String] = ["ai", "open-source", "LLM", "python", "gpu", "cloud"],
    url: String? = "https://example.org/posts/small-models?ref=a&b=1", origin: Origin? = origin,
    summary: String? = "A model of 3 billion weights beats one of 70 *if* its data is clean.",
    image: String? = nil, alt: String? = nil
  ) -> Article {
    Article(
      id: "small", path: "small.md", title: title, tags: tags, url: url.flatMap { WebURL($0) },
      origin: origin, summary: summary, image: image.flatMap { WebURL($0) }, imageAlt: alt,
      language: "pt-BR")
  }

  static func snippet(
    _ network: String, _ matter: PostMatter, account: String? = nil, attaches: Bool = false
  ) throws -> Snippet {
    SnippetFormat(
      network: try Network(id: network), templates: try PostTemplates(),
      options: SnippetOptions(account: account, attachesPicture: attaches)
    ).snippet(of: matter, composed: Fixtures.composed)
  }

  static func json(_ text: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }
}
