extension [UInt8] {
  /// Appends `text` as JSON has it (RFC 8259 7), with `/` plain.
  mutating func append(quoting text: String) {
    append(0x22)
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        append(contentsOf: bytes[start..<index])
        append(escaping: byte)
        start = index + 1
      }
      append(contentsOf: bytes[start...])
    }
    append(0x22)
  }

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case 0x08: append(contentsOf: "\\b".utf8)
    case 0x09: append(contentsOf: "\\t".utf8)
    case 0x0A: append(contentsOf: "\\n".utf8)
    case 0x0C: append(contentsOf: "\\f".utf8)
    case 0x0D: append(contentsOf: "\\r".utf8)
    case 0..<0x20:
      append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u001".utf8)
      append(contentsOf: String(byte & 0xF, radix: 16).utf8)
    default: append(contentsOf: [0x5C, byte])
    }
  }
}

extension JSONValue {
  /// Laid out for a person, with its keys in order.
  ///
  /// Written by hand: a general encoder takes ten times as long.
  var prettyText: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0, opensEmpty: false)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same with a line in each empty list and object, as `JSONEncoder` has it.
  var encoderBytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0, opensEmpty: true)
    return bytes
  }

  private func append(to bytes: inout [UInt8], indent: Int, opensEmpty: Bool) {
    func line(_ depth: Int) {
      bytes.append(0x0A)
      bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }
    func end(isEmpty: Bool) {
      guard isEmpty else { return line(indent) }
      if opensEmpty {
        bytes.append(0x0A)
        line(indent)
      }
    }
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .text(let text): bytes.append(quoting: text)
    case .list(let values):
      bytes.append(0x5B)
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(0x2C) }
        line(indent + 1)
        value.append(to: &bytes, indent: indent + 1, opensEmpty: opensEmpty)
      }
      end(isEmpty: values.isEmpty)
      bytes.append(0x5D)
    case .object(let members):
      bytes.append(0x7B)
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { bytes.append(0x2C) }
        line(indent + 1)
        bytes.append(quoting: member.key)
        bytes.append(contentsOf: " : ".utf8)
        member.value.append(to: &bytes, indent: indent + 1, opensEmpty: opensEmpty)
      }
      end(isEmpty: members.isEmpty)
      bytes.append(0x7D)
    }
  }
}
