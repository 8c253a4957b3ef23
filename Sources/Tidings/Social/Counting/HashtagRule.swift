/// What one network reads as a hashtag.
struct HashtagRule: Sendable {
  /// Whether a hashtag may come right after this.
  let mayFollow: @Sendable (Unicode.Scalar) -> Bool
  let holds: @Sendable (Unicode.Scalar) -> Bool
  let mayBegin: @Sendable (Unicode.Scalar) -> Bool
  /// Whether a run followed by another `#`, or by `://`, is no hashtag.
  let refusesJoined: Bool

  /// Letters, digits and `_`, not all of them digits: what X does, and others nearly.
  static let common = HashtagRule(
    mayFollow: { !$0.isHashtagScalar && $0 != "&" || $0 == "\u{FE0F}" || $0 == "\u{FE0E}" },
    holds: { $0.isHashtagScalar },
    mayBegin: { $0.isHashtagScalar && $0 != "\u{FE0F}" && $0 != "\u{20E3}" },
    refusesJoined: true)

  /// The hashtags in `text`, in their order, but for those within a link.
  func hashtags(in text: ScalarText, links: [LinkScanner.Found]) -> [Entity] {
    let scalars = text.scalars
    var entities: [Entity] = []
    var index = 0
    var link = 0
    while index < scalars.count {
      defer { index += 1 }
      guard scalars[index] == "#" || scalars[index] == "＃" else { continue }
      while link < links.count, links[link].range.upperBound <= index { link += 1 }
      if link < links.count, links[link].range.contains(index) { continue }
      if index > 0, !mayFollow(scalars[index - 1]) { continue }
      let start = index + 1
      guard start < scalars.count, mayBegin(scalars[start]) else { continue }
      var end = start
      while end < scalars.count, holds(scalars[end]) { end += 1 }
      while end > start, scalars[end - 1].isDash { end -= 1 }
      let hasLetter = scalars[start..<end].contains {
        $0.isLetterOrMark || $0.properties.isEmoji && !$0.isASCII
      }
      if hasLetter, !(refusesJoined && isJoined(scalars, at: end)) {
        let name = String(String.UnicodeScalarView(scalars[start..<end]))
        entities.append(Entity(name: name, range: text.bytes(of: index..<end)))
      }
      index = end - 1
    }
    return entities
  }

  private func isJoined(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index < scalars.count else { return false }
    return scalars[index] == "#" || scalars[index] == "＃"
      || scalars[index...].starts(with: "://".unicodeScalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isDash: Bool { properties.generalCategory == .dashPunctuation }

  fileprivate var isHashtagScalar: Bool {
    if isWordScalar { return true }
    switch value {
    case 0xB7, 0x5BE, 0x5F3, 0x5F4, 0xF0B, 0xF0C, 0x200C, 0x200D, 0x3003, 0x301C, 0x309B, 0x309C,
      0x30A0, 0x30FB, 0xA67E, 0xFF5E:
      return true
    default:
      return false
    }
  }
}
