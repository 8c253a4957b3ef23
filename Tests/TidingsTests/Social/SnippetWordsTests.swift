import Testing

@testable import Tidings

/// What an author gave for a post, and what a post says of its source.
@Suite struct SnippetWordsTests {
  private static let origin = Origin(
    site: "LinkedIn", url: WebURL("https://www.linkedin.com/pulse/tides"), date: nil, author: nil)

  private static func snippet(
    _ network: Network, social: [String: String] = [:], origin: Origin? = origin,
    options: SnippetOptions = SnippetOptions(), body: String = "", summary: String? = "They turn."
  ) throws -> Snippet {
    let article = Article(
      id: "tides", path: "tides.md", title: "Tides", tags: ["sea", "open-source"],
      url: WebURL("https://example.org/tides"), origin: origin, summary: summary, social: social)
    return SnippetFormat(network: network, templates: try PostTemplates(), options: options)
      .snippet(
        of: PostMatter(article, body: MarkdownReader().document(body)), composed: Fixtures.composed)
  }

  @Test(arguments: ["hackernews", "reddit"])
  func aTitleIsOneLine(id: String) throws {
    let network = try Network(id: id)
    let long = "One line\nthat goes on\n\n" + String(repeating: "and another ", count: 40)
    let snippet = try Self.snippet(network, social: ["*": long])
    #expect(snippet.valid)
    #expect(snippet.text.hasPrefix("One line that goes on\n"))
    #expect(snippet.shareURL?.contains("One%20line%20that%20goes%20on") == true)
    #expect(snippet.shareURL?.contains("%0A") == false)
    let endless = try Self.snippet(network, social: ["*": String(repeating: "word ", count: 90)])
    #expect(endless.valid && endless.count <= network.limit)
  }

  @Test func givenWordsAreNotRepeated() throws {
    let link = "https://example.org/tides"
    let words = "Read \(link) now #OpenSource"
    let snippet = try Self.snippet(.x, social: ["x": words])
    #expect(
      snippet.text
        == words + "\n\nOriginally published on LinkedIn: https://www.linkedin.com/pulse/tides")
    #expect(snippet.link == link)
    #expect(snippet.hashtags == ["OpenSource"])
    #expect(snippet.warnings.isEmpty)
    // What is cut might be the link itself: then it is laid out.
    let long = String(repeating: "word ", count: 90) + link
    #expect(try Self.snippet(.x, social: ["x": long]).text.contains("…\n\n\(link)\n"))
  }

  @Test(arguments: [
    (AttributionPolicy.always, "Originally published on Medium"), (.link, "on Medium"),
  ])
  func aSourceWithoutAnAddressIsNamed(policy: AttributionPolicy, words: String) throws {
    let origin = Origin(site: "Medium", url: nil, date: nil, author: nil)
    let snippet = try Self.snippet(
      .x, origin: origin, options: SnippetOptions(attribution: policy))
    #expect(snippet.text.contains(words))
  }

  @Test func policiesSayAsMuchAsTheyAreAskedFor() throws {
    let sentence = "Originally published on LinkedIn: https://www.linkedin.com/pulse/tides"
    func text(_ policy: AttributionPolicy, summary: String) throws -> String {
      try Self.snippet(.x, options: SnippetOptions(attribution: policy), summary: summary).text
    }
    let long = String(repeating: "On and on they turn, ", count: 30)
    #expect(try text(.always, summary: "They turn.").contains(sentence))
    #expect(try !text(.shortened, summary: "They turn.").contains("Originally"))
    #expect(try text(.shortened, summary: long).contains(sentence))
    #expect(try !text(.link, summary: long).contains("Originally"))
    #expect(try text(.link, summary: long).contains("https://www.linkedin.com/pulse/tides"))
  }

  private static let body = """
    The first paragraph speaks of a `README.md` that nobody reads, and it goes on for a while so that \
    the posts of a thread have something to hold, as any of them should.

    The second one names README.md, which a network would turn into a link, and it is long enough \
    to need a post of its own once the first paragraph has taken what there was, or so we think.
    """

  @Test func aThreadOpensAsAPostAndWarnsOfEachPart() throws {
    let snippet = try Self.snippet(
      .x, options: SnippetOptions(writesSeries: true), body: Self.body)
    #expect(snippet.parts.count > 1)
    #expect(snippet.parts[0].hasPrefix("Tides\n\nThey turn.\n\nThe first paragraph"))
    #expect(snippet.parts[0].contains(" (1/\(snippet.parts.count))\n\nhttps://example.org/tides\n"))
    #expect(snippet.parts.dropFirst().allSatisfy { !$0.contains("example.org/tides") })
    #expect(snippet.parts.allSatisfy { Network.x.count($0).valid })
    #expect(snippet.payloads?.count == snippet.parts.count)
    #expect(snippet.count == snippet.parts.map { Network.x.count($0).count }.max())
    #expect(snippet.warnings.contains { $0.hasPrefix("post 2: X turns 'README.md'") })
    // What one post holds is no thread.
    let short = try Self.snippet(
      .x, options: SnippetOptions(writesSeries: true), body: "A few words.")
    #expect(short.parts.count == 1 && short.payloads == nil)
    // Without the wish for one there is no thread, and on LinkedIn there is none.
    #expect(try Self.snippet(.x, body: Self.body).payloads == nil)
    let onLinkedIn = try Self.snippet(
      .linkedIn, options: SnippetOptions(writesSeries: true), body: Self.body)
    #expect(onLinkedIn.parts.count == 1)
  }

  @Test func authorsMarksPartAThread() throws {
    let snippet = try Self.snippet(
      .bluesky, social: ["bluesky": "First.\n\n<!-- thread -->\nSecond, as I want it.\n\nThird."],
      options: SnippetOptions(writesSeries: true))
    #expect(snippet.parts.count == 2)
    #expect(snippet.parts[0].hasPrefix("First. (1/2)\n\nhttps://example.org/tides"))
    #expect(snippet.parts[1] == "Second, as I want it.\n\nThird. (2/2)")
  }

  @Test func saysWhenNoThreadIsPossible() throws {
    let endless = Array(repeating: Self.body, count: 40).joined(separator: "\n\n")
    let snippet = try Self.snippet(
      .x, options: SnippetOptions(writesSeries: true), body: endless)
    #expect(snippet.parts.count == 1 && snippet.valid)
    #expect(snippet.warnings.contains { $0.hasPrefix("no thread: ") })
  }
}
