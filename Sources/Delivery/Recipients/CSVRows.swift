import Tidings

/// The readers of a CSV file.
struct CSVRows: RecipientRows {
  private let path: String
  private let fixedSeparator: UInt8?
  private var reader: CSVReader?
  private var columns: RecipientColumns?

  init(path: String, separator: UInt8?) {
    self.path = path
    fixedSeparator = separator
  }

  var line: Int? {
    guard let line = reader?.recordLine, line > 0 else { return nil }
    return line
  }

  mutating func next() throws(ListFault) -> Recipient? {
    if columns == nil { try readHeader() }
    while let fields = try reader?.next() {
      // Spreadsheets leave rows of nothing but separators.
      if fields.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { continue }
      return try columns?.recipient(fields)
    }
    return nil
  }

  private mutating func readHeader() throws(ListFault) {
    let bytes = ByteReader()
    try bytes.start(path)
    let separator = fixedSeparator ?? CSVReader.separator(in: bytes.loaded)
    reader = CSVReader(bytes: bytes, separator: separator)
    do throws(ListFault) {
      guard let header = try reader?.next() else {
        throw ListFault("is empty, expected a header row such as email,name")
      }
      columns = try RecipientColumns(header: header)
    } catch {
      // Without a header no row means anything.
      throw ListFault(error.reason, hint: error.hint, endsList: true)
    }
  }
}
