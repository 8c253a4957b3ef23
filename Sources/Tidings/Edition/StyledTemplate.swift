/// A template whose elements carry their theme's style.
struct StyledTemplate {
  let text: String

  /// Writes into each start tag of `source` the declarations for its element and classes.
  ///
  /// A `style` of the tag's own stays, behind the theme's. Comments are left alone.
  init(_ source: String, theme: Theme) {
    var text = ""
    var rest = source[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
        text += rest[..<end.upperBound]
        rest = rest[end.upperBound...]
        continue
      }
      let name = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard !name.isEmpty, let end = Self.end(ofTag: rest) else {
        text += "<"
        rest = rest.dropFirst()
        continue
      }
      text += Self.styled(rest[..<end], name: name.lowercased(), theme: theme)
      rest = rest[end...]
    }
    self.text = text + rest
  }

  /// The index of the tag's `>`, which no quoted value hides.
  private static func end(ofTag text: Substring) -> Substring.Index? {
    var quote: Character?
    for index in text.indices {
      let character = text[index]
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

  private static func styled(_ tag: Substring, name: String, theme: Theme) -> String {
    let classes = value(of: "class", in: tag)?.split(separator: " ").map(String.init) ?? []
    let style = theme.style(of: name, classes: classes)
    guard !style.isEmpty else { return String(tag) }
    let escaped = style.htmlEscaped
    if let own = value(of: "style", in: tag) {
      return tag[..<own.startIndex] + escaped + ";" + tag[own.startIndex...]
    }
    let isVoid = tag.last == "/"
    return (isVoid ? tag.dropLast() : tag) + " style=\"\(escaped)\"" + (isVoid ? "/" : "")
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
