import Foundation

/// A paragraph as its words and links, without what sets it apart from the text around it.
struct OriginParagraph {
  /// A word with its punctuation, or a whole link.
  struct Token {
    let text: String
    let url: WebURL?
    /// What follows without a space, such as the full stop behind a link.
    var tail = ""
    /// Whether no white space stands before it.
    var isGlued = false

    /// Without punctuation around it.
    var core: Substring {
      text.drop { !OriginParagraph.isWord($0) }.trimmingSuffix { !OriginParagraph.isWord($0) }
    }
    /// For comparison: without diacritics and dots, in lower case.
    var folded: String { DateNames.folded(core).replacing("’", with: "'") }
    var last: Character? { (text + tail).last }
    var closesPhrase: Bool { (text + tail).contains { ",;:)–—!?".contains($0) } || last == "." }
    var opensPhrase: Bool { text.first.map { "(–—[".contains($0) } ?? false }
  }

  let tokens: [Token]
  /// By emphasis, quotation, brackets, a footnote's or an admonition's mark, or a sign before it.
  let isSetApart: Bool
  /// The target of a link that holds the whole sentence.
  let wholeLink: WebURL?
  /// Whether a link leads to another page of the same site.
  let hasRelativeLink: Bool

  /// Nil for more than one paragraph, for code, and for a template that was never filled.
  init?(_ paragraph: Substring, definitions: Substring) {
    var source = String(paragraph)
    let hasMark = Self.removeMarks(from: &source)
    guard !Self.isTemplate(source) else { return nil }
    let markdown = definitions.isEmpty ? source : source + "\n\n" + definitions
    let document = MarkdownReader(base: Self.nowhere).document(markdown)
    guard let (inlines, isQuoted) = Self.onlyParagraph(document.blocks) else { return nil }
    var pieces: [Piece] = []
    var hasRelativeLink = false
    guard Self.collect(inlines, into: &pieces, relative: &hasRelativeLink) else { return nil }
    self.hasRelativeLink = hasRelativeLink
    guard pieces.reduce(0, { $0 + $1.text.count }) <= 500 else { return nil }
    let links = pieces.filter { $0.url != nil }
    let words = pieces.filter { $0.url == nil && $0.text.contains { $0.isLetter || $0.isNumber } }
    if links.count == 1, words.isEmpty, let link = links.first {
      wholeLink = link.url
      tokens = Self.tokens(of: [Piece(text: link.text, url: nil)])
    } else {
      wholeLink = nil
      tokens = Self.tokens(of: pieces)
    }
    isSetApart =
      hasMark || isQuoted || wholeLink != nil || Self.isEmphasized(inlines)
      || Self.opensWithSign(inlines.flatText)
  }

  private struct Piece {
    var text: String
    let url: WebURL?
  }

  /// Relative links resolve to it: they say no more than their words.
  private static let nowhere = WebURL("https://relative.invalid/")

  /// A letter or digit; a letter drawn as a picture, such as ℹ️, is a sign.
  fileprivate static func isWord(_ character: Character) -> Bool {
    (character.isLetter || character.isNumber)
      && !character.unicodeScalars.contains { $0 == "\u{FE0F}" || $0 == "\u{2139}" }
  }

  // MARK: What sets it apart

