import Glibc

/// A file's text as UTF-8, without byte order mark, with `\n` as the only line end.
struct SourceText {
  let bytes: [UInt8]
  /// The first line that was not UTF-8, counted from 1; its odd bytes were taken for Windows-1252,
  /// as browsers take Latin-1.
  let oddLine: Int?

  init(_ raw: [UInt8]) {
    if let units = Self.utf16(raw) {
      bytes = Self.withPlainLineEnds(Array(String(decoding: units, as: UTF16.self).utf8))
      oddLine = nil
      return
    }
    let text = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
    let oddity = Self.firstOddByte(text)
    bytes = Self.withPlainLineEnds(oddity == nil ? text : Self.mended(text))
    oddLine = oddity.map { 1 + text[..<$0].count { $0 == UInt8(ascii: "\n") } }
  }

  // MARK: UTF-16

  /// The units of a text that opens with a byte order mark (Unicode 23.8), or whose first two
  /// letters show that it lacks one.
  private static func utf16(_ raw: [UInt8]) -> [UInt16]? {
    guard raw.count >= 2 else { return nil }
    let isBigEndian: Bool
    switch (raw[0], raw[1]) {
    case (0xFE, 0xFF): isBigEndian = true
    case (0xFF, 0xFE): isBigEndian = false
    case (0, 1...0x7F):
      guard raw.count >= 4, raw[2] == 0, raw[3] != 0 else { return nil }
      isBigEndian = true
    case (1...0x7F, 0):
      guard raw.count >= 4, raw[2] != 0, raw[3] == 0 else { return nil }
      isBigEndian = false
    default: return nil
    }
    let isMarked = raw[0] >= 0xFE
    return stride(from: isMarked ? 2 : 0, to: raw.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
  }

  // MARK: UTF-8

  private static func firstOddByte(_ text: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: text.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// What is UTF-8 stays, every other byte is read as Windows-1252: files of two encodings exist.
  private static func mended(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 8)
    var rest = text[...]
    while !rest.isEmpty {
      let count = sequenceLength(rest)
      if count > 0 {
        result += rest.prefix(count)
        rest = rest.dropFirst(count)
      } else if let byte = rest.popFirst() {
        let scalar = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt32(byte)
        result += Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
      }
    }
    return result
  }

  /// How many bytes at the start are one scalar (Unicode 3.9, table 3-7); 0 when they are none.
  private static func sequenceLength(_ text: ArraySlice<UInt8>) -> Int {
    guard let first = text.first else { return 0 }
    let second: ClosedRange<UInt8>
    let count: Int
    switch first {
    case 0...0x7F: return 1
    case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: return 0
    }
    let tail = text.prefix(count).dropFirst()
    guard tail.count == count - 1, let next = tail.first, second.contains(next),
      tail.allSatisfy({ $0 & 0xC0 == 0x80 })
    else { return 0 }
    return count
  }

  /// 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt).
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  // MARK: Line ends

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
