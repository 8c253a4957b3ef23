/// The sentences of a plain text.
enum Sentences {
  /// The first sentence, or nil when there is no text.
  static func first(of text: String) -> String? {
    all(in: text, limit: 1).first
  }

  /// At most `limit` sentences from the start, each with its closing marks and no space around it.
  static func all(in text: String, limit: Int = .max) -> [String] {
    ranges(in: text, limit: limit).map { String(text[$0]) }
  }

  static func ranges(in text: String, limit: Int = .max) -> [Range<String.Index>] {
    var result: [Range<String.Index>] = []
    var start = text.startIndex.skipping(\.isAnySpace, in: text)
    var index = start
    while index < text.endIndex, result.count < limit {
      index = text.skippingPlainWords(from: index)
      guard ends.contains(text[index]) else {
        text.formIndex(after: &index)
        continue
      }
      let marks = index..<index.skipping({ ends.contains($0) }, in: text)
      let after = marks.upperBound.skipping({ closers.contains($0) }, in: text)
      if isEnd(marks, after: after, start: start, in: text) {
        result.append(start..<after)
        start = after.skipping(\.isAnySpace, in: text)
        index = start
      } else {
        index = after
      }
    }
    guard start < text.endIndex, result.count < limit else { return result }
    let last = text[start...].lastIndex { !$0.isAnySpace } ?? start
    return result + [start..<text.index(after: last)]
  }

  private static let ends: Set<Character> = [
    ".", "!", "?", "…", "。", "！", "？", "．", "｡", "؟", "۔", "।",
  ]
  /// They end a sentence also when no space follows.
  private static let fullwidthEnds: Set<Character> = ["。", "！", "？", "．", "｡"]
  private static let closers: Set<Character> = [
    "\"", "'", "”", "’", "»", "›", ")", "]", "」", "』", "）", "】", "》",
  ]
  private static let openers: Set<Character> = [
    "\"", "'", "“", "‘", "«", "‹", "(", "[", "„", "¿", "¡",
  ]

  /// No sentence ends after these.
  private static let abbreviations: Set<String> = [
    "adm", "approx", "bzw", "ca", "capt", "cf", "cmdr", "col", "dr", "dra", "eg", "engl", "esp",
    "evtl", "gen", "ggf", "gov", "hon", "ie", "lt", "mag", "maj", "messrs", "mlle", "mme", "mr",
    "mrs", "ms", "mt", "mx", "pres", "prof", "rep", "rev", "sen", "sgt", "sra", "srta", "st",
    "supt", "tel", "viz", "vs",
  ]
  /// No sentence ends after these when a number follows.
  private static let beforeNumbers: Set<String> = [
    "art", "ch", "eq", "fig", "figs", "no", "nos", "nr", "p", "para", "pp", "sec", "vol", "núm",
    "abs", "s", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  private static func isEnd(
    _ marks: Range<String.Index>, after: String.Index, start: String.Index, in text: String
  ) -> Bool {
    if text[marks].contains(where: fullwidthEnds.contains) { return true }
    guard after < text.endIndex else { return true }
    guard text[after].isAnySpace else { return false }
    let next = after.skipping({ $0.isAnySpace || openers.contains($0) }, in: text)
    guard next < text.endIndex else { return true }
    if text[next].isLowercase || ends.contains(text[next]) { return false }
    guard text[marks] == "." else { return true }
    let before = text[start..<marks.lowerBound]
    let wordStart =
      before.lastIndex { $0.isAnySpace || openers.contains($0) || $0 == "—" }
      .map { text.index(after: $0) } ?? start
    let word = text[wordStart..<marks.lowerBound]
    return !isAbbreviation(word, isFirst: wordStart == start, next: text[next])
  }

  private static func isAbbreviation(
    _ word: Substring, isFirst: Bool, next: Character
  ) -> Bool {
    // A full stop on its own is a mistake that belongs to the sentence before it.
    guard let first = word.first else { return false }
    if isFirst, word.count <= 3, word.allSatisfy(\.isNumber) { return true }
    if word.count == 1 {
      return first.isUppercase
        ? first != "I" : beforeNumbers.contains(String(word)) && next.isNumber
    }
    let name = word.lowercased()
    if name == "a.m" || name == "p.m" { return false }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1 {
      return parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isLetter) }
    }
    return abbreviations.contains(name) || (beforeNumbers.contains(name) && next.isNumber)
  }
}

extension String.Index {
  /// The first place from here on where `text` has another character, or its end.
  fileprivate func skipping(_ isPassed: (Character) -> Bool, in text: String) -> String.Index {
    text[self...].firstIndex { !isPassed($0) } ?? text.endIndex
  }
}

extension String {
  /// From `start`, which begins a character, past ASCII that ends no sentence, each byte of which is
  /// a character for another ASCII byte follows it.
  fileprivate func skippingPlainWords(from start: Index) -> Index {
    var index = start
    while index < endIndex {
      let next = utf8.index(after: index)
      switch utf8[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\r"), 0x80...:
        return index
      default:
        guard next < endIndex, utf8[next] < 0x80 else { return index }
        index = next
      }
    }
    return index
  }
}
