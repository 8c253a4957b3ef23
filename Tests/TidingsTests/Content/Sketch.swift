@testable import Tidings

/// A tree in one line of shorthand, so that tests read as tables.
func sketch(_ document: Document) -> String {
  var result = sketch(document.blocks)
  for (index, note) in document.footnotes.enumerated() {
    result += " note\(index + 1){\(sketch(note))}"
  }
  if let end = document.excerptEnd { result += " more@\(end)" }
  for number in document.threadBreaks { result += " thread@\(number)" }
  return result
}

func sketch(_ blocks: [Block]) -> String {
  blocks.map(sketch).joined(separator: " ")
}

private func sketch(_ block: Block) -> String {
  switch block {
  case .paragraph(let inlines): return "p(\(sketch(inlines)))"
  case .heading(let level, let inlines): return "h\(level)(\(sketch(inlines)))"
  case .quote(let blocks): return "quote{\(sketch(blocks))}"
  case .list(let list):
    let name = list.start.map { "ol\($0)" } ?? "ul"
    let items = list.items.map { item in
      let mark = item.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
      return mark + sketch(item.blocks)
    }
    return "\(name)\(list.isTight ? "" : "~"){\(items.joined(separator: "; "))}"
  case .code(let language, let text): return "code:\(language ?? "")(\(text))"
  case .table(let table):
    let alignments = table.alignments.map { alignment in
      switch alignment {
      case .natural: "-"
      case .left: "l"
      case .center: "c"
      case .right: "r"
      }
    }
    let rows = ([table.header] + table.rows).map { $0.map(sketch).joined(separator: "|") }
    return "table:\(alignments.joined()){\(rows.joined(separator: " / "))}"
  case .rule: return "rule"
  }
}

func sketch(_ inlines: [Inline]) -> String {
  inlines.map(sketch).joined()
}

private func sketch(_ inline: Inline) -> String {
  switch inline {
  case .text(let text): text
  case .code(let text): "`\(text)`"
  case .emphasis(let inner): "em(\(sketch(inner)))"
  case .strong(let inner): "b(\(sketch(inner)))"
  case .strikethrough(let inner): "del(\(sketch(inner)))"
  case .superscript(let inner): "sup(\(sketch(inner)))"
  case .subscript(let inner): "sub(\(sketch(inner)))"
  case .link(.web(let url), let inner): "a<\(url)>(\(sketch(inner)))"
  case .link(.mail(let address), let inner): "mail<\(address)>(\(sketch(inner)))"
  case .image(let picture): "img<\(picture.url)>(\(picture.alt))"
  case .softBreak: "~"
  case .lineBreak: "/"
  case .footnote(let number): "^\(number)"
  }
}
