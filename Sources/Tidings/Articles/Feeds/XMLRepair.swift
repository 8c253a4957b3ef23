import CLibXML2

/// What is done by hand to XML that a parser would refuse, or choke on.
enum XMLRepair {
  /// The parser compares each attribute of a tag with all those before it.
  static let attributeLimit = 256

  /// The line of the first tag with too many attributes, counted from 1.
  static func crowdedTag(in bytes: [UInt8]) -> Int? {
    var line = 1
    var count = 0
    var quote: UInt8 = 0
    var isInTag = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        if let end = verbatimEnd(bytes, from: index) {
          line += bytes[index..<end].count { $0 == UInt8(ascii: "\n") }
          index = end
          continue
        }
        // No value holds one: a tag that was never closed ends here.
        isInTag = index + 1 < bytes.count && isNameStart(bytes[index + 1])
        count = 0
        quote = 0
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      } else if isInTag, quote != 0 {
        if byte == quote { quote = 0 }
      } else if isInTag {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: ">"): isInTag = false
        case UInt8(ascii: "="):
          count += 1
          if count > attributeLimit { return line }
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  /// The same lines without comments: libxml2 copies a comment anew at each `--` within it.
  static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      result += bytes[index..<next]
      if let end = verbatimEnd(bytes, from: next) {
        let part = bytes[next..<end]
        result +=
          part.starts(with: "<!-".utf8) ? part.filter { $0 == UInt8(ascii: "\n") }[...] : part
        index = end
      } else {
        result.append(bytes[next])
        index = next + 1
      }
    }
    return result + bytes[index...]
  }

  /// Names of HTML's characters as numbers, lone ampersands escaped, control characters left out.
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let end = verbatimEnd(bytes, from: index) {
        result += bytes[index..<end].filter { !isControl($0) }
        index = end
      } else if byte == UInt8(ascii: "&") {
        let (text, end) = reference(bytes, at: index)
        result += text
        index = end
      } else {
        if !isControl(byte) { result.append(byte) }
        index += 1
      }
    }
    return result
  }

  /// In bytes; no feed's root has a longer name.
  private static let longestRoot = 64

  /// Whether the last end tag of `root` is there.
  static func isClosed(_ bytes: [UInt8], root: String) -> Bool {
    let name = root.localName.utf8
    guard name.count <= longestRoot else { return false }
    var index = bytes.count - 1
    while index > 0 {
      index -= 1
      guard bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/") else {
        continue
      }
      // `</rdf:RDF` too, with a prefix of 40 bytes at most.
      let tag = bytes[(index + 2)...].prefix(longestRoot + 40)
        .prefix { isNamePart($0) || $0 == UInt8(ascii: ":") }
      let local = tag.lastIndex(of: UInt8(ascii: ":")).map { tag[($0 + 1)...] } ?? tag
      if local.elementsEqual(name) { return true }
    }
    return false
  }

  /// The character that HTML 4 calls `name`.
  static func character(named name: String) -> Character? {
    guard name.utf8.count <= 10, let scalar = Unicode.Scalar(tidings_html_entity(name)),
      scalar.value > 0
    else { return nil }
    return Character(scalar)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  /// The end of a CDATA section or comment that begins at `index`, where `&` is only itself.
  private static func verbatimEnd(_ bytes: [UInt8], from index: Int) -> Int? {
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "!") else { return nil }
    for (opening, closing) in [("<![CDATA[", "]]>"), ("<!--", "-->")]
    where bytes[index...].starts(with: opening.utf8) {
      let close = Array(closing.utf8)
      var end = index + opening.utf8.count
      while end + close.count <= bytes.count {
        if bytes[end] == close[0], bytes[end..<end + close.count].elementsEqual(close) {
          return end + close.count
        }
        end += 1
      }
      return bytes.count
    }
    return nil
  }

  /// What is to stand for the `&` at `index`, and where to go on.
  private static func reference(_ bytes: [UInt8], at index: Int) -> ([UInt8], Int) {
    let rest = bytes[(index + 1)...].prefix(12)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")), end > index + 1 else {
      return (Array("&amp;".utf8), index + 1)
    }
    let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) || isNumber(name) {
      return (Array(bytes[index...end]), end + 1)
    }
    if let character = character(named: name) { return (Array(String(character).utf8), end + 1) }
    return (Array("&amp;".utf8), index + 1)
  }

  /// Whether `#8217` or `#x2019` names a character that XML may hold.
  private static func isNumber(_ name: String) -> Bool {
    guard name.hasPrefix("#") else { return false }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), digits.first != "+",
      Unicode.Scalar(value) != nil, value != 0xFFFE, value != 0xFFFF
    else { return false }
    return value >= 0x20 || value == 9 || value == 10 || value == 13
  }
}
