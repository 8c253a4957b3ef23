/// Reads the text out of one JSON object on a line (RFC 8259), in one pass over its bytes.
struct JSONLineReader {
  private static let deepest = 100

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  /// Whether some string held half of a surrogate pair, which was read as U+FFFD.
  private(set) var hasLoneSurrogate = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The string under the key `text`, the last one when there are several; nil when there is none.
  mutating func text() throws(CountRequestError) -> String? {
    skipSpace()
    try take(0x7B, "a JSON object")
    skipSpace()
    var text: String?
    if peek == 0x7D {
      index += 1
    } else {
      var isFirst = true
      while isFirst || peek == 0x2C {
        if !isFirst { index += 1 }
        isFirst = false
        skipSpace()
        let key = try string("a key in quotation marks")
        skipSpace()
        try take(0x3A, "':'")
        skipSpace()
        if key == "text" {
          text = try string("a string for \"text\"")
        } else {
          try skipValue()
        }
        skipSpace()
      }
      try take(0x7D, "',' or '}'")
    }
    skipSpace()
    guard index == bytes.endIndex else { throw expected("the end of the line") }
    return text
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private func expected(_ what: String) -> CountRequestError {
    .expected(what, byte: index - bytes.startIndex + 1)
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      index += 1
    }
  }

  private mutating func take(_ byte: UInt8, _ what: String) throws(CountRequestError) {
    guard peek == byte else { throw expected(what) }
    index += 1
  }

  private mutating func string(_ what: String) throws(CountRequestError) -> String {
    try take(0x22, what)
    let start = index
    while let byte = peek, byte != 0x22, byte != 0x5C, byte >= 0x20 { index += 1 }
    if peek == 0x22 {
      defer { index += 1 }
      return try utf8(bytes[start..<index])
    }
    var decoded = Array(bytes[start..<index])
    while let byte = peek, byte != 0x22 {
      guard byte >= 0x20 else { throw expected("an escape such as \\n for a control character") }
      index += 1
      if byte == 0x5C {
        try escape(into: &decoded)
      } else {
        decoded.append(byte)
      }
    }
    try take(0x22, "the end of a string")
    return try utf8(decoded[...])
  }

  private func utf8(_ string: ArraySlice<UInt8>) throws(CountRequestError) -> String {
    guard let text = String(validating: string, as: UTF8.self) else {
      throw expected("UTF-8 in the string before")
    }
    return text
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(CountRequestError) {
    switch peek {
    case 0x22, 0x5C, 0x2F: decoded.append(bytes[index])
    case 0x62: decoded.append(0x08)
    case 0x66: decoded.append(0x0C)
    case 0x6E: decoded.append(0x0A)
    case 0x72: decoded.append(0x0D)
    case 0x74: decoded.append(0x09)
    case 0x75:
      index += 1
      decoded.append(contentsOf: String(try escapedScalar()).utf8)
      return
    default: throw expected("an escape of JSON")
    }
    index += 1
  }

  /// What `\uXXXX` stands for, or two of them that make a pair.
  private mutating func escapedScalar() throws(CountRequestError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let afterFirst = index
    if first < 0xDC00, bytes[index...].starts(with: [0x5C, 0x75]) {
      index += 2
      let second = try hexadecimal()
      if (0xDC00...0xDFFF).contains(second) {
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        if let scalar = Unicode.Scalar(value) { return scalar }
      }
      index = afterFirst
    }
    hasLoneSurrogate = true
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(CountRequestError) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      switch peek {
      case let byte? where (0x30...0x39).contains(byte): value = value << 4 | UInt16(byte - 0x30)
      case let byte? where (0x41...0x46).contains(byte): value = value << 4 | UInt16(byte - 0x37)
      case let byte? where (0x61...0x66).contains(byte): value = value << 4 | UInt16(byte - 0x57)
      default: throw expected("four hexadecimal digits")
      }
      index += 1
    }
    return value
  }

  /// Past a value of any kind, with a list of what is open in place of recursion.
  private mutating func skipValue() throws(CountRequestError) {
    var closers: [UInt8] = []
    repeat {
      skipSpace()
      switch peek {
      case 0x22: _ = try string("a string")
      case 0x5B, 0x7B:
        let isObject = peek == 0x7B
        guard closers.count < Self.deepest else { throw expected("fewer lists within lists") }
        closers.append(isObject ? 0x7D : 0x5D)
        index += 1
        skipSpace()
        if peek != closers.last {
          if isObject { try skipKey() }
          continue
        }
      default: try skipWord()
      }
      skipSpace()
      while let closer = closers.last, peek == closer {
        closers.removeLast()
        index += 1
        skipSpace()
      }
      guard let closer = closers.last else { return }
      try take(0x2C, "',' or the end of what was opened")
      if closer == 0x7D { try skipKey() }
    } while true
  }

  private mutating func skipKey() throws(CountRequestError) {
    skipSpace()
    _ = try string("a key in quotation marks")
    skipSpace()
    try take(0x3A, "':'")
  }

  /// Past `true`, `false`, `null` or a number.
  private mutating func skipWord() throws(CountRequestError) {
    for word in ["true", "false", "null"] where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return
    }
    try skipNumber()
  }

  /// RFC 8259 6: `-`, an integer without a zero before it, a fraction, an exponent.
  private mutating func skipNumber() throws(CountRequestError) {
    let start = index
    if peek == 0x2D { index += 1 }
    if peek == 0x30 {
      index += 1
    } else {
      guard skipDigits() else {
        index = start
        throw expected("a value")
      }
    }
    if peek == 0x2E {
      index += 1
      guard skipDigits() else { throw expected("a digit") }
    }
    if peek == 0x45 || peek == 0x65 {
      index += 1
      if peek == 0x2B || peek == 0x2D { index += 1 }
      guard skipDigits() else { throw expected("a digit") }
    }
  }

  /// Past digits; false when there is none.
  private mutating func skipDigits() -> Bool {
    let start = index
    while let byte = peek, (0x30...0x39).contains(byte) { index += 1 }
    return index > start
  }
}
