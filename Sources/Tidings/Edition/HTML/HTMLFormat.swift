/// Writes a document tree as HTML for mail: each element carries its own style.
///
/// Only the cells of tables have padding, for Outlook for Windows knows it nowhere else.
struct HTMLFormat: Sendable {
  /// In pixels: what a picture may fill.
  static let width = 536

  private let elements: ThemedElements
  private let pictures: Pictures

  /// `elements` are the theme's.
  init(_ elements: ThemedElements, pictures: Pictures = .none) {
    self.elements = elements
    self.pictures = pictures
  }

  /// `headingLevel` is that of the first heading, one more than that of the title above it;
  /// `direction` is that of the text, `ltr` or `rtl`.
  func html(of document: Document, headingLevel: Int = 3, direction: String = "ltr") -> String {
    let isMirrored = direction == "rtl"
    var writer = HTMLWriter(
      elements: isMirrored ? elements.mirrored : elements.usual, pictures: pictures,
      headingLevel: headingLevel,
      isMirrored: isMirrored)
    writer.write(document.blocks)
    writer.write(notes: document.footnotes)
    return writer.html
  }

  /// How large to show a picture, in pixels; the height is nil when its shape is not known.
  static func size(
    of facts: PictureFacts?, within room: Int
  ) -> (width: Int, height: Int?) {
    guard let facts, facts.width > 0 else { return (room, nil) }
    let width = min(facts.width, room)
    let height = Double(facts.height) * Double(width) / Double(facts.width)
    return (width, max(1, Int(min(height.rounded(), 10_000))))
  }
}

/// One walk over a document.
private struct HTMLWriter {
  let elements: MailElements
  let pictures: Pictures
  let headingLevel: Int
  let isMirrored: Bool
  private(set) var html = ""
  /// In pixels.
  private var room = HTMLFormat.width
  private var lists = 0
  private var quotes = 0
  /// The levels, as the author has them, of the headings that the next one may stand below.
  private var levels: [Int] = []

  init(elements: MailElements, pictures: Pictures, headingLevel: Int, isMirrored: Bool) {
    self.elements = elements
    self.pictures = pictures
    self.headingLevel = headingLevel
    self.isMirrored = isMirrored
    html.reserveCapacity(4_096)
  }

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  mutating func write(notes: [[Block]]) {
    guard !notes.isEmpty else { return }
    open(.notesRule)
    html += "\n"
    element(.notes) { writer in
      for note in notes { writer.element(.item) { $0.write(tight: note) } }
    }
  }

  private mutating func write(_ block: Block, isLast: Bool = false) {
    switch block {
    case .paragraph(let inlines):
      element(isLast ? .lastParagraph : .paragraph) { $0.write(inlines) }
    case .heading(let level, let inlines):
      element(heading(level)) { $0.write(inlines) }
    case .quote(let blocks):
      if blocks.isNotice {
        writeNotice(blocks, isLast: isLast)
      } else {
        writeQuote(blocks, isLast: isLast)
      }
    case .list(let list):
      write(list)
    case .code(_, let text):
      box(.codeCell, isLast: isLast, attributes: isMirrored ? " dir=\"ltr\" align=\"left\"" : "") {
        $0.element(.codeBlock, newLine: false) { $0.write(code: text) }
      }
    case .table(let table):
      write(table)
    case .rule:
      open(.rule)
      html += "\n"
    }
  }

  /// Levels that the author skips are closed up, and none stands above its article's title.
  private mutating func heading(_ level: Int) -> MailElement {
    while let last = levels.last, last >= level { levels.removeLast() }
    levels.append(level)
    return MailElement.headings[min(6, max(1, headingLevel + levels.count - 1)) - 1]
  }

  // MARK: Boxes

  /// A quotation or list further in than this gets no room of its own: a phone has none.
  private static let nesting = 4

  private mutating func writeQuote(_ blocks: [Block], isLast: Bool) {
    guard quotes < Self.nesting else { return write(blocks) }
    quotes += 1
    defer { quotes -= 1 }
    element(.quote) { writer in
      writer.box(.quoteCell, isLast: isLast, beside: .bar) { $0.writeInner(blocks) }
    }
  }

  private mutating func writeNotice(_ blocks: [Block], isLast: Bool) {
    box(.noticeCell, isLast: isLast) { writer in
      if case .paragraph(let title) = blocks.first {
        writer.element(.noticeTitle) { $0.write(title) }
      }
      writer.writeInner(Array(blocks.dropFirst()))
    }
  }

