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
    let start = text.firstIndex { !$0.isSpace } ?? text.endIndex
    skippedLines = text[..<start].count { $0 == UInt8(ascii: "\n") }
    bytes = start == 0 ? text : Array(text[start...])
    self.warning = warning
  }

  private static func decoded(_ raw: [UInt8]) -> ([UInt8], String?) {
    if let text = TextEncoding.utf8(utf16: raw) { return (text, nil) }
    let bytes = TextEncoding.withoutMark(raw)
    let declared = declaredEncoding(bytes)
    let name = declared?.lowercased() ?? "utf-8"
    if latin.contains(name) { return (TextEncoding.utf8(windows1252: bytes), nil) }
    if unicode.contains(name), TextEncoding.firstOddByte(bytes) == nil { return (bytes, nil) }
    if let declared, !unicode.contains(name) {
      if let text = transcoded(bytes, from: declared) { return (text, nil) }
      let said = "it says that its encoding is '\(declared.oneLine)', which it is not or is unknown"
      return (TextEncoding.mended(bytes), "\(said); it is read as UTF-8 and Windows-1252")
    }
    return (
      TextEncoding.mended(bytes),
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

  /// The name in the XML declaration, XML 1.0 2.8.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.drop(while: \.isSpace).prefix(256), as: UTF8.self)
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
}
