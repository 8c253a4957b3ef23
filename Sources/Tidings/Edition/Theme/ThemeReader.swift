import Foundation

/// Reads the part of CSS that a theme may use.
struct ThemeReader {
  let file: String
  private let css: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  /// The line of a comment that has no end.
  private var openComment: Int?

  private(set) var rules: [Theme.Rule] = []
  private(set) var enhancements: [String] = []
  private(set) var classes: [Theme.Mention] = []
  private(set) var losses: [Theme.Remark] = []

  private typealias Prelude = (text: String, line: Int)

  init(_ css: String, file: String) {
    self.file = file
    self.css = Array(css.unicodeScalars)
  }

  /// Reads all of it.
  /// - Throws: `TemplateError` with file and line for what is no rule of a theme.
  mutating func read() throws(TemplateError) {
    while let prelude = prelude() {
      try checkComments()
      guard prelude.text.first != "@" else {
        try readMedia(prelude)
        continue
      }
      let declarations = try declarations(after: prelude)
      for text in prelude.text.split(separator: ",", omittingEmptySubsequences: false) {
        let selector = try ThemeSelector.inline(text, file: file, line: prelude.line)
        mention(selector.classes, line: prelude.line)
        rules.append(
          Theme.Rule(
            selector: selector,
            declarations: declarations.map { .init(property: $0.property, value: $0.value) }))
        for one in declarations {
          for loss in MailCSS.losses(of: one.css, on: selector.element) {
            let remark = Theme.Remark(
              file: file, line: one.line, reason: loss.reason, feature: loss.feature)
            if !losses.contains(remark) { losses.append(remark) }
          }
        }
      }
    }
    try checkComments()
  }

  /// What a comment without an end swallows would be missed by nobody but the readers.
  private func checkComments() throws(TemplateError) {
    if let openComment { throw error(openComment, "the comment '/*' has no closing '*/'") }
  }

  /// An `@media` block, each of its declarations made important.
  private mutating func readMedia(_ prelude: Prelude) throws(TemplateError) {
    let rule = prelude.text.prefix { $0 != ";" }
    let name = rule.prefix { !$0.isWhitespace && $0 != "(" }
    guard name == "@media" else {
      throw error(
        prelude.line, "'\(name)' is not for mail: mail programs drop it, expected '@media'")
    }
    guard rule.endIndex == prelude.text.endIndex, take("{") else {
      throw error(prelude.line, "'\(rule)' has no block; it must end in one")
    }
    try check(prelude.text, line: prelude.line)
    var inner: [(selectors: [String], declarations: [Found])] = []
    while true {
      let text = read(until: "{", or: "}")
      let start = line - text.unicodeScalars.trailingLines
      let selector = text.trimmingCharacters(in: .whitespacesAndNewlines)
      if take("}") {
        guard selector.isEmpty else {
          throw error(
            prelude.line,
            "'\(prelude.text)' holds '\(selector)', expected rules such as 'p { margin: 0 }'")
        }
        break
      }
      try checkComments()
      guard position < css.count else {
        throw error(prelude.line, "'\(prelude.text)' has no closing '}'")
      }
      let selectors = try ThemeSelector.media(selector, file: file, line: start)
      mention(selectors.flatMap(\.classes), line: start)
      inner.append(
        (selectors.map(\.text), try declarations(after: (selector, start), inMedia: true)))
    }
    guard !inner.isEmpty else { return }
    let lines = inner.map { rule in
      "\(rule.selectors.joined(separator: ",")){\(Self.important(rule.declarations))}"
    }
    enhancements.append("\(prelude.text){\n\(lines.joined(separator: "\n"))\n}")
    let media = prelude.text.replacing(" ", with: "")
    guard media.contains("prefers-color-scheme:dark") else { return }
    for rule in inner { enhancements += Self.outlookDark(rule.selectors, rule.declarations) }
  }

  /// Outlook.com darkens colours by itself and knows its own work by these two attributes.
  private static func outlookDark(_ selectors: [String], _ declarations: [Found]) -> [String] {
    let inner = selectors.filter { $0 != "body" && $0 != "html" }
    guard !inner.isEmpty else { return [] }
    return [("[data-ogsc]", false), ("[data-ogsb]", true)].compactMap { mark, isBackground in
      let own = declarations.filter {
        $0.property.contains("color")
          && $0.property.hasPrefix("background") == isBackground
      }
      guard !own.isEmpty else { return nil }
      return "\(inner.map { "\(mark) \($0)" }.joined(separator: ",")){\(important(own))}"
    }
  }

  private static func important(_ declarations: [Found]) -> String {
    declarations.map { one in
      let value = one.value.hasSuffix("!important") ? one.value.dropLast(10) : one.value[...]
      return "\(one.property):\(value.trimmingCharacters(in: .whitespaces))!important"
    }.joined(separator: ";")
  }

