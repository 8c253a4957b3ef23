/// A text to count, as one line of JSON: `{"text": "…"}`.
public struct CountRequest: Sendable, Hashable {
  public let text: String
  /// What the line said that no text can hold.
  public let warnings: [String]

  public init(text: String, warnings: [String] = []) {
    self.text = text
    self.warnings = warnings
  }

  /// Reads one line, without its end; other keys than `text` are passed over.
  ///
  /// Half of a surrogate pair, which JSON can write and no network takes, is read as U+FFFD.
  ///
  /// - Throws: `CountRequestError` when the line is no such object.
  public init(line: ArraySlice<UInt8>) throws(CountRequestError) {
    var reader = JSONLineReader(line)
    guard let text = try reader.text() else { throw .noText }
    self.init(
      text: text,
      warnings: reader.hasLoneSurrogate
        ? ["half of a surrogate pair was read as U+FFFD, its offsets are those of U+FFFD"] : [])
  }
}

/// Why a line holds no text to count.
public enum CountRequestError: Error, Hashable, CustomStringConvertible {
  case noText
  /// What was looked for, and where: the first byte of a line is 1.
  case expected(String, byte: Int)

  public var description: String {
    switch self {
    case .noText: "the object has no \"text\", expected a line such as {\"text\": \"Hello\"}"
    case .expected(let what, let byte):
      "expected \(what) at byte \(byte), in a line such as {\"text\": \"Hello\"}"
    }
  }
}
