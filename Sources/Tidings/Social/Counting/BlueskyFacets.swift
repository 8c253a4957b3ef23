/// What Bluesky's clients make a facet of (`detectFacets` in its library for the protocol).
enum BlueskyFacets {
  private static let longestTag = 64
  private static let longestTicker = 5
  private static let marksAfterLink: ScalarSet = ".,;:!?"
  private static let marksAfterTicker: ScalarSet = ".,;:!?)\"'\u{2019}"

  // MARK: Links

  /// From where a scheme, or a name in a top-level domain, begins a word, to the word's end.
  static func links(in scalars: [Unicode.Scalar]) -> [LinkScanner.Found] {
    words(in: scalars).compactMap { word in
      for start in starts(of: word, in: scalars) {
        let words = scalars[start..<word.upperBound]
        let isSchemed = beginsWithScheme(words)
        // What has the form of a name takes the whole word, whether the name is known or not.
        guard isSchemed || hostEnd(of: words) != nil else { continue }
        // In capitals a scheme is found, and then not known.
        guard isSchemed ? words.first == "h" && isLowercaseHTTP(words) : isKnown(words) else {
          return nil
        }
        var end = word.upperBound
        if marksAfterLink.contains(scalars[end - 1]) { end -= 1 }
        if scalars[end - 1] == ")", !scalars[start..<end].contains("(") { end -= 1 }
        return LinkScanner.Found(range: start..<end, hasScheme: isSchemed, weighed: 0)
      }
      return nil
    }
  }

  private static func isLowercaseHTTP(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.starts(with: "http".unicodeScalars)
  }

  /// What spaces part, of that what could hold an address: one needs a dot or a colon.
  private static func words(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    var isPlain = true
    for (index, scalar) in scalars.enumerated() {
      if scalar.isScriptSpace {
        if !isPlain { words.append(start..<index) }
        start = index + 1
        isPlain = true
      } else if scalar == "." || scalar == ":" {
        isPlain = false
      }
    }
    if !isPlain { words.append(start..<scalars.count) }
    return words
  }

  /// The start of a word, and what follows each opening parenthesis in it.
  private static func starts(
    of word: Range<Int>, in scalars: [Unicode.Scalar]
  ) -> some Sequence<Int> {
    word.lazy.filter { $0 == word.lowerBound || scalars[$0 - 1] == "(" }
  }

  private static let schemes = ["http://", "https://"].map { Array($0.unicodeScalars) }

  private static func beginsWithScheme(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = words.first, first == "h" || first == "H" else { return false }
    return schemes.contains { scheme in
      words.count > scheme.count
        && zip(words, scheme).allSatisfy { $0.lowercasedValue == $1.value }
    }
  }

  /// Where a name of labels of letters and digits ends, of two labels at least.
  private static func hostEnd(of words: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = words.first, first.isASCIILetterOrDigit, !("0"..."9").contains(first) else {
      return nil
    }
    var index = words.startIndex
    var end: Int?
    while true {
      let label = index
      while index < words.endIndex, words[index].isASCIILetterOrDigit { index += 1 }
      if index == label { return end }
      if label > words.startIndex { end = index }
      guard index < words.endIndex, words[index] == "." else { return end }
      index += 1
    }
  }

  private static func isKnown(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let end = hostEnd(of: words) else { return false }
    return isKnown(name: words[..<end])
  }

  /// Whether the last label is a top-level domain, in lower case.
  private static func isKnown(name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    let label = String(String.UnicodeScalarView(name[(dot + 1)...]))
    return TopLevelDomains.contains(label) && label == label.lowercased()
  }

  // MARK: Mentions

  /// `@name.example`, at the start of a word or in parentheses.
  static func mentions(in text: ScalarText) -> [Entity] {
    let scalars = text.scalars
    var entities: [Entity] = []
    for sign in scalars.indices where scalars[sign] == "@" && mayBegin(sign, in: scalars) {
      var end = sign + 1
      while end < scalars.count, isNameScalar(scalars[end]) { end += 1 }
      while end > sign + 1, !isBoundary(end, in: scalars) { end -= 1 }
      let name = scalars[(sign + 1)..<end]
      guard isKnown(name: name) || name.count > 4 && name.suffix(5).elementsEqual(testDomain) else {
        continue
      }
      entities.append(Entity(scalars: sign..<end, of: text))
    }
    return entities
  }

  /// RFC 6761 6.2.
  private static let testDomain = Array(".test".unicodeScalars)

  private static func mayBegin(_ sign: Int, in scalars: [Unicode.Scalar]) -> Bool {
    sign == 0 || scalars[sign - 1] == "(" || scalars[sign - 1].isScriptSpace
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIILetterOrDigit || scalar == "." || scalar == "-"
  }

  private static func isBoundary(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    scalars[index - 1].isASCIIName != (index < scalars.count && scalars[index].isASCIIName)
  }

  // MARK: Hashtags

  /// `#tag` with what stands before the next space, and `$TICKER` with its sign, in their order.
  static func hashtags(in text: ScalarText) -> [Entity] {
    let scalars = text.scalars
    var entities: [Entity] = []
    for sign in scalars.indices {
      switch scalars[sign] {
      case "#", "＃":
        guard sign == 0 || scalars[sign - 1].isScriptSpace,
          let end = tagEnd(in: scalars, after: sign)
        else { continue }
        let tag = Entity(scalars: sign..<end, of: text)
        if tag.name.utf16.count <= longestTag || tag.name.count <= longestTag {
          entities.append(tag)
        }
      case "$":
        guard mayBegin(sign, in: scalars), let end = tickerEnd(in: scalars, after: sign) else {
          continue
        }
        // A ticker is a tag with its sign, in capitals.
        let range = sign..<end
        entities.append(
          Entity(
            name: text.words(at: range).uppercased(), range: text.bytes(of: range),
            scalars: range))
      default: continue
      }
    }
    return entities
  }

  private static func tagEnd(in scalars: [Unicode.Scalar], after sign: Int) -> Int? {
    var end = sign + 1
    guard end < scalars.count, scalars[end] != "\u{FE0F}" else { return nil }
    var isNamed = false
    while end < scalars.count, !scalars[end].isScriptSpace, !isUnseen(scalars[end]) {
      isNamed = isNamed || !("0"..."9").contains(scalars[end]) && !scalars[end].isPunctuation
      end += 1
    }
    guard isNamed else { return nil }
    while scalars[end - 1].isPunctuation { end -= 1 }
    return end
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x2060, 0x200A...0x200D, 0x20E2: true
    default: false
    }
  }

  private static func tickerEnd(in scalars: [Unicode.Scalar], after sign: Int) -> Int? {
    var end = sign + 1
    while end < scalars.count, scalars[end].isASCIILetterOrDigit { end += 1 }
    guard (1...longestTicker).contains(end - sign - 1),
      !("0"..."9").contains(scalars[sign + 1]),
      end == scalars.count || scalars[end].isScriptSpace
        || marksAfterTicker.contains(scalars[end])
    else { return nil }
    return end
  }
}

extension Unicode.Scalar {
  /// White space as JavaScript knows it (ECMA-262 12.2).
  fileprivate var isScriptSpace: Bool { value == 0xFEFF || value != 0x85 && isAnySpace }

  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}
