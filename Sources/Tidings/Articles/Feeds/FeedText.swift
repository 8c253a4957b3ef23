import CLibXML2

/// A feed's bytes as UTF-8, whatever encoding they came in.
struct FeedText {
  /// Without byte order mark, and without white space at the start.
  let bytes: [UInt8]
  /// Lines of white space that stood at the start.
  let skippedLines: Int
  /// How the encoding was mended; nil when there was nothing to mend.
  let warning: String?

  init(_ raw: [UInt8]) {
    let (text, warning) = Self.decoded(raw)
    let start = text.firstIndex { !Self.isBlank($0) } ?? text.endIndex
    skippedLines = text[..<start].count { $0 == UInt8(ascii: "\n") }
    bytes = start == 0 ? text : Array(text[start...])
    self.warning = warning
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func decoded(_ raw: [UInt8]) -> ([UInt8], String?) {
    if let isBig = utf16Order(raw) { return (utf16(raw, isBig: isBig), nil) }
    let bytes = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
    let declared = declaredEncoding(bytes)
    let name = declared?.lowercased() ?? "utf-8"
    if latin.contains(name) { return (utf8(windows1252: bytes), nil) }
    if String(validating: bytes, as: UTF8.self) != nil, unicode.contains(name) {
      return (bytes, nil)
    }
    if let declared, !unicode.contains(name) {
      if let text = transcoded(bytes, from: declared) { return (text, nil) }
      let said = "it says that its encoding is '\(declared.oneLine)', which it is not or is unknown"
      return (mended(bytes), "\(said); it is read as UTF-8 and Windows-1252")
    }
    return (
      mended(bytes),
      "it has bytes that are not UTF-8; they are read as Windows-1252 (declare its encoding)"
    )
  }

  /// What browsers read as Windows-1252 (WHATWG Encoding 4.2).
  private static let latin: Set<String> = [
    "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "windows-1252", "cp1252",
  ]

  /// UTF-16 is told by its bytes; what is only called so is UTF-8.
  private static let unicode: Set<String> = [
    "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "",
  ]

  /// By its mark or its first character, XML 1.0 appendix F.
  private static func utf16Order(_ raw: [UInt8]) -> Bool? {
    if raw.starts(with: [0xFE, 0xFF]) || raw.starts(with: [0, UInt8(ascii: "<"), 0]) {
      return true
    }
    if raw.starts(with: [0xFF, 0xFE]) { return false }
    return raw.count > 3 && raw[0] == UInt8(ascii: "<") && raw[1] == 0 && raw[3] == 0 ? false : nil
  }

  private static func utf16(_ raw: [UInt8], isBig: Bool) -> [UInt8] {
    let units = stride(from: 0, to: raw.count - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    return text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
  }

  /// The name in the XML declaration, XML 1.0 2.8.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.drop(while: isBlank).prefix(256), as: UTF8.self)
    guard start.hasPrefix("<?xml"), let end = start.firstRange(of: "?>"),
      let key = start[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let value = start[key.upperBound..<end.lowerBound].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }

  private static func transcoded(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard LibXML.isReady, let length = Int32(exactly: bytes.count) else { return nil }
    let buffer = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        tidings_transcode(encoding, $0.baseAddress, length)
      }
    }
    guard let buffer else { return nil }
    defer { xmlBufferFree(buffer) }
    let text = Array(
      UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
    return String(validating: text, as: UTF8.self) == nil ? nil : text
  }

  /// Each byte that UTF-8 has no use for becomes a character of Windows-1252.
  private static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var index = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        result.append(contentsOf: scalar)
        index += scalar.count
      case .error(let length):
        result.append(contentsOf: utf8(windows1252: bytes[index..<index + length]))
        index += length
      case .emptyInput: return result
      }
    }
  }

  private static func utf8(windows1252 bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let code = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt16(byte)
        result.append(contentsOf: String(decoding: CollectionOfOne(code), as: UTF16.self).utf8)
      }
    }
    return result
  }

  /// What Windows-1252 has from 0x80 to 0x9F.
  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
