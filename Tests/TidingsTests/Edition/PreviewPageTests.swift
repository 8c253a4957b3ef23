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

  /// A page with one snippet of the test's own.
  static func page(of snippet: NotedSnippet, networks: [Network] = []) throws -> String {
    let edition = try Editions.composition(of: [Editions.article()]).edition
    let page = PreviewPage(
      edition: edition, html: "", text: "", findings: [],
      snippets: PreviewSnippets([snippet], of: edition, networks: networks))
    return String(decoding: page.bytes(try Templates.previewTemplate()), as: UTF8.self)
  }

  /// Nothing but the pictures of cards, which are web addresses and never told where from.
  @Test func itLoadsNothingButPictures() async throws {
    let (page, digest) = try Self.page(try await Editions.sample())
    var pictures = 0
    for tag in startTags(page) {
      let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber }
      if name == "img" {
        pictures += 1
        #expect(tag.contains("<img src=\"https://"), "\(tag)")
        #expect(tag.contains(" referrerpolicy=\"no-referrer\""), "\(tag)")
        continue
      }
      #expect(
        !["link", "img", "object", "embed", "source", "video", "audio", "base"].contains(name))
      #expect(!tag.contains(" src="), "\(tag)")
      #expect(name == "a" || !tag.contains(" href="), "\(tag)")
      #expect(!tag.contains("url("), "\(tag)")
    }
    #expect(pictures > 0)
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
      #expect(
        page.contains(
          "<b>\(snippet.count)</b> of \(snippet.limit)<span class=\"hidden\"> "
            + snippet.unit.description))
      let share = try #require(snippet.shareURL)
      #expect(page.contains("href=\"\(share.htmlEscaped)\""))
    }
  }

  /// The same value as in `snippets.json`, as a person reads it.
  @Test func whatTheAPITakesStandsThere() async throws {
    let composed = try await Editions.sample()
    let page = try Self.page(composed).page
    let shown = page.components(separatedBy: "<pre class=\"payload\" tabindex=\"0\">").dropFirst()
      .map { $0.prefix { $0 != "<" } }
    let payloads = composed.snippets.flatMap { $0.payloads ?? [$0.payload].compactMap(\.self) }
    #expect(!payloads.isEmpty)
    let read = try shown.map { text in
      let json = text.replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
      return try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
    }
    #expect(Set(read) == Set(payloads))
    #expect(read.count == payloads.count)
  }

  @Test func aSeriesHasAButtonAndACountForEachPost() throws {
    let parts = ["The first of three.", "The second https://example.org/a-very-long-way", "👩‍👩‍👧"]
    let snippet = Snippet(
      article: "a", count: Network.mastodon.count(parts[0]), parts: parts, link: nil,
      attribution: nil, hashtags: [], shareURL: nil, payloads: parts.map { ["status": .text($0)] },
      warnings: [])
    let network = Network.mastodon(limit: 500, linkLength: 40)
    let noted = Postings.none.noting(snippet, zone: .gmt)
    let page = try Self.page(of: noted, networks: [network])
    for part in parts { #expect(page.contains("<p class=\"text\">\(part)</p></li>")) }
    for (number, count) in [(1, 19), (2, 51), (3, 1)] {
      #expect(page.contains("\(number) of 3 · <span>\(count)</span>"))
    }
    #expect(page.components(separatedBy: "<pre class=\"payload\"").count == 4)
    #expect(page.components(separatedBy: "class=\"copy\"").count == 5)
    #expect(page.contains(">Copy all<span"))
  }

  /// A picture on the author's disk, and a `javascript:` address, are none to load.
  @Test func aCardShowsNoOtherAddress() throws {
    for (image, isShown) in [("https://a.example/p.png", true), ("javascript:alert(1)", false)] {
      let snippet = Snippet(
        article: "a", count: Network.x.count("Hello"), parts: ["Hello"],
        link: "https://blog.example.org/a", attribution: nil, hashtags: [], shareURL: nil,
        card: .init(title: "<b>Card</b>", description: nil, image: image), warnings: [])
      let page = try Self.page(of: Postings.none.noting(snippet, zone: .gmt))
      #expect(page.contains("<img src=") == isShown)
      #expect(!page.contains("javascript:"))
      #expect(page.contains("<p class=\"title\">&lt;b&gt;Card&lt;/b&gt;</p>"))
      #expect(page.contains("blog.example.org</p>"))
      #expect(!page.contains("class=\"description\""))
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
