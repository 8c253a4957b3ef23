/// Balanced braces of a program text.
enum Braces {
  /// Where the brace that opens the text is closed; strings hide theirs.
  static func end(of text: ArraySlice<UInt8>, limit: Int = 4_000) -> Int? {
    var depth = 0
    var quote: UInt8?
    var index = text.startIndex
    while index < min(text.endIndex, text.startIndex + limit) {
      let byte = text[index]
      if let open = quote {
        if byte == MarkdownByte.backslash { index += 1 }
        if byte == open || (byte == .newline && open != UInt8(ascii: "`")) {
          quote = nil
        }
      } else {
        switch byte {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
          depth -= 1
          if depth == 0 { return index }
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quote = byte
        default: break
        }
      }
      index += 1
    }
    return nil
  }
}
