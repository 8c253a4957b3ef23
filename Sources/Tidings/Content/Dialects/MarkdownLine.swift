/// One line of a Markdown text, without its line end.
struct MarkdownLine {
  let range: Range<Int>
  /// Where its words begin: behind white space and quote marks.
  let content: Int
  /// How many quote marks open it.
  let quotes: Int
  /// Columns of white space before its words.
  let indent: Int
  /// Within a fence, indented as code, or within raw HTML that shows text as it stands.
  var isCode = false

  var isBlank: Bool { content == range.upperBound }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.range = range
    var position = range.lowerBound
    var quotes = 0
    var columns = 0
    scan: while position < range.upperBound {
      switch bytes[position] {
      case UInt8(ascii: "\t"): columns += 4 - columns % 4
      case let byte where byte.isSpace: columns += 1
      case UInt8(ascii: ">"):
        quotes += 1
        columns = 0
        let next = position + 1
        if next < range.upperBound, bytes[next] == 0x20 { position = next }
      default: break scan
      }
      position += 1
    }
    content = position
    self.quotes = quotes
    indent = columns
  }

  /// All lines of a text.
  static func all(in bytes: [UInt8]) -> [MarkdownLine] {
    var result: [MarkdownLine] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == .newline {
      result.append(MarkdownLine(bytes, start..<index))
      start = index + 1
    }
    if start < bytes.count { result.append(MarkdownLine(bytes, start..<bytes.count)) }
    return result
  }

  /// The white space and quote marks before the words.
  func prefix(in bytes: [UInt8]) -> ArraySlice<UInt8> { bytes[range.lowerBound..<content] }

  /// The words, without white space at their end.
  func words(in bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[content..<range.upperBound].trimmed
  }

  /// Bytes of the list marker that the words begin with, with the space behind it; 0 for none.
  func markerLength(in bytes: [UInt8]) -> Int {
    Self.markerLength(bytes[content..<range.upperBound])
  }

  static func markerLength(_ words: ArraySlice<UInt8>) -> Int {
    guard let first = words.first else { return 0 }
    if "-*+".utf8.contains(first) {
      return words.dropFirst().first.map(\.isSpace) == true ? 2 : 0
    }
    let digits = words.prefix(10).prefix(while: \.isDigit).count
    let rest = words.dropFirst(digits)
    guard (1...9).contains(digits), let mark = rest.first, ".)".utf8.contains(mark),
      rest.dropFirst().first.map(\.isSpace) == true
    else { return 0 }
    return digits + 2
  }
}
