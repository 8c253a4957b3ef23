/// Small repairs of what pasting does to a text.
enum Typography {
  /// `text` without the spaces that stand before a comma or full stop, or inside parentheses.
  ///
  /// Spaces before `: ; ? !` stay, for French wants them, and so do `...`, `.5` and `.NET`.
  static func mended(_ text: String) -> String {
    mended(text, continues: false)
  }

  /// `continues` tells that something without a space at its end stands right before `text`.
  static func mended(_ text: String, continues: Bool) -> String {
    guard mayNeedMending(text) else { return text }
    let characters = Array(text)
    let brackets = spacedBrackets(characters)
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var index = 0
    while index < characters.count {
      guard characters[index] == " " else {
        result.append(characters[index])
        index += 1
        continue
      }
      let end = characters[index...].firstIndex { $0 != " " } ?? characters.count
      let isStray =
        (brackets.contains(index - 1) && characters[index - 1] == "(")
        || (brackets.contains(end) && characters[end] == ")")
        || isStop(end, after: index - 1, continues: continues, in: characters)
      if !isStray { result += String(repeating: " ", count: end - index) }
      index = end
    }
    return result
  }

  /// Whether a space stands before something that it could be stray at, or behind a parenthesis.
  private static func mayNeedMending(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ")"):
        if previous == UInt8(ascii: " ") { return true }
      case UInt8(ascii: " "): if previous == UInt8(ascii: "(") { return true }
      default: break
      }
      previous = byte
    }
    return false
  }

  /// Whether a comma or full stop at `index` belongs to the word that ends at `last`.
  private static func isStop(
    _ index: Int, after last: Int, continues: Bool, in text: [Character]
  ) -> Bool {
    guard index < text.count, text[index] == "," || text[index] == "." else { return false }
    guard last >= 0 ? endsWord(text[last]) : continues else { return false }
    guard index + 1 < text.count else { return true }
    let next = text[index + 1]
    guard next.isWhitespace || closers.contains(next) else { return false }
    if text[index] == "," { return true }
    guard let following = text[(index + 1)...].first(where: { !$0.isWhitespace }) else {
      return true
    }
    return following.isUppercase || following.isNumber || !following.isASCII
      || "\"'([#@".contains(following)
  }

  private static let closers: Set<Character> = ["\"", "'", "”", "’", "»", ")", "]"]

  private static func endsWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || closers.contains(character) || character == "%"
  }

  /// Where parentheses stand that have a space inside and words between them.
  private static func spacedBrackets(_ text: [Character]) -> Set<Int> {
    var open: [Int] = []
    var result: Set<Int> = []
    for (index, character) in text.enumerated() {
      if character == "(", index == 0 || text[index - 1].isWhitespace { open.append(index) }
      guard character == ")", let start = open.popLast() else { continue }
      let inner = text[(start + 1)..<index]
      guard let first = inner.first(where: { $0 != " " }),
        first.isLetter || first.isNumber
          || "\"'“‘#@".contains(first)
      else { continue }
      if inner.first == " " { result.insert(start) }
      if inner.last == " " { result.insert(index) }
    }
    return result
  }
}

extension Document {
  /// The document with `Typography.mended` applied to its texts, not to its code.
  var mended: Document {
    rewritten { inlines in
      var continues = false
      return inlines.map { inline in
        let mended: Inline
        if case .text(let text) = inline {
          mended = .text(Typography.mended(text, continues: continues))
        } else {
          mended = inline
        }
        continues = mended.flatText.last.map { !$0.isWhitespace } ?? false
        return mended
      }
    }
  }
}
