import Testing

@testable import Tidings

/// The words that an author wrote for posts.
@Suite struct ArticleSocialTests {
  @Test(
    arguments: [
      ("social: One for all", ["*": "One for all"]),
      ("social: {x: Short, Bluesky: 'Long: er'}", ["x": "Short", "bluesky": "Long: er"]),
      ("social:\n  x: |\n    One\n\n    two\n  '*': Rest", ["x": "One\n\ntwo", "*": "Rest"]),
      ("params:\n  social:\n    x: Below", ["x": "Below"]),
      ("social: {x: \"a\\u0007b\\u202E\\tc \\n d\"}", ["x": "ab c\nd"]),
      ("social: {x: '', mastodon: ~}", [:]), ("social:", [:]), ("other: 1", [:]),
    ] as [(String, [String: String])])
  func wordsForPosts(front: String, social: [String: String]) {
    let read = Fixtures.article("---\ntitle: A\ndate: 2025-02-03\n\(front)\n---\nText.")
    #expect(read.article?.social == social)
    #expect(read.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("social: [a, b]", "'social' is a list, expected the text of a post; it is passed over"),
    ("social: 12", "'social' is '12', expected the text of a post; it is passed over"),
    ("social: true", "'social' is 'true', expected the text of a post; it is passed over"),
    ("social: {x: [a]}", "'social.x' is a list, expected the text of a post; it is passed over"),
    ("social: {x: {a: b}}", "'social.x' is a map, expected the text of a post; it is passed over"),
  ])
  func wordsForPostsOfAnotherShape(front: String, reason: String) {
    let read = Fixtures.article("---\ntitle: A\ndate: 2025-02-03\n\(front)\n---\nText.")
    #expect(read.article?.social == [:])
    #expect(read.diagnostics.map(\.reason) == [reason])
    #expect(read.diagnostics.map(\.severity) == [.warning])
    #expect(read.diagnostics.map(\.line) == [4])
  }

  @Test func wordsForPostsOfNoNetwork() {
    let read = Fixtures.article(
      "---\ntitle: A\ndate: 2025-02-03\nsocial: {blusky: a, x: b}\n---\nText.")
    #expect(read.article?.social == ["x": "b"])
    #expect(
      read.diagnostics.first?.reason.hasPrefix(
        "'social' has words for an unknown network 'blusky', did you mean 'bluesky'?") == true)
    #expect(read.diagnostics.first?.reason.hasSuffix(", devto, or '*' for every other") == true)
  }

  @Test func wordsForEveryNetworkAreUnderAStar() {
    let read = Fixtures.article(
      "---\ntitle: A\ndate: 2025-02-03\nsocial: {All: a, x: b}\n---\nText.")
    #expect(read.article?.social == ["x": "b"])
    #expect(
      read.diagnostics.map(\.reason) == [
        "'social' has words for an unknown network 'all',"
          + " write '*' for every network without words of its own"
      ])
  }

  @Test func wordsForPostsAreBounded() {
    let words = String(repeating: "ab ", count: 10_000)
    let read = Fixtures.article("---\ntitle: A\ndate: 2025-02-03\nsocial: \(words)\n---\nText.")
    #expect(read.article?.social["*"]?.count == 20_000)
    #expect(
      read.diagnostics.map(\.reason) == [
        "'social' is longer than 20000 characters; the rest is left out"
      ])
  }
}
