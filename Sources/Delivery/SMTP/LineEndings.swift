import Glibc

/// The form that SMTP demands of a message (RFC 5321 2.3.8).
enum LineEndings {
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// What is wrong with `bytes`: a CR or LF without the other, or a last line without an end.
  static func fault(in bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      let lone = Self.first(lineFeed, in: bytes) { $0 > 0 && bytes[$0 - 1] == carriageReturn }
      if let lone { return "has a lone line feed at byte \(lone)" }
      let open = Self.first(carriageReturn, in: bytes) {
        $0 + 1 < bytes.count && bytes[$0 + 1] == lineFeed
      }
      if let open { return "has a lone carriage return at byte \(open)" }
      return bytes.last == lineFeed ? nil : "does not end in CRLF"
    }
  }

  /// Where `byte` first stands without its companion.
  private static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, isFine: (Int) -> Bool
  ) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    var index = 0
    while index < bytes.count,
      let found = memchr(start + index, Int32(byte), bytes.count - index)
    {
      let position = UnsafeRawPointer(start).distance(to: found)
      if !isFine(position) { return position }
      index = position + 1
    }
    return nil
  }
}
