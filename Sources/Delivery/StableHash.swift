/// FNV-1a, 64 bits: the same on every machine and run, unlike Swift's own.
enum StableHash {
  /// As 16 hexadecimal digits.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    hexadecimal(
      bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }, digits: 16)
  }

  static func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
