import Foundation

/// One text as encoded words (RFC 2047), in whichever of Q and B is the shorter.
struct EncodedWords {
  /// What may not be parted: a character as a reader sees it, or a scalar of a very long one.
  let units: [Substring]
  private let isBase64: Bool

  /// RFC 2047 2.
  static let longestWord = 75
  /// `=?utf-8?Q?` and `?=`.
  static let frame = 12
  /// The widest payload of a unit, small enough for the first line of any header.
  static let widestUnit = 36

  init(_ text: String) {
    let quoted = text.utf8.reduce(0) { $0 + Self.quotedWidth($1) }
    isBase64 = Self.base64Width(text.utf8.count) < quoted
    var units: [Substring] = []
    for character in text.indices {
      let unit = text[character..<text.index(after: character)]
      if Self.width(of: unit, isBase64: isBase64) <= Self.widestUnit {
        units.append(unit)
      } else {
        for scalar in unit.unicodeScalars.indices {
          units.append(unit[scalar..<unit.unicodeScalars.index(after: scalar)])
        }
      }
    }
    self.units = units
  }

  /// The columns that the whole text takes as one word.
  var width: Int {
    let count = units.reduce(0) { $0 + size($1) }
    return Self.frame + (isBase64 ? Self.base64Width(count) : count)
  }

  /// Words of which the first has at most `room` columns and each further one at most 75.
  ///
  /// `room` must hold the frame and one unit.
  func words(room: Int) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var room = min(room, Self.longestWord)
    var first = units.startIndex
    var pending = 0
    for index in units.indices {
      let size = size(units[index])
      let payload = isBase64 ? Self.base64Width(pending + size) : pending + size
      if index > first && Self.frame + payload > room {
        words.append(word(units[first..<index]))
        first = index
        pending = 0
        room = Self.longestWord
      }
      pending += size
    }
    words.append(word(units[first...]))
    return words
  }

  /// What a unit adds to a word: bytes before base64, columns of Q.
  private func size(_ unit: Substring) -> Int {
    isBase64 ? unit.utf8.count : Self.width(of: unit, isBase64: false)
  }

  private func word(_ units: ArraySlice<Substring>) -> [UInt8] {
    let bytes = units.flatMap { Array($0.utf8) }
    var word = Array((isBase64 ? "=?utf-8?B?" : "=?utf-8?Q?").utf8)
    if isBase64 {
      word += Data(bytes).base64EncodedData()
    } else {
      for byte in bytes {
        switch Self.quotedWidth(byte) {
        case 1: word.append(byte == UInt8(ascii: " ") ? UInt8(ascii: "_") : byte)
        default: word += QuotedPrintable.escape(byte)
        }
      }
    }
    return word + Array("?=".utf8)
  }

  private static func width(of unit: Substring, isBase64: Bool) -> Int {
    isBase64 ? base64Width(unit.utf8.count) : unit.utf8.reduce(0) { $0 + quotedWidth($1) }
  }

  private static func base64Width(_ count: Int) -> Int { (count + 2) / 3 * 4 }

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
