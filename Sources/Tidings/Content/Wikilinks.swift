/// Obsidian's links between notes, which lead nowhere in a letter: `[[note]]`, `[[note|words]]`.
enum Wikilinks {
  /// `text` with each wikilink as its words.
  static func plain(_ text: String) -> String {
    guard text.contains("[[") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]")
    {
      let inside = rest[open.upperBound..<close.lowerBound]
      let isLink = !inside.isEmpty && !inside.contains("[") && inside.first?.isWhitespace == false
      result += rest[..<open.lowerBound]
      result +=
        isLink
        ? inside.split(separator: "|").last ?? inside : rest[open.lowerBound..<close.upperBound]
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
