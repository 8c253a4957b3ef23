import Foundation

/// Front matter in JSON (RFC 8259).
enum JSONBlock {
  /// The entries of `block`, whose first line has the number `firstLine`; nil when it holds no
  /// object.
  /// - Throws: `FrontMatter.Fault` for what is no JSON.
  static func entries(
    in block: Bytes, firstLine: Int
  ) throws(FrontMatter.Fault) -> [FrontMatter.Entry]? {
    // Fences may stand around the object, or around its keys alone.
    let isBare = block.first { !$0.isSpace } == UInt8(ascii: "\"")
    let object = isBare ? [UInt8(ascii: "{")] + block + [UInt8(ascii: "}")] : Array(block)
    guard let value = try? JSONDecoder().decode(FrontMatterValue.self, from: Data(object)) else {
      throw .init(
        line: firstLine,
        reason: "the front matter is not JSON, expected keys and values in braces")
    }
    guard case .map(let map) = value else { return nil }
    let lines = KeyLines.lines(of: block, firstLine: firstLine, separator: UInt8(ascii: ":"))
    return map.sorted { $0.key < $1.key }
      .map { .init(key: $0.key, value: $0.value, line: lines[$0.key] ?? firstLine) }
  }
}

extension FrontMatterValue: Decodable {
  /// Reads JSON, where a number is what it means: 1.10 is 1.1.
  init(from decoder: any Decoder) throws {
    if let map = try? decoder.container(keyedBy: AnyKey.self) {
      var values: [String: FrontMatterValue] = [:]
      for key in map.allKeys {
        values[key.stringValue.lowercased()] = try map.decode(FrontMatterValue.self, forKey: key)
      }
      self = .map(values)
    } else if var list = try? decoder.unkeyedContainer() {
      var values: [FrontMatterValue] = []
      while !list.isAtEnd { values.append(try list.decode(FrontMatterValue.self)) }
      self = .list(values)
    } else {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let bool = try? value.decode(Bool.self) {
        self = .text(bool ? "true" : "false")
      } else if let number = try? value.decode(Int.self) {
        self = .text(String(number))
      } else if let number = try? value.decode(Double.self) {
        self = .text(String(number))
      } else {
        self = .text(try value.decode(String.self))
      }
    }
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
