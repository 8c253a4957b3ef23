/// The places where a text may be parted, and how well it reads there.
///
/// None is inside a word, an address, a hashtag, a mention or a grapheme; scripts that write no
/// spaces may be parted between clusters.
struct TextBreaks {
  let text: String
  /// Ascending; the last is the text's whole length, unless it is empty.
  let places: [Place]
  private let scalars: ScalarText
  /// At each scalar how many brackets and quotation marks are open before it; empty for none at all.
  private let depths: [Int32]

  /// A place to end at, before the space that follows.
  struct Place {
    /// In UTF-8 bytes.
    let offset: Int
    let kind: Kind
    let endsSentence: Bool
    fileprivate let index: Int
  }

  /// What ends at a place, the least first.
  enum Kind: Int, Comparable {
    /// A cluster of a script without spaces.
    case cluster
    case word
    case clause
    case sentence
    case line
    case paragraph

    static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
  }

  /// `unbreakable` are byte ranges in `text`, ascending.
  init(_ text: String, unbreakable: [Range<Int>]) {
    self.text = text
    scalars = ScalarText(text)
    depths = Brackets.depths(in: scalars.scalars)
    var finder = PlaceFinder(text, scalars, unbreakable: unbreakable)
    places = finder.places()
  }

  /// Whether a bracket or a quotation would be left open there.
  func isOpen(at place: Place) -> Bool { !depths.isEmpty && depths[place.index] > 0 }

  /// Whether the last word there only leads to the next, such as "and", "of the" or a dash.
  func isDangling(at place: Place) -> Bool {
    guard place.kind == .word else { return false }
    let words = scalars.scalars[..<place.index]
    let start = words.lastIndex(where: \.isAnySpace).map { $0 + 1 } ?? 0
    return FunctionWords.contains(words[start...])
  }

  /// One walk over a text's scalars.
  private struct PlaceFinder {
    let text: String
    let scalars: [Unicode.Scalar]
    let offsets: [Int]
    let unbreakable: [Range<Int>]
    let sentences: [Int]
    var inside = 0
    var sentence = 0
    /// What another network would read as an address, hashtag or mention stays whole here too.
    var isEntity = false

    init(_ text: String, _ scalars: ScalarText, unbreakable: [Range<Int>]) {
      self.text = text
      self.scalars = scalars.scalars
      offsets = scalars.offsets
      self.unbreakable = unbreakable
      var ends: [Int] = []
      var start = text.startIndex
      for range in Sentences.ranges(in: text) {
        let last = ends.last ?? 0
        ends.append(last + text.utf8.distance(from: start, to: range.upperBound))
        start = range.upperBound
      }
      sentences = ends
    }

    mutating func places() -> [Place] {
      var places: [Place] = []
      for index in scalars.indices {
        let scalar = scalars[index]
        if isEntity { isEntity = !scalar.isAnySpace && !Spaceless.isCloser(scalar) }
        if index > 0, !isEntity, let kind = kind(at: index), isWhole(at: index) {
          places.append(place(index, kind))
        }
        if isSign(at: index) { isEntity = true }
      }
      if let last = scalars.indices.last {
        places.append(
          Place(
            offset: offsets[last + 1], kind: .paragraph, endsSentence: true, index: last + 1))
      }
      return places
    }

    private func isSign(at index: Int) -> Bool {
      switch scalars[index] {
      case "#", "＃", "@", "＠": true
      case "/": index > 0 && scalars[index - 1] == ":"
      default: false
      }
    }

    private mutating func isWhole(at index: Int) -> Bool {
      let offset = offsets[index]
      while inside < unbreakable.count, unbreakable[inside].upperBound <= offset { inside += 1 }
      return inside == unbreakable.count || unbreakable[inside].lowerBound >= offset
    }

    /// What could end before the scalar at `index`; nil within a word.
    private func kind(at index: Int) -> Kind? {
      let before = scalars[index - 1]
      let after = scalars[index]
      if before.isAnySpace { return nil }
      guard after.isAnySpace else {
        guard Spaceless.mayPart(before, after), Spaceless.isSyllableEnd(scalars, at: index),
          Spaceless.isBoundary(before, after) || isGraphemeBoundary(at: index)
        else { return nil }
        return Self.endsClause(before) ? .clause : .cluster
      }
      if before.isPrepended { return nil }
      var next = index
      var lines = 0
      while next < scalars.count, scalars[next].isAnySpace {
        if scalars[next].isLineEnd { lines += 1 }
        next += 1
      }
      if lines > 0 { return lines > 1 ? .paragraph : .line }
      return Self.endsClause(before) || beginsClause(at: next) ? .clause : .word
    }

    private mutating func place(_ index: Int, _ kind: Kind) -> Place {
      let offset = offsets[index]
      while sentence < sentences.count, sentences[sentence] < offset { sentence += 1 }
      let endsSentence = sentence < sentences.count && sentences[sentence] == offset
      return Place(
        offset: offset, kind: endsSentence ? max(kind, .sentence) : kind,
        endsSentence: endsSentence, index: index)
    }

    private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case ",", ";", ":", "،", "؛", "、", "，", "；", "：", "·": true
      default: false
      }
    }

    /// A dash between spaces, or a parenthesis.
    private func beginsClause(at index: Int) -> Bool {
      guard index < scalars.count else { return false }
      switch scalars[index] {
      case "(", "[", "（": return true
      case "–", "—", "-": return index + 1 < scalars.count && scalars[index + 1].isAnySpace
      default: return false
      }
    }

    private func isGraphemeBoundary(at index: Int) -> Bool {
      let place = text.utf8.index(text.startIndex, offsetBy: offsets[index])
      return String.Index(place, within: text) != nil
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Grapheme_Cluster_Break Prepend of UAX 29: joined to what follows, even a space.
  fileprivate var isPrepended: Bool {
    switch value {
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x0D4E, 0x110BD, 0x110CD,
      0x111C2, 0x111C3, 0x1193F, 0x11941, 0x11A3A, 0x11A84...0x11A89, 0x11D46, 0x11F02:
      true
    default: false
    }
  }
}
