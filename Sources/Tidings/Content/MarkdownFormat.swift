/// Writes a document as Markdown: CommonMark with GitHub's tables, task lists, strikes and footnotes.
///
/// No text becomes markup, neither by CommonMark nor by Redcarpet, which dev.to uses. Raw HTML is
/// written only for what Markdown has no signs for.
struct MarkdownFormat {
  /// A line end of the source, for readers that keep those: a space.
  let softBreak: String

  init(softBreak: String = "\n") {
    self.softBreak = softBreak
  }

  /// The author's mark of where an excerpt ends is left out.
  func markdown(_ document: Document) -> String {
    let known = 1..<document.footnotes.count + 1
    let document = document.rewritten { inlines in
      inlines.filter { inline in
        guard case .footnote(let number) = inline else { return true }
        return known.contains(number)
      }
    }
    let walk = MarkdownBlocks(softBreak: softBreak)
    var lines = walk.lines(of: document.blocks)
    for (index, blocks) in document.footnotes.enumerated() {
      if !lines.isEmpty { lines.append("") }
      lines += walk.footnote(index + 1, blocks)
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }
}

/// One walk over the blocks of a document, writing lines.
private struct MarkdownBlocks {
  let softBreak: String

  /// CommonMark 5.2 allows no longer number in a list's marker.
  private static let highestNumber = 999_999_999

  func lines(of blocks: [Block], isTight: Bool = false) -> [String] {
    var lines: [String] = []
    var previous: Block?
    var usesOtherMarker = false
    for block in blocks {
      // Another marker, or the two lists would be one.
      usesOtherMarker = previous.map { Self.wouldJoin($0, block) } == true && !usesOtherMarker
      let own = self.lines(of: block, usesOtherMarker: usesOtherMarker)
      guard !own.isEmpty else { continue }
      if let previous, !isTight || !Self.mayTouch(previous, block) { lines.append("") }
      lines += own
      previous = block
    }
    return lines
  }

  func footnote(_ number: Int, _ blocks: [Block]) -> [String] {
    let lines = lines(of: blocks)
    guard case .paragraph = blocks.first, let first = lines.first else {
      return ["[^\(number)]:"] + Self.indented(lines, by: 4)
    }
    return ["[^\(number)]: " + first] + Self.indented(Array(lines.dropFirst()), by: 4)
  }

  private func lines(of block: Block, usesOtherMarker: Bool) -> [String] {
    switch block {
    case .paragraph(let inlines):
      return text(inlines, in: .paragraph).split(separator: "\n").map(String.init)
    case .heading(let level, let inlines):
      let text = text(inlines, in: .heading)
      return text.isEmpty ? [] : [String(repeating: "#", count: level) + " " + text]
    case .quote(let blocks):
      return lines(of: blocks).map { $0.isEmpty ? ">" : "> " + $0 }
    case .list(let list): return lines(of: list, usesOtherMarker: usesOtherMarker)
    case .code(let language, let text): return Self.code(text, language: language)
    case .table(let table): return lines(of: table)
    // Dashes would make a heading of the line above, and stars a rule of a list's marker.
    case .rule: return ["___"]
    }
  }

  private func text(_ inlines: [Inline], in place: MarkdownInlines.Place) -> String {
    MarkdownInlines.text(inlines, in: place, softBreak: softBreak)
  }

  private static func indented(_ lines: [String], by width: Int) -> [String] {
    let indent = String(repeating: " ", count: width)
    return lines.map { $0.isEmpty ? "" : indent + $0 }
  }

  // MARK: Lists

  private func lines(of list: Block.List, usesOtherMarker: Bool) -> [String] {
    var lines: [String] = []
    let last = list.items.count - 1
    let start = list.start.map { (0...Self.highestNumber - last).contains($0) ? $0 : 1 }
    for (index, item) in list.items.enumerated() {
      let marker =
        start.map { "\($0 + index)" + (usesOtherMarker ? ")" : ".") }
        ?? (usesOtherMarker ? "*" : "-")
      var own = self.lines(of: item.blocks, isTight: list.isTight)
      if let isDone = item.isDone {
        let box = isDone ? "[x] " : "[ ] "
        if case .paragraph(let words) = item.blocks.first, !text(words, in: .paragraph).isEmpty {
          own[0] = box + own[0]
        }
      }
      if index > 0, !list.isTight { lines.append("") }
      lines.append(own.first.map { marker + " " + $0 } ?? marker)
      lines += Self.indented(Array(own.dropFirst()), by: marker.utf8.count + 1)
    }
    return lines
  }

  private static func wouldJoin(_ one: Block, _ other: Block) -> Bool {
    guard case .list(let one) = one, case .list(let other) = other else { return false }
    return (one.start == nil) == (other.start == nil)
  }

  /// Whether no blank line is needed between two blocks of a tight item to tell them apart.
  private static func mayTouch(_ upper: Block, _ lower: Block) -> Bool {
    switch (upper, lower) {
    case (.paragraph, .list(let list)):
      // CommonMark 5.2: only a list that starts with 1 and with words interrupts a paragraph.
      return list.start ?? 1 == 1 && list.items.first?.blocks.isEmpty == false
    case (.paragraph, .paragraph), (.paragraph, .table): return false
    case (.paragraph, _), (.heading, _), (.code, _), (.rule, _): return true
    case (.quote, .paragraph), (.quote, .quote), (.quote, .table): return false
    case (.list, .paragraph), (.list, .table), (.list, .list): return false
    case (.table, .paragraph), (.table, .table): return false
    case (.quote, _), (.list, _), (.table, _): return true
    }
  }

  // MARK: Code and tables

  /// Between fences longer than any in the text.
  private static func code(_ text: String, language: String?) -> [String] {
    let language = language ?? ""
    // CommonMark 4.5: after backticks there may be none in the info string.
    let sign: Character = language.contains("`") ? "~" : "`"
    let fence = String(repeating: sign, count: max(3, text.longestRun(of: sign) + 1))
    let lines = text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false)
    return [fence + language.markdownInfo] + lines.map(String.init) + [fence]
  }

  private func lines(of table: Block.Table) -> [String] {
    guard !table.alignments.isEmpty else { return [] }
    func row(_ cells: [[Inline]]) -> String {
      "| " + cells.map { text($0, in: .cell) }.joined(separator: " | ") + " |"
    }
    let rule = table.alignments.map { alignment in
      switch alignment {
      case .natural: "---"
      case .left: ":--"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    return [row(table.header), "| " + rule.joined(separator: " | ") + " |"] + table.rows.map(row)
  }
}

extension String {
  func longestRun(of sign: Character) -> Int {
    var longest = 0
    var run = 0
    for character in self {
      run = character == sign ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// As an info string, where escapes and entities are read as in text.
  fileprivate var markdownInfo: String {
    replacing("\\", with: "\\\\").replacing("&", with: "&amp;")
  }
}
