/// Obsidian's links between notes, which lead nowhere in a letter: `[[note]]`, `[[note|words]]`.
enum Wikilinks {
  /// `text` with each wikilink as its words; a formula is none.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")), text.contains("[[") else { return text }
    let bytes = Array(text.utf8)
    let formulas = text.contains("$") ? MarkdownRegions(bytes).of([.mathematics]) : []
    guard !formulas.isEmpty else { return words(text) }
    var result = ""
    var position = 0
    for formula in formulas {
      result += words(bytes[position..<formula.range.lowerBound].string)
      result += bytes[formula.range].string
      position = formula.range.upperBound
    }
    return result + words(bytes[position...].string)
  }

  private static func words(_ text: String) -> String {
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
