import Foundation
import Testing

@testable import Tidings

@Suite struct PreviewPageTests {
  /// The page without the digest, which a browser shows in a frame.
  static func page(_ composed: Composer.Composition) throws -> (page: String, digest: String) {
    let html = try composed.text("preview.html")
    let start = try #require(html.firstRange(of: "srcdoc=\"")).upperBound
    let end = try #require(html[start...].firstIndex(of: "\""))
    return (String(html[..<start]) + html[end...], String(html[start..<end]))
  }

  @Test func itLoadsNothing() async throws {
    let (page, digest) = try Self.page(try await Editions.sample())
    for tag in startTags(page) {
      let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber }
      #expect(
        !["link", "img", "object", "embed", "source", "video", "audio", "base"].contains(name))
      #expect(!tag.contains(" src="), "\(tag)")
      #expect(name == "a" || !tag.contains(" href="), "\(tag)")
      #expect(!tag.contains("url("), "\(tag)")
    }
    #expect(!page.contains("@import"))
    #expect(!page.contains("url("))
    #expect(page.contains("content=\"default-src 'none';"))
    let unescaped = digest.replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    for tag in startTags(unescaped) where tag.contains(" src=") {
      #expect(tag.hasPrefix("<img "), "\(tag)")
    }
  }

  @Test func theFrameShowsTheDigest() async throws {
    let composed = try await Editions.sample()
    let digest = try Self.page(composed).digest
    #expect(digest == (try composed.text("digest.html")).htmlEscaped)
  }

  @Test func everySnippetStandsThereWithItsCount() async throws {
    let composed = try await Editions.sample()
    let page = try Self.page(composed).page
    #expect(composed.snippets.count == 8)
    for snippet in composed.snippets {
      for part in snippet.parts {
        #expect(page.contains("<p class=\"text\">\(part.htmlEscaped)</p>"))
      }
      #expect(page.contains("\(snippet.count) of \(snippet.limit) \(snippet.unit.description)"))
      let share = try #require(snippet.shareURL)
      #expect(page.contains("href=\"\(share.htmlEscaped)\""))
    }
  }

  @Test func everyArticleAndFindingStandsThere() async throws {
    let composed = try await Editions.sample()
    let page = try Self.page(composed).page
    for entry in composed.edition.articles {
      #expect(page.contains(">\(entry.title.htmlEscaped)<"))
      #expect(page.contains("<td>\(entry.reason.htmlEscaped)</td>"))
    }
    let clean = try Editions.composition(of: [Editions.article()])
    #expect(try Self.page(clean).page.contains("Nothing to mend"))
    #expect(page.contains((try composed.text("digest.txt")).htmlEscaped))
    let bare = try Editions.composition(
      of: [Editions.article()], newsletter: Newsletter(name: "Notes"))
    let findings = try FrozenEditionTests.frozen(bare).preflight().findings
    let barePage = try Self.page(bare).page
    #expect(!findings.isEmpty && !barePage.contains("Nothing to mend"))
    for finding in findings {
      #expect(
        barePage.contains(
          "<b>\(finding.severity.rawValue)</b>\(finding.description.htmlEscaped)"
            + " <code>\(finding.rule.rawValue)</code></li>"))
    }
  }

  @Test func whatTheCheckLeavesOutIsNotShown() throws {
    func page(ignoring ignored: Set<Preflight.Rule>) throws -> String {
      try Self.page(
        Composer(
          newsletter: Newsletter(name: "Notes"), templates: try Templates(), formats: [],
          ignoring: ignored
        ).compose(
          id: "test", number: 1,
          outcomes: [Outcome(article: Editions.article(), reason: .picked(tags: []))],
          window: Editions.window, now: Fixtures.now)
      ).page
    }
    let all = try page(ignoring: [])
    #expect(all.contains("<code>sender</code>") && all.contains("<code>postal-address</code>"))
    let some = try page(ignoring: [.postalAddress])
    #expect(some.contains("<code>sender</code>") && !some.contains("<code>postal-address</code>"))
  }

  @Test func aLinkNeverRunsScript() throws {
    let composed = try Editions.composition(of: [Editions.article()], networks: Network.all)
    for tag in startTags(try Self.page(composed).page) where tag.hasPrefix("<a ") {
      let start = try #require(tag.firstRange(of: " href=\"")).upperBound
      #expect(tag[start...].hasPrefix("http") || tag[start...].hasPrefix("#"), "\(tag)")
    }
  }
}
