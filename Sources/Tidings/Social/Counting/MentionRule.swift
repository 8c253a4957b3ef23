/// What X reads as a mention by user name.
enum MentionRule {
  /// X's longest user name that is still read as one.
  private static let longestName = 20
  /// Of a list such as `@name/list`, its slash not counted.
  private static let longestList = 25
  private static let marksBefore: ScalarSet = "!#$%&*@＠"
  private static let marksInNames: ScalarSet = "+~.-"

  /// The `@name`s in `text`, but for those within a link; of a list its owner.
  static func mentions(in text: ScalarText, links: [LinkScanner.Found]) -> [Entity] {
    let scalars = text.scalars
    var entities: [Entity] = []
    // What the last match took cannot stand before the next one.
    var taken = 0
    var link = 0
    for index in scalars.indices where scalars[index] == "@" || scalars[index] == "＠" {
      guard index >= taken, mayBegin(at: index, in: scalars, after: taken) else { continue }
      let start = index + 1
      var end = start
      while end < scalars.count, end - start < longestName, scalars[end].isASCIIName { end += 1 }
      guard end > start else { continue }
      taken = listEnd(in: scalars, from: end)
      if isJoined(scalars, at: taken) { continue }
      while link < links.count, links[link].range.upperBound <= index { link += 1 }
      if link < links.count, links[link].range.contains(index) { continue }
      entities.append(Entity(scalars: index..<end, of: text))
    }
    return entities
  }

  private static func mayBegin(
    at index: Int, in scalars: [Unicode.Scalar], after taken: Int
  ) -> Bool {
    guard index > taken else { return index == 0 }
    let before = scalars[index - 1]
    guard before.isASCIIName || marksBefore.contains(before) else { return true }
    // `RT@name` is how people cite a post, so the letters before it are no user name.
    guard index - 2 >= taken, [before, scalars[index - 2]].map(\.lowercasedValue) == [0x74, 0x72]
    else { return false }
    guard index > 2 else { return true }
    let first = scalars[index - 3]
    return index - 3 >= taken && !first.isASCIIName && !marksInNames.contains(first)
  }

  private static func listEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard start + 1 < scalars.count, scalars[start] == "/",
      scalars[start + 1].isASCIILetterOrDigit, !("0"..."9").contains(scalars[start + 1])
    else { return start }
    var end = start + 2
    while end < scalars.count, end - start <= longestList,
      scalars[end].isASCIIName || scalars[end] == "-"
    {
      end += 1
    }
    return end
  }

  /// Whether what follows makes it part of something else.
  static func isJoined(_ scalars: [Unicode.Scalar], at end: Int) -> Bool {
    guard end < scalars.count else { return false }
    return scalars[end] == "@" || scalars[end] == "＠" || scalars[end].isAccentedLatin
      || scalars[end...].starts(with: "://".unicodeScalars)
  }
}

extension Unicode.Scalar {
  var isASCIIName: Bool { isASCIILetterOrDigit || self == "_" }
}
