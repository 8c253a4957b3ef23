/// An article's title, and where the body begins that does not repeat it.
struct ArticleTitle {
  /// One line of at most 300 characters, cut at a word.
  let text: String
  /// Whether the heading at the start is the title and no part of the body.
  let takesHeading: Bool

  private static let longest = 300

  /// The title key, else the first heading of level 1, else the first sentence, else the file name.
  init(key: String?, ends: BodyEnds, fileName: String) {
    if let key = key.map({ Typography.mended($0.oneLine) }) {
      text = key.prefixAtWord(Self.longest)
      takesHeading =
        ends.heading.flatMap(Self.plain).map { TagName($0) == TagName(key) } ?? false
    } else if let heading = ends.heading.flatMap(Self.plain) {
      text = heading.prefixAtWord(Self.longest)
      takesHeading = true
    } else {
      let paragraph = Self.plainParagraph(of: ends.body) ?? Self.firstParagraph(of: ends.body)
      let sentence = paragraph.flatMap { Sentences.first(of: Typography.mended($0)) }
      text = sentence?.prefixAtWord(160) ?? Self.words(of: fileName)
      takesHeading = false
    }
  }

  private static func firstParagraph(of body: Bytes) -> String? {
    MarkdownReader(base: nil)
      .document(ProseLines.markdown(BlogMarkdown(opening(of: body), base: nil).text))
      .firstParagraph?.plainText
  }

  /// The line that a body opens with, when it can only be a paragraph that means itself: long, and
  /// without any sign that Markdown or a generator gives a meaning.
  private static func plainParagraph(of body: Bytes) -> String? {
    let text = body.drop { $0 == .newline }
    guard !text.isEmpty else { return nil }
    let (line, next) = text.line(at: text.startIndex)
    let isAlone = next == text.endIndex || text[next] == .newline
    guard isAlone, line.count >= 200, line.count <= 4_000, line.first?.isLetter == true,
      !line.hasText("import "), !line.hasText("export "),
      line.allSatisfy({ $0.isLetter || $0.isDigit || $0 >= 0x80 || " ,.;?'()%-".utf8.contains($0) })
    else { return nil }
    return line.string
  }

  /// So much of a body as surely holds its first sentence.
  private static func opening(of body: Bytes) -> String {
    guard body.count > 4_000 else { return body.string }
    var end = body.startIndex + 4_000
    while end > body.startIndex, body[end] & 0xC0 == 0x80 { end -= 1 }
    return body[..<end].string
  }

  /// A heading's words; nil when it has none.
  private static func plain(_ heading: Bytes) -> String? {
    let words = heading.trimmed
    let unmarked = words.prefix(
      upTo: (words.lastIndex { $0 != UInt8(ascii: "#") }.map { $0 + 1 }) ?? words.startIndex)
    // Closing signs stand behind a space: `C#` has none.
    let isClosed = unmarked.last?.isBlank ?? true
    let markdown = (isClosed ? unmarked.trimmed : words).string
    let isPlain = markdown.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || " ,.?'".utf8.contains($0)
    }
    let text = isPlain || isName(markdown) ? markdown : Self.words(ofHeading: markdown)
    return text.isEmpty ? nil : Typography.mended(text)
  }

  /// Whether a heading is a name in a program, such as `__init__`: no emphasis is meant.
  private static func isName(_ heading: String) -> Bool {
    heading.utf8.count > 4 && heading.hasPrefix("__") && heading.hasSuffix("__")
      && heading.utf8.allSatisfy {
        $0 == UInt8(ascii: "_") || $0.isDigit || ($0.isLetter && $0 == $0.lowercased)
      }
  }

  /// What a heading says without its id, shortcodes and comments.
  private static func words(ofHeading heading: String) -> String {
    let source = BlogMarkdown("# " + heading + "\n", base: nil).text
    return MarkdownReader(base: nil).document(source).plainText.oneLine
  }

  private static func words(of fileName: String) -> String {
    let words = fileName.split { "-_ ".contains($0) }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
