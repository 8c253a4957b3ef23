import Glibc

/// A file's text as UTF-8, without byte order mark, with `\n` as the only line end.
struct SourceText {
  let bytes: [UInt8]
  /// The first line that was not UTF-8, counted from 1; its odd bytes were taken for Windows-1252,
  /// as browsers take Latin-1.
  let oddLine: Int?

  init(_ raw: [UInt8]) {
    if let text = TextEncoding.utf8(utf16: raw) {
      bytes = Self.withPlainLineEnds(text)
      oddLine = nil
      return
    }
    let text = TextEncoding.withoutMark(raw)
    let oddity = TextEncoding.firstOddByte(text)
    bytes = Self.withPlainLineEnds(oddity == nil ? text : TextEncoding.mended(text))
    oddLine = oddity.map { 1 + text[..<$0].count { $0 == UInt8(ascii: "\n") } }
  }

  private static func withPlainLineEnds(_ text: [UInt8]) -> [UInt8] {
    let hasReturns = text.withUnsafeBytes {
      guard let start = $0.baseAddress else { return false }
      return memchr(start, 0x0D, $0.count) != nil
    }
    guard hasReturns else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      if byte != UInt8(ascii: "\r") {
        result.append(byte)
      } else if index + 1 == text.count || text[index + 1] != UInt8(ascii: "\n") {
        result.append(UInt8(ascii: "\n"))
      }
    }
    return result
  }
}
