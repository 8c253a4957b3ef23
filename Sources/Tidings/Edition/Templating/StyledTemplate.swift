/// A template whose elements carry their theme's style.
struct StyledTemplate {
  let text: String

  /// Gmail drops what is longer; RFCs know no limit.
  static let styleLimit = 8_192

  /// Writes into each start tag of `source` the declarations for its element and classes.
  ///
  /// A `style` of the tag's own stays, behind the theme's. Comments and `<style>` are left alone.
  /// - Throws: `TemplateError` when the page's `<style>` is longer than mail programs read.
  init(_ source: String, file: String, theme: Theme) throws(TemplateError) {
    var text = ""
    text.reserveCapacity(source.utf8.count * 3)
    var styleSize = 0
    for token in TemplateTokens(source) {
      switch token {
      case .text(let words): text += words
      case .style(let css):
        text += css
        styleSize += css.utf8.count
        let tags = try TemplateTags(String(css), file: file).tags
        if tags.contains(where: { $0.name == "style" }) {
          styleSize += theme.enhancements.utf8.count
        }
      case .tag(let tag, let name): text += Self.styled(tag, name: name, theme: theme)
      }
    }
    guard styleSize <= Self.styleLimit else {
      throw TemplateError(
        file: theme.enhancements.utf8.count > styleSize / 2 ? theme.file : file, line: nil,
        reason:
          "the page's <style> has \(styleSize) bytes, mail programs read at most \(Self.styleLimit)"
      )
    }
    self.text = text
  }

  /// The classes that the template's elements have.
  static func classes(in source: String) -> Set<String> {
    var classes: Set<String> = []
    for case .tag(let tag, _) in TemplateTokens(source) {
      guard let value = value(of: "class", in: tag) else { continue }
      classes.formUnion(value.split(separator: " ").map(String.init))
    }
    return classes
  }

  private static func styled(_ tag: Substring, name: String, theme: Theme) -> String {
    let classes = value(of: "class", in: tag)?.split(separator: " ").map(String.init) ?? []
    let style = theme.style(of: name, classes: classes)
    guard !style.isEmpty else { return String(tag) }
    let escaped = style.htmlEscaped
    if let own = value(of: "style", in: tag) {
      return tag[..<own.startIndex] + escaped + ";" + tag[own.startIndex...]
    }
    let end = tag.dropLast()
    let isVoid = end.last == "/"
    return (isVoid ? end.dropLast() : end) + " style=\"\(escaped)\"" + (isVoid ? "/>" : ">")
  }

  /// A quoted attribute's value.
  private static func value(of attribute: String, in tag: Substring) -> Substring? {
    var rest = tag
    while let name = rest.firstRange(of: attribute + "=") {
      let isWhole = rest[..<name.lowerBound].last?.isWhitespace ?? false
      rest = rest[name.upperBound...]
      guard isWhole, let quote = rest.first, quote == "\"" || quote == "'" else { continue }
      return rest.dropFirst().prefix { $0 != quote }
    }
    return nil
  }
}

/// A template of HTML, taken apart where its start tags are.
private struct TemplateTokens: Sequence, IteratorProtocol {
  private var rest: Substring
  private var isInStyle = false

  enum Token {
    /// Also end tags and comments.
    case text(Substring)
    /// A start tag from `<` to `>`, and its element in lower case.
    case tag(Substring, name: String)
    /// What stands within `<style>`.
    case style(Substring)
  }

  init(_ source: String) { rest = source[...] }

  mutating func next() -> Token? {
    guard let first = rest.first else { return nil }
    if isInStyle {
      isInStyle = false
      return .style(take(to: rest.firstRange(of: "</")?.lowerBound))
    }
    guard first == "<" else { return .text(take(to: rest.firstIndex(of: "<"))) }
    if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
      return .text(take(to: end.upperBound))
    }
    let name = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
    guard !name.isEmpty, let end = endOfTag else {
      return .text(take(to: rest.index(after: rest.startIndex)))
    }
    isInStyle = name == "style"
    return .tag(take(to: rest.index(after: end)), name: name)
  }

  private mutating func take(to end: Substring.Index?) -> Substring {
    defer { rest = rest[(end ?? rest.endIndex)...] }
    return rest[..<(end ?? rest.endIndex)]
  }

  /// The index of the tag's `>`, which no quoted value hides.
  private var endOfTag: Substring.Index? {
    var quote: Character?
    for index in rest.indices {
      let character = rest[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return index
      }
    }
    return nil
  }
}
