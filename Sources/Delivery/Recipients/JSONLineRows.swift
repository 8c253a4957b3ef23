import Foundation
import Tidings

/// The readers of a JSON Lines file.
struct JSONLineRows: RecipientRows {
  private let path: String
  private var bytes: ByteReader?
  private(set) var line: Int?

  init(path: String) {
    self.path = path
  }

  mutating func next() throws(ListFault) -> Recipient? {
    let bytes = try opened()
    while let text = try nextLine(of: bytes) {
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      return try Self.recipient(text)
    }
    return nil
  }

  private mutating func opened() throws(ListFault) -> ByteReader {
    if let bytes { return bytes }
    let bytes = ByteReader()
    try bytes.start(path)
    self.bytes = bytes
    return bytes
  }

  private mutating func nextLine(of bytes: ByteReader) throws(ListFault) -> [UInt8]? {
    guard try bytes.peek() != nil else { return nil }
    line = (line ?? 0) + 1
    var text: [UInt8] = []
    while let byte = try bytes.next(), byte != UInt8(ascii: "\n") {
      text.append(byte)
      if text.count > ByteReader.longestRow {
        throw ListFault(
          "the line is longer than 1 MiB", hint: "is it JSON Lines, one object a line?",
          endsList: true)
      }
    }
    return text
  }

  private static func recipient(_ line: [UInt8]) throws(ListFault) -> Recipient {
    guard String(validating: line, as: UTF8.self) != nil else { throw CSVReader.notUTF8 }
    let object: [String: Scalar]
    do {
      object = try JSONDecoder().decode([String: Scalar].self, from: Data(line))
    } catch {
      throw ListFault("is no JSON object", hint: #"expected {"email": "…", "name": "…"}"#)
    }
    let keys = object.keys.sorted()
    let folded = Set(keys.map { $0.lowercased() })
    guard folded.contains("email") else {
      throw RecipientFields.noEmail(among: keys, what: "field")
    }
    guard folded.count == keys.count else {
      throw ListFault("has fields whose names differ in case only")
    }
    var reader = RecipientFields()
    for key in keys {
      switch object[key] {
      case .text(let text): try reader.add(key, text)
      case .nested:
        throw ListFault(
          "'\(key.printable(limit: 80))' is a list or an object, expected text or a number")
      case .none?, nil: continue
      }
    }
    return try reader.recipient()
  }

  /// A JSON value as text, as far as it is one value.
  private enum Scalar: Decodable {
    case none
    case text(String)
    case nested

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let flag = try? container.decode(Bool.self) {
        self = .text(flag ? "true" : "false")
      } else if let number = try? container.decode(Decimal.self) {
        self = .text("\(number)")
      } else {
        self = .nested
      }
    }
  }
}
