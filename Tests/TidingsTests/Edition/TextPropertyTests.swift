import Testing

@testable import Tidings

@Suite struct TextPropertyTests {
  @Test(arguments: 0..<400)
  func anyDocumentIsSetCleanly(seed: Int) {
    var random = RandomDocument(seed: seed)
    let document = random.document()
    var format = TextFormat()
    let text = format.text(of: document)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines {
      #expect(line.last?.isWhitespace != true, "white space ends \(line.debugDescription)")
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
    #expect(!text.contains("\n\n\n"))
    for (index, url) in document.addresses.enumerated() {
      let own = lines.filter { $0.hasPrefix("[\(index + 1)] https://") }
      #expect(own == ["[\(index + 1)] \(url)"])
    }
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
