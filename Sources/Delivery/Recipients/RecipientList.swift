public import Tidings

/// The readers in a CSV or JSON Lines file, read row by row as they are asked for.
///
/// A CSV file (RFC 4180; comma, semicolon or tab) begins with a header row; a JSON Lines file has
/// one object a line. `email` is required, `name` is optional, and everything else becomes the
/// reader's fields.
public struct RecipientList: Sendable, Sequence {
  public let path: String
  private let format: Format

  /// Nothing is opened yet.
  ///
  /// - Throws: when the file's extension names no format.
  public init(path: String) throws(RecipientListError) {
    self.path = path
    let file = path.split(separator: "/").last ?? ""
    let suffix = file.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
    switch suffix.lowercased() {
    case "csv": format = .separated(nil)
    case "tsv", "tab": format = .separated(UInt8(ascii: "\t"))
    case "jsonl", "ndjson": format = .lines
    case "json":
      throw RecipientListError(
        path, line: nil,
        ListFault(
          "is JSON, expected JSON Lines: one object a line", hint: "name such a file .jsonl",
          endsList: true))
    default:
      throw RecipientListError(
        path, line: nil,
        ListFault("is no list by its name, expected .csv, .tsv or .jsonl", endsList: true))
    }
  }

  private enum Format: Sendable {
    /// Nil stands for a separator to be found in the header row.
    case separated(UInt8?)
    case lines
  }

  /// Each reader, or what is wrong with their row; ends after an error that ends the list.
  public func makeIterator() -> Iterator {
    let rows: any RecipientRows
    switch format {
    case .separated(let separator): rows = CSVRows(path: path, separator: separator)
    case .lines: rows = JSONLineRows(path: path)
    }
    return Iterator(path: path, rows: rows)
  }

  public struct Iterator: IteratorProtocol {
    private let path: String
    private var rows: any RecipientRows
    private var isAtEnd = false
    private var isEmpty = true

    fileprivate init(path: String, rows: any RecipientRows) {
      self.path = path
      self.rows = rows
    }

    public mutating func next() -> Result<Recipient, RecipientListError>? {
      if isAtEnd { return nil }
      do throws(ListFault) {
        if let recipient = try rows.next() {
          isEmpty = false
          return .success(recipient)
        }
        isAtEnd = true
        guard isEmpty else { return nil }
        let fault = ListFault("names no readers", endsList: true)
        return .failure(RecipientListError(path, line: nil, fault))
      } catch {
        isEmpty = false
        isAtEnd = error.endsList
        return .failure(RecipientListError(path, line: rows.line, error))
      }
    }
  }

  /// What a first pass over a list has found.
  public struct Census: Sendable, Hashable {
    public internal(set) var readers = 0
    public internal(set) var faults: [RecipientListError] = []
    /// How many faults are not in `faults`.
    public internal(set) var furtherFaults = 0
    /// The list cannot be read to its end, so not even the good rows should be used.
    public internal(set) var isBroken = false
  }

  /// Reads the whole list once and lists at most `mostFaults` of what is wrong.
  public func validate(mostFaults: Int = 100) -> Census {
    var census = Census()
    for row in self {
      switch row {
      case .success: census.readers += 1
      case .failure(let error):
        census.isBroken = census.isBroken || error.endsList
        if census.faults.count < mostFaults {
          census.faults.append(error)
        } else {
          census.furtherFaults += 1
        }
      }
    }
    return census
  }
}

/// A format's way from bytes to readers.
protocol RecipientRows {
  /// Where the last row began; nil before the first.
  var line: Int? { get }

  /// The next row's reader, or nil at the end.
  ///
  /// - Throws: what is wrong with that row, or with the file.
  mutating func next() throws(ListFault) -> Recipient?
}
