/// Untrusted words that may have to be shortened, and how they read when they are.
struct HookText {
  let text: String
  private let parts: TextBreaks
  private let unbreakable: [Range<Int>]
  /// Of the room, the part that a sentence must keep to be preferred to more words.
  private static let worthASentence = 0.6
  private static let worthAClause = 0.75
  /// The same for one that does not end in "of the".
  private static let worthAWord = 0.3

  /// `unbreakable` are byte ranges in `text`, ascending.
  init(_ text: String, unbreakable: [Range<Int>]) {
    self.text = text
    self.unbreakable = unbreakable
    parts = TextBreaks(text, unbreakable: unbreakable)
  }

  /// Where the text may end, ascending; the last is its whole length, unless it is empty.
  var breaks: [TextBreaks.Place] { parts.places }

  /// The text, or the beginning of it that fits and reads best; empty when not even a word does.
  ///
  /// `excess` tells by how much a post that opens so is over the limit; zero or less fits.
  func longest(_ excess: (String) -> Int) -> String {
    let offsets = breaks.map(\.offset)
    guard let last = LastFitting.index(in: offsets, excess: { excess(cut(at: breaks[$0])) }) else {
      return ""
    }
    if breaks[last].offset == text.utf8.count { return text }
    for place in preferred(upTo: last) {
      let cut = cut(at: breaks[place])
      if !cut.isEmpty, place == last || excess(cut) <= 0 { return cut }
    }
    return ""
  }

  /// A sentence's end, else a clause's, else a word's, each where it keeps enough of the room and
  /// leaves nothing open or dangling; then whatever there is.
  private func preferred(upTo last: Int) -> [Int] {
    let room = Double(breaks[last].offset)
    func latest(_ share: Double, _ isGood: (TextBreaks.Place) -> Bool) -> Int? {
      let least = room * share
      var index = last
      while index >= 0, Double(breaks[index].offset) >= least {
        if isGood(breaks[index]) { return index }
        index -= 1
      }
      return nil
    }
    let sentence = latest(Self.worthASentence) { $0.endsSentence && !parts.isOpen(at: $0) }
    let clause = latest(Self.worthAClause) { $0.kind >= .clause && !parts.isOpen(at: $0) }
    let word = latest(Self.worthASentence) {
      $0.kind >= .word && !parts.isOpen(at: $0) && !parts.isDangling(at: $0)
    }
    let cluster = latest(Self.worthASentence) { !parts.isOpen(at: $0) && !parts.isDangling(at: $0) }
    let any = latest(Self.worthAWord) { !parts.isDangling(at: $0) }
    return [sentence, clause, word, cluster, any, last].compactMap { $0 }
  }

  /// The text up to `place`, which is one of `breaks`, with one `…` when something is cut.
  func cut(at place: TextBreaks.Place) -> String {
    let utf8 = text.utf8
    guard let end = utf8.index(utf8.startIndex, offsetBy: place.offset, limitedBy: utf8.endIndex),
      end < utf8.endIndex
    else { return text }
    let kept = text[..<end]
    if place.endsSentence {
      return kept.unicodeScalars.last == "…" ? String(kept) : Sentences.joined([String(kept), "…"])
    }
    let words = trimmed(kept, isOpen: parts.isOpen(at: place))
    if words.isEmpty { return "" }
    // Networks would take an ellipsis that touches an address for a part of it.
    let touches = unbreakable.contains { $0.upperBound == words.utf8.count } || words.endsInEntity
    return touches ? words + " …" : words + "…"
  }

  /// Without punctuation at the end that leads on, but for what belongs to an address, hashtag or
  /// mention; a quotation mark is that only where a quotation is open, since what opens one in some
  /// languages closes it in others.
  private func trimmed(_ kept: Substring, isOpen: Bool) -> String {
    var scalars = kept.unicodeScalars
    let fixed = unbreakable.last { $0.lowerBound < kept.utf8.count }?.upperBound ?? 0
    var count = kept.utf8.count
    while let last = scalars.last, count > fixed,
      last.isAnySpace || Self.leadsOn(last) || isOpen && Self.mayOpen(last)
    {
      scalars.removeLast()
      count -= UTF8.width(last)
    }
    return String(scalars)
  }

  private static func leadsOn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", ":", ".", "…", "–", "—", "-", "(", "[", "{", "、", "，", "；", "：", "・", "（", "「",
      "『", "【", "《", "〈", "·", "،", "؛", "¿", "¡":
      true
    default: false
    }
  }

  private static func mayOpen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "„", "«", "‹", "‘": true
    default: false
    }
  }
}

extension String {
  /// Whether its last word is one that some network would read as an address, hashtag or mention.
  fileprivate var endsInEntity: Bool {
    var after: Unicode.Scalar?
    for scalar in unicodeScalars.reversed() {
      if scalar.isAnySpace || Spaceless.isCloser(scalar) { return false }
      switch scalar {
      case "#", "＃", "@", "＠":
        if let after, after.isWordScalar { return true }
      case ":":
        if after == "/" { return true }
      default: break
      }
      after = scalar
    }
    return false
  }
}
