/// A text to look words up in, whatever white space and capitals stand between and within them.
struct Haystack {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Self.dense(text) }

  /// `text` in lower case without white space: line ends and capitals are a format's own choice.
  static func dense(_ text: String) -> [UInt8] {
    var dense: [UInt8] = []
    dense.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte > 0x20 { dense.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
      } else if !scalar.properties.isWhitespace {
        dense.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return dense
  }

  /// Where dense `words` end, at or after `start`; nil when they are not there.
  func find(_ words: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBytes { bytes in
      words.withUnsafeBytes { words in
        bytes.firstOffset(of: words, from: start).map { $0 + words.count }
      }
    }
  }
}
