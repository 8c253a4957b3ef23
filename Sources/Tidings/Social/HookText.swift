/// A line of untrusted words, and the places where it may be cut.
///
/// A cut falls between words, or between characters of scripts that write no spaces; never inside
/// a word, an address, a hashtag or a mention.
struct HookText {
  let text: String
  /// Where the text may end, ascending; the last is its whole length, unless it is empty.
  let breaks: [Break]
  private let unbreakable: [Range<Int>]

  /// A place to end at, in UTF-8 bytes.
  struct Break {
    let offset: Int
    let endsSentence: Bool
  }

  /// `unbreakable` are byte ranges in `text`, ascending.
  init(_ text: String, unbreakable: [Range<Int>]) {
    self.text = text
    self.unbreakable = unbreakable
    var breaks: [Break] = []
    var offset = 0
    var inside = 0
    var before: Character?
    var isEntity = false
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      while inside < unbreakable.count, unbreakable[inside].upperBound <= offset { inside += 1 }
      let isWhole = inside == unbreakable.count || unbreakable[inside].lowerBound >= offset
      // What another network would read as an address, hashtag or mention stays whole here too.
      if isEntity { isEntity = !character.isAnySpace && !Self.isCloser(character) }
      if let before, isWhole, !isEntity, Self.mayBreak(after: before, before: character) {
        let rest = text[index...]
        breaks.append(
          Break(offset: offset, endsSentence: Self.endsSentence(text[..<index], before: rest)))
      }
      if character == "#" || character == "@" || before == ":" && character == "/" {
        isEntity = true
      }
      before = character
      offset += character.utf8.count
      index = text.index(after: index)
    }
    if !text.isEmpty { breaks.append(Break(offset: offset, endsSentence: true)) }
    self.breaks = breaks
  }

  /// The text up to `offset`, which is one of `breaks`, with one `…` when something is cut.
  func cut(at cut: Break) -> String {
    let utf8 = text.utf8
    guard let end = utf8.index(utf8.startIndex, offsetBy: cut.offset, limitedBy: utf8.endIndex),
      end < utf8.endIndex
    else { return text }
    let kept = text[..<end]
    if cut.endsSentence {
      let sentences = trimmed(kept, \.isAnySpace)
      return sentences.hasSuffix("…") ? sentences : sentences + " …"
    }
    let words = trimmed(kept) { $0.isAnySpace || Self.isDangling($0) }
    if words.isEmpty { return "" }
    // Networks would take an ellipsis that touches an address for a part of it.
    return unbreakable.contains { $0.upperBound == words.utf8.count } ? words + " …" : words + "…"
  }

  /// Without what `isTail` at the end, but for what belongs to an address, hashtag or mention.
  private func trimmed(_ kept: Substring, _ isTail: (Character) -> Bool) -> String {
    var kept = kept
    let fixed = unbreakable.last { $0.lowerBound < kept.utf8.count }?.upperBound ?? 0
    while let last = kept.last, isTail(last), kept.utf8.count > fixed { kept.removeLast() }
    return String(kept)
  }

  private static func isDangling(_ character: Character) -> Bool {
    ",;:.…–—-–([{«“‘\"'、，；：・（「『".contains(character)
  }

  /// Punctuation of spaceless scripts, which binds to what precedes it.
  private static func isCloser(_ character: Character) -> Bool {
    if character.isASCII { return false }
    return switch character {
    case "。", "！", "？", "、", "，", "；", "：", "」", "』", "】", "》", "〉", "）": true
    default: false
    }
  }

  private static func mayBreak(after before: Character, before after: Character) -> Bool {
    if before.isAnySpace { return false }
    if after.isAnySpace { return true }
    guard isSpaceless(before) || isCloser(before) else { return false }
    return isSpaceless(after) || "（「『【《〈".contains(after)
      || after.isASCII && (after.isLetter || after.isNumber)
  }

  /// Letters of scripts that write no spaces between words.
  private static func isSpaceless(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0x0E01...0x0E30, 0x0E32...0x0E3A, 0x0E40...0x0E4E, 0x0E80...0x0ECE, 0x1000...0x109F,
      0x1780...0x17D2, 0x3005...0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether `head` is whole sentences: a stop that is no abbreviation's, before a new beginning.
  private static func endsSentence(_ head: Substring, before rest: Substring) -> Bool {
    var head = head
    while let last = head.last, "\"'”’»)]」』）".contains(last) { head.removeLast() }
    guard let stop = head.last else { return false }
    if "。！？".contains(stop) { return true }
    guard "!?.…".contains(stop), rest.first?.isAnySpace == true else { return false }
    let next = rest.first { !$0.isAnySpace && !"\"'“‘«([".contains($0) }
    if next?.isLowercase == true { return false }
    // `dropLast` would count the whole head to find its end.
    return stop != "." || !endsInAbbreviation(head[..<head.index(before: head.endIndex)])
  }

  private static func endsInAbbreviation(_ head: Substring) -> Bool {
    let word = head.reversed().prefix { !$0.isAnySpace }.prefix(12)
    let last = String(word.reversed())
    return last.count == 1 && last.first?.isUppercase == true || last.contains(".")
      || ["Dr", "Mr", "Mrs", "Ms", "Prof", "St", "vs", "No", "Nr", "Fig", "ca", "etc"].contains(
        last)
  }
}
