import Foundation
import Testing

@testable import Tidings

/// Marks are appended, and nothing else of an address changes.
@Suite struct CampaignTests {
  private static func marks(
    _ values: [String: String] = ["source": "letter", "medium": "email"],
    hosts: Set<String> = ["tides.example.org"], leave: String? = nil
  ) throws -> CampaignMarks {
    try Campaign(values: values, hosts: hosts).marks(
      id: "2025-03-01", number: 7, day: "2025-03-01",
      leave: leave.map { Unsubscribe(url: $0, mail: nil) })
  }

  private static let added = "utm_source=letter&utm_medium=email"

  @Test(arguments: [
    ("https://a.example", "https://a.example?\(added)"),
    ("https://a.example/", "https://a.example/?\(added)"),
    ("https://a.example/p?", "https://a.example/p?\(added)"),
    ("https://a.example/p?b=2&a=1", "https://a.example/p?b=2&a=1&\(added)"),
    ("https://a.example/p?b=2&", "https://a.example/p?b=2&\(added)"),
    ("https://a.example/p#end", "https://a.example/p?\(added)#end"),
    ("https://a.example/p#end?x=1", "https://a.example/p?\(added)#end?x=1"),
    (
      "https://a.example/p?q=%C3%A9+b%26#s:~:text=x",
      "https://a.example/p?q=%C3%A9+b%26&\(added)#s:~:text=x"
    ),
    ("https://a.example/é?q=ü", "https://a.example/é?q=ü&\(added)"),
    ("https://a.example/p?utm_source=x", "https://a.example/p?utm_source=x&utm_medium=email"),
    (
      "https://a.example/p?UTM_Source=x&utm%5Fmedium=y",
      "https://a.example/p?UTM_Source=x&utm%5Fmedium=y"
    ),
    ("https://a.example/p?my_utm_source=x", "https://a.example/p?my_utm_source=x&\(added)"),
    ("https://a.example/p?utm_source", "https://a.example/p?utm_source&utm_medium=email"),
    ("https://a.example/p#utm_source=x", "https://a.example/p?\(added)#utm_source=x"),
    ("https://a.example/p??a", "https://a.example/p??a&\(added)"),
  ])
  func appends(address: String, marked: String) throws {
    let url = try #require(WebURL(address))
    let found = try Self.marks().marked(url)
    #expect(found.text == marked)
    #expect(WebURL(found.text) == found)
    #expect(try Self.marks().marked(found) == found)
  }

