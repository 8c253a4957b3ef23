import Foundation

/// A strict reader of what the encoder writes, made from the RFCs alone.
enum MailDecoder {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// Lines that each end in CRLF, without it; a bare CR or LF, or a byte over 126, is a fault.
  static func lines(_ bytes: some Collection<UInt8>) throws -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var isAfterCR = false
    for byte in bytes {
      if isAfterCR != (byte == 0x0A) { throw Fault(description: "bare CR or LF") }
      if byte >= 0x7F { throw Fault(description: "8-bit byte") }
      isAfterCR = byte == 0x0D
      if byte == 0x0A {
        lines.append([])
      } else if byte != 0x0D {
        lines[lines.count - 1].append(byte)
      }
    }
    if isAfterCR { throw Fault(description: "bare CR") }
    return lines
  }

  /// RFC 2045 6.7, with every rule about lengths and line ends held.
  static func quotedPrintable(_ bytes: some Collection<UInt8>) throws -> [UInt8] {
    var decoded: [UInt8] = []
    let lines = try lines(bytes)
    for (number, line) in lines.enumerated() {
      guard line.count <= 76 else { throw Fault(description: "line \(number) has \(line.count)") }
      if let last = line.last, last == 0x20 || last == 0x09 {
        throw Fault(description: "line \(number) ends in white space")
      }
      if line.first == UInt8(ascii: ".") || line.starts(with: "From ".utf8) {
        throw Fault(description: "line \(number) begins in a risky way")
      }
      var isSoft = false
      var index = 0
      while index < line.count {
        guard line[index] == UInt8(ascii: "=") else {
          decoded.append(line[index])
          index += 1
          continue
        }
        if index == line.count - 1 {
          isSoft = true
          break
        }
        let digits = String(decoding: line[index...].dropFirst().prefix(2), as: UTF8.self)
        guard digits.count == 2, digits == digits.uppercased(), let byte = UInt8(digits, radix: 16)
        else { throw Fault(description: "line \(number) has =\(digits)") }
        decoded.append(byte)
        index += 3
      }
      if isSoft && number == lines.count - 1 { throw Fault(description: "soft break at the end") }
      if !isSoft && number < lines.count - 1 { decoded += [0x0D, 0x0A] }
    }
    return decoded
  }

  /// A header value without its folds; a line that is too long or blank is a fault.
  static func unfolded(_ field: [UInt8], limit: Int = 76) throws -> (name: String, value: String) {
    let lines = try lines(field)
    guard lines.last == [] else { throw Fault(description: "no line end") }
    for (number, line) in lines.dropLast().enumerated() {
      guard line.count <= limit else { throw Fault(description: "line has \(line.count) columns") }
      if number > 0 && line.first != 0x20 { throw Fault(description: "a line without white space") }
      if line.allSatisfy({ $0 == 0x20 }) { throw Fault(description: "a blank line") }
    }
    let text = String(decoding: lines.joined(), as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { throw Fault(description: "no colon") }
    var value = text[colon...].dropFirst()
    if value.first == " " { value = value.dropFirst() }
    return (String(text[..<colon]), String(value))
  }

  /// RFC 2047 6.2: encoded words become text, and white space between two of them vanishes.
  static func text(_ value: String) throws -> String {
    var decoded = ""
    var wasEncoded = false
    for (index, word) in value.split(separator: " ", omittingEmptySubsequences: false).enumerated()
    {
      let plain = try encodedWord(String(word))
      if index > 0 && !(wasEncoded && plain != nil) { decoded += " " }
      decoded += plain ?? String(word)
      wasEncoded = plain != nil
    }
    return decoded
  }

  /// A display name: an encoded or plain phrase, or a quoted string.
  static func phrase(_ value: String) throws -> String {
    guard value.hasPrefix("\"") else { return try text(value) }
    var name = ""
    var isEscaped = false
    for character in value.dropFirst().dropLast() {
      if character == "\\" && !isEscaped {
        isEscaped = true
      } else {
        name.append(character)
        isEscaped = false
      }
    }
    return name
  }

  private static func encodedWord(_ word: String) throws -> String? {
    guard word.hasPrefix("=?"), word.hasSuffix("?=") else { return nil }
    let parts = word.split(separator: "?", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[1] == "utf-8" else { throw Fault(description: "bad \(word)") }
    guard word.utf8.count <= 75 else { throw Fault(description: "\(word) is too long") }
    var bytes: [UInt8] = []
    switch parts[2] {
    case "B":
      guard let data = Data(base64Encoded: String(parts[3])) else {
        throw Fault(description: "bad \(word)")
      }
      bytes = Array(data)
    case "Q":
      var rest = Array(parts[3].utf8)[...]
      while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "_"): bytes.append(0x20)
        case UInt8(ascii: "="):
          guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
            throw Fault(description: "bad \(word)")
          }
          bytes.append(value)
          rest = rest.dropFirst(2)
        case 0x20, UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: "\""), UInt8(ascii: ","):
          throw Fault(description: "bad \(word)")
        default: bytes.append(byte)
        }
      }
    default: throw Fault(description: "bad \(word)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(description: "\(word) splits a character")
    }
    return text
  }
}
