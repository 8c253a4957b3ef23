import Foundation

/// The sentence at either end of a body that says where the article first appeared.
///
/// "Originally published on [LinkedIn](…) on February 3, 2025." and its kin, in several languages.
struct OriginTrailer: Hashable {
  let origin: Origin
  /// The body without the sentence and without the rule that set it apart.
  let body: Substring

  /// The trailer of `text`, or nil when neither its last nor its first paragraph is one.
  init?(in text: Substring, dates: DateReader) {
    let paragraphs = Self.paragraphs(of: text)
    guard let last = paragraphs.last, let first = paragraphs.first else { return nil }
    if let origin = Self.origin(of: text[last], dates: dates) {
      self.origin = origin
      self.body = Self.withoutRuleAtEnd(text[..<last.lowerBound])
    } else if paragraphs.count > 1, let origin = Self.origin(of: text[first], dates: dates) {
      self.origin = origin
      self.body = Self.withoutRuleAtStart(text[first.upperBound...])
    } else {
      return nil
    }
  }

  /// The first and the last run of lines without a blank one; the last line alone where no line is
  /// blank.
  ///
  /// Only the ends are looked at: a body may be long.
  private static func paragraphs(of text: Substring) -> [Range<Substring.Index>] {
    let trimmed = text.drop(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace)
    guard !trimmed.isEmpty else { return [] }
    guard let first = firstParagraph(of: trimmed), let last = lastParagraph(of: trimmed) else {
      let lastLine = trimmed.lastIndex(of: "\n").map { trimmed.index(after: $0) }
      return [(lastLine ?? trimmed.startIndex)..<trimmed.endIndex]
    }
    return [first, last]
  }

  /// What stands before the first blank line, which there must be.
  private static func firstParagraph(of text: Substring) -> Range<Substring.Index>? {
    var lineStart = text.startIndex
    while let lineEnd = text[lineStart...].firstIndex(of: "\n") {
      if text[lineStart..<lineEnd].allSatisfy(\.isWhitespace) { return text.startIndex..<lineStart }
      lineStart = text.index(after: lineEnd)
    }
    return nil
  }

  /// What stands behind the last blank line, which there must be.
  private static func lastParagraph(of text: Substring) -> Range<Substring.Index>? {
    var lineEnd = text.endIndex
    var start = text.endIndex
    while let newLine = text[..<lineEnd].lastIndex(of: "\n") {
      let line = text[text.index(after: newLine)..<lineEnd]
      if line.allSatisfy(\.isWhitespace) { return start..<text.endIndex }
      start = line.startIndex
      lineEnd = newLine
    }
    return nil
  }

  private static func origin(of paragraph: Substring, dates: DateReader) -> Origin? {
    guard paragraph.utf8.count <= 1_000, let lead = lead(of: paragraph) else { return nil }
    let document = MarkdownReader(base: nil).document(String(paragraph))
    let plain = document.plainText
    let link = document.webLinks.last
    let isSetApart = wrappers.contains { paragraph.drop(while: \.isWhitespace).first == $0 }
    guard plain.count <= 300, link != nil || isSetApart else { return nil }
    let rest = plain.drop { !$0.isLetter && !$0.isNumber }.dropFirst(lead.count)
    let date = date(in: rest, dates: dates)
    guard isAllThereIs(rest, besides: document.webLinks.map(\.text)) else { return nil }
    guard let site = site(of: link, sentence: rest) else { return nil }
    return Origin(site: site, url: link?.url, date: date, author: nil)
  }

  /// Whether the sentence says no more than where, when and by whom: prose says more.
  private static func isAllThereIs(_ sentence: Substring, besides linkTexts: [String]) -> Bool {
    var rest = String(sentence)
    for text in linkTexts where !text.isEmpty { rest = rest.replacing(text, with: " ") }
    return rest.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.count <= 8
  }

