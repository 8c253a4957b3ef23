/// Names files after addresses: never outside their folder, never two addresses in one file.
enum SafeFileName {
  /// File systems allow 255 bytes; what a temporary name adds must fit too.
  private static let longest = 200

  /// `address` in lower case as a name without `/`, leading dot or control character.
  ///
  /// Bytes that are not plain stand as `%xx`, so different addresses never meet; one too long for
  /// a file system ends in a hash of all of it instead.
  static func name(for address: String) -> String {
    var name = ""
    let bytes = Array(address.lowercased().utf8)
    for (index, byte) in bytes.enumerated() {
      if isPlain(byte), !(index == 0 && (byte == 0x2E || byte == 0x2D)) {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        name += "%" + hexadecimal(UInt64(byte), digits: 2)
      }
    }
    guard name.utf8.count > longest else { return name }
    return name.prefix(longest - 17) + "~" + hexadecimal(hash(bytes), digits: 16)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "@"):
      true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// FNV-1a, 64 bits: the same on every machine and run, unlike Swift's own.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
