/// What Mastodon 4.6 reads as a hashtag; older servers find some more.
enum MastodonHashtags {
  /// The hashtags in `text`, in their order: at a line's start or after white space.
  static func hashtags(in text: ScalarText) -> [Entity] {
    let scalars = text.scalars
    var entities: [Entity] = []
    var index = 0
    while index < scalars.count {
      defer { index += 1 }
      guard scalars[index] == "#" || scalars[index] == "＃",
        index == 0 || scalars[index - 1].isAnySpace
      else { continue }
      guard let end = nameEnd(in: scalars, from: index + 1) else { continue }
      let tagEnd = withoutScheme(scalars, from: index + 1, to: end)
      entities.append(Entity(scalars: index..<tagEnd, of: text))
      index = end - 1
    }
    return entities
  }

  /// Past words and the dots that join them, with a letter or such a dot in between; else past one
  /// word with a letter in it.
  private static func nameEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard start < scalars.count, scalars[start].isWordOrJoiner else { return nil }
    var index = start
    var end = start
    while index < scalars.count, scalars[index].isWordOrJoiner || isSeparator(scalars[index]) {
      if scalars[index].isWordOrJoiner { end = index + 1 }
      index += 1
    }
    if end - start > 2,
      scalars[(start + 1)..<(end - 1)].contains(where: { isLetter($0) || isSeparator($0) })
    {
      return end
    }
    let word = scalars[start..<end].prefix { $0.isWordOrJoiner }
    return word.contains(where: isLetter) ? word.endIndex : nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "\u{B7}" || scalar == "\u{30FB}" || scalar == "\u{200C}"
  }

  /// Of `#tag` right before `https://`, what stands before that scheme.
  private static func withoutScheme(
    _ scalars: [Unicode.Scalar], from start: Int, to end: Int
  ) -> Int {
    guard scalars[end...].starts(with: "://".unicodeScalars) else { return end }
    for scheme in ["https", "http"] where end - start > scheme.count {
      if scalars[start..<end].suffix(scheme.count).elementsEqual(scheme.unicodeScalars) {
        return end - scheme.count
      }
    }
    return end
  }
}

extension Unicode.Scalar {
  /// Letters with their marks, digits, and what joins words, such as the underscore.
  var isWordOrJoiner: Bool {
    isWordScalar || !isASCII && properties.generalCategory == .connectorPunctuation
  }
}
