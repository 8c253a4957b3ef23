/// JSON (RFC 8259) whose objects keep the order of their keys, which Foundation's do not.
enum OrderedJSON: Hashable {
  case object([Member])
  case list([OrderedJSON])
  case text(String)
  /// A number, true, false or null.
  case other

  struct Member: Hashable {
    let key: String
    let value: OrderedJSON
  }

  struct Fault: Error, Hashable {
    let reason: String
  }

  /// - Throws: `Fault` for what is no JSON, is nested too deep or is larger than 32 MB.
  init(_ bytes: [UInt8]) throws(Fault) {
    guard bytes.count <= 32_000_000 else { throw Fault(reason: "it is larger than 32 MB") }
    var reader = JSONTreeReader(bytes: bytes)
    self = try reader.document()
  }

  subscript(key: String) -> OrderedJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}

private struct JSONTreeReader {
  let bytes: [UInt8]
  var index = 0

  private static let nesting = 64

  mutating func document() throws(OrderedJSON.Fault) -> OrderedJSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    let value = try value(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw fault() }
    return value
  }

  private mutating func value(depth: Int) throws(OrderedJSON.Fault) -> OrderedJSON {
    guard depth < Self.nesting else { throw fault() }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .list(try elements(depth: depth + 1))
    case UInt8(ascii: "\""): return .text(try string())
    default:
      let start = index
      while let byte = peek, byte.isAlphanumeric || "+-.".utf8.contains(byte) { index += 1 }
      guard index > start else { throw fault() }
      return .other
    }
  }

  private mutating func members(depth: Int) throws(OrderedJSON.Fault) -> [OrderedJSON.Member] {
    index += 1
    var members: [OrderedJSON.Member] = []
    skipSpace()
    if take("}") { return members }
    repeat {
      skipSpace()
      let key = try string()
      skipSpace()
      guard take(":") else { throw fault() }
      members.append(.init(key: key, value: try value(depth: depth)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw fault() }
    return members
  }

  private mutating func elements(depth: Int) throws(OrderedJSON.Fault) -> [OrderedJSON] {
    index += 1
    var elements: [OrderedJSON] = []
    skipSpace()
    if take("]") { return elements }
    repeat {
      elements.append(try value(depth: depth))
      skipSpace()
    } while take(",")
    guard take("]") else { throw fault() }
    return elements
  }

  private mutating func string() throws(OrderedJSON.Fault) -> String {
    guard take("\"") else { throw fault() }
    var text: [UInt8] = []
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escaped()
      case 0..<0x20: throw fault()
      default: text.append(byte)
      }
    }
    throw fault()
  }

  private mutating func escaped() throws(OrderedJSON.Fault) -> [UInt8] {
    guard let byte = peek else { throw fault() }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "u"):
      var units = [try unit()]
      // RFC 8259 7: what lies beyond 16 bits is written as two.
      if UTF16.isLeadSurrogate(units[0]), bytes[index...].starts(with: Array("\\u".utf8)) {
        index += 2
        units.append(try unit())
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    default: return [byte]
    }
  }

  private mutating func unit() throws(OrderedJSON.Fault) -> UInt16 {
    guard index + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw fault() }
    index += 4
    return unit
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private func fault() -> OrderedJSON.Fault {
    let line = bytes.prefix(index).count { $0 == 0x0A } + 1
    return .init(reason: "this is no JSON from line \(line) on")
  }
}
