/// What stands at the ends of an article's text besides its body: the title, a sentence that names
/// the origin, hashtags.
///
/// Only the ends are looked at: a body may be long, and most articles are not picked.
struct BodyEnds {
  private(set) var body: Bytes
  /// The level-1 heading at the start (CommonMark 4.2, 4.3), as Markdown.
  private(set) var heading: Bytes?
  private(set) var origin: Origin?
  /// Without `#`, in the author's order.
  private(set) var hashtags: [String] = []
  /// Where the body begins when the heading does not belong to it.
  private(set) var startBehindHeading: Int

  init(_ text: Bytes, dates: DateReader) {
    body = text.trimmedEnd
    startBehindHeading = body.startIndex
    takeEnd(dates)
    takeHeading()
    if origin == nil { takeStart(dates) }
  }

  // MARK: The end

  /// Hashtags and the origin stand in either order.
  private mutating func takeEnd(_ dates: DateReader) {
    for _ in 0..<2 {
      let paragraph = body.lastParagraph
      if origin == nil, let origin = origin(in: paragraph, dates: dates) {
        self.origin = origin
        body = Self.withoutRuleAtEnd(body[..<paragraph.startIndex])
      } else if hashtags.isEmpty, let line = Self.hashtags(endOf: body) {
        hashtags = line.tags
        body = body[..<(body.startIndex + line.body)]
      } else {
        break
      }
    }
    if origin == nil { takeOriginBeforeDefinitions(dates) }
  }

