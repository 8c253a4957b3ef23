import Foundation

/// A text as scalars that know where they stand in the text as it was passed.
struct ScalarText {
  let scalars: [Unicode.Scalar]
  /// In UTF-8 bytes of the text as passed; one more than there are scalars, the last is its end.
  let offsets: [Int]

  private init(scalars: [Unicode.Scalar], offsets: [Int]) {
    self.scalars = scalars
    self.offsets = offsets
  }

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
  }

  /// The text in Unicode's composed form (NFC), its scalars knowing where they came from.
  static func composing(_ text: String) -> ScalarText {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    if isPlain || text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8) {
      return ScalarText(text)
    }
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = 0
    // Nothing composes across grapheme clusters, so each is composed alone.
    for character in text {
      let width = character.utf8.count
      let composed =
        width == 1 ? String(character) : String(character).precomposedStringWithCanonicalMapping
      let isChanged = !composed.utf8.elementsEqual(character.utf8)
      var inner = offset
      for (index, scalar) in composed.unicodeScalars.enumerated() {
        scalars.append(scalar)
        offsets.append(isChanged ? (index == 0 ? offset : offset + width) : inner)
        inner += UTF8.width(scalar)
      }
      offset += width
    }
    offsets.append(offset)
    return ScalarText(scalars: scalars, offsets: offsets)
  }

  /// The bytes of the text as passed that `range` came from.
  func bytes(of range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }
}
