extension [Inline] {
  /// Adjacent texts joined, doubled spaces where they meet made one, none around line ends.
  var merged: [Inline] {
    var result: [Inline] = []
    var text = ""
    func flush(trimming: Bool) {
      if trimming { text = text.trimmingSpacesAtEnd }
      if !text.isEmpty { result.append(.text(Wikilinks.plain(text))) }
      text = ""
    }
    for inline in self {
      switch inline {
      case .text(let next):
        let isAfterSpace =
          text.isEmpty
          ? result.last == .softBreak || result.last == .lineBreak : text.utf8.last == 0x20
        text += isAfterSpace ? next.drop { $0 == " " } : next[...]
      case .code(""):
        continue
      case .softBreak, .lineBreak:
        flush(trimming: true)
        if inline == .softBreak, result.last == .softBreak || result.last == .lineBreak { continue }
        if result.last == .softBreak { result.removeLast() }
        result.append(inline)
      case .code, .emphasis, .strong, .strikethrough, .superscript, .subscript, .link, .image,
        .footnote:
        flush(trimming: false)
        result.append(inline)
      }
    }
    flush(trimming: false)
    return result
  }

  /// Merged, without white space and line ends at either end.
  var trimmed: [Inline] {
    var result = merged[...]
    while let first = result.first {
      switch first {
      case .softBreak, .lineBreak:
        result.removeFirst()
        continue
      case .text(let text) where text.hasPrefix(" "):
        result.removeFirst()
        let rest = text.drop { $0 == " " }
        if rest.isEmpty { continue }
        result = [.text(String(rest))] + result
      default:
        break
      }
      break
    }
    while let last = result.last {
      switch last {
      case .softBreak, .lineBreak:
        result.removeLast()
        continue
      case .text(let text) where text.hasSuffix(" "):
        result.removeLast()
        let rest = text.trimmingSpacesAtEnd
        if rest.isEmpty { continue }
        result.append(.text(rest))
      default:
        break
      }
      break
    }
    return Array(result)
  }

  /// Whether a reader sees anything of it.
  var isVisible: Bool {
    contains { inline in
      switch inline {
      case .text(let text), .code(let text): !text.allSatisfy(\.isAnySpace)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .superscript(let inner), .subscript(let inner), .link(_, let inner):
        inner.isVisible
      case .image, .footnote: true
      case .softBreak, .lineBreak: false
      }
    }
  }

  /// Links replaced by what they hold, for no link may stand in another.
  var withoutLinks: [Inline] {
    rewritten { inlines in
      inlines.flatMap { inline -> [Inline] in
        guard case .link(_, let inner) = inline else { return [inline] }
        return inner
      }
    }
  }
}

extension String {
  var trimmingSpacesAtEnd: String {
    var rest = self[...]
    while rest.hasSuffix(" ") { rest.removeLast() }
    return String(rest)
  }
}
