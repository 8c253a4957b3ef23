extension [Inline] {
  /// Styles that follow one another as one, line ends outside of them, and nothing that says nothing.
  var stylesJoined: [Inline] {
    var result: [Inline] = []
    for inline in self {
      guard let style = inline.style else {
        if case .text(let one) = result.last, case .text(let other) = inline {
          result[result.count - 1] = .text(one + other)
        } else if inline != .text(""), inline != .code("") {
          result.append(inline)
        }
        continue
      }
      let inner = style.inner.stylesJoined
      let core = inner.drop(while: \.isLineEnd)
      let end = core.lastIndex { !$0.isLineEnd }.map { $0 + 1 } ?? core.startIndex
      result += inner[..<core.startIndex]
      if end > core.startIndex { result.append(style.wrap(Array(core[..<end])), joining: style) }
      result += inner[end...]
    }
    return result
  }

  private mutating func append(_ inline: Inline, joining style: InlineStyle) {
    guard let last = last?.style, last.joins, style.joins, last.wrap([]) == style.wrap([]) else {
      return append(inline)
    }
    removeLast()
    append(style.wrap((last.inner + (inline.style?.inner ?? [])).stylesJoined))
  }
}

/// What holds other inlines, taken apart.
private struct InlineStyle {
  let inner: [Inline]
  /// Two of them in a row look like one.
  let joins: Bool
  let wrap: ([Inline]) -> Inline
}

extension Inline {
  fileprivate var isLineEnd: Bool { self == .softBreak || self == .lineBreak }

  fileprivate var style: InlineStyle? {
    switch self {
    case .emphasis(let inner): InlineStyle(inner: inner, joins: true, wrap: Inline.emphasis)
    case .strong(let inner): InlineStyle(inner: inner, joins: true, wrap: Inline.strong)
    case .strikethrough(let inner):
      InlineStyle(inner: inner, joins: true, wrap: Inline.strikethrough)
    case .superscript(let inner): InlineStyle(inner: inner, joins: false, wrap: Inline.superscript)
    case .subscript(let inner): InlineStyle(inner: inner, joins: false, wrap: Inline.subscript)
    // A link without words still leads somewhere.
    case .link(let destination, let inner) where inner.contains { !$0.isLineEnd }:
      InlineStyle(inner: inner, joins: false) { .link(destination, $0) }
    case .link, .text, .code, .image, .softBreak, .lineBreak, .footnote: nil
    }
  }
}
