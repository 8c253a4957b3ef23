/// What the bytes of a text tell of its encoding, and the text in UTF-8.
enum TextEncoding {
  // MARK: UTF-16

  /// A text in UTF-16 as UTF-8, without byte order mark; nil for a text in another encoding.
  ///
  /// It opens with a byte order mark (Unicode 23.8), or its first two letters show that it lacks
  /// one.
  static func utf8(utf16 raw: [UInt8]) -> [UInt8]? {
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
    let units = stride(from: isMarked ? 2 : 0, to: raw.count - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  // MARK: UTF-8

  static func withoutMark(_ raw: [UInt8]) -> [UInt8] {
    raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
  }

  /// Where UTF-8 ends for the first time; nil when all of it is UTF-8.
  static func firstOddByte(_ text: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: text.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// What is UTF-8 stays, every other byte is read as Windows-1252: texts of two encodings exist.
  static func mended(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 8)
    var parser = UTF8.ForwardParser()
    var iterator = text.makeIterator()
    var index = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        result.append(contentsOf: scalar)
        index += scalar.count
      case .error(let length):
        result += utf8(windows1252: text[index..<(index + length)])
        index += length
      case .emptyInput: return result
      }
    }
  }

  // MARK: Windows-1252

  static func utf8(windows1252 text: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 8)
    for byte in text {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let code = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt16(byte)
        result += String(decoding: CollectionOfOne(code), as: UTF16.self).utf8
      }
    }
    return result
  }

  /// 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt).
  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
