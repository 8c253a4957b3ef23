/// Emoji of several scalars, each of which X counts as one.
///
/// Those of Emoji 11, which the counter of X knows: what has come since it counts apart, so a post
/// that fits by this count fits by a newer one too.
enum EmojiSequence {
  private static let joiner: Unicode.Scalar = "\u{200D}"
  private static let emojiStyle: Unicode.Scalar = "\u{FE0F}"

  /// How many scalars the sequence at `index` has; nil when there is none, or only one scalar.
  static func length(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard index + 1 < scalars.count, continues(scalars[index + 1]) else { return nil }
    let first = scalars[index]
    if first.isASCII { return keycapLength(in: scalars, at: index) }
    return joinedLength(in: scalars, at: index) ?? flagLength(in: scalars, at: index)
      ?? styledLength(in: scalars, at: index)
  }

  private static func continues(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0x20E3, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0xE0067: true
    default: false
    }
  }

  private static func keycapLength(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard ("0"..."9").contains(scalars[index]) || ["#", "*"].contains(scalars[index]) else {
      return nil
    }
    let mark = scalars[index + 1] == emojiStyle ? index + 2 : index + 1
    return mark < scalars.count && scalars[mark] == "\u{20E3}" ? mark + 1 - index : nil
  }

  /// A person at work, of a gender, or with others; and the few things that are joined.
  private static func joinedLength(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    let rest = scalars[index...]
    let first = scalars[index]
    let hasTone = isTone(scalars[index + 1])
    let join = index + (hasTone ? 2 : 1)
    if join < scalars.count, scalars[join] == joiner {
      if first == "👨" || first == "👩", let end = workEnd(in: scalars, at: join + 1) {
        return end - index
      }
      if EmojiTable.takesGender(first), let end = genderEnd(in: scalars, at: join + 1) {
        return end - index
      }
    }
    if EmojiTable.takesGenderWhenStyled(first), hasTone || scalars[index + 1] == emojiStyle,
      index + 2 < scalars.count, scalars[index + 2] == joiner,
      let end = genderEnd(in: scalars, at: index + 3)
    {
      return end - index
    }
    return EmojiTable.joined[first]?.first { rest.starts(with: $0) }?.count
  }

  private static func workEnd(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard index < scalars.count else { return nil }
    if EmojiTable.tools.contains(scalars[index]) { return index + 1 }
    guard EmojiTable.styledTools.contains(scalars[index]), index + 1 < scalars.count,
      scalars[index + 1] == emojiStyle
    else { return nil }
    return index + 2
  }

  private static func genderEnd(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard index + 1 < scalars.count, scalars[index] == "♀" || scalars[index] == "♂",
      scalars[index + 1] == emojiStyle
    else { return nil }
    return index + 2
  }

  private static func flagLength(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    if let first = regionLetter(scalars[index]), let second = regionLetter(scalars[index + 1]) {
      return EmojiTable.regions.contains([first, second]) ? 2 : nil
    }
    guard scalars[index] == "\u{1F3F4}" else { return nil }
    let name = scalars[(index + 1)...].prefix(6).compactMap { scalar -> UInt8? in
      (0xE0061...0xE007F).contains(scalar.value) ? UInt8(scalar.value - 0xE0000) : nil
    }
    return EmojiTable.parts.contains(name) ? 7 : nil
  }

  private static func regionLetter(_ scalar: Unicode.Scalar) -> UInt8? {
    (0x1F1E6...0x1F1FF).contains(scalar.value) ? UInt8(scalar.value - 0x1F1E6 + 0x41) : nil
  }

  /// One emoji with its style, its skin tone, or both.
  private static func styledLength(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    let first = scalars[index]
    if scalars[index + 1] == emojiStyle {
      if EmojiTable.takesStyle(first) { return 2 }
      guard EmojiTable.takesStyleAndTone(first) else { return nil }
      return index + 2 < scalars.count && isTone(scalars[index + 2]) ? 3 : 2
    }
    guard isTone(scalars[index + 1]) else { return nil }
    return EmojiTable.takesTone(first) || EmojiTable.takesStyleAndTone(first) ? 2 : nil
  }

  private static func isTone(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value)
  }
}
