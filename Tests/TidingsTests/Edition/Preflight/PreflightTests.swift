import Foundation
import Testing

@testable import Tidings

@Suite struct PreflightTests {
  static func rules(_ composed: Composer.Composition) throws -> [String] {
    try FrozenEditionTests.frozen(composed).preflight().findings.map {
      "\($0.severity.rawValue) \($0.rule.rawValue)"
    }
  }

  @Test func aCleanEditionHasNoFinding() async throws {
    #expect(try Self.rules(try Editions.composition(of: [Editions.article()])) == [])
    // One of the samples holds two scripts and a frame, which no mail can show; the subject is long,
    // and nothing is known of the pictures' files.
    let rules = try Self.rules(try await Editions.sample())
    #expect(
      rules == Array(repeating: "warning dropped", count: 3) + [
        "warning subject-cut", "warning picture-size",
      ])
  }

  /// A theme's fault is told once, where it can be mended.
  @Test func aThemesFaultIsOneFinding() throws {
    let folder = try TemporaryFolder()
    try folder.write("p { margin: 0 }\np.byline { display: flex }", to: "theme.css")
    let composed = try Editions.composition(
      of: [Editions.article()], templates: try Templates(folder: folder.path))
    #expect(try composed.text("digest.html").contains("display:flex"))
    let frozen = try FrozenEditionTests.frozen(composed)
    #expect(
      frozen.preflight().findings.filter { $0.message.contains("flex") }.map(\.place)
        == [folder.path + "/theme.css:2"])
    // Where themes are not looked at, it is still a fault of the message.
    #expect(
      frozen.preflight(ignoring: [.theme]).findings.filter { $0.message.contains("flex") }
        .map(\.rule) == [.clientSupport])
  }

  @Test func whatIsMissingIsFound() throws {
    let composed = try Editions.composition(
      of: [], newsletter: Newsletter(name: "Notes", subject: " "),
      unreadable: [Diagnostic(path: "bad.md", line: 3, reason: "no date", severity: .error)])
    #expect(
      try Self.rules(composed) == [
        "error articles", "error unreadable", "error sender", "error subject-empty",
        "error unsubscribe", "warning postal-address",
      ])
    let findings = try FrozenEditionTests.frozen(composed).preflight().errors
    #expect(
      findings.map(\.description) == [
        "edition: there is no article in it (widen the window or the tags)",
        "bad.md:3: an article that may belong to this edition cannot be read: no date"
          + " (mend the file, or move it out of the folder)",
        "sender: there is no sender (set newsletter.from, or give --from)",
        "subject: the subject is empty (set newsletter.subject)",
        "edition: readers have no way to unsubscribe"
          + " (set unsubscribe.url, or give --unsubscribe-url)",
      ])
  }

  @Test func eachFaultOfAnEditionIsFound() throws {
    let article = Editions.article()
    let without = Article(id: "a", path: "a.md", title: "No address", body: "Text.")
    let long = Editions.article(String(repeating: "long ", count: 40))
    let longer = Editions.article(String(repeating: "long ", count: 11))
    let wide = Editions.article(body: String(repeating: "wide ", count: 20_000))
    let mail = Newsletter(
      name: "N", from: try Mailbox(parsing: "n@x.example"), postalAddress: "Street",
      unsubscribe: Unsubscribe(url: nil, mail: "leave@x.example"))
    let folder = try TemporaryFolder()
    try folder.write(
      "<p>{{preheader}} {{subject}} {{#address}}{{.}}{{/address}}</p>", to: "digest.html")
    try folder.write(
      "{{#articles}}{{title}}\n{{url}}\n{{/articles}}{{#address}}{{.}}\n{{/address}}",
      to: "digest.txt")
    let templates = try Templates(folder: folder.path)
    for (composed, rules) in [
      (try Editions.composition(of: [article]), []),
      (try Editions.composition(of: [without]), ["warning article-url"]),
      (try Editions.composition(of: [long]), ["warning subject-long"]),
      (try Editions.composition(of: [longer]), ["warning subject-cut"]),
      (
        try Editions.composition(of: [wide], digest: DigestOptions(content: .whole)),
        ["error html-size"]
      ),
      (try Editions.composition(of: [article], newsletter: mail), ["warning one-click"]),
      (
        try Editions.composition(of: [article], templates: templates),
        ["error unsubscribe-link", "error unsubscribe-link", "warning preheader-repeated"]
      ),
    ] {
      let found = try Self.rules(composed)
      #expect(found == rules)
    }
  }

  @Test func ignoredRulesAreNotLookedAt() throws {
    let article = Article(id: "a", path: "a.md", title: "No address", body: "Text.")
    let frozen = try FrozenEditionTests.frozen(try Editions.composition(of: [article]))
    #expect(frozen.preflight().findings.map(\.rule) == [.articleURL])
    #expect(frozen.preflight(ignoring: [.articleURL]).findings == [])
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
    let found = try Self.rules(try Editions.composition(of: [article]))
    #expect(found == ["warning fields"])
    let titled = Editions.article("What {{reader.name}} means")
    #expect(try Self.rules(try Editions.composition(of: [titled])) == ["error fields"])
  }

  @Test func anAttributionThatATemplateLeavesOutIsAnError() throws {
    let origin = Origin(
      site: "The Mill Post", url: WebURL("https://mill.example.net/a"), date: nil, author: nil)
    let composed = try Editions.composition(of: [Editions.article(origin: origin)])
    #expect(composed.edition.picked.map(\.attribution) == ["Originally published on The Mill Post"])
    #expect(try Self.rules(composed) == [])
    let html = try composed.text("digest.html").replacing("The Mill Post", with: "A Mill's Post")
    let found = Preflight(
      edition: composed.edition, html: html, text: try composed.text("digest.txt"))
    #expect(found.errors.map(\.rule) == [.attribution])
    #expect(found.errors.map(\.place) == ["digest.html"])
  }

  @Test func ruleNamesAreKebabCaseAndExplained() {
    for rule in Preflight.Rule.allCases {
      #expect(!rule.rawValue.isEmpty)
      #expect(rule.rawValue.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) })
      #expect(rule.meaning.count < 90)
      #expect(rule.rawValue.hasPrefix("dns-") == rule.meaning.hasSuffix("(--dns)"))
    }
    #expect(Set(Preflight.Rule.allCases.map(\.meaning)).count == Preflight.Rule.allCases.count)
  }

  /// What comes from an article stands in a finding on one line and without control characters.
  @Test func findingsQuoteNothingHarmful() throws {
    let hostile = "Bad\u{202E}\u{1B}[2J <script>alert(1)</script> {{reader.name}}"
    let article = Editions.article(
      "One", summary: hostile, body: "[x](http://localhost/a\u{7}b) TODO")
    let composed = try Editions.composition(of: [article])
    for finding in try FrozenEditionTests.frozen(composed).preflight().findings {
      #expect(!finding.description.unicodeScalars.contains(where: CleanText.isRefused))
    }
  }
}
