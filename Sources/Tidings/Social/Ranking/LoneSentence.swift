/// Tells whether a sentence can stand without those around it.
struct LoneSentence {
  private let openers: SentenceOpeners

  /// What a sentence may open with depends on the language, a BCP 47 tag.
  init(language: String?) {
    openers = SentenceOpeners(language: language)
  }

  /// In characters.
  private static let lengths = 40...280
  /// Of scripts that write no spaces, whose characters say more.
  private static let spacelessLengths = 16...140
  private static let fewestWords = 5

  func allows(_ sentence: String) -> Bool {
    let scalars = Array(sentence.unicodeScalars)
    guard scalars.count <= 4 * Self.lengths.upperBound, let first = scalars.first else {
      return false
    }
    return Self.isStatement(scalars) && Self.isLongEnough(sentence) && !Self.isItem(scalars)
      && !Self.holdsCode(scalars) && !first.properties.isLowercase && Self.isBalanced(scalars)
      && !openers.refuse(sentence)
  }

  private static func isLongEnough(_ sentence: String) -> Bool {
    let spaceless = sentence.unicodeScalars.count { Spaceless.isLetter($0) }
    let length = sentence.count
    if spaceless * 2 > length { return spacelessLengths.contains(length) }
    let words = sentence.split(whereSeparator: \.isAnySpace).count
    return lengths.contains(length) && words >= fewestWords
  }

  /// Whether it ends as one: no question, no heading, nothing that only announces the next line.
  private static func isStatement(_ scalars: [Unicode.Scalar]) -> Bool {
    let end = scalars.last { !"\"'”’»›)]」』）】》".unicodeScalars.contains($0) }
    guard let end else { return false }
    return ".!…。！．｡۔।॥።។။".unicodeScalars.contains(end)
      && !scalars.contains { "?？؟\u{37E}".unicodeScalars.contains($0) }
  }

  private static func isItem(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first else { return true }
    if "•·▪◦‣-–—*+→✓✔☐☑#>|".unicodeScalars.contains(first) { return true }
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, digits.count < scalars.count else { return false }
    return [".", ")", ":"].contains(scalars[digits.count])
  }

  /// Signs that prose does not have, and addresses.
  private static func holdsCode(_ scalars: [Unicode.Scalar]) -> Bool {
    var before: Unicode.Scalar = " "
    for scalar in scalars {
      switch (before, scalar) {
      case (_, "{"), (_, "}"), (_, "\\"), (_, "`"), (_, "<"), (_, "|"), ("(", ")"), ("=", "="),
        ("-", ">"), ("=", ">"), (":", ":"), ("!", "="), ("/", "/"), ("$", "("), ("&", "&"):
        return true
      default: before = scalar
      }
    }
    return false
  }

  private static func isBalanced(_ scalars: [Unicode.Scalar]) -> Bool {
    var open = (round: 0, square: 0, quoted: 0, angled: 0, corner: 0)
    var straight = 0
    for scalar in scalars {
      switch scalar {
      case "(", "（": open.round += 1
      case ")", "）": open.round -= 1
      case "[": open.square += 1
      case "]": open.square -= 1
      case "«": open.angled += 1
      case "»": open.angled -= 1
      case "「", "『": open.corner += 1
      case "」", "』": open.corner -= 1
      case "„": open.quoted += 1
      // What closes a German quotation opens an English one.
      case "“": open.quoted += open.quoted > 0 ? -1 : 1
      case "”": open.quoted -= 1
      case "\"": straight += 1
      default: break
      }
    }
    return open == (0, 0, 0, 0, 0) && straight.isMultiple(of: 2)
  }
}
