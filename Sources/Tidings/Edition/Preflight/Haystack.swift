import Glibc

/// A text to look words up in, whatever white space and capitals stand between and within them.
struct Haystack {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Self.dense(text) }

  /// `text` in lower case without white space: line ends and capitals are a format's own choice.
  static func dense(_ text: String) -> [UInt8] {
    let lower = text.lowercased()
    // No space but U+0020 to U+007F is common; the others begin with these bytes.
    if !lower.utf8.contains(where: { [0xC2, 0xE1, 0xE2, 0xE3].contains($0) }) {
      return lower.utf8.filter { $0 > 0x20 }
    }
    var dense: [UInt8] = []
    dense.reserveCapacity(lower.utf8.count)
    for scalar in lower.unicodeScalars where !scalar.properties.isWhitespace {
      dense.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
    return dense
  }

  /// Where dense `words` end, at or after `start`; nil when they are not there.
  func find(_ words: [UInt8], from start: Int = 0) -> Int? {
    guard let first = words.first else { return start }
    return bytes.withUnsafeBytes { bytes in
      words.withUnsafeBytes { words in
        guard let base = bytes.baseAddress, let wanted = words.baseAddress else { return nil }
        var index = start
        while index >= 0, index + words.count <= bytes.count,
          let found = memchr(base + index, Int32(first), bytes.count - words.count - index + 1)
        {
          let place = UnsafeRawPointer(found) - base
          if memcmp(base + place, wanted, words.count) == 0 { return place + words.count }
          index = place + 1
        }
        return nil
      }
    }
  }
}
