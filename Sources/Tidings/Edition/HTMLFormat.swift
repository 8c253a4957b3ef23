/// Writes a document tree as HTML for mail: each element carries its own style.
struct HTMLFormat: Sendable {
  let theme: Theme
  /// Added to the level of each heading, so that a body's stand below its article's title.
  let headingShift: Int
  /// In pixels: what a picture may fill.
  let width: Int

  init(theme: Theme, headingShift: Int = 2, width: Int = 536) {
    self.theme = theme
    self.headingShift = headingShift
    self.width = width
  }

  func html(of document: Document) -> String {
    var html = ""
    for block in document.blocks { write(block, to: &html) }
    guard !document.footnotes.isEmpty else { return html }
    open("hr", to: &html)
    open("ol", class: "footnotes", to: &html)
    for note in document.footnotes { element("li", to: &html) { write(tight: note, to: &$0) } }
    html += "</ol>\n"
    return html
  }

  private func write(_ block: Block, to html: inout String) {
    switch block {
    case .paragraph(let inlines):
      element("p", to: &html) { write(inlines, to: &$0) }
    case .heading(let level, let inlines):
      element("h\(min(6, level + headingShift))", to: &html) { write(inlines, to: &$0) }
    case .quote(let blocks):
      element("blockquote", to: &html) { html in for block in blocks { write(block, to: &html) } }
    case .list(let list):
      write(list, to: &html)
    case .code(_, let text):
      element("p", class: "code", to: &html) { html in
        element("code", class: "block", newLine: false, to: &html) { html in
          let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
          for (index, line) in lines.enumerated() {
            if index > 0 { open("br", to: &html) }
            html += Self.spaced(line)
          }
        }
      }
    case .table(let table):
      write(table, to: &html)
    case .rule:
      open("hr", to: &html)
    }
    if html.last != "\n" { html += "\n" }
  }

  /// A line of code whose spaces all show, and whose single ones still let it break.
  ///
  /// Outlook for Windows knows no `white-space`, and a line that cannot break is wider than a phone.
  private static func spaced(_ line: Substring) -> String {
    var text = ""
    var isAfterSpace = true
    for character in line.replacing("\t", with: "    ") {
      text.append(character == " " && isAfterSpace ? "\u{A0}" : character)
      isAfterSpace = character == " "
    }
    return text.htmlEscaped
  }

  private func write(_ list: Block.List, to html: inout String) {
    let name = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let isTasks = list.items.contains { $0.isDone != nil }
    open(name, class: isTasks ? "tasks" : nil, attributes: start, to: &html)
    for item in list.items {
      element("li", to: &html) { html in
        if let isDone = item.isDone { html += isDone ? "☑ " : "☐ " }
        if list.isTight {
          write(tight: item.blocks, to: &html)
        } else {
          for block in item.blocks { write(block, to: &html) }
        }
      }
    }
    html += "</\(name)>\n"
  }

  /// A tight item's paragraphs are bare text (CommonMark 5.3).
  private func write(tight blocks: [Block], to html: inout String) {
    for (index, block) in blocks.enumerated() {
      if case .paragraph(let inlines) = block {
        if index > 0 { open("br", to: &html) }
        write(inlines, to: &html)
      } else {
        write(block, to: &html)
      }
    }
  }

  private func write(_ table: Block.Table, to html: inout String) {
    open("table", class: "data", to: &html)
    if !table.header.allSatisfy(\.isEmpty) {
      element("tr", to: &html) { row in
        for (cell, alignment) in zip(table.header, table.alignments) {
          element("th", attributes: Self.attribute(alignment), to: &row) { write(cell, to: &$0) }
        }
      }
    }
    for cells in table.rows {
      element("tr", to: &html) { row in
        for (cell, alignment) in zip(cells, table.alignments) {
          element("td", class: "data", attributes: Self.attribute(alignment), to: &row) {
            write(cell, to: &$0)
          }
        }
      }
    }
    html += "</table>\n"
  }

  private static func attribute(_ alignment: Block.Alignment) -> String {
    switch alignment {
    case .natural: ""
    case .left: " align=\"left\""
    case .center: " align=\"center\""
    case .right: " align=\"right\""
    }
  }

  private func write(_ inlines: [Inline], to html: inout String) {
    for inline in inlines { write(inline, to: &html) }
  }

  private func write(_ inline: Inline, to html: inout String) {
    switch inline {
    case .text(let text): html += text.htmlEscaped
    case .code(let text): wrap("code", [.text(text)], to: &html)
    case .emphasis(let inlines): wrap("em", inlines, to: &html)
    case .strong(let inlines): wrap("strong", inlines, to: &html)
    case .strikethrough(let inlines): wrap("del", inlines, to: &html)
    case .superscript(let inlines): wrap("sup", inlines, to: &html)
    case .subscript(let inlines): wrap("sub", inlines, to: &html)
    case .link(let destination, let inlines):
      let attributes = " href=\"\(destination.text.htmlEscaped)\""
      element("a", attributes: attributes, newLine: false, to: &html) { write(inlines, to: &$0) }
    case .image(let picture):
      let attributes =
        " src=\"\(picture.url.text.htmlEscaped)\" alt=\"\(picture.alt.htmlEscaped)\" width=\"\(width)\""
      open("img", attributes: attributes, to: &html)
    case .softBreak: html += "\n"
    case .lineBreak:
      open("br", to: &html)
      html += "\n"
    case .footnote(let number): wrap("sup", [.text(String(number))], to: &html)
    }
  }

  private func wrap(_ name: String, _ inlines: [Inline], to html: inout String) {
    element(name, newLine: false, to: &html) { write(inlines, to: &$0) }
  }

  private func element(
    _ name: String, class kind: String? = nil, attributes: String = "", newLine: Bool = true,
    to html: inout String, content: (inout String) -> Void
  ) {
    open(name, class: kind, attributes: attributes, to: &html)
    content(&html)
    html += newLine ? "</\(name)>\n" : "</\(name)>"
  }

  private func open(
    _ name: String, class kind: String? = nil, attributes: String = "", to html: inout String
  ) {
    html += "<\(name)\(attributes)"
    if let kind { html += " class=\"\(kind)\"" }
    let style = theme.style(of: name, classes: kind.map { [$0] } ?? [])
    if !style.isEmpty { html += " style=\"\(style.htmlEscaped)\"" }
    html += ">"
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
}