  private mutating func writeInner(_ blocks: [Block]) {
    narrowed(by: 36) { writer in
      for (index, block) in blocks.enumerated() {
        writer.write(block, isLast: index == blocks.count - 1)
      }
    }
  }

  /// A table of one row for what needs padding.
  private mutating func box(
    _ cell: MailElement, isLast: Bool, beside first: MailElement? = nil, attributes: String = "",
    content: (inout HTMLWriter) -> Void
  ) {
    element(isLast ? .lastBox : .box, newLine: false) { writer in
      writer.element(.row, newLine: false) { writer in
        if let first { writer.element(first, newLine: false) { _ in } }
        writer.element(cell, attributes: attributes, newLine: false, content: content)
      }
    }
    // Word, which shows mail in Outlook for Windows, knows no margin around a table.
    html += isLast ? "\n" : "<!--[if mso]><br><![endif]-->\n"
  }

  private mutating func narrowed(by pixels: Int, content: (inout HTMLWriter) -> Void) {
    let before = room
    room = max(40, room - pixels)
    content(&self)
    room = before
  }

  // MARK: Lists

  private mutating func write(_ list: Block.List) {
    let isTasks = list.items.contains { $0.isDone != nil }
    let kind: MailElement =
      switch (list.start != nil, isTasks, lists > 0) {
      case (true, _, false): .numbers
      case (true, _, true): .nestedNumbers
      case (false, true, false): .tasks
      case (false, true, true): .nestedTasks
      case (false, false, false): .bullets
      case (false, false, true): .nestedBullets
      }
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let isDeep = lists >= Self.nesting
    lists += 1
    elements.open(kind, attributes: start, style: isDeep ? "margin:0" : "", in: &html)
    narrowed(by: isDeep ? 0 : 24) { writer in
      for item in list.items { writer.write(item, isTight: list.isTight) }
    }
    elements.close(kind, in: &html)
    html += "\n"
    lists -= 1
  }

  private mutating func write(_ item: Block.Item, isTight: Bool) {
    element(.item) { writer in
      var blocks = item.blocks[...]
      if let isDone = item.isDone {
        let mark = isDone ? "☑ " : "☐ "
        if !isTight, case .paragraph(let inlines) = blocks.first {
          blocks = blocks.dropFirst()
          let task = Block.paragraph([.text(mark)] + inlines)
          writer.write(task, isLast: blocks.isEmpty)
        } else {
          writer.html += mark
        }
      }
      if isTight {
        writer.write(tight: Array(blocks))
      } else {
        let last = blocks.indices.last
        for index in blocks.indices { writer.write(blocks[index], isLast: index == last) }
      }
    }
  }

  /// A tight item's paragraphs are bare text (CommonMark 5.3).
  private mutating func write(tight blocks: [Block]) {
    for (index, block) in blocks.enumerated() {
      if case .paragraph(let inlines) = block {
        if index > 0 { open(.lineBreak) }
        write(inlines)
      } else {
        write(block)
      }
    }
  }

  // MARK: Tables

  private mutating func write(_ table: Block.Table) {
    let columns = TableColumns(table)
    if columns.isWide { open(.scroll) }
    element(columns.isWide ? .wideTable : .table, newLine: !columns.isWide) { writer in
      var widths = columns.percents.map { " width=\"\($0)%\"" }
      func write(
        _ cells: [[Inline]], as kind: MailElement, to writer: inout HTMLWriter
      ) {
        writer.element(.row) { writer in
          for (index, cell) in cells.prefix(table.alignments.count).enumerated() {
            // A heading of itself stands in the middle.
            let isHeading = kind == .heading || kind == .denseHeading
            let natural = isHeading ? (writer.isMirrored ? "right" : "left") : ""
            let side = Self.side(table.alignments[index], natural: natural)
            let attributes =
              (side.isEmpty ? "" : " align=\"\(side)\"") + (widths.isEmpty ? "" : widths[index])
            let others = writer.room * (100 - columns.percents[index]) / 100 + 16
            writer.element(kind, attributes: attributes) { writer in
              writer.narrowed(by: others) { $0.write(cell, isInCell: true) }
            }
          }
        }
        widths = []
      }
      if !table.header.allSatisfy(\.isEmpty) {
        write(table.header, as: columns.isDense ? .denseHeading : .heading, to: &writer)
      }
      for row in table.rows {
        write(row, as: columns.isDense ? .denseCell : .cell, to: &writer)
      }
    }
    if columns.isWide {
      html += "</div>\n"
    }
  }

