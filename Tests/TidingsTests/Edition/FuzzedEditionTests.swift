import Foundation
import Testing

@testable import Tidings

/// Editions whose titles, names and bodies are noise and attacks, read back by strict decoders.
@Suite struct FuzzedEditionTests {
  private static let names = [
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe",
    "List-Unsubscribe-Post", "Auto-Submitted", "MIME-Version", "Content-Type",
  ]

  @Test(arguments: 0..<120)
  func everyHeaderStandsOnceAndBothPartsAreWhole(seed: Int) throws {
    // What would end a header is refused by name.
    guard let (articles, composed) = try Self.edition(seed: seed) else { return }
    let opened = try Letters.opened(try composed.bytes("message.eml"))
    let fields = try Self.fields(opened.headers)
    #expect(fields.map(\.name) == Self.names)
    #expect(try MailDecoder.text(fields[3].value) == composed.edition.subject)
    #expect(fields[7].value.hasPrefix("<https://openweights.example.org/leave?reader="))
    #expect(opened.html == (try composed.text("digest.html")).replacing("\n", with: "\r\n"))
    for scalar in opened.text.unicodeScalars where scalar.properties.generalCategory == .control {
      #expect(scalar == "\r" || scalar == "\n" || scalar == "\t")
    }
    // Letters stay in their order whatever is wrapped, bracketed or reflowed.
    let received = Self.letters(
      FlowedParagraph.onTheWire(opened.text).map(\.text).joined(separator: "\n"))
    #expect(received == Self.letters(try composed.text("digest.txt")))
    for article in articles {
      #expect(received.contains(Self.letters(article.title)))
    }
  }

  /// Refusals are rare, or all of this would prove nothing.
  @Test func mostSeedsGiveAnEdition() throws {
    let seeds = 0..<40
    let composed = try seeds.filter { try Self.edition(seed: $0) != nil }
    #expect(composed.count >= seeds.count * 3 / 4)
  }

  /// What the noise of a seed composes to; nil when it is refused as what would end a header.
  private static func edition(
    seed: Int
  ) throws -> (articles: [Article], composed: Composer.Composition)? {
    var random = Hostility(seed: seed)
    let articles = (0..<3).map { number in
      Editions.article(
        random.line(), id: "article-\(number)", summary: random.chance(3) ? random.line() : nil,
        author: random.line(),
        origin: random.chance(2)
          ? Origin(
            site: random.line(), url: WebURL("https://x.example/a"), date: nil,
            author: random.line()) : nil,
        body: random.body())
    }
    do {
      return (
        articles,
        try Editions.composition(
          of: articles,
          newsletter: try Editions.newsletter(
            name: random.chance(3) ? random.line() : "Notes", subject: nil,
            intro: random.body().replacing("{{", with: "")))
      )
    } catch ComposeError.mail(.controlCharacter) {
      return nil
    }
  }

  @Test(arguments: [3, 14, 15])
  func theSameNoiseGivesTheSameBytes(seed: Int) throws {
    func message() throws -> [UInt8] {
      var random = Hostility(seed: seed)
      let article = Editions.article("Noise", author: random.line(), body: random.body())
      return try Editions.composition(of: [article]).bytes("message.eml")
    }
    #expect(try message() == message())
  }

  @Test func aWordOfTenThousandLettersIsBroken() throws {
    let word = String(repeating: "x", count: 10_000)
    let marks = "e" + String(repeating: "\u{301}", count: 10_000)
    let url = "https://x.example/" + word
    let composed = try Editions.composition(
      of: [
        Editions.article(
          word, author: marks, body: "\(word) `\(url)` \(marks)\n\n| a |\n|-|\n| \(word) |")
      ],
      newsletter: try Editions.newsletter(subject: "Long"))
    for line in try composed.text("digest.txt").split(separator: "\n") where !line.contains("://") {
      #expect(line.unicodeScalars.count <= 79)
    }
    #expect(try composed.text("digest.txt").contains("\n\(url)\n"))
    _ = try Letters.opened(try composed.bytes("message.eml"))
  }

  private static func letters(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(\.properties.isAlphabetic)))
  }

  /// Header lines unfolded, each with its name.
  private static func fields(_ lines: [String]) throws -> [(name: String, value: String)] {
    var fields: [String] = []
    for line in lines {
      if line.hasPrefix(" "), let last = fields.popLast() {
        fields.append(last + line)
      } else {
        fields.append(line)
      }
    }
    return try fields.map { field in
      let colon = try #require(field.firstRange(of: ": "))
      return (String(field[..<colon.lowerBound]), String(field[colon.upperBound...]))
    }
  }
}

/// Words that try to become something else, the same for the same seed.
private struct Hostility {
  private var random: SeededGenerator
  private var seed: Int

  init(seed: Int) {
    self.seed = seed * 1_000
    random = SeededGenerator(seed: seed)
  }

  private static let words = [
    "word", "Größe", "日本語", "مرحبا", "👩‍👩‍👧‍👦", "-->", "<!--[if mso]>", "<script>x</script>",
    "javascript:x",
    "\r\nBcc: x@x.example", "\r\n\r\n", "\u{0}", "\u{1B}[2J", "\u{85}", "\u{2028}", "\u{202E}",
    "=?utf-8?Q?x?=", "From ", ">", ">>", "-- ", " ", "  ", "{{reader.email}}", "{{{x}}}", "&amp;",
    "\u{FFF9}", "\u{FFFA}",
    "tidingsreaderfield0z", "https://x.example/a.", "(https://x.example)", "`", "*", "_",
    "[x](https://y.example)",
    "\"", "'", ".", "\t", "e\u{301}\u{302}\u{303}", "\u{200D}", "\u{1F1E6}", "\u{FE0F}", "\u{FFFD}",
  ]

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 1...one, using: &random) == 1 }

  mutating func line() -> String {
    seed += 1
    if chance(2) { return "t" + RandomText.anything(seed: seed, count: 1...40) }
    // Line ends and controls are rare, or no edition would come to be.
    let harmless = Self.words.filter { !$0.hasControlCharacters }
    let words = chance(12) ? Self.words : harmless
    let count = Int.random(in: 1...12, using: &random)
    return "t"
      + (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(
        separator: chance(2) ? " " : "")
  }

  mutating func body() -> String {
    let starts = [
      "", "", "# ", "> ", "- ", "1. ", "    ", "- [x] ", "| ", "> - ", "```\n", "> > ", "***\n",
    ]
    return (0..<Int.random(in: 1...8, using: &random)).map { _ in
      (starts.randomElement(using: &random) ?? "") + line()
    }.joined(separator: chance(3) ? "\n" : "\n\n")
  }
}
