/// One walk over parsed HTML, yielding what of it is harmless.
struct HTMLWalk {
  let rule: LinkRule
  let losses: Losses
  let placeholders: Placeholders?

  /// Deeper than this a tree is flattened to its text, so that no walk overflows a stack.
  static let nesting = 100

  func pieces(_ nodes: [HTMLNode], depth: Int) -> [Piece] {
    nodes.flatMap { pieces($0, depth: depth) }
  }

  private func pieces(_ node: HTMLNode, depth: Int) -> [Piece] {
    switch node {
    case .text(let text): Self.collapsed(text).map(Piece.inline)
    case .comment(let text): comment(text, depth: depth)
    case .element(let element): pieces(of: element, depth: depth + 1)
    }
  }

  private func comment(_ text: String, depth: Int) -> [Piece] {
    if let pieces = placeholders?.take(text, depth: depth) { return pieces }
    if Self.isExcerptEnd(text) { return [.excerptEnd] }
    return Self.isThreadBreak(text) ? [.threadBreak] : []
  }

  private static func isThreadBreak(_ comment: String) -> Bool {
    comment.lowercased().split(whereSeparator: \.isWhitespace) == ["thread"]
  }

  /// The marks of WordPress and Hugo, Docusaurus, Eleventy and Jekyll.
  private static func isExcerptEnd(_ comment: String) -> Bool {
    let words = comment.lowercased().split(whereSeparator: \.isWhitespace)
    switch words.first {
    case "more", "truncate": return true
    case "excerpt", "excerpt-end", "endexcerpt", "end-excerpt", "/excerpt", "readmore",
      "read-more", "summary-end":
      return words.count == 1
    default: return words == ["end", "excerpt"] || words == ["read", "more"]
    }
  }

  private func pieces(of element: HTMLElement, depth: Int) -> [Piece] {
    let name = element.name
    if HTMLNames.dropped.contains(name) { return player(element) ?? drop(element) }
    if element.isHidden { return drop(element, because: "hidden ") }
    guard depth < Self.nesting else {
      losses.note("structure nested more than \(Self.nesting) deep")
      let kept = pieces(element.children.filter(\.isLeaf), depth: depth)
      let text = Self.collapsed(element.children.filter { !$0.isLeaf }.verbatim)
      return kept + text.map(Piece.inline)
    }
    if let pieces = block(element, depth: depth) { return pieces }
    if let pieces = inline(element, depth: depth) { return pieces }
    let inner = pieces(element.children, depth: depth)
    if HTMLNames.divisions.contains(name) { return inner.closed }
    if !HTMLNames.transparent.contains(name) { losses.note("unknown element '\(name.prefix(80))'") }
    return inner
  }

