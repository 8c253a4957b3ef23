/// Why no edition could be composed.
public enum ComposeError: Error, Sendable {
  case template(TemplateError)
  case mail(MailError)
  /// A picked article whose body cannot be read any more.
  case unreadable(path: String, FileBytesError)
}

extension ComposeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .template(let error): error.description
    case .mail(let error): error.description
    case .unreadable(let path, let error): "\(path.oneLine): \(error)"
    }
  }
}