  /// Takes away a footnote's label, an admonition's fences and kramdown's attributes; whether there
  /// was one of the first two.
  private static func removeMarks(from source: inout String) -> Bool {
    var lines = source.trimmingCharacters(in: .whitespacesAndNewlines)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String($0).trimmingCharacters(in: .whitespaces) }
    lines.removeAll { $0.hasPrefix("{:") && $0.hasSuffix("}") || isRule($0) }
    var hasMark = false
    if let first = lines.first, first.hasPrefix("[^"), let end = first.firstRange(of: "]:") {
      lines[0] = String(first[end.upperBound...])
      hasMark = true
    }
    if let first = lines.first, first.hasPrefix("{{<") || first.hasPrefix("{{%"),
      let end = first.firstIndex(of: "}")
    {
      lines[0] = String(first[end...].drop { $0 == "}" })
      if let close = lines.last?.range(of: "{{", options: .backwards) {
        lines[lines.count - 1] = String(lines[lines.count - 1][..<close.lowerBound])
      }
      hasMark = true
    }
    let count = lines.count
    lines.removeAll { line in
      let bare = line.drop { $0 == ">" || $0 == " " }
      return bare.hasPrefix(":::") || bare.hasPrefix("!!!") || bare.hasPrefix("???")
        || bare.hasPrefix("[!")
    }
    hasMark = hasMark || lines.count < count
    source = lines.joined(separator: "\n")
    return hasMark
  }

  /// A thematic break (CommonMark 4.1).
  private static func isRule(_ line: String) -> Bool {
    let signs = line.filter { $0 != " " }
    guard let sign = signs.first, "-*_".contains(sign) else { return false }
    return signs.count >= 3 && signs.allSatisfy { $0 == sign }
  }

  private static func isEmphasized(_ inlines: [Inline]) -> Bool {
    switch inlines.first(where: { $0.flatText.contains { !$0.isWhitespace } }) {
    case .emphasis, .strong, .superscript, .subscript: true
    default: false
    }
  }

  private static func opensWithSign(_ text: String) -> Bool {
    guard let first = text.first(where: { !$0.isWhitespace }) else { return false }
    return !isWord(first) && !"\"'“‘«„[".contains(first)
  }

  /// The one paragraph, line of a list or heading there is, and whether a quotation holds it.
  private static func onlyParagraph(_ blocks: [Block]) -> (inlines: [Inline], isQuoted: Bool)? {
    let said = blocks.filter { block in
      if case .rule = block { return false }
      return true
    }
    guard said.count == 1 else { return nil }
    switch said[0] {
    case .paragraph(let inlines), .heading(_, let inlines): return (inlines, false)
    case .quote(let inner): return onlyParagraph(inner).map { ($0.inlines, true) }
    case .list(let list):
      return list.items.count == 1 ? onlyParagraph(list.items[0].blocks) : nil
    case .code, .table, .rule: return nil
    }
  }

  // MARK: Templates

  /// The places where such a sentence may begin: behind each clause too, where it is set apart.
  var starts: [Int] {
    guard isSetApart else { return [0] }
    let later = tokens.indices.dropFirst().filter {
      let before = tokens[$0 - 1]
      return before.closesPhrase || before.last.map { ".!?".contains($0) } == true
    }
    return [0] + later.prefix(8)
  }

  /// Whether a place was left to fill in.
  private static func isTemplate(_ source: String) -> Bool {
    let text = source.lowercased()
    let places = [
      "{{", "{%", "<%", "${", "[date]", "[url]", "[link]", "[site]", "[platform]",
      "[publication]", "](url)", "](link)", "](#)", "]()", "<url>", "<link>", "<date>",
      "yyyy-mm-dd", "example_url", "](url_here)", "](todo)", "insert ",
    ]
    return places.contains { text.contains($0) }
  }

  /// The address of a relative link that was meant to be one of another site, such as
  /// `medium.com/x`; nil for one without a link, and none for a place left to fill in.
  private static func address(of url: WebURL) -> (url: WebURL?, isTemplate: Bool) {
    guard url.host == "relative.invalid" else { return (Wayback.original(of: url), false) }
    let path = url.text.dropFirst("https://relative.invalid/".count)
    let host = path.prefix { $0 != "/" }
    // A file of the blog's own, not a host in Moldova.
    let isFile = path.hasSuffix(".md")
    if !isFile, host.contains("."), let last = host.split(separator: ".").last,
      TopLevelDomains.contains(last.lowercased())
    {
      return (WebURL("https://" + path), false)
    }
    return (nil, !path.contains("/") && !path.contains(".") && !path.contains("-"))
  }

  // MARK: Words

  /// Adds what the inlines say; false for code and for a template's link.
  private static func collect(
    _ inlines: [Inline], into pieces: inout [Piece], relative: inout Bool
  ) -> Bool {
    for inline in inlines {
      switch inline {
      case .text(let text): append(text, to: &pieces)
      case .softBreak, .lineBreak: append(" ", to: &pieces)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .superscript(let inner), .subscript(let inner):
        guard collect(inner, into: &pieces, relative: &relative) else { return false }
      case .link(.web(let url), let inner):
        let (address, isTemplate) = address(of: url)
        guard !isTemplate else { return false }
        if let address {
          pieces.append(Piece(text: inner.plainText, url: address))
        } else {
          relative = true
          append(inner.plainText, to: &pieces)
        }
      case .link(.mail, let inner): append(inner.plainText, to: &pieces)
      case .code: return false
      case .image, .footnote: continue
      }
    }
    return true
  }

  private static func append(_ text: String, to pieces: inout [Piece]) {
    if let last = pieces.indices.last, pieces[last].url == nil {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: text, url: nil))
    }
  }

  private static func tokens(of pieces: [Piece]) -> [Token] {
    var tokens: [Token] = []
    for piece in pieces {
      if piece.url != nil {
        tokens.append(Token(text: piece.text, url: piece.url))
        continue
      }
      var isFirst = true
      for word in piece.text.split(whereSeparator: \.isWhitespace) {
        let isGlued = isFirst && piece.text.first?.isWhitespace == false && !tokens.isEmpty
        isFirst = false
        let token = Token(text: String(word), url: nil, isGlued: isGlued)
        if token.core.isEmpty || (isGlued && token.folded == "s"), let last = tokens.indices.last {
          tokens[last].tail += word
        } else if !token.core.isEmpty || "“”\"«»‘’„".contains(word) {
          tokens.append(token)
        }
      }
    }
    return tokens
  }
}

/// Addresses in the Internet Archive.
enum Wayback {
  /// What a copy at web.archive.org is a copy of; any other address as it is.
  static func original(of url: WebURL) -> WebURL {
    guard url.host == "web.archive.org" || url.host == "archive.org",
      let start = url.text.firstRange(of: "/web/")
    else { return url }
    let rest = url.text[start.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return url }
    let inner = rest[rest.index(after: slash)...]
    if inner.hasPrefix("http:/") || inner.hasPrefix("https:/") {
      // Some writers lose one of the two slashes.
      let scheme = inner.prefix { $0 != ":" }
      return WebURL(scheme + "://" + inner.dropFirst(scheme.count + 1).drop { $0 == "/" }) ?? url
    }
    return inner.contains(".") ? WebURL("https://" + inner) ?? url : url
  }
}
