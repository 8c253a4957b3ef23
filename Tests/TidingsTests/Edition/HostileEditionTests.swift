import Foundation
import Testing

@testable import Tidings

/// Articles whose words try to become markup, a header or a field.
@Suite struct HostileEditionTests {
  static let words = [
    "<script>alert(1)</script>", "--><!--[if mso]><td>", "{{reader.email}}",
    "\"' onclick='x\" y=\"",
    "</title></style></textarea><b>", "a\"\u{301} onclick=x", "\u{600}<b id=x>",
    "&quot;&#39;<![CDATA[",
    "tidingsreaderfield0z", "]]></iframe>",
  ]

  static func compose(_ words: String) throws -> Composer.Composition {
    let url = WebURL("https://x.example/?a='&b=1")
    return try Editions.composition(
      of: [
        Editions.article(
          words, summary: words, author: words,
          origin: Origin(site: words, url: url, date: nil, author: words), image: url),
        Editions.article("Second \(words)", id: "second", body: "> `\(words)`"),
      ],
      newsletter: try Editions.newsletter(
        name: words, preheader: "Before: \(words)",
        intro: words.contains("{{") ? "Hello" : "Hello `\(words)`"),
      networks: [.x])
  }

  @Test(arguments: words)
  func thePagesKeepTheirShape(words: String) throws {
    let composed = try Self.compose(words)
    // Braces are a finding, whatever field they name.
    let harmless = try Self.compose(words.contains("{{") ? "{{reader.name}}" : "harmless")
    #expect(
      tagShapes(try composed.text("digest.html")) == tagShapes(try harmless.text("digest.html")))
    let preview = tagShapes(try composed.text("preview.html"))
    // Findings and warnings may differ in number, so their list is let go of.
    func isOutsideLists(_ shape: String) -> Bool {
      let name = shape.trimmingPrefix("/")
      return !["li", "ul", "b", "code"].contains { name.hasPrefix($0) }
    }
    #expect(
      preview.filter(isOutsideLists)
        == tagShapes(try harmless.text("preview.html")).filter(isOutsideLists))
    #expect(try composed.text("digest.html").contains(words.htmlEscaped))
    #expect(try composed.text("preview.html").contains(words.htmlEscaped))
    let fields = composed.edition.files.compactMap(\.fields).flatMap { $0 }
    #expect(fields.map(\.name) == ["unsubscribe", "unsubscribe"])
  }

  @Test(arguments: ["a\r\nBcc: x@x.example", "a\nb", "a\u{0}b", "a\u{85}b", "a\u{2028}b"])
  func aTitleNeverEndsAHeader(title: String) throws {
    do {
      let composed = try Editions.composition(of: [Editions.article(title)])
      let message = try composed.text("message.eml")
      let end = try #require(message.firstRange(of: "\r\n\r\n"))
      let names = message[..<end.lowerBound].split(separator: "\r\n")
        .filter { $0.first?.isWhitespace == false }.compactMap { $0.split(separator: ":").first }
      #expect(
        names == [
          "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe",
          "List-Unsubscribe-Post", "Auto-Submitted", "MIME-Version", "Content-Type",
        ])
    } catch ComposeError.mail(.controlCharacter(let place, _)) {
      #expect(place == "Subject")
    }
  }

  @Test func aTitlesEndlessWordIsCutInBothFormatsAndNamed() throws {
    let word = String(repeating: "é", count: 3_000)
    let composed = try Editions.composition(of: [Editions.article("A \(word) b", author: "Ann")])
    let cut = "A " + word.prefix(200) + "… b"
    #expect(try composed.text("digest.html").contains(">\(cut)</a></h2>"))
    let text = try composed.text("digest.txt")
    #expect(text.filter { !$0.isWhitespace }.contains(cut.filter { !$0.isWhitespace }))
    #expect(!text.contains("-é") && text.split(separator: "\n").allSatisfy { $0.count <= 78 })
    #expect(composed.edition.dropped.count == 1)
    #expect(composed.edition.dropped[0].hasSuffix(": the title's letters after 200 in a word"))
  }

  @Test func aSenderNameWithALineEndIsRefused() throws {
    let newsletter = Newsletter(name: "a\r\nBcc: x@x.example")
    #expect(throws: ComposeError.self) {
      try Editions.composition(of: [Editions.article()], newsletter: newsletter)
    }
  }
}
