/// A mark that shows that a text is not finished.
enum Leftover: Hashable {
  /// As it stands, with its braces.
  case field(String)
  /// TK, TODO and the like.
  case mark(String)
  case fillerText

  var rule: Preflight.Rule {
    switch self {
    case .field: .fields
    case .mark, .fillerText: .unfinished
    }
  }

  var message: String {
    switch self {
    case .field(let field): "\(field.cited()) is a template field that nothing fills in"
    case .mark(let mark): "'\(mark)' marks text that is not finished"
    case .fillerText: "'lorem ipsum' fills a place that wants a text"
    }
  }

  /// All in a text, each once.
  static func all(in text: some StringProtocol) -> [Leftover] {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: isTelling) else { return [] }
    return (fields(in: bytes) + words(in: bytes)).unique
  }

  /// Whether a byte begins a field or a mark.
  private static func isTelling(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "*"), UInt8(ascii: "T"), UInt8(ascii: "F"),
      UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "l"):
      true
    default: false
    }
  }

  /// `{{name}}`, and `*|NAME|*` of other senders' templates.
  private static func fields(in bytes: [UInt8]) -> [Leftover] {
    var found: [Leftover] = []
    guard bytes.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "*") }) else {
      return []
    }
    for (open, close) in [
      (Array("{{".utf8), Array("}}".utf8)), (Array("*|".utf8), Array("|*".utf8)),
    ] {
      var index = 0
      while index + open.count <= bytes.count {
        guard bytes[index] == open[0], bytes[index + 1] == open[1] else {
          index += 1
          continue
        }
        let end = bytes.indices.prefix(min(bytes.count - 1, index + longestField)).dropFirst(
          index + 2
        )
        .first { bytes[$0] == close[0] && bytes[$0 + 1] == close[1] }
        guard let end else {
          index += 2
          continue
        }
        let name = bytes[(index + 2)..<end]
        if name.contains(where: { $0 > 0x20 && $0 != UInt8(ascii: "{") }) {
          found.append(.field(String(decoding: bytes[index..<end + 2], as: UTF8.self)))
        }
        index = end + 2
      }
    }
    return found
  }

  /// In bytes, with its braces.
  private static let longestField = 80

  private static let marks = ["TK", "TKTK", "TKTKTK", "TODO", "FIXME", "XXX", "XXXX"]

  /// Marks and filler text, where they stand as words.
  private static func words(in bytes: [UInt8]) -> [Leftover] {
    var found: [Leftover] = []
    var previous: ArraySlice<UInt8> = []
    let words = wordRanges(in: bytes)
    for (index, range) in words.enumerated() {
      let word = bytes[range]
      defer { previous = word }
      if isLower(word, "ipsum"), isLower(previous, "lorem") {
        found.append(.fillerText)
      } else if (2...6).contains(word.count), let first = word.first, "TFX".utf8.contains(first),
        let mark = marks.first(where: { word.elementsEqual($0.utf8) }),
        !isPartOfName(range, bytes)
      {
        // A shouted sentence, such as "TODO LO QUE QUEDA", has capitals beside it.
        let next = index + 1 < words.count ? bytes[words[index + 1]] : []
        if !isShouted(previous), !isShouted(next) { found.append(.mark(mark)) }
      }
    }
    return found
  }

  private static func isLower(_ word: ArraySlice<UInt8>, _ text: String) -> Bool {
    word.count == text.utf8.count && zip(word, text.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// Letters, digits and all that is not ASCII.
  private static func wordRanges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      let isWord = byte.isAlphanumeric || byte >= 0x80
      if isWord, start == nil { start = index }
      if !isWord, let begin = start {
        ranges.append(begin..<index)
        start = nil
      }
    }
    if let start { ranges.append(start..<bytes.count) }
    return ranges
  }

  /// In an address, a file's name or an identifier.
  private static func isPartOfName(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let joiners = Array("/-_.@#=&".utf8)
    if range.lowerBound > 0, joiners.contains(bytes[range.lowerBound - 1]) { return true }
    guard range.upperBound < bytes.count else { return false }
    let next = bytes[range.upperBound]
    let isDot = next == UInt8(ascii: ".")
    if isDot {
      return range.upperBound + 1 < bytes.count && bytes[range.upperBound + 1].isAlphanumeric
    }
    return joiners.contains(next)
  }

  private static func isShouted(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 1 && word.allSatisfy { (0x41...0x5A).contains($0) }
      && !marks.contains { word.elementsEqual($0.utf8) }
  }
}
