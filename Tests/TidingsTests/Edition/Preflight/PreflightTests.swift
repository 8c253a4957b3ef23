import Foundation
import Testing

@testable import Tidings

@Suite struct PreflightTests {
  static func rules(_ composed: Composer.Composition) throws -> [String] {
    try FrozenEditionTests.frozen(composed).preflight.findings.map {
      "\($0.severity.rawValue) \($0.rule)"
    }
  }

  @Test func aCleanEditionHasNoFinding() async throws {
    #expect(try Self.rules(try Editions.composition(of: [Editions.article()])) == [])
    // One of the samples holds two scripts and a frame, which no mail can show.
    #expect(
      try Self.rules(try await Editions.sample()) == Array(repeating: "warning dropped", count: 3))
  }

  @Test func whatIsMissingIsFound() throws {
    let composed = try Editions.composition(
      of: [], newsletter: Newsletter(name: "Notes", subject: " "),
      unreadable: [Diagnostic(path: "bad.md", line: 3, reason: "no date", severity: .error)])
    #expect(
      try Self.rules(composed) == [
        "error subject", "error sender", "error articles", "error unsubscribe",
        "warning postal-address", "error unreadable",
      ])
    let findings = try FrozenEditionTests.frozen(composed).preflight.errors
    #expect(
      findings.map(\.description) == [
        "the subject is empty (set newsletter.subject)",
        "there is no sender (set newsletter.from, or give --from)",
        "there is no article in it (widen the window or the tags)",
        "readers have no way to unsubscribe (set unsubscribe.url, or give --unsubscribe-url)",
        "an article that may belong to this edition: bad.md:3: error: no date"
          + " (mend the file, or move it out of the folder)",
      ])
  }

  @Test func eachRule() throws {
    let article = Editions.article()
    let without = Article(id: "a", path: "a.md", title: "No address", body: "Text.")
    let long = Editions.article(String(repeating: "long ", count: 40))
    let wide = Editions.article(summary: String(repeating: "wide ", count: 20_000))
    let mail = Newsletter(
      name: "N", from: try Mailbox(parsing: "n@x.example"), postalAddress: "Street",
      unsubscribe: Unsubscribe(url: nil, mail: "leave@x.example"))
    let folder = try TemporaryFolder()
    try folder.write("<p>{{subject}}</p>", to: "digest.html")
    let templates = try Templates(folder: folder.path)
    for (composed, rules) in [
      (try Editions.composition(of: [article]), []),
      (try Editions.composition(of: [without]), ["warning article-url"]),
      (try Editions.composition(of: [long]), ["warning subject-length"]),
      (try Editions.composition(of: [wide]), ["warning size"]),
      (try Editions.composition(of: [article], newsletter: mail), ["warning one-click"]),
      (
        try Editions.composition(of: [article], templates: templates), ["error unsubscribe-link"]
      ),
    ] {
      #expect(try Self.rules(composed) == rules)
    }
  }

  @Test func aFieldInTheIntroIsAnErrorAtItsLine() throws {
    let article = try #require(
      Fixtures.article("---\ntitle: One\ndate: 2025-02-03\nurl: https://example.org/1\n---\nText.")
        .article)
    let newsletter = try Editions.newsletter(intro: "Hello.\n\nDear {{reader.name}}")
    let error = #expect(throws: ComposeError.self) {
      try Editions.composition(of: [article], newsletter: newsletter)
    }
    #expect(
      error?.description
        == "intro:3: a template field, which is not filled in here: the intro is Markdown")
  }

  @Test func anArticleAboutTemplatesOnlyWarns() throws {
    let article = Editions.article(summary: "Write {{reader.name}} for the name.")
    let warnings = Array(repeating: "warning fields", count: 3)
    #expect(try Self.rules(try Editions.composition(of: [article])) == warnings)
  }
}
