import Testing

@testable import Tidings

/// One form of article met in the wild, and what a careful reader finds in it.
struct Form: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  var path = "post.md"
  var title = "A day"
  var date: String? = "2025-02-03"
  var tags = ["ai", "Open Source"]
  var body = "Text."
  /// The lines of its diagnostics; nil for one without a line.
  var lines: [Int?] = []

  init(
    _ name: String, _ bytes: [UInt8], path: String = "post.md", title: String = "A day",
    date: String? = "2025-02-03", tags: [String] = ["ai", "Open Source"], body: String = "Text.",
    lines: [Int?] = []
  ) {
    self.name = name
    self.bytes = bytes
    self.path = path
    self.title = title
    self.date = date
    self.tags = tags
    self.body = body
    self.lines = lines
  }

  init(
    _ name: String, _ text: String, path: String = "post.md", title: String = "A day",
    date: String? = "2025-02-03", tags: [String] = ["ai", "Open Source"], body: String = "Text.",
    lines: [Int?] = []
  ) {
    self.init(
      name, Array(text.utf8), path: path, title: title, date: date, tags: tags, body: body,
      lines: lines)
  }

  /// A text that is all body.
  init(body name: String, _ text: String, title: String, path: String = "post.md") {
    self.init(name, text, path: path, title: title, date: nil, tags: [], body: text)
  }

  var testDescription: String { name }

  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let reading = Fixtures.article(bytes, path: path)
    let article = try #require(reading.article, sourceLocation: sourceLocation)
    let place = sourceLocation
    #expect(article.title == title, "\(name)", sourceLocation: place)
    #expect(
      article.date.map { String($0.description.prefix(10)) } == date, "\(name)",
      sourceLocation: place)
    #expect(article.tags == tags, "\(name)", sourceLocation: place)
    #expect(article.body.string == body, "\(name)", sourceLocation: place)
    #expect(
      reading.diagnostics.map(\.line) == lines, "\(name): \(reading.diagnostics)",
      sourceLocation: place)
    #expect(reading.diagnostics.allSatisfy { $0.severity == .warning }, sourceLocation: place)
  }
}

extension [UInt8] {
  /// UTF-16 of `text`.
  static func utf16(_ text: String, isBigEndian: Bool, isMarked: Bool) -> [UInt8] {
    ((isMarked ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
  }

  /// Latin-1 of `text`, whose letters all have one byte there.
  static func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