  private struct Found {
    let property: String
    let value: String
    let line: Int

    var css: CSSDeclaration {
      CSSDeclaration(name: property, value: value.lowercased(), isImportant: false)
    }
  }

  private mutating func declarations(
    after prelude: Prelude, inMedia: Bool = false
  ) throws(TemplateError) -> [Found] {
    guard take("{") else { throw error(prelude.line, "expected '{' after '\(prelude.text)'") }
    let start = line
    let body = read(until: "}")
    try checkComments()
    guard take("}") else {
      throw error(prelude.line, "the rule '\(prelude.text)' has no closing '}'")
    }
    var found: [Found] = []
    var at = start
    for part in CSSDeclaration.split(body, at: ";") {
      let text = part.trimmingCharacters(in: .whitespacesAndNewlines)
      let here = at + part.prefix { $0.isWhitespace }.count(where: \.isNewline)
      at += part.count(where: \.isNewline)
      if text.isEmpty { continue }
      found.append(try declaration(text, line: here, inMedia: inMedia))
    }
    return found
  }

  private func declaration(
    _ text: String, line: Int, inMedia: Bool
  ) throws(TemplateError) -> Found {
    guard let colon = text.firstIndex(of: ":") else {
      throw error(line, "'\(text)' is no declaration, expected 'property: value'")
    }
    let property = text[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
    let value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !property.isEmpty, property.allSatisfy(ThemeSelector.isNameCharacter), !value.isEmpty,
      !value.contains(where: { "<>\"{}\\".contains($0) })
    else {
      throw error(
        line, "'\(text)' cannot stand in a style attribute (names of fonts take single quotes)")
    }
    guard !property.hasPrefix("--") else {
      throw error(line, "'\(property)' is a variable, which mail programs do not know")
    }
    guard MailCSS.knows(property) else {
      let hint = MailCSS.nearest(to: property).map { ", did you mean '\($0)'?" }
      throw error(line, "unknown property '\(property)'\(hint ?? "")")
    }
    try check(value.lowercased(), line: line)
    try checkColour(property, value.lowercased(), line: line)
    guard inMedia || !value.contains("!") else {
      throw error(
        line, "'!important' means nothing here: the rule ends up in the element's own style")
    }
    return Found(property: property, value: value, line: line)
  }

  /// No value may fetch something, or be one that mail programs do not understand.
  private func check(_ value: String, line: Int) throws(TemplateError) {
    if value.contains("url(") || value.contains("image-set(") {
      throw error(
        line, "'\(value)' would fetch a file when the mail is opened; a theme loads nothing")
    }
    if value.contains("var(") {
      throw error(line, "'\(value)' asks for a variable, which mail programs do not know")
    }
  }

  /// A colour that is none would leave the mail program's own: black, or nothing at all.
  private func checkColour(
    _ property: String, _ value: String, line: Int
  ) throws(TemplateError) {
    guard property == "color" || property.hasSuffix("-color"), property != "border-color" else {
      return
    }
    let value = value.hasSuffix("!important") ? value.dropLast(10) : value[...]
    let name = value.trimmingCharacters(in: .whitespaces)
    let isNamed = name.allSatisfy { $0.isLetter && $0.isASCII }
    guard name.hasPrefix("#") || isNamed, Colour(css: name) == nil,
      !["inherit", "initial", "unset", "revert", "currentcolor"].contains(name)
    else { return }
    let near = isNamed ? Likeness.nearest(to: name, among: ColourNames.values.keys.sorted()) : nil
    throw error(
      line,
      "'\(name)' is no colour" + (near.map { ", did you mean '\($0)'?" } ?? ", expected #rrggbb"))
  }

  private mutating func mention(_ names: [String], line: Int) {
    for name in names where !classes.contains(where: { $0.name == name }) {
      classes.append(Theme.Mention(name: name, line: line))
    }
  }

  private func error(_ line: Int, _ reason: String) -> TemplateError {
    TemplateError(file: file, line: line, reason: reason)
  }

  /// What stands before the next brace; nil at the end.
  private mutating func prelude() -> Prelude? {
    let text = read(until: "{")
    let start = line - text.unicodeScalars.trailingLines
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty && position >= css.count ? nil : (trimmed, start)
  }

  /// Everything up to a mark outside comments, of which only the line ends stay.
  private mutating func read(
    until mark: Unicode.Scalar, or other: Unicode.Scalar? = nil
  ) -> String {
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
        return line - start
      }
      position += 1
    }
    openComment = start
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
    drop { $0.properties.isWhitespace }.count { $0 == "\n" }
  }
}
