/// A Markdown text within bounds in which parsing it takes time in proportion to its length.
///
/// Some inputs cost the parser the square of their length, or memory without end. None of them is
/// an article: containers nested by the hundred, thousands of images in one paragraph, tables with
/// more columns than a page has.
struct MarkdownSource {
  let text: String
  let allowsTables: Bool
  let allowsAutolinks: Bool
  /// What was changed, in words.
  let remarks: [String]

  /// In bytes.
  static let limit = 1 << 20
  private static let nesting = 100
  private static let indentation = 400
  private static let images = 5_000
  private static let autolinkRun = 32 << 10
  private static let columns = 1_000
  private static let cells = 500_000

  init(_ markdown: String) {
    var bounds = Bounds()
    let bytes = Self.prefix(of: markdown, bounds: &bounds)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      let next = end.map { $0 + 1 } ?? bytes.endIndex
      bounds.copy(bytes[start..<next], to: &out)
      start = next
    }
    text = String(decoding: out, as: UTF8.self)
    allowsTables =
      bounds.columns <= Self.columns
      && bounds.columns.multipliedReportingOverflow(by: bounds.lines).partialValue <= Self.cells
    allowsAutolinks = bounds.longestRun <= Self.autolinkRun
    if !allowsTables { bounds.note("tables (too many columns)") }
    remarks = bounds.remarks
  }

  /// The text without NUL, cut at a line end when it is too long.
  private static func prefix(of markdown: String, bounds: inout Bounds) -> ArraySlice<UInt8> {
    var whole = Array(markdown.utf8)
    if whole.contains(0) { whole.removeAll { $0 == 0 } }
    let bytes = whole[...]
    guard bytes.count > limit else { return bytes }
    bounds.note("everything after the first \(limit) bytes")
    let cut = bytes.prefix(limit)
    if let line = cut.lastIndex(of: UInt8(ascii: "\n")) { return cut[...line] }
    return cut.prefix((cut.lastIndex { $0 & 0xC0 != 0x80 }) ?? cut.startIndex)
  }

  /// What one pass over the lines counts.
  private struct Bounds {
    private(set) var remarks: [String] = []
    private(set) var lines = 0
    /// Of the widest line that could be a table's delimiter row.
    private(set) var columns = 0
    /// Bytes between two blank lines.
    private(set) var longestRun = 0
    private var run = 0
    private var imagesInRun = 0

    mutating func note(_ remark: String) {
      if !remarks.contains(remark) { remarks.append(remark) }
    }

    /// Copies one line with its end, its excess taken out or made harmless.
    mutating func copy(_ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
      lines += 1
      guard line.contains(where: { $0 > 0x20 }) else {
        run = 0
        imagesInRun = 0
        out += line.prefix(MarkdownSource.indentation)
        if let last = line.last, line.count > MarkdownSource.indentation { out.append(last) }
        return
      }
      run += line.count
      longestRun = max(longestRun, run)
      countColumns(of: line)
      var previous: UInt8 = 0
      for byte in copyPrefix(of: line, to: &out) {
        if byte == UInt8(ascii: "["), previous == UInt8(ascii: "!") {
          imagesInRun += 1
          if imagesInRun > MarkdownSource.images {
            out.append(UInt8(ascii: "\\"))
            note("images after the first \(MarkdownSource.images) of a paragraph")
          }
        }
        out.append(byte)
        previous = byte
      }
    }

    /// Copies what opens containers, escapes the first one too many, and returns the rest.
    private mutating func copyPrefix(
      of line: ArraySlice<UInt8>, to out: inout [UInt8]
    ) -> ArraySlice<UInt8> {
      var rest = line
      var markers = 0
      var spaces = 0
      while let byte = rest.first {
        if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
          spaces += byte == UInt8(ascii: " ") ? 1 : 4
          if spaces <= MarkdownSource.indentation { out.append(byte) }
          rest.removeFirst()
          continue
        }
        let length = Self.markerLength(rest)
        guard length > 0 else { return rest }
        markers += 1
        if markers > MarkdownSource.nesting {
          note("containers nested more than \(MarkdownSource.nesting) deep")
          out.append(UInt8(ascii: "\\"))
          return rest
        }
        out += rest.prefix(length)
        rest = rest.dropFirst(length)
      }
      return rest
    }

    /// Bytes of the quote or list marker at the start, 0 when there is none.
    private static func markerLength(_ rest: ArraySlice<UInt8>) -> Int {
      func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 } ?? true }
      switch rest.first {
      case UInt8(ascii: ">"):
        return 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        return isSpace(rest.dropFirst().first) ? 1 : 0
      default:
        let digits = rest.prefix(10).prefix { (0x30...0x39).contains($0) }.count
        let after = rest.dropFirst(digits)
        guard (1...9).contains(digits),
          after.first == UInt8(ascii: ".") || after.first == UInt8(ascii: ")"),
          isSpace(after.dropFirst().first)
        else { return 0 }
        return digits + 1
      }
    }

    private mutating func countColumns(of line: ArraySlice<UInt8>) {
      var bars = 0
      for byte in line {
        switch byte {
        case UInt8(ascii: "|"): bars += 1
        case 0...0x20, UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"),
          UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"), 0x30...0x39:
          continue
        default: return
        }
      }
      columns = max(columns, bars + 1)
    }
  }
}