  private static func side(_ alignment: Block.Alignment, natural: String) -> String {
    switch alignment {
    case .natural: natural
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }

  // MARK: Text

  private mutating func write(_ inlines: [Inline], isInCell: Bool = false, fallback: String = "") {
    for inline in inlines { write(inline, isInCell: isInCell, fallback: fallback) }
  }

  private mutating func write(_ inline: Inline, isInCell: Bool, fallback: String) {
    func wrap(_ element: MailElement, _ inlines: [Inline]) {
      self.element(element, newLine: false) {
        $0.write(inlines, isInCell: isInCell, fallback: fallback)
      }
    }
    switch inline {
    case .text(let text):
      if isInCell { write(cellText: text) } else { html += text.htmlEscaped }
    case .code(let text): wrap(.code, [.text(text)])
    case .emphasis(let inlines): wrap(.emphasis, inlines)
    case .strong(let inlines): wrap(.strong, inlines)
    case .strikethrough(let inlines): wrap(.strikethrough, inlines)
    case .superscript(let inlines): wrap(.superscript, inlines)
    case .subscript(let inlines): wrap(.subscript, inlines)
    case .link(let destination, let inlines):
      let attributes = " href=\"\(destination.text.htmlEscaped)\""
      // A link around pictures that nobody describes says at least where it leads.
      let name = inlines.plainText.isEmpty ? destination.name : ""
      element(.link, attributes: attributes, newLine: false) {
        $0.write(inlines, isInCell: isInCell, fallback: name)
      }
    case .image(let picture): write(picture, fallback: fallback)
    case .softBreak: html += "\n"
    case .lineBreak:
      open(.lineBreak)
      html += "\n"
    case .footnote(let number): wrap(.superscript, [.text("[\(number)]")])
    }
  }

  /// Cells keep their words whole but those that no cell has room for.
  private mutating func write(cellText text: String) {
    guard text.utf8.count > TableColumns.longestWord else {
      html += text.htmlEscaped
      return
    }
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { html += " " }
      if word.utf8.count > TableColumns.longestWord {
        element(.longWord, newLine: false) { $0.html += String(word).htmlEscaped }
      } else {
        html += String(word).htmlEscaped
      }
    }
  }

  private mutating func write(_ picture: Picture, fallback: String) {
    let facts = pictures[picture.url]
    let isIcon = facts.map { (1...40).contains($0.width) && $0.height <= 40 } ?? false
    let size = HTMLFormat.size(of: facts, within: room)
    let source = pictures.source(of: picture.url)
    let alt = picture.alt.isEmpty ? fallback : picture.alt
    let attributes =
      " src=\"\(source.htmlEscaped)\" alt=\"\(alt.htmlEscaped)\" width=\"\(size.width)\""
      + (size.height.map { " height=\"\($0)\"" } ?? "")
    // As wide as it is, and never wider than what it stands in.
    let style = isIcon ? "width:\(size.width)px" : "max-width:\(size.width)px"
    elements.open(isIcon ? .icon : .image, attributes: attributes, style: style, in: &html)
  }

  /// Code whose spaces all show, and whose single ones still let a line break.
  ///
  /// Outlook for Windows knows no `white-space`, and a line that cannot break is wider than a phone.
  private mutating func write(code text: String) {
    var line: [UInt8] = []
    var isAfterSpace = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        html += String(decoding: line, as: UTF8.self).htmlEscaped
        line.removeAll(keepingCapacity: true)
        open(.lineBreak)
        isAfterSpace = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        for _ in 0..<(byte == UInt8(ascii: "\t") ? 4 : 1) {
          line += isAfterSpace ? [0xC2, 0xA0] : [byte == 0x09 ? 0x20 : byte]
          isAfterSpace = true
        }
      default:
        line.append(byte)
        isAfterSpace = false
      }
    }
    html += String(decoding: line, as: UTF8.self).htmlEscaped
  }

  // MARK: Elements

  private mutating func open(_ element: MailElement, attributes: String = "") {
    elements.open(element, attributes: attributes, in: &html)
  }

  private mutating func element(
    _ element: MailElement, attributes: String = "", newLine: Bool = true,
    content: (inout HTMLWriter) -> Void
  ) {
    open(element, attributes: attributes)
    content(&self)
    elements.close(element, in: &html)
    if newLine { html += "\n" }
  }
}

extension Destination {
  /// As an address stands in `href`.
  var text: String {
    switch self {
    case .web(let url): url.text
    // RFC 6068 2: what could end the address or begin a header of the link is encoded.
    case .mail(let address): "mailto:" + address.percentEncoded(keeping: "@+")
    }
  }

  /// In words, where it leads.
  fileprivate var name: String {
    switch self {
    case .web(let url): url.host
    case .mail(let address): address
    }
  }
}