  /// The opening words that make a sentence a trailer, in lower case.
  private static func lead(of sentence: some StringProtocol) -> String? {
    let start = sentence.drop { !$0.isLetter && !$0.isNumber }.prefix(80).lowercased()
    return leads.first { start.hasPrefix($0) }
  }

  private static func site(of link: (url: WebURL, text: String)?, sentence: Substring) -> String? {
    if let link {
      let text = link.text.trimmingCharacters(in: .whitespacesAndNewlines)
      let isName =
        !text.isEmpty && text.count <= 40 && !text.contains("://")
        && !SiteName.placeholders.contains(text.lowercased())
        && !text.lowercased().hasPrefix("original")
      return isName && lead(of: text) == nil ? text : SiteName.name(of: link.url)
    }
    let words = sentence.split(whereSeparator: \.isWhitespace).drop {
      prepositions.contains($0.lowercased())
    }
    let name = words.prefix { !prepositions.contains($0.lowercased()) }.joined(separator: " ")
      .trimmingCharacters(in: .punctuationCharacters)
    let isTemplate = name.contains("{") || name.contains("[") || name.isEmpty || name.count > 40
    return isTemplate ? nil : name
  }

  /// The longest run of words that reads as a date.
  private static func date(in sentence: Substring, dates: DateReader) -> Moment? {
    let words = sentence.split { $0.isWhitespace || "()*_".contains($0) }
      .map { $0.trimmingSuffix(while: { ".;!".contains($0) }) }
    for length in stride(from: min(6, words.count), through: 1, by: -1) {
      for start in 0...(words.count - length) {
        let candidate = words[start..<(start + length)].joined(separator: " ")
        guard candidate.contains(where: \.isNumber) else { continue }
        if case .date(let moment) = dates.read(candidate) { return moment }
      }
    }
    return nil
  }

  private static func withoutRuleAtEnd(_ text: Substring) -> Substring {
    let trimmed = text.trimmingSuffix(while: \.isWhitespace)
    let lineStart =
      trimmed.lastIndex(of: "\n").map { trimmed.index(after: $0) } ?? trimmed.startIndex
    return isRule(trimmed[lineStart...])
      ? trimmed[..<lineStart].trimmingSuffix(while: \.isWhitespace) : trimmed
  }

  private static func withoutRuleAtStart(_ text: Substring) -> Substring {
    let trimmed = text.drop(while: \.isNewline)
    let lineEnd = trimmed.firstIndex(of: "\n") ?? trimmed.endIndex
    return isRule(trimmed[..<lineEnd]) ? trimmed[lineEnd...].drop(while: \.isNewline) : trimmed
  }

  /// A thematic break (CommonMark 4.1).
  private static func isRule(_ line: Substring) -> Bool {
    let marks = line.filter { !$0.isWhitespace }
    guard let mark = marks.first, "-*_".contains(mark) else { return false }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }

  /// What sets a trailer apart from prose that only happens to open like one.
  private static let wrappers: [Character] = ["*", "_", ">", "(", "["]

  private static let prepositions: Set<String> = [
    "on", "at", "in", "by", "for", "from", "no", "na", "em", "en", "auf", "bei", "am", "sur", "le",
    "dans", "la", "el", "the", "my",
  ]

  private static let leads = [
    "originally published", "originally posted", "originally appeared", "originally written",
    "first published", "first posted", "first appeared", "initially published",
    "this article was originally published", "this post was originally published",
    "this article originally appeared", "this post originally appeared",
    "this article first appeared", "this post first appeared", "this post was first published",
    "this article was first published", "cross-posted from", "crossposted from", "reposted from",
    "republished from", "republished with permission from", "publicado originalmente",
    "originalmente publicado", "ursprünglich veröffentlicht", "ursprünglich erschienen",
    "zuerst veröffentlicht", "zuerst erschienen", "initialement publié", "publié initialement",
    "publié à l'origine", "publié à l’origine",
  ]
}
