import Testing

@testable import Tidings

@Suite struct BlueskyRecordTests {
  private static let pieces = [
    "model", "Größe", "日本語の文章", "👨‍👩‍👧‍👦", "🇧🇷", "e\u{301}", "العربية", "\n\n", "#AI", "#日本語",
    "#naïve_tag",
    "https://example.org/a/long/path?with=query&more=1", "https://例え.jp/パス/とても長い道", "example.com",
    "(https://example.org/x)", "README.md", "http://localhost:8080/x", "@me.example.social", "C#",
    "https://example.org:8443/a", "https://EXAMPLE.org/", "#", "https://",
  ]

  /// Each facet's bytes are the words that it is about.
  @Test func facetsSliceTheTextToWhatTheyName() {
    var random = SeededGenerator(seed: 300)
    var facets = 0
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined(separator: Int.random(in: 0...5, using: &random) == 0 ? "" : " ")
      let record = BlueskyRecord(text, links: BlueskyText.measure(text).links)
      let bytes = Array(record.text.utf8)
      #expect(record.text.count == Network.bluesky.count(text).count)
      var end = 0
      for facet in record.facets {
        #expect(facet.start >= end && facet.end > facet.start && facet.end <= bytes.count)
        end = facet.end
        facets += 1
        let words = String(decoding: bytes[facet.start..<facet.end], as: UTF8.self)
        switch facet.feature {
        case .hashtag(let name): #expect(words == "#" + name)
        case .link(let uri):
          #expect(text.contains(uri) || text.contains(uri.dropFirst("https://".count)))
          #expect(words == BlueskyText.shortened(uri) || "https://" + words == uri)
        }
      }
    }
    #expect(facets > 3_000)
  }

  /// Nobody means these as addresses, though the app links what is pasted.
  @Test(arguments: [
    ("See README.md and main.py", []), ("See example.org and a.py", ["https://example.org"]),
    ("https://example.org/README.md", ["https://example.org/README.md"]),
  ])
  func namesOfFilesAreNoLinks(text: String, links: [String]) {
    let record = BlueskyRecord(text, links: BlueskyText.measure(text).links)
    #expect(record.facets.map(\.feature) == links.map { .link(uri: $0) })
  }

  @Test(arguments: [
    ("https://example.org/a", false), ("https://example.org/a:b", false),
    ("http://localhost:8080/x", true), ("https://example.org:8443/", true),
    ("https://example.org:443/a", false),
  ])
  func knowsWhatTheAppWarnsOf(url: String, warns: Bool) {
    let link = Count.Link(text: url, url: url, start: 0, end: url.utf8.count)
    #expect(BlueskyText.warns(of: link) == warns)
  }
}
