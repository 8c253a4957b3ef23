/// Text as quoted-printable (RFC 2045 6.7), which any server takes and no gateway changes.
///
/// Every line end becomes CRLF. Lines that begin with a dot or with `From ` get an escape there, so
/// that neither a forgotten dot-stuffing nor an mbox file alters them.
enum QuotedPrintable {
  /// RFC 2045 6.7 (5), without the line end.
  static let longestLine = 76

  /// What follows the encoded text.
  enum Ending {
    /// A hard line end or nothing: the last space or tab of the text is escaped.
    case lineEnd
    /// More of the same line: a soft line break is added unless a line has just begun.
    case softBreak
  }

  /// `text` encoded from the beginning of a line.
  static func encode(_ text: some Collection<UInt8>, ending: Ending = .lineEnd) -> [UInt8] {
    var encoded: [UInt8] = []
    append(text, ending: ending, to: &encoded)
    return encoded
  }

  /// Appends `text`, encoded from the beginning of a line.
  static func append(
    _ text: some Collection<UInt8>, ending: Ending, to encoded: inout [UInt8]
  ) {
    let isAppended: Void? = text.withContiguousStorageIfAvailable {
      append($0, ending: ending, to: &encoded)
    }
    if isAppended == nil {
      Array(text).withUnsafeBufferPointer { append($0, ending: ending, to: &encoded) }
    }
  }

  /// `=` and the two hexadecimal digits of a byte.
  static func escape(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func append(
    _ text: UnsafeBufferPointer<UInt8>, ending: Ending, to encoded: inout [UInt8]
  ) {
    encoded.reserveCapacity(encoded.count + text.count + text.count / 16 + 8)
    kinds.withUnsafeBufferPointer { kinds in
      var index = 0
      var column = 0
      /// Whether nothing but a hard line end or the end of the part comes at `index`.
      func isLast(_ index: Int) -> Bool {
        index < text.count ? kinds[Int(text[index])] == .lineEnd : ending == .lineEnd
      }
      while index < text.count {
        let kind = kinds[Int(text[index])]
        if kind == .lineEnd {
          let isPair = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
          index += isPair ? 2 : 1
          encoded.append(0x0D)
          encoded.append(0x0A)
          column = 0
        } else if kind == .escaped || kind == .blank && isLast(index + 1)
          || column == 0 && isRisky(text, at: index)
        {
          let room = longestLine - column - 3
          if room < 0 || room == 0 && !isLast(index + 1) { breakLine(&encoded, &column) }
          encoded.append(UInt8(ascii: "="))
          encoded.append(digits[Int(text[index] >> 4)])
          encoded.append(digits[Int(text[index] & 15)])
          column += 3
          index += 1
        } else {
          // As many literal bytes at once as the line takes.
          let limit = min(text.count, index + longestLine - column)
          var end = index
          while end < limit, kinds[Int(text[end])].isLiteral { end += 1 }
          if isLast(end) {
            if kinds[Int(text[end - 1])] == .blank { end -= 1 }
          } else if end - index + column == longestLine {
            end -= 1
          }
          encoded.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
          column += end - index
          index = end
          if column == longestLine - 1 && !isLast(index) && !isLast(index + 1) {
            breakLine(&encoded, &column)
          }
        }
      }
      if ending == .softBreak && column > 0 { breakLine(&encoded, &column) }
    }
  }

  private static func breakLine(_ encoded: inout [UInt8], _ column: inout Int) {
    encoded.append(UInt8(ascii: "="))
    encoded.append(0x0D)
    encoded.append(0x0A)
    column = 0
  }

  /// Whether a line that begins here needs its first byte escaped.
  private static func isRisky(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "."): true
    case UInt8(ascii: "F"): text[index...].starts(with: "From ".utf8)
    default: false
    }
  }

  /// How a byte is written.
  private enum Kind: UInt8 {
    case plain
    case blank
    case lineEnd
    case escaped

    var isLiteral: Bool { rawValue <= Kind.blank.rawValue }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static let kinds: [Kind] = (0...255).map { byte in
    switch byte {
    case 0x20, 0x09: .blank
    case 0x0A, 0x0D: .lineEnd
    case 0x3D: .escaped
    case 0x21...0x7E: .plain
    default: .escaped
    }
  }
}
