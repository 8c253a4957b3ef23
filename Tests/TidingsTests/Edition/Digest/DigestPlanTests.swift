import Testing

@testable import Tidings

@Suite struct DigestPlanTests {
  private func stories(
    _ articles: [(id: String, tags: [String])], options: DigestOptions = DigestOptions(),
    links: Set<String> = []
  ) throws -> [Story] {
    try articles.map { article in
      try Story(
        Article(
          id: article.id, path: article.id + ".md", title: article.id, tags: article.tags,
          digest: links.contains(article.id) ? .link : nil, body: "Text."),
        options: options)
    }
  }

  /// `Title: a b` for each section, `also: c` behind them.
  private func sketch(_ plan: DigestPlan) -> String {
    let sections = plan.sections.map { section in
      (section.title.map { "\($0): " } ?? "")
        + section.stories.map(\.article.id)
        .joined(separator: " ")
    }
    let also =
      plan.also.isEmpty ? [] : ["also: " + plan.also.map(\.article.id).joined(separator: " ")]
    return (sections + also).joined(separator: " | ")
  }

  private static let articles: [(id: String, tags: [String])] = [
    ("a", ["boats"]), ("b", ["Open Source", "boats"]), ("c", []), ("d", ["oss"]), ("e", ["gulls"]),
  ]

  @Test(
    arguments: [
      ([], nil, [], "a b c d e"),
      (
        [("Code", ["open-source"]), ("Harbour", ["boats"])], nil, [],
        "Code: b d | Harbour: a | Others: c e"
      ),
      (
        [("Harbour", ["boats"]), ("Code", ["open-source"])], nil, [],
        "Harbour: a b | Code: d | Others: c e"
      ),
      (
        [("Harbour", ["#Boats", "GULLS"]), ("Nothing", ["whales"])], nil, [],
        "Harbour: a b e | Others: c d"
      ),
      ([("Nothing", ["whales"])], nil, [], "a b c d e"),
      ([("Harbour", ["boats"])], 2, [], "Harbour: a b | also: c d e"),
      ([], 0, [], "also: a b c d e"),
      ([], 9, [], "a b c d e"),
      ([], 2, ["a", "d"], "b c | also: a d e"),
      ([("Harbour", ["boats"])], nil, ["a", "b", "c", "d", "e"], "also: a b c d e"),
    ] as [([(String, [String])], Int?, Set<String>, String)])
  func arranges(
    sections: [(String, [String])], limit: Int?, links: Set<String>, order: String
  ) throws {
    let options = DigestOptions(
      sections: sections.map { .init(title: $0.0, tags: $0.1) },
      tagRules: try TagRules(synonyms: ["open-source": ["oss"]]))
    let plan = DigestPlan(
      try stories(Self.articles, links: links), options: options, limit: limit,
      otherTitle: "Others")
    #expect(sketch(plan) == order)
    #expect(plan.sections.allSatisfy { !$0.stories.isEmpty })
    #expect(Set(plan.stories.map(\.article.id)) == ["a", "b", "c", "d", "e"])
  }
}
