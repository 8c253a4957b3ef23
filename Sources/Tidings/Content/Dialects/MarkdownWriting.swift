/// Markdown for what the dialects' tags stand for.
enum MarkdownWriting {
  /// A fenced code block.
  static func code(language: String?, _ contents: ArraySlice<UInt8>) -> [UInt8] {
    var text = contents
    while let first = text.first, first.isSpace {
      guard let end = text.firstIndex(of: .newline),
        text[..<end].allSatisfy(\.isSpace)
      else { break }
      text = text[(end + 1)...]
    }
    while let last = text.last, last.isSpace { text.removeLast() }
    var longest = 2
    var run = 0
    for byte in text {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let word = (language ?? "").unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "`" && !CleanText.isRefused($0)
    }
    return Array("\(fence)\(String(String.UnicodeScalarView(word)).prefix(40))\n".utf8) + text
      + Array("\n\(fence)".utf8)
  }

  /// An address within the angle brackets or parentheses of a link.
  static func address(_ reference: String) -> String {
    var result = ""
    for scalar in reference.oneLine.unicodeScalars {
      switch scalar {
      case " ", "<", ">", "(", ")", "\\", "\"", "|", "[", "]", "*", "`", "{", "}":
        result += "%" + String(scalar.value, radix: 16, uppercase: true)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func link(_ text: String, to reference: String) -> [UInt8] {
    Array("[\(MarkdownByte.escaped(text.oneLine))](\(address(reference)))".utf8)
  }

  /// A picture, in a link when there is one, with its caption in a paragraph of its own.
  static func picture(
    _ source: String, alt: String, caption: String? = nil, link: String? = nil
  ) -> [UInt8] {
    var markdown = "![\(MarkdownByte.escaped(alt.oneLine))](\(address(source)))"
    if let link { markdown = "[\(markdown)](\(address(link)))" }
    if let caption, !caption.oneLine.isEmpty { markdown += "\n\n" + emphasised(caption.oneLine) }
    return Array(markdown.utf8)
  }

  /// A quotation that begins with its title in bold.
  static func callout(title: String?, _ contents: [UInt8]) -> [UInt8] {
    let contents = contents.dedented
    var lines: [ArraySlice<UInt8>] = []
    if let title = title?.oneLine, !title.isEmpty {
      lines.append(ArraySlice(strong(title).utf8))
      if !contents.isEmpty { lines.append([]) }
    }
    if !contents.isEmpty { lines += contents.lineSlices }
    let quoted = lines.map { line in Array((line.isEmpty ? ">" : "> ").utf8) + line }
    return Array(quoted.joined(separator: [UInt8.newline]))
  }

  /// `title`, which is Markdown, in bold.
  static func strong(_ title: String) -> String {
    if !title.contains("*") { return "**\(title)**" }
    return title.contains("_") ? "**\(MarkdownByte.escaped(title))**" : "__\(title)__"
  }

  private static func emphasised(_ caption: String) -> String {
    caption.contains { "*_\\".contains($0) } ? caption : "*\(caption)*"
  }

  /// `kind` as a title: `pro-tip` becomes "Pro tip".
  static func label(_ kind: String) -> String {
    let words = kind.map { $0 == "-" || $0 == "_" ? " " : $0 }
    let text = String(words).lowercased()
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
