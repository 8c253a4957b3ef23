/// A message's body as DKIM hashes it: the relaxed form of RFC 6376 3.4.4.
///
/// A body ends in a line of its own (`MessageBody`), so no empty ones are taken from its end.
enum RelaxedBody {
  /// Whole lines from the midst of a body: white space shrinks to one space, and to none before a
  /// line's end.
  ///
  /// What begins or ends amid a line must not do so with white space.
  static func lines(_ text: [UInt8]) -> [UInt8] {
    let first = text.withUnsafeBufferPointer(firstChange)
    guard let first else { return text }
    return text.withUnsafeBufferPointer { text in
      [UInt8](unsafeUninitializedCapacity: text.count) { canonical, count in
        for index in 0..<first { canonical[index] = text[index] }
        count = first
        var isAfterSpace = false
        for byte in text[first...] {
          if isBlank(byte) {
            isAfterSpace = true
            continue
          }
          if isAfterSpace && byte != 0x0D {
            canonical[count] = 0x20
            count += 1
          }
          isAfterSpace = false
          canonical[count] = byte
          count += 1
        }
      }
    }
  }

  /// Where the first run of white space begins that does not stay as it is.
  private static func firstChange(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    for index in text.indices where isBlank(text[index]) {
      let next = index + 1 < text.count ? text[index + 1] : 0x0D
      if text[index] == 0x09 || isBlank(next) || next == 0x0D { return index }
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