  /// A sentence may stand before the addresses of the whole text's links (CommonMark 4.7); it is
  /// not cut out then, for they go on to the end.
  private mutating func takeOriginBeforeDefinitions(_ dates: DateReader) {
    let definitions = body.lastParagraph
    guard definitions.first == UInt8(ascii: "["),
      definitions.split(separator: .newline).allSatisfy({ line in
        guard line.first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]"))
        else { return false }
        return line[(end + 1)...].first == UInt8(ascii: ":")
      })
    else { return }
    let paragraph = body[..<definitions.startIndex].trimmedEnd.lastParagraph
    origin = origin(in: paragraph, dates: dates)
  }

  private func origin(in paragraph: Bytes, dates: DateReader) -> Origin? {
    guard paragraph.count <= Self.longestSentence, !paragraph.isIndentedCode else { return nil }
    if let url = Self.canonicalLink(in: paragraph) {
      return Origin(site: SiteName.name(of: url), url: url, date: nil, author: nil)
    }
    guard OriginSentence.scan.finds(in: paragraph) else { return nil }
    return OriginSentence(
      paragraph.string[...], definitions: definitions(for: paragraph)[...], dates: dates)?.origin
  }

  /// The address of "[Canonical link](…)", which ends what Medium exports.
  private static func canonicalLink(in paragraph: Bytes) -> WebURL? {
    let link = paragraph.trimmed
    guard link.hasText("[Canonical link]("), link.last == UInt8(ascii: ")") else { return nil }
    return WebURL(link.dropFirst(17).dropLast().string)
  }

  /// The definitions of the links that `paragraph` may refer to, wherever they stand.
  private func definitions(for paragraph: Bytes) -> String {
    let isReferring = paragraph.indices.dropLast().contains {
      paragraph[$0] == UInt8(ascii: "]") && paragraph[$0 + 1] != UInt8(ascii: "(")
    }
    guard isReferring || paragraph.last == UInt8(ascii: "]") else { return "" }
    let words = paragraph.string.lowercased()
    var definitions = ""
    var index = body.startIndex
    while index < body.endIndex, definitions.utf8.count < Self.longestSentence {
      let (line, next) = body.line(at: index)
      index = next
      guard line.first == UInt8(ascii: "["), line.count <= Self.longestSentence,
        let close = line.firstIndex(of: UInt8(ascii: "]")),
        line[(close + 1)...].first == UInt8(ascii: ":")
      else { continue }
      let label = line[...close].string.lowercased()
      if words.contains(label) { definitions += line.string + "\n" }
    }
    return definitions
  }

  /// In bytes, with its markup.
  fileprivate static let longestSentence = 1_000

  /// How many bytes at the end are looked through for hashtags.
  private static let tailLength = 8 << 10

  /// The hashtags with where the text before them ends, counted from the start of `text`.
  private static func hashtags(endOf text: Bytes) -> (tags: [String], body: Int)? {
    let lastLine = text[text.lineStart(of: text.endIndex)...]
    guard lastLine.contains(UInt8(ascii: "#")) else { return nil }
    var start = max(text.startIndex, text.endIndex - tailLength)
    while start < text.endIndex, text[start] & 0xC0 == 0x80 { start += 1 }
    let tail = text[start...].string
    guard let line = HashtagLine(endOf: tail[...]) else { return nil }
    return (line.tags, start - text.startIndex + line.body.utf8.count)
  }

  private static func withoutRuleAtEnd(_ text: Bytes) -> Bytes {
    let trimmed = text.trimmedEnd
    let lineStart = trimmed.lineStart(of: trimmed.endIndex)
    return isRule(trimmed[lineStart...]) ? trimmed[..<lineStart].trimmedEnd : trimmed
  }

  // MARK: The start

  private mutating func takeHeading() {
    let start = body.drop(while: \.isSpace)
    let (line, next) = start.line(at: start.startIndex)
    if line.hasText("# ") {
      heading = line.dropFirst(2).trimmed
      startBehindHeading = next
    } else if !line.isEmpty, next < start.endIndex,
      start[next] == UInt8(ascii: "="),
      case (let underline, let after) = start.line(at: next),
      underline.trimmedEnd.allSatisfy({ $0 == UInt8(ascii: "=") })
    {
      heading = line.trimmed
      startBehindHeading = after
    }
  }

  private mutating func takeStart(_ dates: DateReader) {
    let text = body[startBehindHeading...].drop(while: \.isSpace)
    let paragraph = text.firstParagraph
    guard paragraph.endIndex < text.endIndex else { return }
    if paragraph.isWordless {
      // It is not cut out, for the picture before it stays.
      let rest = text[paragraph.endIndex...].drop(while: \.isSpace).firstParagraph
      if rest.endIndex < text.endIndex { origin = origin(in: rest, dates: dates) }
      return
    }
    guard let origin = origin(in: paragraph, dates: dates) else { return }
    self.origin = origin
    startBehindHeading = Self.startBehindRule(text[paragraph.endIndex...])
    if heading == nil { body = body[startBehindHeading...] }
  }

  private static func startBehindRule(_ text: Bytes) -> Int {
    let trimmed = text.drop { $0 == .newline }
    guard !trimmed.isEmpty else { return trimmed.endIndex }
    let (line, next) = trimmed.line(at: trimmed.startIndex)
    return isRule(line) ? next : trimmed.startIndex
  }

  /// A thematic break (CommonMark 4.1).
  private static func isRule(_ line: Bytes) -> Bool {
    guard let mark = line.first(where: { !$0.isSpace }), "-*_".utf8.contains(mark) else {
      return false
    }
    var count = 0
    for byte in line where !byte.isSpace {
      guard byte == mark else { return false }
      count += 1
    }
    return count >= 3
  }
}

extension Bytes {
  /// Whether it opens with as much white space as makes code of it (CommonMark 4.4).
  fileprivate var isIndentedCode: Bool { hasText("    ") || hasText("\t") }

