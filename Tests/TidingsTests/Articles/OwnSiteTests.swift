import Testing

@testable import Tidings

/// What a key or a sentence says of the newsletter's own site is no foreign origin.
@Suite struct OwnSiteTests {
  private let trailer = "Words.\n\n*Originally published on [DEV](https://dev.to/a/x).*\n"

  private func read(_ lines: String, body: String) -> (Article?, [Diagnostic]) {
    let reading = Fixtures.article(
      "---\ntitle: A day\n\(lines)---\n\(body)", baseURL: "https://harbour.example.org")
    return (reading.article, reading.diagnostics)
  }

  @Test func aCanonicalAddressOfTheOwnSiteGoesBeforeTheText() {
    let (article, diagnostics) = read(
      "canonical_url: https://www.harbour.example.org/a/\n", body: trailer)
    #expect(article?.origin == nil)
    #expect(article?.url?.text == "https://www.harbour.example.org/a/")
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.first?.reason.contains("says that this is the original") == true)
  }

  /// Without a base URL, too, an article is no copy of itself.
  @Test func aCanonicalAddressThatIsTheArticlesOwnIsNoOrigin() {
    let lines = "url: https://blog.example.org/a\ncanonical_url: https://blog.example.org/a/\n"
    let reading = Fixtures.article("---\ntitle: A day\n\(lines)---\nWords.", baseURL: nil)
    #expect(reading.article?.origin == nil)
    #expect(reading.article?.url?.text == "https://blog.example.org/a")
  }

  @Test func aSentenceThatNamesTheOwnSiteIsNone() {
    let (article, diagnostics) = read(
      "", body: "Words.\n\n*Originally published on [our site](https://harbour.example.org/b).*\n")
    #expect(article?.origin == nil)
    #expect(diagnostics == [])
  }

  @Test(arguments: [
    "https://dev.to/a/x", "http://www.dev.to/a/x/", "https://dev.to/a/x?utm_source=feed#top",
  ])
  func spellingsOfOneAddressDoNotDisagree(canonical: String) {
    let (article, diagnostics) = read("canonical_url: \(canonical)\n", body: trailer)
    #expect(article?.origin?.url?.text == canonical)
    #expect(diagnostics == [])
  }

  @Test(arguments: [
    ("{{ page.url }}", ["a template that nothing has filled in"]), ("/a/", []),
    ("nonsense", ["expected a web address"]),
  ])
  func whatIsNoAddressIsTold(canonical: String, reasons: [String]) {
    let (article, diagnostics) = read("canonical_url: \"\(canonical)\"\n", body: "Words.")
    #expect(article?.origin == nil)
    #expect(diagnostics.count == reasons.count)
    for (diagnostic, reason) in zip(diagnostics, reasons) {
      #expect(diagnostic.reason.contains(reason))
    }
  }
}
