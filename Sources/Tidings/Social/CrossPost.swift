import Foundation

/// An article as it goes to dev.to: all of it, with the address that stays its own.
struct CrossPost {
  let title: String
  let description: String
  let tags: [String]
  let canonical: WebURL?
  let cover: WebURL?
  /// The body, and last where the article first appeared.
  let markdown: String
  private let isTitleCut: Bool

  /// In characters, by what dev.to says when it refuses a title.
  static let longestTitle = 128
  /// In characters, of a tag.
  private static let longestTag = 30

  /// `tags` is how many it may have.
  init(_ article: Article, body: Document, tags limit: Int) {
    let title = article.title.oneLine
    self.title = title.prefixAtWord(Self.longestTitle)
    isTitleCut = self.title != title
    description = (article.summary ?? "").oneLine
    tags = Self.tags(article.tags, limit: limit)
    canonical = article.link
    cover = article.image
    let body = body.below(title: article.title, picture: article.image)
    let source = Attribution(article).map { [Block.paragraph([.emphasis($0.inlines)])] } ?? []
    markdown = MarkdownFormat(softBreak: " ").markdown(
      Document(blocks: body.blocks + source, footnotes: body.footnotes))
  }

  /// To paste into dev.to's editor: front matter, then the Markdown.
  var text: String {
    let lines = [
      "title: " + Self.quoted(title), "published: false",
      description.isEmpty ? nil : "description: " + Self.quoted(description),
      tags.isEmpty ? nil : "tags: " + tags.joined(separator: ", "),
      canonical.map { "canonical_url: " + Self.quoted($0.text) },
      cover.map { "cover_image: " + Self.quoted($0.text) },
    ]
    return "---\n" + lines.compactMap { $0 }.joined(separator: "\n") + "\n---\n\n" + markdown
  }

  /// The body of `POST /api/articles`: a draft, for a person to look at and publish.
  var payload: JSONValue {
    [
      "article": .object(present: [
        "title": .text(title), "body_markdown": .text(markdown), "published": false,
        "canonical_url": .text(canonical?.text),
        "description": description.isEmpty ? nil : .text(description),
        "tags": tags.isEmpty ? nil : .list(tags.map(JSONValue.text)),
        "main_image": .text(cover?.text),
      ])
    ]
  }

  var warnings: [String] {
    var warnings: [String] = []
    if canonical == nil { warnings.append("the article has no address to link to") }
    if markdown.isEmpty { warnings.append("the article has no text") }
    if isTitleCut {
      warnings.append("the title is cut: dev.to takes \(Self.longestTitle) characters")
    }
    return warnings
  }

  /// Lower-case letters and digits of ASCII, which is all that dev.to's tags are sure to hold.
  private static func tags(_ tags: [String], limit: Int) -> [String] {
    var seen: Set<String> = []
    let tags = tags.map { tag in
      String(
        String.UnicodeScalarView(
          (Hashtags.spelled(tag) ?? tag).lowercased().decomposedStringWithCanonicalMapping
            .unicodeScalars
            .filter(\.isASCIILetterOrDigit)))
    }
    return Array(
      tags.filter { !$0.isEmpty && $0.utf8.count <= longestTag && seen.insert($0).inserted }
        .prefix(limit))
  }

  /// YAML 1.2 7.3.1: double quotes, whatever the text would mean without them.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension Attribution {
  /// The sentence, the site's name its link.
  var inlines: [Inline] {
    let start = "Originally published " + (author.map { "by \($0) " } ?? "") + "on "
    let end = (date.map { ", " + EnglishDate.day($0) } ?? "") + "."
    let place = url.map { Inline.link(.web($0), [.text(site)]) } ?? .text(site)
    return [.text(start), place, .text(end)].merged
  }
}

extension SnippetFormat {
  /// The article itself, for a network that takes the whole of it.
  func crossPost(of matter: PostMatter, composed: Moment) -> Snippet {
    let article = matter.article
    let post = CrossPost(article, body: matter.body, tags: network.style.hashtags)
    let text = post.text
    let count = network.count(text)
    return Snippet(
      article: article.id, count: count, parts: [text], link: article.link?.text,
      attribution: Attribution(article).map(Snippet.Source.init), hashtags: post.tags,
      shareURL: nil, payloads: [post.payload], warnings: count.warnings + post.warnings)
  }
}
