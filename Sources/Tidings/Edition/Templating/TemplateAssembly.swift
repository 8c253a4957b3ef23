import Mustache

/// A template with its partials in place, every tag of it checked.
///
/// The library that renders templates shows an unknown field as nothing; a newsletter must not.
struct TemplateAssembly {
  /// The whole template, without a tag for a partial.
  private(set) var text = ""
  /// The reader's fields that it shows, in order.
  private(set) var readerFields: [String] = []
  /// The files that it was put together from, the main one first.
  private(set) var sources: [TemplateFiles.File] = []

  private let fields: [String: TemplateFields]
  private let partials: TemplateFiles?
  private let ending: String
  /// Of the partials that were put in so far, in bytes.
  private var inserted = 0

  /// Partials in partials double and double again: this is more than any page of mail takes.
  private static let mostInserted = 1 << 20

  /// Puts `file` together; without `partials` it may name none.
  /// - Throws: `TemplateError` with file and line for a tag that does not fit.
  init(
    _ file: TemplateFiles.File, variables: [String] = [], partials: TemplateFiles? = nil
  ) throws(TemplateError) {
    try self.init(file, fields: TemplateFields.digest(variables: variables), partials: partials)
  }

  private init(
    _ file: TemplateFiles.File, fields: [String: TemplateFields], partials: TemplateFiles?
  ) throws(TemplateError) {
    self.fields = fields
    self.partials = partials
    ending = String(file.path[(file.path.lastIndex(of: ".") ?? file.path.endIndex)...])
    text = try assembled(file, scopes: [fields], within: [])
  }

  /// A text that is no file, such as a subject; `name` is what errors call it.
  /// - Throws: `TemplateError` for a tag that does not fit.
  init(text: String, name: String, variables: [String] = []) throws(TemplateError) {
    try self.init(.init(path: name, text: text), variables: variables)
  }

  /// A text that may show `fields` alone.
  /// - Throws: `TemplateError` for a tag that does not fit.
  init(text: String, name: String, fields: [String: TemplateFields]) throws(TemplateError) {
    try self.init(.init(path: name, text: text), fields: fields, partials: nil)
  }

  private mutating func assembled(
    _ file: TemplateFiles.File, scopes: [[String: TemplateFields]], within: [String]
  ) throws(TemplateError) -> String {
    if !sources.contains(file) { sources.append(file) }
    var scopes = scopes
    var open: [TemplateTags.Tag] = []
    var text = ""
    var position = file.text.startIndex
    for tag in try TemplateTags(file.text, file: file.path).tags {
      func error(_ reason: String) -> TemplateError {
        TemplateError(file: file.path, line: tag.line, reason: reason)
      }
      if tag.kind == .partial {
        let range = tag.lineRange(in: file.text)
        text += file.text[position..<range.lowerBound]
        position = range.upperBound
        text += try partial(tag, in: file, scopes: scopes, within: within)
        continue
      }
      if tag.kind == .end {
        guard let section = open.popLast(), section.name == tag.name else {
          throw error("'{{/\(tag.name)}}' closes no open section")
        }
        scopes.removeLast()
        continue
      }
      let field = try TemplateFields.find(tag, in: scopes, file: file.path)
      switch (tag.kind, field) {
      case (.variable, .reader):
        readerFields.append(String(tag.name.dropFirst("reader.".count)))
      case (_, .reader):
        throw error(
          "'\(tag.name)' differs from reader to reader, expected it as '{{\(tag.name)}}'")
      case (.section, .group(let fields)):
        open.append(tag)
        scopes.append(fields)
      case (.section, _), (.inverted, _):
        open.append(tag)
        scopes.append([:])
      case (.variable, .group), (.raw, .group):
        throw error("'\(tag.name)' has parts, expected it as a section '{{#\(tag.name)}}'")
      case (.raw, .value):
        throw error("'{{{\(tag.name)}}}' would not be escaped, expected '{{\(tag.name)}}'")
      case (.variable, _), (.raw, _), (.end, _), (.partial, _): break
      }
    }
    if let section = open.last {
      throw TemplateError(
        file: file.path, line: section.line,
        reason: "the section '\(section.name)' is never closed")
    }
    return text + file.text[position...]
  }

  private mutating func partial(
    _ tag: TemplateTags.Tag, in file: TemplateFiles.File, scopes: [[String: TemplateFields]],
    within: [String]
  ) throws(TemplateError) -> String {
    func error(_ reason: String) -> TemplateError {
      TemplateError(file: file.path, line: tag.line, reason: reason)
    }
    guard let partials else {
      throw error("'{{> \(tag.name)}}' is a partial, which has no place here")
    }
    guard TemplateFields.isName(tag.name) else {
      throw error("'\(tag.name)' names no partial, expected letters, digits, '-' and '_'")
    }
    let name = tag.name + ending
    guard !within.contains(name) else {
      throw error("the partial '\(tag.name)' holds itself")
    }
    guard let inner = try partials.file(name) else {
      let hint = Likeness.nearest(to: tag.name, among: partials.partials(ending: ending)).map {
        ", did you mean '\($0)'?"
      }
      throw error("there is no partial '\(name)'\(hint ?? "")")
    }
    inserted += inner.text.utf8.count
    guard inserted <= Self.mostInserted else {
      throw error("'{{> \(tag.name)}}' makes the template longer than \(Self.mostInserted) bytes")
    }
    return try assembled(inner, scopes: scopes, within: within + [name])
  }
}
