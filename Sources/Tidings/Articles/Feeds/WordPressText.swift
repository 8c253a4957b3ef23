/// A text as WordPress stores it: paragraphs by blank lines, and shortcodes in brackets.
struct WordPressText {
  let html: String
  /// Names of the shortcodes that were left out, each once.
  let dropped: [String]

  init(_ text: String) {
    let plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let (kept, dropped) = Self.withoutShortcodes(plain)
    // The block editor writes its own paragraphs.
    html = kept.contains("<!-- wp:") || kept.contains("<p>") ? kept : Self.paragraphs(kept)
    self.dropped = dropped
  }

  /// What lies between their two tags stays.
  private static let wrappers: Set<String> = ["caption", "wp_caption", "embed", "code"]
  private static let others: Set<String> = ["gallery", "audio", "video", "playlist"]

  private static func withoutShortcodes(_ text: String) -> (String, [String]) {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return (text, []) }
    var result = ""
    var dropped: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      result += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      let name = String(
        inside.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0 == "_") })
      let isKnown = wrappers.contains(name) || others.contains(name)
      // A tag that is never closed is searched for its end no further than this.
      guard isKnown, let close = inside.prefix(2_000).firstIndex(of: "]") else {
        result += "["
        rest = inside
        continue
      }
      if others.contains(name), !dropped.contains(name) { dropped.append(name) }
      rest = inside[inside.index(after: close)...]
    }
    return (result + rest, dropped)
  }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "div", "dl", "figure", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "iframe", "ol", "p", "pre", "script", "section", "style", "table", "ul",
    "li", "tr", "td", "th", "tbody", "thead", "video", "audio",
  ]

  /// As WordPress does on its pages: blank lines part paragraphs, line ends stay line ends.
  private static func paragraphs(_ text: String) -> String {
    var result: [String] = []
    var paragraph: [Substring] = []
    var isVerbatim = false
    func close() {
      guard !paragraph.isEmpty else { return }
      result.append("<p>\(paragraph.joined(separator: "<br>\n"))</p>")
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if isVerbatim || beginsBlock(line) {
        close()
        result.append(String(line))
      } else if line.allSatisfy(\.isWhitespace) {
        close()
      } else {
        paragraph.append(line)
      }
      let lower = line.lowercased()
      if lower.contains("<pre") { isVerbatim = true }
      if lower.contains("</pre") { isVerbatim = false }
    }
    close()
    return result.joined(separator: "\n")
  }

  private static func beginsBlock(_ line: Substring) -> Bool {
    let start = line.drop(while: \.isWhitespace)
    guard start.hasPrefix("<") else { return false }
    if start.hasPrefix("<!--") { return true }
    let name = start.dropFirst().trimmingPrefix("/")
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return blocks.contains(name.lowercased())
  }
}
