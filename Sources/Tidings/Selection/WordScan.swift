import Foundation

/// Finds phrases in a text as whole words, whatever their case.
///
/// A word ends where no letter, digit or mark follows. Han, kana and Thai are written without
/// spaces: there every place is a word's end (UAX 29 4.1).
struct WordScan: Sendable {
  /// A word or some words, and the tag that they imply.
  struct Phrase: Sendable {
    let tag: String
    /// Folded as texts are.
    fileprivate let bytes: [UInt8]
    /// Its first or last sign is of a script without spaces: there it ends anywhere.
    fileprivate let opensUnspaced: Bool
    fileprivate let closesUnspaced: Bool
    fileprivate let closesWithLetter: Bool

    /// Nil for white space alone.
    init?(_ text: String, tag: String) {
      let folded = WordScan.folded(text.precomposedStringWithCanonicalMapping.utf8.span)
      guard let start = folded.firstIndex(where: { $0 != 0x20 }),
        let end = folded.lastIndex(where: { $0 != 0x20 })
      else { return nil }
      let bytes = Array(folded[start...end])
      let first = WordScan.scalar(bytes.span, at: 0)
      let last = WordScan.scalar(bytes.span, before: bytes.count)
      self.tag = tag
      self.bytes = bytes
      opensUnspaced = first.map(WordScan.isUnspaced) ?? false
      closesUnspaced = last.map(WordScan.isUnspaced) ?? false
      closesWithLetter = last.map(WordScan.isWord) ?? false
    }
  }

  private let phrases: [Phrase]
  /// For each first byte the phrases that begin with it.
  private let byFirstByte: [[Int]]

  init(_ phrases: [Phrase]) {
    self.phrases = phrases
    var table = [[Int]](repeating: [], count: phrases.isEmpty ? 0 : 256)
    for (index, phrase) in phrases.enumerated() { table[Int(phrase.bytes[0])].append(index) }
    byFirstByte = table
  }

  var isEmpty: Bool { phrases.isEmpty }

  /// Adds to `found` the tags of the phrases that stand in `text`, which is UTF-8.
  func note(_ text: Span<UInt8>, in found: inout Set<String>) {
    guard !phrases.isEmpty, text.count > 0 else { return }
    let folded = Self.folded(text)
    let bytes = folded.span
    for at in 0..<bytes.count {
      for index in byFirstByte[Int(bytes[at])] {
        let phrase = phrases[index]
        if stands(phrase, in: bytes, at: at) { found.insert(phrase.tag) }
      }
    }
  }

  private func stands(_ phrase: Phrase, in text: Span<UInt8>, at start: Int) -> Bool {
    let end = start + phrase.bytes.count
    guard end <= text.count else { return false }
    for offset in 0..<phrase.bytes.count where text[start + offset] != phrase.bytes[offset] {
      return false
    }
    if !phrase.opensUnspaced, Self.scalar(text, before: start).map(Self.isWord) ?? false {
      return false
    }
    if !phrase.closesUnspaced, Self.scalar(text, at: end).map(Self.isWord) ?? false {
      return false
    }
    // "C" is neither "C#" nor "C++".
    guard phrase.closesWithLetter, end < text.count else { return true }
    return text[end] != 0x23
      && !(text[end] == 0x2B && end + 1 < text.count && text[end + 1] == 0x2B)
  }

  // MARK: Folding

  /// Lower case, each run of white space one space.
  fileprivate static func folded(_ text: Span<UInt8>) -> [UInt8] {
    var isASCII = true
    for index in 0..<text.count where text[index] >= 0x80 {
      isASCII = false
      break
    }
    guard isASCII else {
      let string = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      return spaced(string.precomposedStringWithCanonicalMapping.lowercased())
    }
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    for index in 0..<text.count {
      let byte = text[index]
      switch byte {
      case 0x41...0x5A: folded.append(byte | 0x20)
      case 0x20, 0x09...0x0D: if folded.last != 0x20 { folded.append(0x20) }
      default: folded.append(byte)
      }
    }
    return folded
  }

  private static func spaced(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 ? scalar.value <= 0x20 : scalar.properties.isWhitespace {
        if folded.last != 0x20 { folded.append(0x20) }
      } else {
        folded.append(scalar)
      }
    }
    return folded
  }

  // MARK: Ends of words

  fileprivate static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return byte.isDigit || (0x61...0x7A).contains(byte | 0x20)
    }
    guard !isUnspaced(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  /// Thai, Lao, kana and Han.
  fileprivate static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// The scalar that begins at `start`, in valid UTF-8.
  fileprivate static func scalar(_ text: Span<UInt8>, at start: Int) -> Unicode.Scalar? {
    guard start < text.count else { return nil }
    let first = text[start]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard start + length <= text.count else { return nil }
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in 1..<length { value = value << 6 | UInt32(text[start + index] & 0x3F) }
    return Unicode.Scalar(value)
  }

  fileprivate static func scalar(_ text: Span<UInt8>, before end: Int) -> Unicode.Scalar? {
    var start = end - 1
    while start > 0, start > end - 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(text, at: start)
  }
}
