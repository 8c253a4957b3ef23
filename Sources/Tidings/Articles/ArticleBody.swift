/// An article's text: at hand, or left in its file until the article is picked.
public enum ArticleBody: Sendable, Hashable {
  case markdown(String)
  case html(String)
  case file(FileBody)
}

/// A body that stays in its file, so that memory does not grow with bodies.
public struct FileBody: Sendable, Hashable {
  /// The articles folder.
  let root: String
  /// Relative to it.
  let path: String
  /// Of the file when the article was read.
  let stamp: FileStamp
  /// The body's first and last byte, counted in the file's text as UTF-8 with `\n` for line ends.
  let range: Range<Int>
}

extension ArticleBody {
  /// Of a text at hand; nil for one that lies in its file.
  var mark: UInt64? {
    switch self {
    case .markdown(let text), .html(let text): TextMark.of(Array(text.utf8)[...])
    case .file: nil
    }
  }

  /// How a body's text is to be read.
  enum Syntax {
    case markdown
    case html
  }

  /// The text with its syntax, read from its file where it lies there.
  /// - Throws: `FileBytesError` when the file cannot be read, or has changed since.
  func text() throws(FileBytesError) -> (text: String, syntax: Syntax) {
    switch self {
    case .markdown(let text): return (text, .markdown)
    case .html(let text): return (text, .html)
    case .file(let body):
      let syntax: Syntax = FileTree.isHTML(body.path) ? .html : .markdown
      let file = try FileBytes(at: body.root + "/" + body.path)
      let text = SourceText(file.bytes).bytes
      guard file.stamp == body.stamp, body.range.upperBound <= text.count else { throw .changed }
      return (String(decoding: text[body.range], as: UTF8.self), syntax)
    }
  }
}