  private func block(_ element: HTMLElement, depth: Int) -> [Piece]? {
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let inlines = inlines(element.children, depth: depth)
      let level = element.name.last?.wholeNumberValue ?? 6
      return inlines.isVisible ? [.block(.heading(level: level, inlines))] : []
    case "blockquote":
      let blocks = blocks(element.children, depth: depth)
      return blocks.isEmpty ? [] : [.block(.quote(blocks))]
    case "ul", "ol", "menu", "dir":
      return list(element, depth: depth)
    case "pre", "listing", "xmp":
      return code(element, depth: depth)
    case "table":
      return HTMLTable(element, walk: self, depth: depth).pieces
    case "hr":
      return [.block(.rule)] + pieces(element.children, depth: depth)
    case "summary", "dt":
      return pieces(element.children, depth: depth).wrapped(Self.strong).closed
    case "figcaption":
      return pieces(element.children, depth: depth).wrapped(Self.emphasis).closed
    default:
      return nil
    }
  }

  private func inline(_ element: HTMLElement, depth: Int) -> [Piece]? {
    func inner() -> [Piece] { pieces(element.children, depth: depth) }
    switch element.name {
    case "b", "strong": return inner().wrapped(Self.strong)
    case "i", "em", "cite", "dfn", "var": return inner().wrapped(Self.emphasis)
    case "s", "del", "strike": return inner().wrapped { $0.isVisible ? [.strikethrough($0)] : $0 }
    case "sup": return inner().wrapped { $0.isVisible ? [.superscript($0)] : $0 }
    case "sub": return inner().wrapped { $0.isVisible ? [.subscript($0)] : $0 }
    case "code", "kbd", "samp", "tt": return inner().wrapped(\.asCode)
    case "q": return [.inline(.text("“"))] + inner() + [.inline(.text("”"))]
    case "br": return [.inline(.lineBreak)] + inner()
    case "img", "image": return image(element).map(Piece.inline) + inner()
    case "math":
      let text = CleanText.prose(element.attributes["alttext"] ?? "")
      return drop(element) + (text.isEmpty ? [] : [.inline(.text(text))])
    case "a":
      guard let reference = element.attributes["href"] else { return inner() }
      do {
        let destination = try rule.destination(reference)
        return inner().wrapped { inlines in
          let text = inlines.withoutLinks.merged
          return text.isVisible ? [.link(destination, text)] : text
        }
      } catch {
        losses.note(error.reason)
        return inner()
      }
    default: return nil
    }
  }

  func blocks(_ nodes: [HTMLNode], depth: Int) -> [Block] {
    pieces(nodes, depth: depth).blocks
  }

  func inlines(_ nodes: [HTMLNode], depth: Int) -> [Inline] {
    pieces(nodes, depth: depth).inlines.trimmed
  }

  private func drop(_ element: HTMLElement, because reason: String = "") -> [Piece] {
    let swallowed = placeholders?.skip(element.children) ?? 0
    let source = element.attributes["src"] ?? element.attributes["data"]
    let name = source.map { "\(element.name) '\($0.prefix(80))'" } ?? element.name
    if !HTMLNames.silent.contains(element.name) || swallowed > 0 {
      losses.note(
        "\(reason)\(name)" + (swallowed > 0 ? " and the text within" : ""))
    }
    return []
  }

  /// A link to what a player's frame or a `video` or `audio` element would show.
  private func player(_ element: HTMLElement) -> [Piece]? {
    let sources = [element] + element.elements.filter { $0.name == "source" }
    guard !element.isHidden,
      let source = sources.lazy.compactMap({ $0.attributes["src"] }).first(where: { !$0.isEmpty })
    else { return nil }
    let label: String
    let address: String
    switch element.name {
    case "iframe":
      guard let page = EmbeddedPage.ofFrame(source) else { return nil }
      (label, address) = page
    case "video": (label, address) = ("Video", source)
    case "audio": (label, address) = ("Audio", source)
    default: return nil
    }
    guard let url = try? rule.web(address, kind: "link") else { return nil }
    _ = placeholders?.skip(element.children)
    let title = CleanText.prose(element.attributes["title"] ?? "").oneLine
    let isTelling = !title.isEmpty && !title.lowercased().hasSuffix("video player")
    let words = isTelling ? "\(label.prefix { $0 != ":" }): \(title)" : label
    return [.inline(.link(.web(url), [.text(words)]))]
  }

  private func image(_ element: HTMLElement) -> [Inline] {
    let alt = CleanText.prose(element.attributes["alt"] ?? "").split(separator: " ")
      .joined(separator: " ")
    let source = element.attributes["src"] ?? ""
    if element.isTrackingPixel {
      losses.note("tracking pixel '\(source.prefix(80))'")
      return []
    }
    do {
      let url = try rule.web(source, kind: "image")
      return [.image(Picture(url: url, alt: alt, size: element.pictureSize))]
    } catch {
      losses.note(error.reason)
      return alt.isEmpty ? [] : [.text(alt)]
    }
  }

  private func code(_ element: HTMLElement, depth: Int) -> [Piece] {
    _ = placeholders?.skip(element.children)
    var text = CleanText.code(element.children.verbatim)
    if text.hasPrefix("\n") { text.removeFirst() }
    if text.hasSuffix("\n") { text.removeLast() }
    let classes = ([element] + element.elements).flatMap { element in
      (element.attributes["class"] ?? "").split(whereSeparator: \.isWhitespace)
    }
    let language = classes.lazy.compactMap { name in
      ["language-", "lang-", "highlight-source-"].first(where: name.hasPrefix)
        .map { CleanText.prose(String(name.dropFirst($0.count))) }
    }.first { !$0.isEmpty }
    return text.isEmpty ? [] : [.block(.code(language: language, text: text))]
  }

  private func list(_ element: HTMLElement, depth: Int) -> [Piece] {
    var items: [Block.Item] = []
    var strays: [Block] = []
    for node in element.children {
      if case .element(let item) = node, item.name == "li", !item.isHidden {
        items.append(
          Block.Item(isDone: Self.isDone(item), blocks: blocks(item.children, depth: depth + 1)))
        continue
      }
      // A list right within a list belongs to the item before it, as browsers show it.
      let stray = blocks([node], depth: depth)
      if let last = items.popLast() {
        items.append(Block.Item(isDone: last.isDone, blocks: last.blocks + stray))
      } else {
        strays += stray
      }
    }
    items.removeAll { $0.blocks.isEmpty }
    guard !items.isEmpty else { return strays.map(Piece.block) }
    let first = element.attributes["start"].flatMap { Int($0) } ?? 1
    let list = Block.List(
      start: element.name == "ol" ? min(max(first, 0), 999_999_999) : nil,
      isTight: items.allSatisfy { item in
        item.blocks.dropFirst().allSatisfy { block in
          guard case .list = block else { return false }
          return true
        }
      }, items: items)
    return (strays + [.list(list)]).map(Piece.block)
  }

  /// What a checkbox at an item's start says.
  private static func isDone(_ item: HTMLElement) -> Bool? {
    guard let first = item.elements.first else { return nil }
    if first.name == "p" || first.name == "label" { return isDone(first) }
    guard first.name == "input", first.attributes["type"]?.lowercased() == "checkbox" else {
      return nil
    }
    return first.attributes["checked"] != nil
  }

  private static func strong(_ inlines: [Inline]) -> [Inline] {
    inlines.isVisible ? [.strong(inlines)] : inlines
  }

  private static func emphasis(_ inlines: [Inline]) -> [Inline] {
    inlines.isVisible ? [.emphasis(inlines)] : inlines
  }

  /// White space as browsers show it: one space, or a soft break where the source has a line end.
  private static func collapsed(_ text: String) -> [Inline] {
    var result: [Inline] = []
    var word = String.UnicodeScalarView()
    var pending: Inline?
    func flush() {
      if !word.isEmpty { result.append(.text(CleanText.prose(String(word)))) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\u{0C}":
        pending = pending ?? .text(" ")
      case "\n", "\r":
        pending = .softBreak
      default:
        if pending == .softBreak {
          flush()
          result.append(.softBreak)
        } else if pending != nil {
          word.append(" ")
        }
        pending = nil
        word.append(scalar)
      }
    }
    flush()
    if let pending { result.append(pending) }
    return result
  }
}

extension HTMLNode {
  fileprivate var isLeaf: Bool {
    guard case .element = self else { return true }
    return false
  }
}

extension [Inline] {
  /// As code: one stretch when it is plain text, else each of its texts.
  fileprivate var asCode: [Inline] {
    let isPlain = allSatisfy { inline in
      switch inline {
      case .text, .code, .softBreak: true
      default: false
      }
    }
    if isPlain { return isVisible ? [.code(flatText)] : self }
    return rewritten { inlines in
      inlines.map { inline in
        guard case .text(let text) = inline else { return inline }
        return .code(text)
      }
    }
  }
}
