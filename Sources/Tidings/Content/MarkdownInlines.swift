/// Writes a line of text as Markdown.
struct MarkdownInlines {
  private let place: Place
  private let softBreak: String
  private var text: MarkdownText

  /// Where the line stands, which decides what its signs would mean.
  enum Place {
    case paragraph
    case heading
    case cell
  }

  static func text(
    _ inlines: [Inline], in place: Place, softBreak: String
  ) -> String {
    var writer = MarkdownInlines(
      place: place, softBreak: place == .paragraph ? softBreak : " ")
    writer.write(inlines.stylesJoined, styles: [])
    return writer.text.trimmed
  }

  private init(place: Place, softBreak: String) {
    self.place = place
    self.softBreak = softBreak
    text = MarkdownText(place: place)
  }

  private enum Style {
    case emphasis
    case strong
    case strikethrough

    var tag: String {
      switch self {
      case .emphasis: "em"
      case .strong: "strong"
      case .strikethrough: "del"
      }
    }
  }

  private mutating func write(_ inlines: [Inline], styles: Set<Style>) {
    for (index, inline) in inlines.enumerated() {
      let next = index + 1 < inlines.count ? inlines[index + 1] : nil
      write(inline, before: next, styles: styles)
    }
  }

  private mutating func write(_ inline: Inline, before next: Inline?, styles: Set<Style>) {
    switch inline {
    case .text(let words): text.append(words, opensBracket: next?.opensBracket ?? false)
    case .code(let code): writeCode(code)
    case .emphasis(let inner): write(inner, as: .emphasis, before: next, styles: styles)
    case .strong(let inner): write(inner, as: .strong, before: next, styles: styles)
    case .strikethrough(let inner): write(inner, as: .strikethrough, before: next, styles: styles)
    case .superscript(let inner): write(inner, inTag: "sup", styles: styles)
    case .subscript(let inner): write(inner, inTag: "sub", styles: styles)
    case .link(let destination, let inner): write(link: destination, inner, styles: styles)
    case .image(let picture):
      text.appendMarkup("![")
      text.append(picture.alt, opensBracket: false)
      text.appendMarkup("](\(Self.target(picture.url.text)))")
    case .softBreak:
      text.trimSpaces()
      text.appendMarkup(softBreak)
    case .lineBreak:
      text.trimSpaces()
      // A backslash at the line's end means nothing to Redcarpet.
      text.appendMarkup(place == .paragraph ? "  \n" : "<br>")
    case .footnote(let number): text.appendMarkup("[^\(number)]")
    }
  }

  // MARK: Styles

  private mutating func write(
    _ inner: [Inline], as style: Style, before next: Inline?, styles: Set<Style>
  ) {
    guard !styles.contains(style) else { return write(inner, styles: styles) }
    var content = MarkdownInlines(place: place, softBreak: softBreak)
    // Signs at a line's start mean what they mean there only behind no other sign.
    content.text.isInLine = true
    content.write(inner, styles: styles.union([style]))
    let words = content.text.text
    guard let sign = sign(style, around: words, before: next, isNested: !styles.isEmpty) else {
      return write(inner, inTag: style.tag, styles: styles.union([style]))
    }
    text.appendMarkup(sign + words + sign)
  }

  /// The sign that CommonMark's rules of flanking (6.2) let open and close here; nil for none.
  private func sign(
    _ style: Style, around words: String, before next: Inline?, isNested: Bool
  ) -> String? {
    guard let first = words.unicodeScalars.first, let last = words.unicodeScalars.last,
      !first.isAnySpace, !last.isAnySpace
    else { return nil }
    let before = text.text.unicodeScalars.last
    let after = next?.firstScalar
    let isAfterWord = before.map { !$0.isSpaceOrPunctuation } ?? false
    let isBeforeWord = after.map { !$0.isSpaceOrPunctuation } ?? false
    guard !isAfterWord || !first.isMarkdownSign, !isBeforeWord || !last.isMarkdownSign else {
      return nil
    }
    switch style {
    case .strong: return "**"
    case .strikethrough: return "~~"
    case .emphasis:
      if !isAfterWord, !isBeforeWord { return "_" }
      // Redcarpet is told to leave emphasis within a word alone.
      return nil
    }
  }

  private mutating func write(_ inner: [Inline], inTag tag: String, styles: Set<Style>) {
    text.appendMarkup("<\(tag)>")
    write(inner, styles: styles)
    text.appendMarkup("</\(tag)>")
  }

  // MARK: Code and links

  private mutating func writeCode(_ code: String) {
    guard !code.isEmpty else { return }
    let fence = String(repeating: "`", count: code.longestRun(of: "`") + 1)
    let isSpaced = code.hasPrefix(" ") && code.hasSuffix(" ") && code.contains { $0 != " " }
    let pad = isSpaced || code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
    let shown = place == .cell ? code.replacing("|", with: "\\|") : code
    text.appendMarkup(fence + pad + shown + pad + fence)
  }

  private mutating func write(
    link destination: Destination, _ inner: [Inline], styles: Set<Style>
  ) {
    let target: String
    let shown: String
    switch destination {
    case .web(let url): (target, shown) = (url.text, url.text)
    case .mail(let address):
      (target, shown) = ("mailto:" + address.replacing("%", with: "%25"), address)
    }
    if inner.isEmpty || inner == [.text(shown)], !shown.contains(where: { "&\\|".contains($0) }) {
      text.appendMarkup("<\(shown)>")
      return
    }
    text.appendMarkup("[")
    write(inner, styles: styles)
    text.appendMarkup("](\(Self.target(target)))")
  }

  /// In angle brackets where parentheses would end it, and without entities.
  private static func target(_ url: String) -> String {
    var url = url.contains(";") ? url.replacing("&", with: "&amp;") : url
    for (sign, code) in [("|", "%7C"), ("\\", "%5C"), ("<", "%3C"), (">", "%3E"), (" ", "%20")] {
      url = url.replacing(sign, with: code)
    }
    return url.contains { "()".contains($0) } ? "<\(url)>" : url
  }
}

extension Inline {
  /// Whether it begins with a bracket, of which a sign before it would make something else.
  fileprivate var opensBracket: Bool {
    switch self {
    case .link, .footnote: true
    case .text, .code, .emphasis, .strong, .strikethrough, .superscript, .subscript, .image,
      .softBreak, .lineBreak:
      false
    }
  }

  /// What its Markdown begins with.
  fileprivate var firstScalar: Unicode.Scalar? {
    switch self {
    case .text(let text): text.unicodeScalars.first
    case .softBreak, .lineBreak: " "
    case .code, .emphasis, .strong, .strikethrough, .superscript, .subscript, .link, .image,
      .footnote:
      "*"
    }
  }
}

extension Unicode.Scalar {
  /// Beside such a scalar a sign may open or close whatever stands on its other side.
  fileprivate var isSpaceOrPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: isAnySpace || isASCII && isMarkdownSign
    }
  }

  /// Punctuation or a symbol: the newer editions of CommonMark treat both alike.
  fileprivate var isMarkdownSign: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
