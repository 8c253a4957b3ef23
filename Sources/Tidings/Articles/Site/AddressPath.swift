/// A path as an address writes it: percent-encoded, with one slash at its start, and never climbing.
enum AddressPath {
  /// The encoded form of `path`, whose `%41`s are kept as they are.
  ///
  /// Empty parts, `.` and `..` go, however they are written: what is joined to a site's address
  /// cannot lead out of it (RFC 3986 5.2.4). With `keepsQuery` a `?` or `#` begins one.
  static func encoded(_ path: String, keepsQuery: Bool = false) -> [UInt8] {
    var path = path
    return path.withUTF8 { encoded($0, keepsQuery: keepsQuery) }
  }

  private static func encoded(
    _ path: UnsafeBufferPointer<UInt8>, keepsQuery: Bool
  ) -> [UInt8] {
    var result: [UInt8] = [slash]
    result.reserveCapacity(path.count + 24)
    var partStart = 1
    var index = 0
    while index < path.count {
      let byte = path[index]
      if byte == slash {
        endPart(&result, from: partStart)
        if result.last != slash { result.append(slash) }
        partStart = result.count
      } else if keepsQuery, byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
        endPart(&result, from: partStart)
        for byte in path[index...] {
          append(byte, isKept: isKept[Int(byte)] || "?#%[]".utf8.contains(byte), to: &result)
        }
        return result
      } else {
        let isEncoded =
          byte == UInt8(ascii: "%") && index + 2 < path.count && isHex(path[index + 1])
          && isHex(path[index + 2])
        append(byte, isKept: isKept[Int(byte)] || isEncoded, to: &result)
      }
      index += 1
    }
    endPart(&result, from: partStart)
    return result
  }

  private static func append(_ byte: UInt8, isKept: Bool, to result: inout [UInt8]) {
    guard !isKept else {
      result.append(byte)
      return
    }
    result.append(UInt8(ascii: "%"))
    result.append(digits[Int(byte >> 4)])
    result.append(digits[Int(byte & 15)])
  }

  /// Takes the part that has just ended off again when it is `.` or `..`, also as `%2e`.
  private static func endPart(_ result: inout [UInt8], from start: Int) {
    guard result.count > start, result.count - start <= 6,
      result[start] == UInt8(ascii: ".") || result[start] == UInt8(ascii: "%")
    else { return }
    var dots = 0
    var index = start
    while index < result.count {
      if result[index] == UInt8(ascii: ".") {
        index += 1
      } else if index + 2 < result.count, result[index] == UInt8(ascii: "%"),
        result[index + 1] == UInt8(ascii: "2"), result[index + 2] | 0x20 == UInt8(ascii: "e")
      {
        index += 3
      } else {
        return
      }
      dots += 1
    }
    if dots <= 2 { result.removeLast(result.count - start) }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static let slash = UInt8(ascii: "/")

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// RFC 3986 3.3: unreserved, sub-delims, `:` and `@`.
  private static let isKept: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/"
      .utf8
    {
      table[Int(byte)] = true
    }
    return table
  }()
}
