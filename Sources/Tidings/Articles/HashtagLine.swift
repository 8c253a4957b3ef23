/// The hashtags that a post ends in, where its last lines hold nothing else.
struct HashtagLine: Hashable {
  /// Without `#`, in the author's order.
  let tags: [String]
  /// The text before those lines.
  let body: Substring

  /// The hashtag lines at the end of `text`, or nil when it ends otherwise.
  ///
  /// They must stand apart: after a blank line, or after a line that ends a sentence. Symbols
  /// and emoji between the hashtags are decoration.
  init?(endOf text: Substring) {
    var rest = text.trimmingSuffix(while: \.isWhitespace)
    var tags: [String] = []
    for _ in 0..<Self.mostLines {
      let lineStart = rest.lastIndex(of: "\n").map { rest.index(after: $0) } ?? rest.startIndex
      guard let found = Self.tags(in: rest[lineStart...]) else { break }
      tags = found + tags
      rest = rest[..<lineStart].trimmingSuffix(while: { $0 == " " || $0 == "\t" })
      guard rest.last == "\n" else { break }
      rest = rest.dropLast()
      if rest.last == "\n" || rest.isEmpty { break }
    }
    guard !tags.isEmpty else { return nil }
    let before = rest.last
    guard before == nil || before == "\n" || Self.endsSentence(rest) else { return nil }
    self.tags = tags
    self.body = rest.trimmingSuffix(while: \.isWhitespace)
  }

  /// More lines than that are a list of hashtags, no sign-off.
  private static let mostLines = 50

  private static func tags(in line: Substring) -> [String]? {
    // A quotation's or a list's hashtags are its own.
    guard let first = line.first(where: { !$0.isWhitespace }), !">-*+".contains(first) else {
      return nil
    }
    var tags: [String] = []
    for token in line.split(whereSeparator: \.isWhitespace) {
      if let tag = tag(token) {
        tags.append(tag)
      } else if token.contains(where: { $0.isLetter || $0.isNumber || $0 == "#" }) {
        return nil
      }
    }
    return tags.isEmpty ? nil : tags
  }

  private static func tag(_ token: Substring) -> String? {
    guard token.first == "#" else { return nil }
    let name = token.dropFirst().trimmingSuffix(while: { ",;.".contains($0) })
    guard name.contains(where: \.isLetter),
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    else { return nil }
    return String(name)
  }

  private static func endsSentence(_ text: Substring) -> Bool {
    guard let last = text.trimmingSuffix(while: \.isWhitespace).last else { return true }
    return ".!?…”\"'’»)*_:。！？".contains(last) || !(last.isLetter || last.isNumber || last == ",")
  }
}

extension Substring {
  func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
