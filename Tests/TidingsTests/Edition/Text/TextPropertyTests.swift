import Testing

@testable import Tidings

@Suite struct TextPropertyTests {
  @Test(arguments: 0..<400)
  func anyDocumentIsSetCleanly(seed: Int) {
    var random = RandomDocument(seed: seed)
    let document = random.document()
    let flowed = TextFormatTests.flowed(document)
    let text = FlowedText.unflowed(flowed)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, flowed) in zip(
      lines, flowed.split(separator: "\n", omittingEmptySubsequences: false))
    {
      #expect(flowed == line || flowed == line + " ", "white space ends \(flowed.debugDescription)")
      #expect(line.last?.isWhitespace != true, "white space ends \(line.debugDescription)")
      #expect(line.unicodeScalars.count <= 78 || line.contains("https://"))
      guard DisplayWidth.columns(line) > 72 else { continue }
      let isAddress = line.hasPrefix("[") && line.contains("] http")
      // One word that is too long may pass the edge, behind the marks of what holds it.
      let words = line.split(separator: " ").filter { $0.contains { $0.isLetter } }
      #expect(
        isAddress || words.count == 1 && line.contains(RandomDocument.unbreakable),
        "too long: \(line.debugDescription)")
    }
    #expect(text.isEmpty || lines.first?.isEmpty == false)
    #expect(text.isEmpty || lines.last?.isEmpty == false)
    for (index, url) in document.addresses.enumerated() {
      let own = lines.filter { $0.hasPrefix("[\(index + 1)] https://") }
      #expect(own == ["[\(index + 1)] \(url)"])
    }
  }
}

extension TextPropertyTests {
  @Test(arguments: 0..<300)
  func whatFlowsReflowsToWhatWasWritten(seed: Int) throws {
    let document = RandomProse(seed: seed).document
    let narrow = try Self.received(TextFormatTests.flowed(document, width: 40))
    let wide = try Self.received(TextFormatTests.flowed(document, width: 100_000))
    #expect(narrow.filter { $0.depth == 0 } == wide.filter { $0.depth == 0 })
    // A quotation keeps its lines, and its words.
    #expect(Self.quoted(narrow) == Self.quoted(wide))
    #expect(wide.allSatisfy { $0.text.last != " " })
  }

  private static func quoted(_ paragraphs: [FlowedParagraph]) -> [Substring] {
    paragraphs.filter { $0.depth > 0 }.flatMap { $0.text.split(separator: " ") }
  }

  /// The paragraphs that a mail program makes of a message's text part.
  private static func received(_ text: String) throws -> [FlowedParagraph] {
    let message = try Letters.message(text: [.fixed(text)], html: [])
    let bytes = try MessageEncoder(message).bytes(for: Letters.recipient.get())
    return FlowedParagraph.onTheWire(try Letters.opened(bytes).text)
  }
}

/// Paragraphs, lists and quotations of Latin words, the same for the same seed.
private struct RandomProse {
  private var random: SeededGenerator
  private(set) var document = Document(blocks: [])

  init(seed: Int) {
    random = SeededGenerator(seed: seed)
    document = Document(blocks: blocks(depth: 0))
  }

  private mutating func blocks(depth: Int) -> [Block] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let isInList = depth > 100
      switch Int.random(in: 0...(depth % 100 < 3 ? 5 : 2), using: &random) {
      case 3 where !isInList: return .quote(blocks(depth: depth + 1))
      case 3, 4, 5:
        let items = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          Block.Item(isDone: nil, blocks: blocks(depth: depth + 101))
        }
        return .list(
          .init(start: Bool.random(using: &random) ? nil : 8, isTight: false, items: items))
      default: return .paragraph(words())
      }
    }
  }

  private mutating func words() -> [Inline] {
    let words = [
      "a", "From", "-", ">", ">>", "From:", "word", "Größe", "e\u{301}te\u{301}", "1.", "🇧🇷",
      "مرحبا", "--x", "hyphenated-word", "[1]",
    ]
    let count = Int.random(in: 1...40, using: &random)
    let text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
    return [.text(text.joined(separator: " "))]
  }
}

extension Document {
  /// Each address once, in reading order, footnotes last.
  fileprivate var addresses: [String] {
    var seen: Set<String> = []
    return (blocks + footnotes.joined()).flatMap(\.webAddresses).filter { seen.insert($0).inserted }
  }
}

extension Block {
  fileprivate var webAddresses: [String] {
    Document(blocks: [self]).webLinks.map(\.url.text)
  }
}
