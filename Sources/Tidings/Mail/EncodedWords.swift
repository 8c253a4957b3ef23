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
  /// `room` must hold the frame and one unit. What may not be parted is a character as a reader sees
  /// it, or a scalar of a very long one; what one word holds is not looked at so closely.
  func words(room: Int) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    var room = min(room, Self.longestWord)
    guard width > room else { return [word(bytes[...])] }
    var words: [[UInt8]] = []
    var first = 0
    var end = 0
    var pending = 0
    for unit in units {
      let size = size(bytes[end..<end + unit])
      let payload = isBase64 ? Self.base64Width(pending + size) : pending + size
      if end > first && Self.frame + payload > room {
        words.append(word(bytes[first..<end]))
        first = end
        pending = 0
        room = Self.longestWord
      }
      pending += size
      end += unit
    }
    words.append(word(bytes[first...]))
    return words
  }

  /// How many bytes each part has that may stand in a word of its own.
  private var units: [Int] {
    var units: [Int] = []
    for character in text {
      let width =
        isBase64 ? Self.base64Width(character.utf8.count) : Self.quotedWidth(of: character.utf8)
      if width <= Self.widestUnit {
        units.append(character.utf8.count)
      } else {
        units += character.unicodeScalars.map { UTF8.width($0) }
      }
    }
    return units
  }

  /// What a unit adds to a word: bytes before base64, columns of Q.
  private func size(_ unit: ArraySlice<UInt8>) -> Int {
    isBase64 ? unit.count : Self.quotedWidth(of: unit)
  }

  private func word(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
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
