import CCmarkGFM
import Synchronization

/// Reads Markdown in GitHub's dialect, with tables, task lists and footnotes, into a `Document`.
public struct MarkdownReader: Sendable {
  private let base: WebURL?

  /// Relative links and images resolve against `base`; without it they become their text.
  public init(base: WebURL? = nil) {
    self.base = base
  }

  public func document(_ markdown: String) -> Document { read(markdown).document }

  /// The document, and in words what was left out of it.
  public func read(_ markdown: String) -> (document: Document, dropped: [String]) {
    let source = MarkdownSource(markdown)
    let losses = Losses(source.remarks)
    guard let root = Self.tree(source) else { return (Document(blocks: []), losses.words) }
    defer { cmark_node_free(root) }
    let walk = MarkdownWalk(base: base, losses: losses)
    let footnotes = Self.footnotes(in: root).map { walk.blocks(of: $0, depth: 0) }
    return (walk.pieces(of: root, depth: 0).document(footnotes: footnotes), losses.words)
  }

  /// The library registers its extensions without a lock and, while it parses, keeps in a global
  /// table which characters the extensions care for: one parse at a time.
  private static let parser = Mutex(registered())

  private static func registered() {
    cmark_gfm_core_extensions_ensure_registered()
  }

  private static func tree(_ source: MarkdownSource) -> OpaquePointer? {
    var text = source.text
    return parser.withLock { _ in
      text.withUTF8 { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          tidings_parse($0.baseAddress, $0.count, source.allowsTables, source.allowsAutolinks)
        }
      }
    }
  }

  /// The definitions that are referred to, which the library puts last, in the order of reference.
  private static func footnotes(in root: OpaquePointer) -> [OpaquePointer] {
    root.children.filter { cmark_node_get_type($0) == CMARK_NODE_FOOTNOTE_DEFINITION }
  }
}

/// One walk over a parsed tree, copying it to values.
private struct MarkdownWalk {
  let base: WebURL?
  let losses: Losses

  private var rule: LinkRule { LinkRule(base: base) }

  func blocks(of parent: OpaquePointer, depth: Int) -> [Block] {
    pieces(of: parent, depth: depth).blocks
  }

  /// The children of a container; what stands between its first and last piece of raw HTML is
  /// read as one text with it, for only together they tell what holds what.
  func pieces(of parent: OpaquePointer, depth: Int) -> [Piece] {
    let nodes = parent.children.filter {
      cmark_node_get_type($0) != CMARK_NODE_FOOTNOTE_DEFINITION
    }
    let literals = nodes.map { node in
      cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK ? node.literal : nil
    }
    guard let first = literals.firstIndex(where: { $0 != nil }),
      let last = literals.lastIndex(where: { $0 != nil })
    else { return nodes.flatMap { pieces(block: $0, depth: depth) } }
    return nodes[..<first].flatMap { pieces(block: $0, depth: depth) }
      + mixed(Array(nodes[first...last]), Array(literals[first...last]), depth: depth) {
        pieces(block: $0, depth: $1)
      }
      + nodes[(last + 1)...].flatMap { pieces(block: $0, depth: depth) }
  }

  /// Raw HTML and the nodes between it, where `literals` is nil, by way of the HTML reader.
  private func mixed(
    _ nodes: [OpaquePointer], _ literals: [String?], depth: Int,
    convert: @escaping (OpaquePointer, Int) -> [Piece]
  ) -> [Piece] {
    let html = literals.map { $0.map { Self.isMarkup($0) ? $0 : "" } }
    let others = nodes.indices.filter { html[$0] == nil }
    let placeholders = Placeholders(count: others.count) { convert(nodes[others[$0]], $1) }
    var number = -1
    let source = html.map { literal in
      if let literal { return literal }
      number += 1
      return Placeholders.comment(number)
    }
    let reader = HTMLReader(base: base)
    let pieces = reader.pieces(
      source.joined(), losses: losses, placeholders: placeholders, depth: depth)
    if placeholders.isComplete { return pieces }
    // HTML cut off within a tag has swallowed Markdown: each piece for itself then.
    return nodes.indices.flatMap { index in
      html[index].map {
        reader.pieces($0, losses: losses, placeholders: nil, depth: depth)
      } ?? convert(nodes[index], depth)
    }
  }

  /// Not a processing instruction, declaration or CDATA section, which HTML parsers read amiss.
  private static func isMarkup(_ literal: String) -> Bool {
    let text = literal.drop(while: \.isWhitespace)
    return !text.hasPrefix("<?") && (!text.hasPrefix("<!") || text.hasPrefix("<!--"))
  }

  private func pieces(block node: OpaquePointer, depth: Int) -> [Piece] {
    guard depth < HTMLWalk.nesting else {
      losses.note("structure nested more than \(HTMLWalk.nesting) deep")
      return [.inline(.text(node.wholeText))].closed
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      return inlinePieces(of: node, depth: depth + 1).closed
    case CMARK_NODE_HEADING:
      let inlines = inlines(of: node, depth: depth + 1).trimmed
      let level = min(max(Int(cmark_node_get_heading_level(node)), 1), 6)
      return inlines.isEmpty ? [] : [.block(.heading(level: level, inlines))]
    case CMARK_NODE_BLOCK_QUOTE:
      let blocks = blocks(of: node, depth: depth + 1)
      return blocks.isEmpty ? [] : [.block(.quote(blocks))]
    case CMARK_NODE_LIST:
      return [.block(.list(list(node, depth: depth + 1)))]
    case CMARK_NODE_CODE_BLOCK:
      return [.block(code(node))]
    case CMARK_NODE_THEMATIC_BREAK:
      return [.block(.rule)]
    default:
      guard tidings_is_type(node, "table") else { return pieces(of: node, depth: depth + 1) }
      return [.block(.table(table(node, depth: depth + 1)))]
    }
  }

