/// What a network reads as a mention by user name.
enum MentionRule {
  /// X's longest user name that is still read as one.
  private static let longestName = 20

  /// The `@name`s in `text` as X reads them, but for those within a link.
  static func mentions(in text: ScalarText, links: [LinkScanner.Found]) -> [Entity] {
    let scalars = text.scalars
    var entities: [Entity] = []
    var link = 0
    for index in scalars.indices where scalars[index] == "@" || scalars[index] == "＠" {
      while link < links.count, links[link].range.upperBound <= index { link += 1 }
      if link < links.count, links[link].range.contains(index) { continue }
      if index > 0, refuses(before: index, in: scalars) { continue }
      let start = index + 1
      var end = start
      while end < scalars.count, end - start < longestName, scalars[end].isASCIIName { end += 1 }
      guard end > start, !refuses(after: end, in: scalars) else { continue }
      let name = String(String.UnicodeScalarView(scalars[start..<end]))
      entities.append(Entity(name: name, range: text.bytes(of: index..<end)))
    }
    return entities
  }

  private static func refuses(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let before = scalars[index - 1]
    guard before.isASCIIName || "!#$%&*@＠".unicodeScalars.contains(before) else { return false }
    // `RT@name` is how people cite a post, so the letters before it are no user name.
    guard index > 1, [before, scalars[index - 2]].map(\.lowercasedValue) == [0x74, 0x72] else {
      return true
    }
    guard index > 2 else { return false }
    return scalars[index - 3].isASCIIName || "+~.-".unicodeScalars.contains(scalars[index - 3])
  }

  private static func refuses(after end: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard end < scalars.count else { return false }
    return scalars[end] == "@" || scalars[end] == "＠" || scalars[end].isAccentedLatin
      || scalars[end...].starts(with: "://".unicodeScalars)
  }
}

extension Unicode.Scalar {
  var isASCIIName: Bool { isASCIILetterOrDigit || self == "_" }
}
