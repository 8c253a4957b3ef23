/// Splits a file into records and fields (RFC 4180), with any separator.
///
/// LF, CR and CR LF end a record; quoted fields may hold them. Lines without anything are passed
/// over.
struct CSVReader {
  /// Where the last record began, counted from 1.
  private(set) var recordLine = 0
  private let bytes: ByteReader
  private let separator: UInt8
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(bytes: ByteReader, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// The separator that the first line has most of outside quotes; a comma when it has none.
  static func separator(in start: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in start {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == carriageReturn {
        if counts.contains(where: { $0 > 0 }) { break }
        continue
      }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return most == 0 ? candidates[0] : candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// The next record's fields, or nil at the end.
  ///
  /// - Throws: what is wrong with the record, which is then passed over.
  mutating func next() throws(ListFault) -> [String]? {
    while true {
      guard try bytes.peek() != nil else { return nil }
      recordLine = line
      let fields = try record()
      if fields.count > 1 || fields.first?.isEmpty == false { return fields }
    }
  }

  private enum Place {
    case fieldStart
    case plain
    case quoted
    case afterQuote
  }

  private mutating func record() throws(ListFault) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var place = Place.fieldStart
    var size = 0
    var fault: ListFault?
    while let byte = try bytes.next() {
      size += 1
      if size > ByteReader.longestRow { throw tooLong(isQuoted: place == .quoted) }
      if try isLineEnd(byte) {
        line += 1
        if place != .quoted {
          fields.append(try Self.text(field))
          if let fault { throw fault }
          return fields
        }
        field.append(Self.lineFeed)
        continue
      }
      switch (place, byte) {
      case (.fieldStart, Self.quote): place = .quoted
      case (.quoted, Self.quote): place = .afterQuote
      case (.quoted, _): field.append(byte)
      case (.afterQuote, Self.quote):
        field.append(byte)
        place = .quoted
      case (_, separator):
        fields.append(try Self.text(field))
        field.removeAll(keepingCapacity: true)
        place = .fieldStart
      case (.plain, Self.quote):
        fault = fault ?? Self.strayQuote(in: fields.count)
      case (.fieldStart, _), (.plain, _):
        field.append(byte)
        place = .plain
      case (.afterQuote, _):
        fault = fault ?? Self.strayText(in: fields.count)
        place = .plain
      }
    }
    if place == .quoted { throw Self.unterminated }
    fields.append(try Self.text(field))
    if let fault { throw fault }
    return fields
  }

  /// Whether a line ends with `byte`, taking CR LF for one end.
  private func isLineEnd(_ byte: UInt8) throws(ListFault) -> Bool {
    guard byte == Self.carriageReturn else { return byte == Self.lineFeed }
    if try bytes.peek() == Self.lineFeed { _ = try bytes.next() }
    return true
  }

  private static func text(_ bytes: [UInt8]) throws(ListFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw notUTF8 }
    return text
  }

  private func tooLong(isQuoted: Bool) -> ListFault {
    isQuoted
      ? Self.unterminated
      : ListFault("the row is longer than 1 MiB", hint: "is it a CSV file?", endsList: true)
  }

  static let notUTF8 = ListFault("is not UTF-8", hint: "save it as UTF-8", endsList: true)
  private static let unterminated = ListFault(
    "a quote that begins in this row is never closed", endsList: true)

  private static func strayQuote(in field: Int) -> ListFault {
    ListFault(
      "field \(field + 1) has a quote in the middle",
      hint: "put the field in quotes and double those inside")
  }

  private static func strayText(in field: Int) -> ListFault {
    ListFault("field \(field + 1) goes on after its closing quote")
  }
}
