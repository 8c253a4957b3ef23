import Foundation

/// The look of an edition: plain CSS whose rules end up in each element's `style`.
///
/// Selectors are an element, a class, or both (`p`, `.byline`, `td.sheet`), with commas between.
/// What stands in an at-rule such as `@media` goes into the page's `<style>`, marked important,
/// since it must win over the inline styles.
struct Theme: Sendable, Hashable {
  private let rules: [Rule]
  /// The at-rules, ready for `<style>`, without comments.
  let enhancements: String

  /// Reads CSS.
  /// - Throws: `TemplateError` with file and line for what is no such rule.
  init(_ css: String, file: String) throws(TemplateError) {
    var parser = Parser(css: Array(css.unicodeScalars), file: file)
    var rules: [Rule] = []
    var enhancements: [String] = []
    while let prelude = parser.prelude() {
      guard prelude.text.first != "@" else {
        enhancements.append(try parser.atRule(prelude))
        continue
      }
      let declarations = try parser.declarations(after: prelude)
      for selector in prelude.text.split(separator: ",", omittingEmptySubsequences: false) {
        rules.append(
          Rule(
            selector: try parser.selector(String(selector), line: prelude.line),
            declarations: declarations))
      }
    }
    self.rules = rules
    self.enhancements = enhancements.joined(separator: "\n")
  }

  /// The declarations for one element, later and more specific rules last: `margin:0;color:#222222`.
  func style(of element: String, classes: [String]) -> String {
    var order: [String] = []
    var values: [String: String] = [:]
    let matching = rules.filter { $0.selector.matches(element: element, classes: classes) }
    let ordered = (0...2).flatMap { level in matching.filter { $0.selector.specificity == level } }
    for declaration in ordered.flatMap(\.declarations) {
      let former = values.updateValue(declaration.value, forKey: declaration.property)
      if former != nil { order.removeAll { $0 == declaration.property } }
      order.append(declaration.property)
    }
    return order.compactMap { name in values[name].map { "\(name):\($0)" } }.joined(separator: ";")
  }

  struct Rule: Sendable, Hashable {
    let selector: Selector
    let declarations: [Declaration]
  }

  struct Declaration: Sendable, Hashable {
    let property: String
    let value: String
  }

  struct Selector: Sendable, Hashable {
    let element: String?
    let name: String?

    var specificity: Int { (name == nil ? 0 : 1) + (element != nil && name != nil ? 1 : 0) }

    func matches(element: String, classes: [String]) -> Bool {
      (self.element ?? element) == element && (name.map(classes.contains) ?? true)
    }
  }
}

/// Reads the small part of CSS that a theme may use.
private struct Parser {
  let css: [Unicode.Scalar]
  let file: String
  var position = 0
  var line = 1

  typealias Prelude = (text: String, line: Int)

  /// What stands before the next brace; nil at the end.
  mutating func prelude() -> Prelude? {
    let text = read(until: "{")
    let start = line - text.unicodeScalars.trailingLines
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty && position >= css.count ? nil : (trimmed, start)
  }

  mutating func declarations(after prelude: Prelude) throws(TemplateError) -> [Theme.Declaration] {
    guard take("{") else {
      throw TemplateError(
        file: file, line: prelude.line, reason: "expected '{' after '\(prelude.text)'")
    }
    let start = line
    let body = read(until: "}")
    guard take("}") else {
      throw TemplateError(
        file: file, line: prelude.line, reason: "the rule '\(prelude.text)' has no closing '}'")
    }
    var declarations: [Theme.Declaration] = []
    var at = start
    for part in body.split(separator: ";", omittingEmptySubsequences: false) {
      let text = part.trimmingCharacters(in: .whitespacesAndNewlines)
      let here = at + part.prefix { $0.isWhitespace }.filter(\.isNewline).count
      at += part.filter(\.isNewline).count
      if text.isEmpty { continue }
      guard let colon = text.firstIndex(of: ":") else {
        throw TemplateError(
          file: file, line: here, reason: "'\(text)' is no declaration, expected 'property: value'")
      }
      let property = text[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
      let value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      guard !property.isEmpty,
        property.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
        !value.isEmpty, !value.contains(where: { "<>\"{}\\".contains($0) })
      else {
        throw TemplateError(
          file: file, line: here,
          reason: "'\(text)' cannot stand in a style attribute (names of fonts take single quotes)")
      }
      declarations.append(.init(property: property, value: value))
    }
    return declarations
  }

  /// An at-rule with the rules in it, each declaration made important.
  mutating func atRule(_ prelude: Prelude) throws(TemplateError) -> String {
    let rule = prelude.text.prefix { $0 != ";" }
    guard rule.endIndex == prelude.text.endIndex, take("{") else {
      throw TemplateError(
        file: file, line: prelude.line, reason: "'\(rule)' has no block; it must end in one")
    }
    var rules: [String] = []
    while true {
      let inner = read(until: "{", or: "}")
      let selector = inner.trimmingCharacters(in: .whitespacesAndNewlines)
      if take("}") {
        guard selector.isEmpty else {
          throw TemplateError(
            file: file, line: prelude.line,
            reason:
              "'\(prelude.text)' holds '\(selector)', expected rules such as 'p { margin: 0 }'")
        }
        return "\(prelude.text) {\n\(rules.joined(separator: "\n"))\n}"
      }
      guard position < css.count else {
        throw TemplateError(
          file: file, line: prelude.line, reason: "'\(prelude.text)' has no closing '}'")
      }
      let here: Prelude = (selector, line)
      let declarations = try declarations(after: here).map {
        let value = $0.value.hasSuffix("!important") ? $0.value : $0.value + " !important"
        return "\($0.property): \(value);"
      }
      rules.append("  \(selector) { \(declarations.joined(separator: " ")) }")
    }
  }

  func selector(_ text: String, line: Int) throws(TemplateError) -> Theme.Selector {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isName = { (part: Substring) in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
    if parts.count == 1, isName(parts[0]) {
      return .init(element: parts[0].lowercased(), name: nil)
    }
    if parts.count == 2, isName(parts[1]), parts[0].isEmpty || isName(parts[0]) {
      return .init(
        element: parts[0].isEmpty ? nil : parts[0].lowercased(), name: String(parts[1]))
    }
    throw TemplateError(
      file: file, line: line,
      reason: "the selector '\(text)' cannot be written inline,"
        + " expected an element, a class or both such as 'td.sheet'")
  }

  /// Everything up to a mark outside comments, of which only the line ends stay.
  private mutating func read(until mark: Unicode.Scalar, or other: Unicode.Scalar? = nil) -> String
  {
    var text = String.UnicodeScalarView()
    while position < css.count {
      if css[position] == "/", position + 1 < css.count, css[position + 1] == "*" {
        text.append(contentsOf: repeatElement("\n", count: skipComment()))
        continue
      }
      if css[position] == mark || css[position] == other { break }
      if css[position] == "\n" { line += 1 }
      text.append(css[position])
      position += 1
    }
    return String(text)
  }

  /// The number of line ends in the comment.
  private mutating func skipComment() -> Int {
    let start = line
    position += 2
    while position < css.count {
      if css[position] == "\n" { line += 1 }
      if css[position] == "*", position + 1 < css.count, css[position + 1] == "/" {
        position += 2
        break
      }
      position += 1
    }
    return line - start
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard position < css.count, css[position] == mark else { return false }
    position += 1
    return true
  }
}

extension String.UnicodeScalarView {
  /// Line ends after the first character that is not white space.
  fileprivate var trailingLines: Int {
    drop { $0.properties.isWhitespace }.filter { $0 == "\n" }.count
  }
}
