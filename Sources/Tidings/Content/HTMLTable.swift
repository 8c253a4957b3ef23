/// An HTML table made regular: one header row, and as many cells in every row.
struct HTMLTable {
  private let element: HTMLElement
  private let walk: HTMLWalk
  private let depth: Int

  /// No page shows more; the rest of a row is left out.
  private static let columns = 64

  init(_ element: HTMLElement, walk: HTMLWalk, depth: Int) {
    self.element = element
    self.walk = walk
    self.depth = depth
  }

  private struct Row {
    let cells: [HTMLElement]
    let isHeader: Bool
  }

  /// The caption and strays, then the table; for one that only lays out a page, what it holds.
  var pieces: [Piece] {
    var strays: [HTMLNode] = []
    let rows = rows(of: element, inHead: false, strays: &strays).filter { !$0.cells.isEmpty }
    let before = walk.pieces(strays, depth: depth).closed
    let isData = rows.contains { $0.cells.contains { $0.name == "th" } || $0.isHeader }
    let isWide = rows.contains { $0.cells.count > 1 }
    guard isData || (isWide && rows.count > 1) else {
      return before
        + rows.flatMap(\.cells).flatMap { walk.pieces($0.children, depth: depth + 1).closed }
    }
    return before + [.block(.table(table(rows)))]
  }

  private func rows(
    of element: HTMLElement, inHead: Bool, strays: inout [HTMLNode]
  ) -> [Row] {
    var result: [Row] = []
    for node in element.children {
      guard case .element(let child) = node, !child.isHidden else {
        strays.append(node)
        continue
      }
      switch child.name {
      case "thead", "tbody", "tfoot":
        result += rows(of: child, inHead: child.name == "thead", strays: &strays)
      case "tr":
        let cells = child.elements.filter { ["td", "th"].contains($0.name) && !$0.isHidden }
        strays += child.children.filter { node in
          guard case .element(let element) = node else { return true }
          return !["td", "th"].contains(element.name) || element.isHidden
        }
        result.append(
          Row(cells: cells, isHeader: inHead || cells.allSatisfy { $0.name == "th" }))
      case "colgroup", "col":
        continue
      default:
        strays.append(node)
      }
    }
    return result
  }

  private func table(_ rows: [Row]) -> Block.Table {
    var grid: [[[Inline]]] = []
    var alignments: [Block.Alignment] = []
    var spans: [Int] = []
    for row in rows {
      var cells: [[Inline]] = []
      func put(_ inlines: [Inline], rows: Int, _ alignment: Block.Alignment?) {
        let column = cells.count
        guard column < Self.columns else { return }
        cells.append(inlines)
        while spans.count <= column { spans.append(0) }
        while alignments.count <= column { alignments.append(.natural) }
        spans[column] = rows - 1
        if let alignment { alignments[column] = alignment }
      }
      func skipSpanned() {
        while cells.count < spans.count, spans[cells.count] > 0 {
          put([], rows: spans[cells.count], nil)
        }
      }
      for cell in row.cells {
        skipSpanned()
        let height = Self.span(cell.attributes["rowspan"], limit: 1_000)
        put(walk.inlines(cell.children, depth: depth + 1), rows: height, Self.alignment(of: cell))
        for _ in 1..<Self.span(cell.attributes["colspan"], limit: Self.columns) {
          put([], rows: height, nil)
        }
      }
      skipSpanned()
      grid.append(cells)
    }
    let width = alignments.count
    let regular = grid.map { $0 + Array(repeating: [], count: width - $0.count) }
    let hasHeader = rows.first?.isHeader == true
    return Block.Table(
      alignments: alignments,
      header: hasHeader ? regular[0] : Array(repeating: [], count: width),
      rows: hasHeader ? Array(regular.dropFirst()) : regular)
  }

  private static func span(_ attribute: String?, limit: Int) -> Int {
    min(max(attribute.flatMap { Int($0) } ?? 1, 1), limit)
  }

  private static func alignment(of cell: HTMLElement) -> Block.Alignment? {
    let style = (cell.attributes["style"] ?? "").lowercased().filter { !$0.isWhitespace }
    let named = ["left", "center", "right"].first { style.contains("text-align:\($0)") }
    return switch named ?? cell.attributes["align"]?.lowercased() {
    case "left": .left
    case "center": .center
    case "right": .right
    default: nil
    }
  }
}
