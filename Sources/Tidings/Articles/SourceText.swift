/// A file's text as UTF-8, without byte order mark, with `\n` as the only line end.
struct SourceText {
  let bytes: [UInt8]

  init(_ raw: [UInt8]) {
    var text = raw
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    if text.contains(UInt8(ascii: "\r")) { text = Self.withPlainLineEnds(text) }
    bytes = text
  }

  private static func withPlainLineEnds(_ text: [UInt8]) -> [UInt8] {
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
