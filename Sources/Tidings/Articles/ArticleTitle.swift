import Foundation

/// An article's title, and its body without a heading that only repeats it.
struct ArticleTitle: Hashable {
  /// One line of at most 300 characters, cut at a word.
  let text: String
  let body: String

  private static let longest = 300

  /// The title key, else the first heading of level 1, else the first sentence, else the file name.
  init(key: String?, body: Substring, fileName: String) {
    let heading = Self.heading(atStartOf: body)
    if let key = key.map({ Typography.mended($0.oneLine) }) {
      let isRepeated = heading.map { TagName($0.text) == TagName(key) } ?? false
      text = key.prefixAtWord(Self.longest)
      self.body = String(isRepeated ? heading?.rest ?? body : body)
    } else if let heading {
      text = heading.text.prefixAtWord(Self.longest)
      self.body = String(heading.rest)
    } else {
      let paragraph = MarkdownReader(base: nil)
        .document(ProseLines.markdown(String(body.prefix(4_000)))).firstParagraph?.plainText
      let sentence = paragraph.flatMap { Sentences.first(of: Typography.mended($0)) }
      text = sentence?.prefixAtWord(160) ?? Self.words(of: fileName)
      self.body = String(body)
    }
  }

  /// A level-1 heading, ATX or setext (CommonMark 4.2, 4.3), and what follows it.
  private static func heading(
    atStartOf body: Substring
  ) -> (text: String, rest: Substring)? {
    let start = body.drop(while: \.isWhitespace)
    let line = start.prefix { $0 != "\n" }
    let rest = start[line.endIndex...].dropFirst()
    if line.hasPrefix("# ") {
      let words = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
      let unmarked = words[...].trimmingSuffix { $0 == "#" }
      // Closing signs stand behind a space: `# C#` has none.
      let isClosed = unmarked.isEmpty || unmarked.last?.isWhitespace ?? false
      let marked = isClosed ? unmarked.trimmingCharacters(in: .whitespaces) : words
      return plain(marked).map { ($0, rest.drop(while: \.isNewline)) }
    }
    let underline = rest.prefix { $0 != "\n" }.trimmingSuffix(while: \.isWhitespace)
    guard !underline.isEmpty, underline.allSatisfy({ $0 == "=" }), !line.isEmpty else { return nil }
    let after = rest.drop { $0 != "\n" }.drop(while: \.isNewline)
    return plain(String(line)).map { ($0, after) }
  }

  private static func plain(_ markdown: String) -> String? {
    let text = MarkdownReader(base: nil).document(markdown).plainText.oneLine
    return text.isEmpty ? nil : Typography.mended(text)
  }

  private static func words(of fileName: String) -> String {
    let words = fileName.split { "-_ ".contains($0) }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
