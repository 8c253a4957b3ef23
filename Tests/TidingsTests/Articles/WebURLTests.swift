import Testing

@testable import Tidings

@Suite struct WebURLTests {
  @Test(arguments: [
    "https://example.org/a?b=1&c=%20#d", "http://localhost:8080", "https://bücher.example/straße",
  ])
  func keepsWhatWasWritten(text: String) {
    #expect(WebURL(text)?.text == text)
  }

  @Test(arguments: [
    "", "example.org", "/path", "ftp://example.org", "javascript:alert(1)", "https://",
    "https://example.org/a b", "https://example.org/\r\nBcc: x", "https://example.org/<b>",
    "https://example.org/\u{202E}gpj", "https://ana:secret@example.org/",
  ])
  func refusesWhatIsNoWebAddress(text: String) {
    #expect(WebURL(text) == nil)
  }

  @Test(arguments: [
    ("/x.png", "https://example.org/x.png"), ("x.png", "https://example.org/posts/x.png"),
    ("../x", "https://example.org/x"), ("https://other.example/", "https://other.example/"),
    ("//cdn.example/x", "https://cdn.example/x"),
  ])
  func resolvesReferences(reference: String, resolved: String) {
    #expect(WebURL("https://example.org/posts/one")?.resolving(reference)?.text == resolved)
  }

  @Test func resolvesNothingUnsafe() {
    #expect(WebURL("https://example.org/")?.resolving("javascript:alert(1)") == nil)
  }

  @Test func hostDropsTheLeadingWWW() {
    #expect(WebURL("https://WWW.LinkedIn.com/posts/x")?.host == "linkedin.com")
  }
}
