/// The Mustache tags of a template, each with its line, in the order in which they stand.
struct TemplateTags {
  let tags: [Tag]

  /// One tag between `{{` and `}}`.
  struct Tag: Hashable {
    let kind: Kind
    let name: String
    let line: Int
    /// From its first brace to its last.
    let range: Range<String.Index>

    /// The tag's place in `text`: the whole line, with its end, where nothing else stands on it.
    func lineRange(in text: String) -> Range<String.Index> {
      let before = text[..<range.lowerBound]
      let start = before.lastIndex(of: "\n").map(text.index(after:)) ?? text.startIndex
      let end = text[range.upperBound...].firstIndex(of: "\n").map(text.index(after:))
      let isAlone =
        text[start..<range.lowerBound].allSatisfy(\.isWhitespace)
        && text[range.upperBound..<(end ?? text.endIndex)].allSatisfy(\.isWhitespace)
      return isAlone ? start..<(end ?? text.endIndex) : range
    }
  }

  enum Kind: Hashable {
    case variable
    case raw
    case section
    case inverted
    case end
    case partial
  }

  /// - Throws: `TemplateError` for a tag that is not closed, or of a kind that is not supported.
  init(_ template: String, file: String) throws(TemplateError) {
    var tags: [Tag] = []
    var line = 1
    var rest = template[...]
    while let open = rest.firstRange(of: "{{") {
      line += rest[..<open.lowerBound].count { $0 == "\n" }
      let isTriple = rest[open.upperBound...].first == "{"
      let start = isTriple ? rest.index(after: open.upperBound) : open.upperBound
      guard let close = rest[start...].firstRange(of: isTriple ? "}}}" : "}}") else {
        throw TemplateError(file: file, line: line, reason: "a '{{' without its '}}'")
      }
      let body = rest[start..<close.lowerBound]
      guard body.first == "!" || !body.contains("{{") else {
        throw TemplateError(file: file, line: line, reason: "a '{{' without its '}}'")
      }
      let at = line
      line += body.count { $0 == "\n" }
      let range = open.lowerBound..<close.upperBound
      rest = rest[close.upperBound...]
      func add(_ kind: Kind, _ name: String) {
        tags.append(Tag(kind: kind, name: name, line: at, range: range))
      }
      let content = String(body).oneLine
      guard let mark = content.first else {
        throw TemplateError(file: file, line: at, reason: "a tag without a name")
      }
      let name = String(content.dropFirst().drop { $0 == " " })
      switch mark {
      case "!": continue
      case "#": add(.section, name)
      case "^": add(.inverted, name)
      case "/": add(.end, name)
      case "&": add(.raw, name)
      case ">": add(.partial, name)
      case "=", "<", "$", "%":
        throw TemplateError(
          file: file, line: at, reason: "'{{\(content)}}' is a kind of tag that templates have not")
      default: add(isTriple ? .raw : .variable, content)
      }
    }
    self.tags = tags
  }

  /// Whether a text that is no template asks for a field of one, such as `{{ reader.name }}`.
  static func holdsField(_ text: String) -> Bool {
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      rest = rest[open.upperBound...]
      let name = rest.drop { " #^/&{".contains($0) }.prefix { $0.isLetter || $0 == "." }
      guard let root = name.split(separator: ".").first, rest.contains("}}") else { continue }
      if name.contains("."), TemplateFields.digest[String(root)] != nil { return true }
    }
    return false
  }
}
