import CLibXML2

/// Reads raw HTML, as articles and feeds hold it, into a `Document` of what is harmless in it.
struct HTMLReader: Sendable {
  private let rule: LinkRule

  /// Relative links and images resolve against `base`; without it they become their text.
  init(base: WebURL? = nil) {
    rule = LinkRule(base: base)
  }

  func document(_ html: String) -> Document { read(html).document }

  /// The document, and in words what was left out of it.
  func read(_ html: String) -> (document: Document, dropped: [String]) {
    let losses = Losses()
    let pieces = pieces(html, losses: losses, placeholders: nil, depth: 0)
    return (pieces.document(), losses.words)
  }

  /// What `html` yields, the Markdown that it stands around put in its place.
  func pieces(
    _ html: String, losses: Losses, placeholders: Placeholders?, depth: Int
  ) -> [Piece] {
    let walk = HTMLWalk(rule: rule, losses: losses, placeholders: placeholders)
    return walk.pieces(Self.nodes(html, losses: losses), depth: depth)
  }

  /// In bytes; Markdown of the greatest length fits with a comment between any two tags.
  private static let limit = 8 << 20

  /// The tree of a piece of HTML, or of a whole page with its head.
  static func nodes(_ html: String, isPage: Bool = false, losses: Losses) -> [HTMLNode] {
    let bytes = bounded(html, opening: isPage ? "" : opening, losses: losses)
    guard LibXML.isReady, let length = Int32(exactly: bytes.count) else { return [] }
    var isCut = false
    let tree = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        tidings_parse_html($0.baseAddress, length, &isCut)
      }
    }
    guard let tree else { return [] }
    defer { xmlFreeDoc(tree) }
    if isCut { losses.note("everything after HTML nested too deep to read") }
    return copy(siblings: tidings_first_node(tree), depth: 0)
  }

  /// The text without NUL and within bounds: the parser compares each attribute of a tag with all
  /// those before it, so a tag with too many is ended early.
  private static func bounded(_ html: String, opening: String, losses: Losses) -> [UInt8] {
    var result = Array(opening.utf8)
    result.reserveCapacity(result.count + min(html.utf8.count, limit))
    if html.utf8.count > limit { losses.note("everything after the first \(limit) bytes") }
    var marks = 0
    var isInTag = false
    var previous: UInt8 = 0
    for byte in html.utf8.prefix(limit) where byte != 0 {
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        isInTag = false
      case 0...0x20, UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"):
        marks += 1
        if isInTag, marks > attributeMarks {
          losses.note("attributes of a tag with too many")
          result.append(UInt8(ascii: ">"))
          isInTag = false
        }
      default:
        if previous == UInt8(ascii: "<"), byte.isLetter {
          isInTag = true
          marks = 0
        }
      }
      result.append(byte)
      previous = byte
    }
    return result
  }

  /// Spaces, quotes and equals signs that a tag may have.
  private static let attributeMarks = 4_000

  /// Without it a comment at the start would stand outside the body.
  private static let opening = "<body>"

  /// The parser itself stops at 256.
  private static let nesting = 300

  private static func copy(siblings first: xmlNodePtr?, depth: Int) -> [HTMLNode] {
    guard depth < nesting else { return [] }
    var result: [HTMLNode] = []
    var next = first
    while let node = next {
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        result.append(
          .element(
            HTMLElement(
              name: text(node.pointee.name).lowercased(), attributes: attributes(of: node),
              children: copy(siblings: node.pointee.children, depth: depth + 1),
              line: Int(node.pointee.line))))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        result.append(.text(text(node.pointee.content)))
      case XML_COMMENT_NODE:
        result.append(.comment(text(node.pointee.content)))
      default:
        break
      }
      next = node.pointee.next
    }
    return result
  }

  private static func attributes(of node: xmlNodePtr) -> [String: String] {
    var result: [String: String] = [:]
    var next = node.pointee.properties
    while let attribute = next {
      let name = text(attribute.pointee.name).lowercased()
      let value = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
      defer { tidings_free_string(value) }
      if result[name] == nil { result[name] = text(value) }
      next = attribute.pointee.next
    }
    return result
  }

  private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}

extension [Piece] {
  /// The blocks, the marks among them as numbers of blocks, and the footnotes that they refer to.
  func document(footnotes: [[Block]] = []) -> Document {
    let closed = closed
    var marks: [Int] = []
    var threadBreaks: [Int] = []
    var count = 0
    for piece in closed {
      switch piece {
      case .excerptEnd: marks.append(count)
      case .threadBreak: threadBreaks.append(count)
      case .block, .inline: count += 1
      }
    }
    // A mark before all words says where the excerpt begins.
    let mark = marks.first { $0 > 0 } ?? marks.first
    return Document(
      blocks: closed.blocks, footnotes: footnotes, excerptEnd: mark, threadBreaks: threadBreaks
    ).renumberingFootnotes()
  }
}
