/// A text of a feed, and how it is to be read.
enum FeedMarkup: Hashable {
  case plain(String)
  case html(String)

  /// The text, unless it is nothing but white space.
  var nonBlank: FeedMarkup? {
    switch self {
    case .plain(let text): text.nonBlank == nil ? nil : self
    case .html(let text): text.nonBlank == nil ? nil : self
    }
  }

  /// As HTML with the same meaning: plain text in paragraphs, each line end kept.
  var html: String {
    switch self {
    case .html(let text): text
    case .plain(let text):
      text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        .split(separator: "\n", omittingEmptySubsequences: false)
        .split { line in line.allSatisfy(\.isWhitespace) }
        .map { "<p>\($0.map { String($0).htmlEscaped }.joined(separator: "<br>\n"))</p>" }
        .joined(separator: "\n")
    }
  }

  /// What it says, on one line.
  var words: String {
    switch self {
    case .plain(let text): text.oneLine
    case .html(let text): HTMLReader().document(text).plainText.oneLine
    }
  }

  /// What it says as a title: a `<` that begins no tag of HTML is itself.
  var titleWords: String {
    guard case .html(let text) = self, text.contains("<") else { return words }
    let parts = text.split(separator: "<", omittingEmptySubsequences: false)
    let kept = parts.dropFirst().map { part in
      let name = part.trimmingPrefix("/").prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      let isTag = Self.titleTags.contains(name.lowercased()) && part.contains(">")
      return (isTag ? "<" : "&lt;") + part
    }
    return FeedMarkup.html((parts.first ?? "") + kept.joined()).words
  }

  private static let titleTags: Set<String> = [
    "a", "abbr", "b", "big", "br", "cite", "code", "del", "div", "em", "font", "h1", "h2", "h3",
    "i", "img", "ins", "kbd", "mark", "p", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "tt", "u", "var", "wbr",
  ]

  /// Its first sentence; nil when it has no words.
  var firstSentence: String? {
    let opening: String
    switch self {
    case .plain(let text): opening = String(text.prefix(4_000)).oneLine
    case .html(let text):
      let document = HTMLReader().document(String(text.prefix(4_000)))
      opening = document.firstParagraph?.plainText ?? document.plainText
    }
    return Sentences.first(of: Typography.mended(opening.oneLine))
  }
}
