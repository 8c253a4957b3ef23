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

  /// `sentences` one after another, with a space between two unless a full stop of a script without
  /// spaces ends the first.
  static func joined(_ sentences: some Sequence<String>) -> String {
    sentences.reduce(into: "") { text, sentence in
      let end = text.unicodeScalars.last { !isCloser($0) }
      text += text.isEmpty || end.map(isLastMark) ?? false ? sentence : " " + sentence
    }
  }

  /// At most `limit` sentences from the start, each as it stands in `text`.
  static func ranges(in text: String, limit: Int = .max) -> [Range<String.Index>] {
    let scalars = text.unicodeScalars
    var result: [Range<String.Index>] = []
    var start = text.startIndex.skipping(\.isAnySpace, in: text)
    var index = start
    while index < text.endIndex, result.count < limit {
      index = text.skippingPlainWords(from: index)
      guard index < text.endIndex, isMark(scalars[index]) else {
        if index < text.endIndex { scalars.formIndex(after: &index) }
        continue
      }
      let marks = index..<index.skipping(isMark, in: text)
      let after = marks.upperBound.skipping(isCloser, in: text)
      if isEnd(marks, after: after, start: start, in: text) {
        result.append(start..<after)
        start = after.skipping(\.isAnySpace, in: text)
        index = start
      } else {
        index = after
      }
    }
    guard start < text.endIndex, result.count < limit else { return result }
    let last = scalars[start...].lastIndex { !$0.isAnySpace } ?? start
    return result + [start..<scalars.index(after: last)]
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "…", "؟", "۔", "।", "॥", "።", "\u{37E}": true
    default: isLastMark(scalar)
    }
  }

  /// A mark that ends a sentence also when no space follows.
  private static func isLastMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "．", "｡", "។", "။": true
    default: false
    }
  }

  /// What belongs to the sentence before it, such as an emoji's variation selector.
  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "”", "’", "»", "›", ")", "]", "」", "』", "）", "】", "》", "\u{FE0E}", "\u{FE0F}":
      true
    default: false
    }
  }

  private static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "“", "‘", "«", "‹", "(", "[", "„", "¿", "¡": true
    default: false
    }
  }

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
    let scalars = text.unicodeScalars
    guard after < text.endIndex else { return true }
    if scalars[marks].contains(where: isLastMark) {
      return String.Index(after, within: text) != nil
    }
    guard text[after].isAnySpace else { return false }
    let next = after.skipping({ $0.isAnySpace || isOpener($0) }, in: text)
    guard next < text.endIndex else { return true }
    if text[next].isLowercase || isMark(scalars[next]) { return false }
    guard text[marks] == "." else { return true }
    let before = scalars[start..<marks.lowerBound]
    let wordStart =
      before.lastIndex { $0.isAnySpace || isOpener($0) || $0 == "—" }
      .map { scalars.index(after: $0) } ?? start
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
  /// The first place from here on where `text` has another scalar, or its end.
  fileprivate func skipping(_ isPassed: (Unicode.Scalar) -> Bool, in text: String) -> String.Index {
    text.unicodeScalars[self...].firstIndex { !isPassed($0) } ?? text.endIndex
  }
}

extension String {
  /// From `start` past ASCII that ends no sentence.
  fileprivate func skippingPlainWords(from start: Index) -> Index {
    var index = start
    while index < endIndex {
      switch utf8[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x80...: return index
      default: utf8.formIndex(after: &index)
      }
    }
    return index
  }
}
