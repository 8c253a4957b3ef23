/// Plain text with one paragraph on each line, made into Markdown.
///
/// Markdown joins lines into one paragraph until a blank line ends it; texts copied from a web page
/// have no blank lines.
enum ProseLines {
  /// `text` with a blank line around each line of prose, and its title lines as headings of level
  /// 2; unchanged unless its lines are paragraphs.
  static func markdown(_ text: String) -> String {
    let lines = lines(of: text)
    let kinds = kinds(of: lines)
    guard isProse(lines, kinds) else { return text }
    let titles = titles(in: lines, kinds)
    var result: [String] = []
    var previous: Kind?
    for (index, line) in lines.enumerated() {
      let kind = kinds[index]
      if kind == .blank { continue }
      if let previous, !kind.continues(previous) { result.append("") }
      result.append(titles.contains(index) ? "## " + line.trimmed : String(line))
      previous = kind
    }
    return result.joined(separator: "\n") + "\n"
  }

  /// Byte by byte where `\n` alone ends a line.
  private static func lines(of text: String) -> [Substring] {
    let hasOtherEnds = text.utf8.contains { (0x0B...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
    return hasOtherEnds
      ? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      : text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { Substring($0) }
  }

  private enum Kind {
    case blank
    case prose
    case item
    case bullet
    case indented
    case fenced
    /// The last line of fenced code.
    case fenceEnd
    case quote
    case table
    case html
    case heading
    /// Of `=` or `-` signs, making a heading of a short line before it.
    case underline

    func continues(_ previous: Kind) -> Bool {
      switch self {
      case .blank, .prose, .heading: false
      case .underline: previous == .prose
      case .indented: previous == .item || previous == .indented
      case .fenceEnd: previous == .fenced
      case .item, .bullet, .fenced, .quote, .table, .html:
        previous == self || (self == .item && previous == .indented)
      }
    }
  }

  private static func kinds(of lines: [Substring]) -> [Kind] {
    var fence: Character?
    return lines.map { line in
      let text = line.trimmed
      if let open = fence {
        guard text.count >= 3, text.allSatisfy({ $0 == open }) else { return .fenced }
        fence = nil
        return .fenceEnd
      }
      if text.hasPrefix("```") || text.hasPrefix("~~~") {
        fence = text.first
        return .fenced
      }
      if text.isEmpty { return .blank }
      if line.hasPrefix("    ") || line.hasPrefix("\t") { return .indented }
      switch text.first {
      case "#" where text.drop { $0 == "#" }.first == " ": return .heading
      case ">": return .quote
      case "|": return .table
      case "<": return .html
      case "•", "·", "▪", "◦", "‣": return .bullet
      default:
        if text.allSatisfy({ $0 == "=" }) || text.allSatisfy({ $0 == "-" }) { return .underline }
        return isItem(text) ? .item : .prose
      }
    }
  }

  private static func isItem(_ text: String) -> Bool {
    if ["- ", "* ", "+ "].contains(where: text.hasPrefix) { return true }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    return (1...9).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  /// Whether nearly no line is blank, most lines of prose are long, and most of these end a
  /// sentence, which the lines of a wrapped paragraph do not.
  private static func isProse(_ lines: [Substring], _ kinds: [Kind]) -> Bool {
    let ends = lines.indices.filter { kinds[$0] != .blank }
    guard let first = ends.first, let last = ends.last else { return false }
    let blank = kinds[first...last].count { $0 == .blank }
    guard blank * 10 <= ends.count else { return false }
    let prose = ends.filter { kinds[$0] == .prose }
    let long = prose.filter { isLong(lines[$0]) }
    guard prose.count >= 3, long.count >= 2, long.count * 2 >= prose.count else { return false }
    let whole = long.filter { index in
      lines[index].trimmed.last(where: { !closers.contains($0) }).map(ends(sentence:)) ?? false
    }
    return whole.count * 3 >= long.count * 2
  }

  private static func isLong(_ line: Substring) -> Bool { line.count > 80 }

  private static let closers: Set<Character> = ["\"", "'", "”", "’", "»", ")", "]"]

  private static func ends(sentence last: Character) -> Bool {
    ".!?…:。！？".contains(last)
      || last.unicodeScalars.first?.properties.isEmojiPresentation == true
  }

  /// Short lines that read as titles above long ones, when the text has two or more.
  private static func titles(in lines: [Substring], _ kinds: [Kind]) -> Set<Int> {
    let found = lines.indices.filter { index in
      guard kinds[index] == .prose, isTitle(lines[index].trimmed) else { return false }
      let before = kinds[..<index].last { $0 != .blank }
      let after = lines.indices.dropFirst(index + 1).first { kinds[$0] != .blank }
      guard before != .item, before != .bullet, let after else { return false }
      return kinds[after] == .prose && isLong(lines[after])
    }
    return found.count > 1 ? Set(found) : []
  }

  private static func isTitle(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = text.first(where: { !"“\"‘'«(".contains($0) }), let last = text.last else {
      return false
    }
    return text.count < 100 && (1...12).contains(words.count)
      && (first.isUppercase || first.isNumber || (first.isLetter && !first.isLowercase))
      && (last.isLetter || last.isNumber || "”\"’'»)".contains(last))
      && !text.contains("://") && !words.contains { $0.hasPrefix("#") || $0.hasPrefix("@") }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    if isPlainlyTrimmed { return String(self) }
    let start = drop(while: \.isAnySpace)
    let end = start.lastIndex { !$0.isAnySpace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
