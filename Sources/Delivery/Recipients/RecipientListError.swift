/// What is wrong with one row of a recipient list, or with all of it.
public struct RecipientListError: Error, Sendable, Hashable {
  public let path: String
  /// Counted from 1; nil when the fault is the file's own.
  public let line: Int?
  public let reason: String
  public let hint: String?
  /// Nothing behind this can be read; otherwise only the one row is lost.
  public let endsList: Bool

  init(_ path: String, line: Int?, _ fault: ListFault) {
    self.path = path
    self.line = line
    reason = fault.reason
    hint = fault.hint
    endsList = fault.endsList
  }

  /// `readers.csv:3`, or the path alone.
  public var place: String { line.map { "\(path):\($0)" } ?? path }
}

extension RecipientListError: CustomStringConvertible {
  /// `readers.csv:3: 'ana@' is no email address: nothing stands after the '@'`.
  public var description: String { "\(place): \(reason)" + (hint.map { "; \($0)" } ?? "") }
}

/// A fault before it is known where it stands.
struct ListFault: Error, Sendable, Hashable {
  let reason: String
  let hint: String?
  let endsList: Bool

  init(_ reason: String, hint: String? = nil, endsList: Bool = false) {
    self.reason = reason
    self.hint = hint
    self.endsList = endsList
  }
}
