/// Types a text anew without what nobody would have typed, one piece after the other.
struct Typist {
  private var typed: [UInt8] = []
  /// Where in `typed` the line begins.
  private var start = 0
  /// Whether a reader's own value stands in the line.
  private var hasField = false
  private var isMarked = false
  /// How many line ends stand together; a text begins with none.
  private var lineEnds = Self.mostLineEnds

  /// Two empty lines; more are a wall.
  private static let mostLineEnds = 3

  /// Goes past a reader's own value.
  mutating func skipField() {
    hasField = true
    isMarked = false
  }

  mutating func settled(_ text: String) -> String {
    typed = []
    start = 0
    typed.reserveCapacity(text.utf8.count)
    for scalar in text.withLineFeeds.unicodeScalars {
      switch scalar.value {
      case 0x0A: endLine()
      case 0x09, 0x20..<0x7F: append(UInt8(truncatingIfNeeded: scalar.value))
      case 0..<0xA0: break
      // Line ends for some.
      case 0x2028, 0x2029: append(0x20)
      case TextLine.mark.value: isMarked = true
      case TextLine.shield.value: break
      default: for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
      }
    }
    return String(decoding: typed, as: UTF8.self)
  }

  private mutating func append(_ byte: UInt8) {
    typed.append(byte)
    isMarked = false
  }

  private mutating func endLine() {
    if !isMarked, hasField || !typed[start...].elementsEqual(FlowedText.signatureSeparator.utf8) {
      while typed.count > start, [0x20, 0x09].contains(typed[typed.count - 1]) {
        typed.removeLast()
      }
    }
    let isEmpty = typed.count == start && !hasField
    if isMarked, !isEmpty { typed.append(0x20) }
    lineEnds = isEmpty && !isMarked ? lineEnds + 1 : 1
    if lineEnds <= Self.mostLineEnds { typed.append(0x0A) }
    start = typed.count
    hasField = false
    isMarked = false
  }
}
