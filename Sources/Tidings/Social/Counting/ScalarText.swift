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
    var offset = 0
    scalars.reserveCapacity(text.utf8.count)
    offsets.reserveCapacity(text.utf8.count + 1)
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
    source = text
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
