/// A text as scalars that know where they stand in the text as it was passed.
struct ScalarText {
  let scalars: [Unicode.Scalar]
  /// In UTF-8 bytes of the text as passed; one more than there are scalars, the last is its end.
  let offsets: [Int]
  /// As it was passed.
  let source: String

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(text.utf8.count)
    offsets.reserveCapacity(text.utf8.count + 1)
    source = text
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let width = Self.width(bytes[index])
        scalars.append(Self.scalar(bytes[index..<(index + width)]))
        offsets.append(index)
        index += width
      }
    }
    offsets.append(text.utf8.count)
    self.scalars = scalars
    self.offsets = offsets
  }

  /// Of the scalar that `byte` begins (RFC 3629 3), in bytes; a string's UTF-8 is always valid.
  private static func width(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  private static func scalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
    let first = bytes[bytes.startIndex]
    if first < 0x80 { return Unicode.Scalar(first) }
    let value = bytes.dropFirst().reduce(UInt32(first) & (0xFF >> UInt32(bytes.count + 1))) {
      $0 << 6 | UInt32($1 & 0x3F)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The text in Unicode's composed form (NFC); nil when it is in that form already.
  var composed: ScalarText? {
    if scalars.allSatisfy(\.isSurelyComposed) { return nil }
    let composed = Composition.composed(scalars)
    return composed.utf8.elementsEqual(source.utf8) ? nil : ScalarText(composed)
  }

  /// The bytes of the text as passed that `range` came from.
  func bytes(of range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// What stood at `range` in the text as passed.
  func words(at range: Range<Int>) -> String {
    let bytes = bytes(of: range)
    let start = source.utf8.index(source.startIndex, offsetBy: bytes.lowerBound)
    return String(source[start..<source.utf8.index(start, offsetBy: bytes.count)])
  }
}
