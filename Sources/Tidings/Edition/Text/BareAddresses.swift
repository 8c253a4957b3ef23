/// Addresses that stand in running text as they are, not behind a number.
enum BareAddresses {
  /// `text` with angle brackets around each web address that something would be glued to.
  ///
  /// A mail program makes a link of an address up to the next space or bracket, with a full stop
  /// and all (RFC 3986 appendix C).
  static func delimited(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ":")), text.contains("://") else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "://") {
      let scheme = rest[..<mark.lowerBound].suffix(while: { $0.isLetter && $0.isASCII })
      var address = rest[scheme.startIndex..<mark.upperBound]
      if ["http", "https"].contains(scheme.lowercased()) {
        let end = rest[mark.upperBound...].firstIndex { isEnd($0) } ?? rest.endIndex
        address = rest[scheme.startIndex..<end].withoutPunctuation
      }
      guard address.endIndex > mark.upperBound else {
        result += rest[..<mark.upperBound]
        rest = rest[mark.upperBound...]
        continue
      }
      let next = rest[address.endIndex...].first
      let isGlued = next.map { !$0.isWhitespace && $0 != ">" } ?? false
      result += rest[..<scheme.startIndex]
      result += isGlued ? "<\(address)>" : address
      rest = rest[address.endIndex...]
    }
    return result + rest
  }

  /// What no address goes past: a space, a bracket or quote that parts, or wide punctuation.
  private static func isEnd(_ character: Character) -> Bool {
    character.isWhitespace || "<>\"、。，．！？：；「」『』（）【】《》〈〉“”«»".contains(character)
  }
}

extension Substring {
  /// Without the marks at its end that belong to the sentence around it.
  fileprivate var withoutPunctuation: Substring {
    var text = self
    /// Brackets that close and that nothing opened.
    var surplus = text.reduce(0) { $0 + ($1 == ")" ? 1 : $1 == "(" ? -1 : 0) }
    while let last = text.last {
      if last == ")" {
        guard surplus > 0 else { break }
        surplus -= 1
      } else if !".,;:!?'’]}*".contains(last) {
        break
      }
      text.removeLast()
    }
    return text
  }

  fileprivate func suffix(while matches: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, matches(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
