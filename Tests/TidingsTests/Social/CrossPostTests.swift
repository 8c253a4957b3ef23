import Foundation
import Testing

@testable import Tidings

@Suite struct CrossPostTests {
  private static let body = MarkdownReader().document(
    """
    # Small (but able) models

    First *words*
    of it, 2 * 3.

    ```swift
    let a = "{{b}}"
    ```

    Then {{c}}.[^1]

    [^1]: A note.
    """)

  private static let markdown =
    """
    First _words_ of it, 2 \\* 3.

    ```swift
    let a = "{{b}}"
    ```

    Then &#123;{c}}.[^1]

    _Originally published on [LinkedIn](https://www.linkedin.com/pulse/small-models), \
    3 February 2025._

    [^1]: A note.

    """

  private static let article = Payloads.article(
    tags: ["AI", "Open-Source", "C++", "Größe", "ai", "日本語", "late"],
    summary: "Say \"less\": \\o/", image: "https://example.org/p.png")

  @Test func isTheArticleWithItsFrontMatter() throws {
    let snippet = try Payloads.snippet("devto", PostMatter(Self.article, body: Self.body))
    #expect(
      snippet.text
        == #"""
        ---
        title: "Small (but able) models"
        published: false
        description: "Say \"less\": \\o/"
        tags: ai, opensource, cpp, groe
        canonical_url: "https://example.org/posts/small-models?ref=a&b=1"
        cover_image: "https://example.org/p.png"
        ---


        """# + Self.markdown)
    #expect(snippet.valid)
    #expect(snippet.unit == .bytes)
    #expect(snippet.count == snippet.text.utf8.count)
    #expect(snippet.hashtags == ["ai", "opensource", "cpp", "groe"])
    #expect(snippet.attribution?.site == "LinkedIn")
    #expect(snippet.warnings.isEmpty)
    let front = FrontMatter(Array(snippet.text.utf8))
    #expect(front.fault == nil)
    #expect(front["description"] == .text("Say \"less\": \\o/"))
    #expect(front["published"] == .text("false"))
  }

  @Test func sendsADraft() throws {
    let snippet = try Payloads.snippet("devto", PostMatter(Self.article, body: Self.body))
    guard case .object(let members) = snippet.payload, case .object(let post) = members["article"]
    else {
      Issue.record("no payload")
      return
    }
    #expect(post["body_markdown"] == .text(Self.markdown))
    #expect(post["published"] == false)
    #expect(post["tags"] == ["ai", "opensource", "cpp", "groe"])
    #expect(post["canonical_url"] == "https://example.org/posts/small-models?ref=a&b=1")
    #expect(post["main_image"] == "https://example.org/p.png")
    #expect(post["title"] == "Small (but able) models")
  }

  @Test(arguments: [
    (["c++", "C#", "f#", ".NET"], ["cpp", "csharp", "fsharp", "dotnet"]),
    (["ASP.NET", "node.js", "R&D", "cpp"], ["aspnet", "nodejs", "randd", "cpp"]),
    (["c++", "cpp", "C"], ["cpp", "c"]),
  ])
  func keepsTheMeaningOfSigns(tags: [String], expected: [String]) {
    let post = CrossPost(Payloads.article(tags: tags), body: Self.body, tags: 4)
    #expect(post.tags == expected)
  }

  @Test func readsBackAsWhatItWas() throws {
    let post = CrossPost(Self.article, body: Self.body, tags: 4)
    let read = MarkdownReader().document(post.markdown)
    #expect(
      read.blocks.dropLast().map(\.plainText) == Self.body.blocks.dropFirst().map(\.plainText))
    #expect(read.footnotes == Self.body.footnotes)
  }

  @Test func saysWhatIsMissingOrCut() throws {
    let article = Payloads.article(
      title: String(repeating: "long ", count: 40), url: nil, origin: nil)
    let snippet = try Payloads.snippet("devto", PostMatter(article))
    #expect(
      snippet.warnings == [
        "the article has no address to link to", "the article has no text",
        "the title is cut: dev.to takes 128 characters",
      ])
  }

  @Test(
    arguments: [
      (Origin(site: "Medium", url: nil, date: nil, author: nil), "Originally published on Medium."),
      (
        Origin(site: "A*b", url: WebURL("https://a.example/(x)"), date: nil, author: "Bo"),
        "Originally published by Bo on [A\\*b](<https://a.example/(x)>)."
      ),
    ])
  func namesTheSource(origin: Origin, sentence: String) throws {
    let article = Article(id: "a", path: "a.md", title: "T", origin: origin, author: "Ada")
    let post = CrossPost(article, body: Document(blocks: []), tags: 4)
    #expect(post.markdown == "_\(sentence)_\n")
  }
}
