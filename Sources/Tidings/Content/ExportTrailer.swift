extension Document {
  /// Without the lines that Medium's export adds at the end: author, canonical link, and export.
  var withoutExportTrailer: Document {
    var kept = blocks[...]
    while kept.last == .rule { kept.removeLast() }
    var isExport = false
    while case .paragraph(let inlines) = kept.last {
      let lines = inlines.split { $0 == .softBreak || $0 == .lineBreak }
      let rest = lines.reversed().drop { line in
        let kind = Self.kind(ofTrailer: Array(line))
        isExport = isExport || kind == .export
        return kind == .export || (kind == .byline && isExport)
      }
      if rest.count == lines.count { break }
      kept.removeLast()
      if !rest.isEmpty {
        let end = rest.first.map(\.endIndex) ?? inlines.startIndex
        kept.append(.paragraph(Array(inlines[..<end]).trimmed))
        break
      }
    }
    guard isExport else { return self }
    while kept.last == .rule { kept.removeLast() }
    return Document(
      blocks: Array(kept), footnotes: footnotes,
      excerptEnd: excerptEnd.map { min($0, kept.count) },
      threadBreaks: threadBreaks.map { min($0, kept.count) }
    ).renumberingFootnotes()
  }

  private enum TrailerKind {
    case export
    case byline
  }

  private static func kind(ofTrailer line: [Inline]) -> TrailerKind? {
    let text = line.plainText
    let links = line.count { inline in
      guard case .link = inline else { return false }
      return true
    }
    guard links > 0 else { return nil }
    if text.hasPrefix("Exported from Medium on ") { return .export }
    if text == "Canonical link" { return .export }
    return text.hasPrefix("By ") && text.contains(" on ") && text.count < 200 ? .byline : nil
  }
}
