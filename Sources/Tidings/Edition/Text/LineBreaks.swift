/// Where text of a script without spaces may be broken (Unicode Standard Annex 14, in short).
///
/// Chinese and Japanese break between any two characters but before what may not begin a line and
/// after what may not end one (kinsoku). Korean has spaces, and is broken there.
enum LineBreaks {
  /// The parts of a word, each whole.
  static func parts(of word: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = word.startIndex
    var previous: Character?
    for index in word.indices {
      let character = word[index]
      if let before = previous, isBreak(between: before, and: character) {
        parts.append(word[start..<index])
        start = index
      }
      previous = character
    }
    parts.append(word[start...])
    return parts
  }

  private static func isBreak(between before: Character, and after: Character) -> Bool {
    if before == "\u{200B}" { return true }
    if after == "\u{200B}" { return false }
    guard isIdeographic(before) || isIdeographic(after) else { return false }
    return !opening.contains(before) && !closing.contains(after) && !joins(before)
      && !joins(after)
  }

  /// Wide, but no Hangul.
  private static func isIdeographic(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, scalar.value > 0x2000 else { return false }
    switch scalar.value {
    case 0x3131...0x318E, 0xA960...0xA97F, 0xAC00...0xD7FF: return false
    default: return DisplayWidth.columns(character) == 2 || scalar.properties.isIdeographic
    }
  }

  /// Characters that hold both their neighbours: no-break space, word joiner, dashes and dots.
  private static func joins(_ character: Character) -> Bool { joiners.contains(character) }

  private static let joiners: Set<Character> = ["\u{A0}", "\u{202F}", "\u{2060}", "\u{FEFF}"]

  /// What may not end a line.
  private static let opening: Set<Character> = Set("「『（〔［｛〈《【〖〘〚｢“‘«([{｟〝￥＄＃￡$#£€@")

  /// What may not begin a line.
  private static let closing: Set<Character> = Set(
    "」』）〕］｝〉》】〗〙〛｣”’»)]}｠〞〟、。，．・：；？！‼⁇⁈⁉…‥ー〜～゠–—％‰℃°％%,.:;!?/／"
      + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ々〻ゝゞヽヾ｡､･ｰ")
}
