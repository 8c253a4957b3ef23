/// The words that an author gave for a post, in the front matter's `social`.
struct GivenText: Hashable {
  /// Its paragraphs, parted where the author wrote `<!-- thread -->`.
  let groups: [[String]]

  /// As one post.
  var text: String { groups.flatMap { $0 }.joined(separator: "\n\n") }

  /// As a network wants it that takes so much: a title is one line.
  func text(for style: PostStyle.Hook) -> String {
    switch style {
    case .short, .paragraph, .whole: text
    case .title: groups.first?.first?.oneLine ?? ""
    }
  }

  /// Nil for a text without words.
  init?(_ text: String) {
    groups = Self.parts(of: text).map(Self.paragraphs).filter { !$0.isEmpty }
    if groups.isEmpty { return nil }
  }

  private static func parts(of text: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var rest = text[...]
    while let open = rest.firstRange(of: "<!--"),
      let close = rest[open.upperBound...].firstRange(of: "-->")
    {
      rest = rest[close.upperBound...]
      guard String(text[open.upperBound..<close.lowerBound]).oneLine == "thread" else { continue }
      parts.append(text[start..<open.lowerBound])
      start = close.upperBound
    }
    return parts + [text[start...]]
  }

  /// What blank lines part, each without white space around it.
  private static func paragraphs(_ text: Substring) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.allSatisfy(\.isWhitespace) }
      .map { $0.joined(separator: "\n").trimmingBlank }
  }
}

extension String {
  fileprivate var trimmingBlank: String {
    let start = drop(while: \.isWhitespace)
    return String(
      start.prefix(
        upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
  }
}
