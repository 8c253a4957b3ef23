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
        name += "%" + StableHash.hexadecimal(UInt64(byte), digits: 2)
      }
    }
    guard name.utf8.count > longest else { return name }
    return name.prefix(longest - 17) + "~" + StableHash.text(of: bytes)
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
}
