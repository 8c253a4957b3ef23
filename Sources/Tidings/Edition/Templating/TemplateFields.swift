/// The fields that a template may name, as a tree.
package indirect enum TemplateFields: Sendable {
  case value
  /// HTML or text of our own making, which takes the raw tag.
  case markup
  /// Something with fields of its own, or a list of such.
  case group([String: TemplateFields])
  /// Any name is a field: what a recipient list has.
  case reader

  /// What `digest.html`, `digest.txt` and the subject can show.
  static let digest: [String: TemplateFields] = [
    "subject": .value, "preheader": .value, "language": .value, "direction": .value,
    "style": .markup, "intro": .markup, "lead": .value, "more": .value, "count": .value,
    "unsubscribe": .value, "words": words, "rules": words,
    "hasContents": .value, "hasAlso": .value, "hasLinks": .value,
    "newsletter": .group(["name": .value, "url": .value, "from": .value]),
    "address": .group([:]),
    "edition": .group([
      "id": .value, "number": .value, "date": .value, "title": .value, "rule": .value,
    ]),
    "contents": .group(["number": .value, "title": .value, "url": .value]),
    "sections": .group(["title": .value, "rule": .value, "articles": articles]),
    "articles": articles,
    "also": .group(link),
    "links": .group([
      "title": .value, "rule": .value, "url": .value, "source": .value, "comment": .markup,
    ]),
    "reader": .reader,
  ]

  private static let words = TemplateFields.group(
    Dictionary(uniqueKeysWithValues: Wording.Key.shown.map { ($0.rawValue, .value) }))

  /// What an article that is a link only has.
  private static let link: [String: TemplateFields] = [
    "title": .value, "rule": .value, "url": .value, "date": .value, "author": .value,
    "byline": .value,
    "origin": .group(["text": .value, "url": .value, "site": .value, "date": .value]),
  ]

  private static let articles = TemplateFields.group(
    link.merging([
      "number": .value, "readingTime": .value, "content": .markup, "tags": .group([:]),
      "language": .value, "direction": .value, "isInSection": .value, "isWhole": .value,
      "readMore": .value, "readMoreTitle": .value,
      "image": .group(["url": .value, "alt": .value, "width": .value, "height": .value]),
    ]) { $1 })

  /// What templates can show, with the user's own variables.
  static func digest(variables: [String]) -> [String: TemplateFields] {
    let values = variables.map { ($0, TemplateFields.value) }
    return digest.merging(["variables": .group(Dictionary(values) { first, _ in first })]) { $1 }
  }

  /// The field that a tag names, looked up from the innermost scope outwards.
  /// - Throws: `TemplateError` with file and line for a field that does not exist.
  static func find(
    _ tag: TemplateTags.Tag, in scopes: [[String: TemplateFields]], file: String
  ) throws(TemplateError) -> TemplateFields {
    if tag.name == ".", scopes.last?.isEmpty == true { return .value }
    let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for scope in scopes.reversed() {
      guard var field = scope[parts[0]] else { continue }
      for part in parts.dropFirst() {
        switch field {
        case .reader where parts.count == 2:
          guard isName(part) else {
            throw TemplateError(
              file: file, line: tag.line,
              reason: "'\(tag.name)' names no column, expected letters, digits, '-' and '_'")
          }
          return .reader
        case .group(let fields):
          guard let inner = fields[part] else { throw unknown(tag, among: fields, file: file) }
          field = inner
        case .reader, .value, .markup: throw unknown(tag, among: [:], file: file)
        }
      }
      if case .reader = field { throw unknown(tag, among: [:], file: file) }
      return field
    }
    throw unknown(tag, among: scopes.reduce(into: [:]) { $0.merge($1) { $1 } }, file: file)
  }

  /// Whether columns, variables and partials may be called that: letters, digits, '-' and '_'.
  package static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
  }

  /// What there is instead, where that is little enough to be read.
  private static func list(_ fields: [String: TemplateFields]) -> String {
    let names = fields.flatMap { name, field in
      if case .group(let inner) = field, !inner.isEmpty {
        inner.keys.map { "\(name).\($0)" }
      } else {
        [name]
      }
    }.sorted()
    return (1...6).contains(names.count) ? ", expected \(names.joined(separator: ", "))" : ""
  }

  private static func unknown(
    _ tag: TemplateTags.Tag, among fields: [String: TemplateFields], file: String
  ) -> TemplateError {
    let parts = tag.name.split(separator: ".").map(String.init)
    let near = Likeness.nearest(to: parts.last ?? tag.name, among: fields.keys.sorted())
    let hint =
      if let near {
        ", did you mean '\(near)'?"
      } else if parts.first == "variables", parts.count == 2 {
        "; set it below 'variables', or with --set \(parts[1])=…"
      } else {
        list(fields)
      }
    return TemplateError(
      file: file, line: tag.line, reason: "unknown field '\(tag.name)'\(hint)")
  }
}