  private func list(_ node: OpaquePointer, depth: Int) -> Block.List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return Block.List(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0,
      items: node.children.map { item in
        let isTask = tidings_is_type(item, "tasklist")
        return Block.Item(
          isDone: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil,
          blocks: blocks(of: item, depth: depth))
      })
  }

  private func code(_ node: OpaquePointer) -> Block {
    var text = CleanText.code(node.literal)
    if text.hasSuffix("\n") { text.removeLast() }
    let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
    let word = CleanText.prose(info).split(whereSeparator: \.isWhitespace).first
    return .code(language: word.map(String.init), text: text)
  }

  private func table(_ node: OpaquePointer, depth: Int) -> Block.Table {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = cmark_gfm_extensions_get_table_alignments(node)
    let alignments: [Block.Alignment] = (0..<count).map { column in
      switch letters?[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .natural
      }
    }
    let rows = node.children.map { row in
      let cells = row.children.prefix(count).map { inlines(of: $0, depth: depth).trimmed }
      return cells + Array(repeating: [], count: count - cells.count)
    }
    return Block.Table(
      alignments: alignments, header: rows.first ?? Array(repeating: [], count: count),
      rows: Array(rows.dropFirst()))
  }

  private func inlines(of parent: OpaquePointer, depth: Int) -> [Inline] {
    inlinePieces(of: parent, depth: depth).inlines
  }

  private func inlinePieces(of parent: OpaquePointer, depth: Int) -> [Piece] {
    let nodes = parent.children
    let literals = nodes.map { node in
      cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE ? node.literal : nil
    }
    guard literals.contains(where: { $0 != nil }) else {
      return nodes.flatMap { pieces(inline: $0, depth: depth) }
    }
    let kept = InlineTags.kept(literals, losses: losses)
    let used = nodes.indices.filter { literals[$0] == nil || kept[$0] }
    return mixed(used.map { nodes[$0] }, used.map { literals[$0] }, depth: depth) {
      pieces(inline: $0, depth: $1)
    }
  }

  private func pieces(inline node: OpaquePointer, depth: Int) -> [Piece] {
    guard depth < HTMLWalk.nesting else { return [.inline(.text(node.wholeText))] }
    func styled(_ style: ([Inline]) -> Inline) -> [Piece] {
      inlinePieces(of: node, depth: depth + 1).wrapped { $0.isEmpty ? [] : [style($0)] }
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return [.inline(.text(CleanText.prose(node.literal)))]
    case CMARK_NODE_CODE: return [.inline(.code(CleanText.prose(node.literal)))]
    case CMARK_NODE_SOFTBREAK: return [.inline(.softBreak)]
    case CMARK_NODE_LINEBREAK: return [.inline(.lineBreak)]
    case CMARK_NODE_EMPH: return styled(Inline.emphasis)
    case CMARK_NODE_STRONG: return styled(Inline.strong)
    case CMARK_NODE_LINK: return link(node, depth: depth)
    case CMARK_NODE_IMAGE: return image(node, depth: depth)
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return Int(node.literal).map { [.inline(.footnote($0))] } ?? []
    default:
      if tidings_is_type(node, "strikethrough") { return styled(Inline.strikethrough) }
      return inlinePieces(of: node, depth: depth + 1)
    }
  }

  private func link(_ node: OpaquePointer, depth: Int) -> [Piece] {
    let inner = inlinePieces(of: node, depth: depth + 1)
    do {
      let destination = try rule.destination(node.url)
      return inner.wrapped { inlines in
        let text = inlines.withoutLinks.merged
        return text.isVisible ? [.link(destination, text)] : text
      }
    } catch {
      losses.note(error.reason)
      return inner
    }
  }

  private func image(_ node: OpaquePointer, depth: Int) -> [Piece] {
    let alt = inlines(of: node, depth: depth + 1).plainText
    do {
      return [.inline(.image(Picture(url: try rule.web(node.url, kind: "image"), alt: alt)))]
    } catch {
      losses.note(error.reason)
      return alt.isEmpty ? [] : [.inline(.text(alt))]
    }
  }
}

extension OpaquePointer {
  /// A node's children, in order.
  fileprivate var children: [OpaquePointer] {
    var result: [OpaquePointer] = []
    var next = cmark_node_first_child(self)
    while let node = next {
      result.append(node)
      next = cmark_node_next(node)
    }
    return result
  }

  fileprivate var literal: String {
    cmark_node_get_literal(self).map { String(cString: $0) } ?? ""
  }

  fileprivate var url: String {
    cmark_node_get_url(self).map { String(cString: $0) } ?? ""
  }

  /// All text below a node, without recursion.
  fileprivate var wholeText: String {
    guard let walk = cmark_iter_new(self) else { return "" }
    defer { cmark_iter_free(walk) }
    var words: [String] = []
    while true {
      let event = cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK: words.append(node.literal)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_PARAGRAPH: words.append(" ")
      default: break
      }
    }
    return CleanText.prose(words.joined())
  }
}
