/// Emoji of several scalars, each of which X counts as one (Unicode Technical Standard 51).
enum EmojiSequence {
  private static let joiner: Unicode.Scalar = "\u{200D}"
  private static let emojiStyle: Unicode.Scalar = "\u{FE0F}"

  /// How many scalars the sequence at `index` has; nil when there is none, or only one scalar.
  static func length(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard index + 1 < scalars.count, continues(scalars[index + 1]) else { return nil }
    if let keycap = keycapEnd(in: scalars, at: index) { return keycap - index }
    if let flag = flagEnd(in: scalars, at: index) { return flag - index }
    guard var element = element(in: scalars, at: index) else { return nil }
    // Only what joins in a sequence of Unicode's own list; any other pair is shown as two.
    while element.isEmojiStyle, element.end + 1 < scalars.count, scalars[element.end] == joiner,
      joined.contains(scalars[element.end + 1]),
      let next = self.element(in: scalars, at: element.end + 1), next.isEmojiStyle
    {
      element = next
    }
    return element.end - index > 1 ? element.end - index : nil
  }

  private static func continues(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0x20E3, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0xE0067: true
    default: false
    }
  }

  private static func keycapEnd(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard ("0"..."9").contains(scalars[index]) || ["#", "*"].contains(scalars[index]) else {
      return nil
    }
    let mark = scalars[index + 1] == emojiStyle ? index + 2 : index + 1
    return mark < scalars.count && scalars[mark] == "\u{20E3}" ? mark + 1 : nil
  }

  private static func flagEnd(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    if let first = regionLetter(scalars[index]), let second = regionLetter(scalars[index + 1]) {
      return EmojiFlags.regions.contains([first, second]) ? index + 2 : nil
    }
    guard scalars[index] == "\u{1F3F4}" else { return nil }
    let name = scalars[(index + 1)...].prefix(6).compactMap { scalar -> UInt8? in
      (0xE0061...0xE007F).contains(scalar.value) ? UInt8(scalar.value - 0xE0000) : nil
    }
    return EmojiFlags.parts.contains(name) ? index + 7 : nil
  }

  private static func regionLetter(_ scalar: Unicode.Scalar) -> UInt8? {
    (0x1F1E6...0x1F1FF).contains(scalar.value) ? UInt8(scalar.value - 0x1F1E6 + 0x41) : nil
  }

  /// One emoji with its style and skin tone, and whether it is sure to be shown as an emoji.
  private static func element(
    in scalars: [Unicode.Scalar], at index: Int
  ) -> (end: Int, isEmojiStyle: Bool)? {
    let properties = scalars[index].properties
    guard properties.isEmoji, !scalars[index].isASCII, regionLetter(scalars[index]) == nil else {
      return nil
    }
    var end = index + 1
    var isEmojiStyle = properties.isEmojiPresentation
    if end < scalars.count, scalars[end] == emojiStyle, takesStyle(scalars[index]) {
      end += 1
      isEmojiStyle = true
    }
    if properties.isEmojiModifierBase, end < scalars.count,
      scalars[end].properties.isEmojiModifier
    {
      end += 1
      isEmojiStyle = true
    }
    return (end, isEmojiStyle)
  }

  /// Whether Unicode lists the emoji with a style: those that could be text, and older ones.
  private static func takesStyle(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isEmojiPresentation || scalar.value < 0x10000
      || [0x1F004, 0x1F21A, 0x1F22F].contains(scalar.value)
  }

  /// What stands after a joiner in Unicode's list of joined sequences, version 17.
  private static let joined = Set(
    """
    ↔↕☠♀♂⚕⚖⚧✈❄❤➡⬛🌈🌫🌾🍳🍼🎄🎓🎤🎨🏫🏭🐰👦👧👨👩💋💥💨💫💻💼🔥🔧🔬🗨🚀🚒🟩🟫🤝🦯🦰🦱🦲🦳🦺🦼🦽🧑🧒🩰🩹🫯🫲
    """.unicodeScalars)
}