  /// The first paragraphs without code, comments, tags and the addresses of links: what a reader
  /// reads.
  var openingWords: [UInt8] {
    var words: [UInt8] = []
    var index = opening.startIndex
    let end = opening.endIndex
    /// Passes over what stands between two marks; false when the first does not stand here.
    func skips(_ open: StaticString, _ close: StaticString) -> Bool {
      guard self[index..<end].hasText(open) else { return false }
      var place = index + open.utf8CodeUnitCount
      while place < end, !self[place..<end].hasText(close) { place += 1 }
      index = Swift.min(place + close.utf8CodeUnitCount, end)
      words.append(UInt8(ascii: " "))
      return true
    }
    func isTag(at place: Int) -> Bool {
      guard place + 1 < end else { return false }
      return self[place + 1].isLetter || self[place + 1] == UInt8(ascii: "/")
    }
    while index < end {
      let isSkipped =
        skips("```", "```") || skips("~~~", "~~~") || skips("<!--", "-->")
        || (isTag(at: index) && skips("<", ">"))
        || skips("](", ")") || skips("{{", "}}") || skips("{%", "%}")
      if !isSkipped {
        words.append(self[index])
        index += 1
      }
    }
    return words
  }

  /// The first three paragraphs, and no more than 2,000 bytes.
  private var opening: Bytes {
    let text = drop(while: \.isSpace)
    var end = text.startIndex
    var blankLines = 0
    while end < text.endIndex, end - text.startIndex < 2_000, blankLines < 3 {
      let (line, next) = text.line(at: end)
      if line.allSatisfy(\.isSpace) { blankLines += 1 }
      end = next
    }
    return text[..<end].prefix(2_000)
  }

  /// What stands behind the last blank line; the last line alone where no line is blank; a whole
  /// container.
  fileprivate var lastParagraph: Bytes {
    if let container = lastContainer { return container }
    var start = lineStart(of: endIndex)
    let lastLine = self[start...]
    // Longer than any sentence that is looked for.
    while start > startIndex, endIndex - start <= BodyEnds.longestSentence {
      let before = lineStart(of: start - 1)
      if self[before..<(start - 1)].allSatisfy(\.isSpace) { return self[start...] }
      start = before
    }
    return lastLine
  }

  /// `:::note` … `:::` at the end, whatever lines are blank in it.
  private var lastContainer: Bytes? {
    var start = lineStart(of: endIndex)
    guard self[start...].trimmed.isText(":::") else { return nil }
    while start > startIndex, endIndex - start <= BodyEnds.longestSentence {
      let before = lineStart(of: start - 1)
      let line = self[before..<(start - 1)]
      if line.hasText(":::") { return line.trimmed.count > 3 ? self[before...] : nil }
      start = before
    }
    return nil
  }

  /// The same at the start.
  private var firstContainer: Bytes? {
    guard hasText(":::") else { return nil }
    var (line, index) = line(at: startIndex)
    guard line.trimmed.count > 3 else { return nil }
    while index < endIndex, index - startIndex <= BodyEnds.longestSentence {
      (line, index) = self.line(at: index)
      if line.hasText(":::") { return line.trimmed.count == 3 ? self[..<index] : nil }
    }
    return nil
  }

  /// Whether each of its lines is a picture, tags, or a shortcode.
  fileprivate var isWordless: Bool {
    split(separator: .newline).allSatisfy { line in
      let line = line.trimmed
      if line.first == UInt8(ascii: "<") {
        var isTag = false
        return line.allSatisfy { byte in
          if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
            isTag = byte == UInt8(ascii: "<")
          }
          return isTag || byte == UInt8(ascii: ">") || byte.isBlank
        }
      }
      return (line.hasText("![") && line.last == UInt8(ascii: ")"))
        || (line.hasText("{{") && line.suffix(2).isText("}}"))
        || (line.hasText("{%") && line.suffix(2).isText("%}"))
    }
  }

  /// What stands before the first blank line; a whole container.
  fileprivate var firstParagraph: Bytes {
    if let container = firstContainer { return container }
    var index = startIndex
    while index < endIndex, index - startIndex <= BodyEnds.longestSentence {
      let (line, next) = line(at: index)
      if line.allSatisfy(\.isSpace) { break }
      index = next
    }
    return self[..<index]
  }
}
