/// How much there is to read in a text.
struct WordCount: Sendable, Hashable {
  /// Stretches with a letter or digit in them, parted by white space or a dash.
  let words: Int
  /// Chinese, Japanese and Korean characters, which need no spaces.
  let characters: Int

  init(_ text: String) {
    var words = 0
    var characters = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      if scalar.isASCIILetterOrDigit {
        if !isInWord { words += 1 }
        isInWord = true
      } else if Self.isCJK(scalar) {
        characters += 1
        isInWord = false
      } else if scalar.isAnySpace || scalar == "—" {
        isInWord = false
      } else if !isInWord, Self.isWordy(scalar) {
        words += 1
        isInWord = true
      }
    }
    self.words = words
    self.characters = characters
  }

  /// Each Chinese, Japanese or Korean character as one word.
  var total: Int { words + characters }

  /// Whole minutes, at least 1.
  ///
  /// 230 words a minute is the usual figure for silent reading of English prose, a little under
  /// the 238 that Brysbaert (2019) found; 500 characters a minute is the one used for CJK text.
  var readingMinutes: Int {
    max(1, Int((Double(words) / 230 + Double(characters) / 500).rounded()))
  }

  private static func isWordy(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3105...0x312F, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

extension Document {
  /// Whole minutes, at least 1, as `WordCount` reckons them; nil for what has no words.
  var readingMinutes: Int? {
    let count = WordCount(plainText)
    return count.total > 0 ? count.readingMinutes : nil
  }
}
