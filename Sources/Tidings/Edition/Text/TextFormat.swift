/// Writes document trees as plain text that someone could have typed.
///
/// Lines are wrapped at `width` columns. A link becomes its words and a number; the addresses
/// follow in a list, whole, one to a line. Numbers run on from document to document.
///
/// The lines of a paragraph and of a list's item end in `TextLine.mark` where they go on: those
/// reflow in a mail program that can (RFC 3676), and come together as the paragraph was written.
/// All else keeps its lines, quotations too: they begin with as many `>` as they are deep.
struct TextFormat {
  /// In columns.
  let width: Int
  private let wording: Wording
  private var numbers: [String: Int] = [:]
  private var pending: [(number: Int, address: String)] = []

  init(width: Int = 72, wording: Wording = Wording(language: "en")) {
    self.width = width
    self.wording = wording
  }

  /// RFC 3676 4.2, less the space that stuffs a line: code that is longer is broken, and reflows.
  private static let longestLine = 77

  /// The document's lines, its footnotes, and the addresses it was the first to name.
  mutating func text(of document: Document) -> String {
    var parts = [lines(of: document.blocks, indent: "")]
    if !document.footnotes.isEmpty {
      parts.append(
        document.footnotes.enumerated().flatMap { index, blocks in
          let marker = "(\(index + 1)) "
          let indent = String(repeating: " ", count: marker.count)
          return hanging(marker, lines(of: blocks, indent: indent))
        })
    }
    parts.append(pending.map { "[\($0.number)] \($0.address)" })
    pending = []
    return parts.filter { !$0.isEmpty }
      .map { $0.map(\.trimmingTrailingSpaces).joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  /// A line of prose, wrapped: for what is no document, such as a title.
  ///
  /// It stands behind `marker`, which is not given back, and its further lines below it.
  func wrapped(_ text: String, behind marker: String = "") -> String {
    let indent = String(repeating: " ", count: DisplayWidth.columns(marker))
    let lines = TextWrap(width: width, hyphenates: false)
      .lines(BareAddresses.delimited(TextLine.unmarked(text)), first: indent, rest: indent)
    return String(lines.joined(separator: "\n").dropFirst(indent.count))
  }

  private mutating func lines(of blocks: [Block], indent: String, isTight: Bool = false) -> [String]
  {
    var lines: [String] = []
    for block in blocks {
      let next = self.lines(of: block, indent: indent)
      if !lines.isEmpty, !next.isEmpty, !isTight { lines.append("") }
      lines += next
    }
    return lines
  }

  private mutating func lines(of block: Block, indent: String) -> [String] {
    switch block {
    case .paragraph(let inlines):
      if case .link(.web(let url), let label)? = inlines.only,
        Self.isAddress(text(of: label), of: url)
      {
        return wrap(url.text, indent)
      }
      return wrap(text(of: inlines), indent)
    case .heading(let level, let inlines):
      let title = text(of: inlines)
      let lines = wrap(title, indent, hyphenates: false)
      guard level <= 2, let longest = lines.map(DisplayWidth.columns).max() else { return lines }
      return lines + [indent + String(repeating: "-", count: min(30, longest - indent.count))]
    case .quote(let blocks):
      let inner = (indent.hasSuffix("> ") ? String(indent.dropLast()) : indent) + "> "
      let blank = inner.trimmingTrailingSpaces
      return lines(of: blocks, indent: inner).map { $0.isEmpty || $0 == mark ? blank : $0 }
    case .list(let list):
      return lines(of: list, indent: indent)
    case .code(_, let text):
      return TextLine.unmarked(text).split(separator: "\n", omittingEmptySubsequences: false)
        .reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed()
        .flatMap { $0.allSatisfy(\.isWhitespace) ? [mark] : code($0, indent: indent) }
    case .table(let table):
      return lines(of: table, indent: indent)
    case .rule:
      return [indent + "* * *"]
    }
  }

  private var mark: String { String(TextLine.mark) }

  /// Whether lines behind an indent can reflow: in a quotation they stay, marked one by one.
  private static func isFlowed(behind indent: String) -> Bool {
    indent.allSatisfy { $0 == " " }
  }

  /// A line of code as it is; one that is too long goes on in the next, behind a single space.
  private func code(_ line: Substring, indent: String) -> [String] {
    let prefix = indent + "    "
    let isLong = prefix.unicodeScalars.count + line.unicodeScalars.count > Self.longestLine
    guard isLong else { return [prefix + line] }
    let end = Self.isFlowed(behind: indent) ? mark : ""
    let leading = line.prefix { $0 == " " }
    var lines: [String] = []
    var current = prefix + leading
    var isEmpty = true
    for part in line[leading.endIndex...].partedAtSingleSpaces {
      let count = current.unicodeScalars.count + 1 + part.unicodeScalars.count
      let isSoft = !current.contains("://") && !current.hasSuffix(" --")
      if !isEmpty, count > Self.longestLine, isSoft {
        lines.append(current + end)
        current = prefix + "    "
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + part
      isEmpty = false
      // What has no space is broken for good: no line is longer (RFC 3676 4.2).
      while !current.contains("://"), let end = current.end(ofScalars: Self.longestLine) {
        lines.append(String(current[..<end]))
        current = prefix + "    " + current[end...]
      }
    }
    return lines + [current]
  }

  private mutating func lines(of list: Block.List, indent: String) -> [String] {
    // Where lists nest without an end, their words still need a line.
    let indent = String(indent.prefix(width / 2))
    var lines: [String] = []
    for (index, item) in list.items.enumerated() {
      let marker =
        switch item.isDone {
        case true?: "☑ "
        case false?: "☐ "
        case nil: list.start.map { "\($0 + index). " } ?? "- "
        }
      let inner = indent + String(repeating: " ", count: DisplayWidth.columns(marker))
      let body = self.lines(of: item.blocks, indent: inner, isTight: list.isTight)
      if !lines.isEmpty, !list.isTight { lines.append("") }
      let isBeside = body.first?.hasPrefix(inner) ?? true
      lines += isBeside ? hanging(indent + marker, body) : [indent + marker] + body
    }
    return lines
  }

  /// `lines` with their first indent replaced by a marker of as many characters.
  private func hanging(_ marker: String, _ lines: [String]) -> [String] {
    guard let first = lines.first else { return [marker] }
    return [marker + first.dropFirst(marker.count)] + lines.dropFirst()
  }

  private mutating func lines(of table: Block.Table, indent: String) -> [String] {
    let header = table.header.map { cell(of: $0) }
    let rows = table.rows.map { $0.map { cell(of: $0) } }.filter { !$0.allSatisfy(\.isEmpty) }
    let widths = header.indices.map { column in
      ([header] + rows).map { DisplayWidth.columns($0[column]) }.max() ?? 0
    }
    let total = widths.reduce(0, +) + 2 * max(0, widths.count - 1) + indent.count
    guard total <= width else {
      // Too wide to stand in columns: each row becomes a list of its cells.
      if rows.isEmpty { return header.flatMap { wrap($0, indent) } }
      return Array(
        rows.map { row in
          zip(header, row).flatMap { wrap($0.isEmpty ? $1 : "\($0): \($1)", indent) }
        }.joined(separator: [""]))
    }
    let line = { (cells: [String]) in
      (indent
        + zip(zip(cells, widths), table.alignments).map { cell, alignment in
          Self.padded(cell.0, to: cell.1, alignment)
        }.joined(separator: "  ")).trimmingTrailingSpaces
    }
    let rule =
      indent
      + widths.map {
        String(repeating: "-", count: min($0, 30)) + String(repeating: " ", count: max(0, $0 - 30))
      }
      .joined(separator: "  ")
    let head = header.allSatisfy(\.isEmpty) ? [] : [line(header), rule.trimmingTrailingSpaces]
    return head + rows.map(line)
  }

  /// A cell's text on one line.
  private mutating func cell(of inlines: [Inline]) -> String {
    text(of: inlines).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private static func padded(
    _ text: String, to width: Int, _ alignment: Block.Alignment
  ) -> String {
    let space = max(0, width - DisplayWidth.columns(text))
    let left =
      switch alignment {
      case .natural, .left: 0
      case .center: space / 2
      case .right: space
      }
    return String(repeating: " ", count: left) + text + String(repeating: " ", count: space - left)
  }

  /// No line for what says nothing, and at most one blank line between two that do.
  private func wrap(_ text: String, _ indent: String, hyphenates: Bool = true) -> [String] {
    let wrap = TextWrap(
      width: width, isFlowed: Self.isFlowed(behind: indent), hyphenates: hyphenates)
    let text = BareAddresses.delimited(text)
    var lines: [String] = []
    var isBlank = false
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard !part.allSatisfy(\.isWhitespace) else {
        isBlank = !lines.isEmpty
        continue
      }
      if isBlank { lines.append(indent) }
      isBlank = false
      lines += wrap.lines(String(part), first: indent, rest: indent)
    }
    return lines
  }

  private mutating func text(of inlines: [Inline]) -> String {
    var text = ""
    for inline in inlines { text += self.text(of: inline) }
    return text
  }

  private mutating func text(of inline: Inline) -> String {
    switch inline {
    case .text(let text): TextLine.unmarked(text)
    // An address is delimited like any other, what only holds one is left alone.
    case .code(let code):
      WebURL(code) != nil
        ? code : TextLine.unmarked(code).replacing("://", with: "\(TextLine.shield)://")
    case .emphasis(let inlines), .strong(let inlines): text(of: inlines)
    case .superscript(let inlines): RaisedText.superscript(text(of: inlines))
    case .subscript(let inlines): RaisedText.subscript(text(of: inlines))
    case .strikethrough(let inlines):
      "(" + wording.phrase(.struckOut, ["text": text(of: inlines)]) + ")"
    case .link(let destination, let inlines): text(of: destination, label: text(of: inlines))
    case .image(let picture):
      picture.alt.isEmpty ? "" : "(" + wording.phrase(.picture, ["text": picture.alt]) + ")"
    case .softBreak: " "
    case .lineBreak: "\n"
    case .footnote(let number): " (\(number))"
    }
  }

  private mutating func text(of destination: Destination, label: String) -> String {
    switch destination {
    case .mail(let address): return label.contains(address) ? label : "\(label) <\(address)>"
    case .web(let url):
      let number = numbers[url.text] ?? numbers.count + 1
      if numbers.updateValue(number, forKey: url.text) == nil {
        pending.append((number, url.text))
      }
      let isNamed = !label.allSatisfy(\.isWhitespace) && !Self.isAddress(label, of: url)
      return "\(isNamed ? label : url.host) [\(number)]"
    }
  }

  /// Whether a link's words are an address.
  private static func isAddress(_ label: String, of url: WebURL) -> Bool {
    WebURL(label) != nil || url.text.hasSuffix("://" + label)
  }
}

extension [Inline] {
  /// The one that it holds beside white space.
  fileprivate var only: Inline? {
    let trimmed = trimmed
    return trimmed.count == 1 ? trimmed.first : nil
  }
}

extension Substring {
  /// Its parts between spaces that stand alone.
  fileprivate var partedAtSingleSpaces: [Substring] {
    var parts: [Substring] = []
    var start = startIndex
    var run: (start: Index, count: Int)?
    for index in indices {
      if self[index] == " " {
        run = (run?.start ?? index, (run?.count ?? 0) + 1)
        continue
      }
      if let run, run.count == 1 {
        parts.append(self[start..<run.start])
        start = index
      }
      run = nil
    }
    return parts + [self[start...]]
  }
}

extension String {
  /// Where so many scalars end; nil where no more follow.
  fileprivate func end(ofScalars count: Int) -> Index? {
    guard unicodeScalars.count > count else { return nil }
    return unicodeScalars.index(startIndex, offsetBy: count)
  }

  fileprivate var trimmingTrailingSpaces: String {
    String(self[...].trimmingSuffix(while: \.isWhitespace))
  }
}
