import Foundation

/// One text as encoded words (RFC 2047), in whichever of Q and B is the shorter.
struct EncodedWords {
  private let text: String
  private let isBase64: Bool
  /// The columns that the whole text takes as one word.
  let width: Int

  /// RFC 2047 2.
  static let longestWord = 75
  /// `=?utf-8?Q?` and `?=`.
  static let frame = 12
  /// The widest payload of a unit, small enough for the first line of any header.
  static let widestUnit = 36

  init(_ text: String) {
    self.text = text
    let quoted = Self.quotedWidth(of: text.utf8)
    let encoded = Self.base64Width(text.utf8.count)
    isBase64 = encoded < quoted
    width = Self.frame + min(encoded, quoted)
  }

  /// Words of which the first has at most `room` columns and each further one at most 75.
  ///
  /// `room` must hold the frame and one unit, which is a character as a reader sees it, or a scalar
  /// of a very long one. No B word before the last is padded: GMime decodes neighbours as one text,
  /// which ends at the first `=`. Where no such word can be had, a Q word stands between.
  func words(room: Int) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var rest = text[...]
    var room = min(room, Self.longestWord)
    repeat {
      let aligned = isBase64 ? alignedPrefix(of: rest, room: room) : nil
      let part = aligned ?? quotedPrefix(of: rest, room: room)
      words.append(Self.word(part.utf8, isBase64: aligned != nil))
      rest = rest[part.endIndex...]
      room = Self.longestWord
    } while !rest.isEmpty
    return words
  }

  /// What fits in one B word, all of `rest` or a multiple of three bytes; nil when there is none.
  private func alignedPrefix(of rest: Substring, room: Int) -> Substring? {
    var end: Substring.Index?
    var count = 0
    for unit in units(of: rest) {
      count += unit.utf8.count
      guard Self.frame + Self.base64Width(count) <= room else { break }
      if count.isMultiple(of: 3) || unit.endIndex == rest.endIndex { end = unit.endIndex }
    }
    return end.map { rest[..<$0] }
  }

  /// What fits in one Q word, at least a unit.
  private func quotedPrefix(of rest: Substring, room: Int) -> Substring {
    var end = rest.startIndex
    var width = Self.frame
    for unit in units(of: rest) {
      width += Self.quotedWidth(of: unit.utf8)
      guard width <= room || end == rest.startIndex else { break }
      end = unit.endIndex
    }
    return rest[..<end]
  }

  /// What may stand in a word of its own, one after the other.
  private func units(of text: Substring) -> some Sequence<Substring> {
    sequence(state: text) { rest in
      guard !rest.isEmpty else { return nil }
      var unit = rest.prefix(1)
      if Self.quotedWidth(of: unit.utf8) > Self.widestUnit {
        unit = Substring(rest.unicodeScalars.prefix(1))
      }
      rest = rest[unit.endIndex...]
      return unit
    }
  }

  private static func word(_ bytes: Substring.UTF8View, isBase64: Bool) -> [UInt8] {
    var word = Array((isBase64 ? "=?utf-8?B?" : "=?utf-8?Q?").utf8)
    if isBase64 {
      word += Data(bytes).base64EncodedData()
    } else {
      for byte in bytes {
        switch quotedWidth(byte) {
        case 1: word.append(byte == UInt8(ascii: " ") ? UInt8(ascii: "_") : byte)
        default: word += QuotedPrintable.escape(byte)
        }
      }
    }
    return word + Array("?=".utf8)
  }

  private static func base64Width(_ count: Int) -> Int { (count + 2) / 3 * 4 }

  private static func quotedWidth(of bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 + quotedWidth($1) }
  }

  /// One for what stays itself even in a phrase (RFC 2047 5 (3)), three for the rest.
  private static func quotedWidth(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "/"):
      1
    default: byte.isAlphanumeric ? 1 : 3
    }
  }
}
