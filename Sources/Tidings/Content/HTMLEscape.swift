extension String {
  /// Safe as HTML text and inside a quoted attribute.
  var htmlEscaped: String {
    var text = self
    return text.withUTF8 { bytes in
      let more = bytes.reduce(0) {
        $0 + (Self.reference(to: $1).map { $0.utf8CodeUnitCount - 1 } ?? 0)
      }
      guard more > 0 else { return self }
      return String(unsafeUninitializedCapacity: bytes.count + more) { room in
        var end = 0
        for byte in bytes {
          if let reference = Self.reference(to: byte) {
            for offset in 0..<reference.utf8CodeUnitCount {
              room[end + offset] = reference.utf8Start[offset]
            }
            end += reference.utf8CodeUnitCount
          } else {
            room[end] = byte
            end += 1
          }
        }
        return end
      }
    }
  }

  /// The character reference that stands for what markup is made of.
  private static func reference(to byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