  /// Whatever an address holds, its own bytes stay, in their order.
  @Test func anyAddressKeepsItsBytes() throws {
    let marks = try Self.marks(["source": "a b&c=d", "campaign": "n{{edition.number}}"])
    let signs = [
      "a", "Z", "7", "%C3%A9", "%26", "+", "&", "=", "?", "/", ";", ",", ":", "@", "é", "日", "~",
      "utm_source=x", "utm_campaign", "&&", "'", "(", "*", "!", "$",
    ]
    for seed in 0..<2_000 {
      var random = SeededGenerator(seed: seed)
      func part() -> String {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          signs[Int.random(in: 0..<signs.count, using: &random)]
        }.joined()
      }
      var address = "https://a.example/" + part().replacing("?", with: "")
      if Bool.random(using: &random) { address += "?" + part() }
      if Bool.random(using: &random) { address += "#" + part() }
      guard let url = WebURL(address) else { continue }
      let marked = marks.marked(url).text
      let place = address.firstIndex(of: "#") ?? address.endIndex
      #expect(
        marked.hasPrefix(address[..<place]) && marked.hasSuffix(address[place...]), "\(address)")
      let inserted = marked.dropFirst(address[..<place].count).dropLast(address[place...].count)
      #expect(
        [
          "", "utm_source=a%20b%26c%3Dd&utm_campaign=n7", "utm_source=a%20b%26c%3Dd",
          "utm_campaign=n7",
        ].contains(inserted.drop { "?&".contains($0) }), "\(address)")
      #expect(WebURL(marked) != nil)
    }
  }

  @Test func valuesAreTemplatesOfTheEdition() throws {
    let url = try #require(WebURL("https://a.example/"))
    let marks = try Self.marks([
      "content": "{{edition.date}}", "source": "", "term": "{{edition.id}} é\n",
      "campaign": "letter-{{edition.number}}",
    ])
    #expect(
      marks.marked(url).text
        == "https://a.example/?utm_campaign=letter-7&utm_term=2025-03-01%20%C3%A9&utm_content=2025-03-01"
    )
  }

  @Test(arguments: [
    (
      "source", "{{edition.nmuber}}",
      "utm.source:1: unknown field 'edition.nmuber', did you mean 'number'?"
    ),
    (
      "term", "{{reader.name}}",
      "utm.term:1: unknown field 'reader.name', expected edition.date, edition.id, edition.number"
    ),
    ("medium", "{{#edition}}", "utm.medium:1: the section 'edition' is never closed"),
  ])
  func valuesThatCannotBe(name: String, value: String, reason: String) {
    let error = #expect(throws: TemplateError.self) {
      try Campaign(values: [name: value], hosts: [])
    }
    #expect(error?.description == reason)
  }

  @Test(arguments: [
    ("[here](https://tides.example.org/a)", true),
    ("[here](http://www.Tides.example.org/a#b)", true),
    ("*[here](https://tides.example.org/a)*", true),
    ("| a |\n| - |\n| [here](https://tides.example.org/a) |", true),
    ("[here](https://other.example.org/a)", false),
    ("[here](https://x.tides.example.org/a)", false),
    ("<https://tides.example.org/a>", false),
    ("[tides.example.org/a](https://tides.example.org/a)", false),
    ("[https://tides.example.org/b](https://tides.example.org/a)", false),
    ("[leave](https://tides.example.org/leave?reader=x)", false),
    ("<mail@tides.example.org>", false),
  ])
  func marksLinksToTheOwnSite(markdown: String, isMarked: Bool) throws {
    let marks = try Self.marks(leave: "https://tides.example.org/leave?reader={email}")
    let document = MarkdownReader().document(markdown)
    let marked = marks.marked(document)
    #expect(marked.webLinks.contains { $0.url.text.contains("utm_") } == isMarked)
    #expect((marked == document) == !isMarked)
  }

  /// Only the address to unsubscribe at is left alone, not all that begin like it.
  @Test(arguments: [
    ("https://tides.example.org/leave", "https://tides.example.org/leave", false),
    ("https://tides.example.org/leave", "https://tides.example.org/leaves-of-autumn", true),
    ("https://tides.example.org/?leave={email}", "https://tides.example.org/?leave=x", false),
    ("https://tides.example.org/?leave={email}", "https://tides.example.org/a", true),
  ])
  func leavesTheLinkToUnsubscribe(leave: String, link: String, isMarked: Bool) throws {
    let marked = try Self.marks(leave: leave).marked(MarkdownReader().document("[here](\(link))"))
    #expect(marked.webLinks.contains { $0.url.text.contains("utm_") } == isMarked)
  }

  /// Off by default; on, the same addresses stand in both parts, and no other one is touched.
  @Test func marksTheAddressesOfAnEdition() throws {
    let origin = Origin(
      site: "Elsewhere", url: WebURL("https://elsewhere.example.org/a"), date: nil, author: nil)
    let articles = [
      Editions.article(
        "One", id: "one", origin: origin, body: "[more](https://openweights.example.org/two)."),
      Editions.article("Two", id: "two"),
      Article(id: "three", path: "three.md", title: "Three", origin: origin, body: "Text."),
    ]
    let plain = try Editions.composition(of: articles)
    #expect(try !plain.text("digest.html").contains("utm_"))
    let options = DigestOptions(
      contents: .yes, articles: 1,
      campaign: try Campaign(
        values: ["source": "letter"], hosts: ["openweights.example.org"]))
    let composed = try Editions.composition(of: articles, digest: options)
    for name in ["digest.html", "digest.txt"] {
      let text = try composed.text(name)
      #expect(text.contains("https://openweights.example.org/one?utm_source=letter"), "\(name)")
      #expect(text.contains("https://openweights.example.org/two?utm_source=letter"), "\(name)")
      #expect(text.contains("https://elsewhere.example.org/a"), "\(name)")
      #expect(!text.contains("https://elsewhere.example.org/a?"), "\(name)")
      #expect(!text.contains("leave?reader=reader%40example.net&"), "\(name)")
    }
    #expect(composed.edition.picked.map(\.url) == plain.edition.picked.map(\.url))
  }
}
