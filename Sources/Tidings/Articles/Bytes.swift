import Glibc

/// A piece of a source text; its indices are places in the whole.
typealias Bytes = ArraySlice<UInt8>

extension UInt8 {
  static let newline = UInt8(ascii: "\n")

  /// A space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// ASCII white space.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  var isDigit: Bool { self &- UInt8(ascii: "0") <= 9 }

  /// An ASCII letter.
  var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  /// An ASCII letter in lower case; every other byte as it is.
  var lowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}

extension ArraySlice<UInt8> {
  /// The text of UTF-8 bytes.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// The end of the line that begins or goes on at `index`: its line end, or the end of all.
  func lineEnd(from index: Int) -> Int {
    withUnsafeBytes { buffer in
      guard index < endIndex, let start = buffer.baseAddress,
        let found = memchr(start + (index - startIndex), 0x0A, endIndex - index)
      else { return endIndex }
      return startIndex + (UnsafeRawPointer(found) - start)
    }
  }

  /// The start of the line that `index` stands in.
  func lineStart(of index: Int) -> Int {
    var start = index
    while start > startIndex, self[start - 1] != .newline { start -= 1 }
    return start
  }

  /// Without ASCII white space at either end.
  var trimmed: Bytes { drop { $0.isSpace }.trimmedEnd }

  /// Without ASCII white space at its end.
  var trimmedEnd: Bytes {
    var end = endIndex
    while end > startIndex, self[end - 1].isSpace { end -= 1 }
    return self[startIndex..<end]
  }

  /// Whether it is this ASCII text.
  func isText(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && hasText(text) }

  /// Whether it begins with this ASCII text.
  func hasText(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return count >= length
      && withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return length == 0 }
        return memcmp(start, text.utf8Start, length) == 0
      }
  }

  /// The line that begins at `index`, without its line end, and where the next one begins.
  func line(at index: Int) -> (line: Bytes, next: Int) {
    let end = lineEnd(from: index)
    return (self[index..<end], Swift.min(end + 1, endIndex))
  }
}
