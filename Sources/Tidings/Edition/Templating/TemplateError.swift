/// What is wrong in a template or theme.
public struct TemplateError: Error, Hashable, Sendable {
  public let file: String
  /// Counted from 1; nil when the whole file is at fault.
  public let line: Int?
  public let reason: String
}

extension TemplateError: CustomStringConvertible {
  public var description: String {
    "\(line.map { "\(file):\($0)" } ?? file): \(reason)"
  }
}
