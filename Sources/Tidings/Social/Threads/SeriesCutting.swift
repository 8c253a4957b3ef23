/// Cuts one text into parts that each fit.
struct SeriesCutting {
  private let text: TextBreaks
  private let offsets: [Int]
  /// By how much a part's words, at its number, are over the limit.
  private let excess: (String, Int) -> Int

  init(_ text: TextBreaks, excess: @escaping (String, Int) -> Int) {
    self.text = text
    offsets = text.places.map(\.offset)
    self.excess = excess
  }

  /// Of the room, what each kind of end must keep to be preferred to more words.
  private static let worth: [(kind: TextBreaks.Kind, share: Double)] = [
    (.paragraph, 0.5), (.line, 0.5), (.sentence, 0.35), (.clause, 0.6),
  ]
  /// The same for a word, or a cluster of a script without spaces.
  private static let worthAWord = 0.6

  /// At most `most` parts; nil when there would be more, or when one cannot be made to fit.
  func parts(most: Int) -> [String]? {
    guard var ends = ends(most: most) else { return nil }
    mendOrphan(&ends)
    return ends.indices.map { words(from: $0 == 0 ? nil : ends[$0 - 1], to: ends[$0]) }
  }

  /// Each as an index in the places, the last of them the text's own end.
  private func ends(most: Int) -> [Int]? {
    var ends: [Int] = []
    while ends.last != offsets.count - 1 {
      guard ends.count < most, let end = end(after: ends.last, number: ends.count) else {
        return nil
      }
      ends.append(end)
    }
    return ends
  }

  private func end(after start: Int?, number: Int) -> Int? {
    guard let furthest = furthest(after: start, number: number) else { return nil }
    if furthest == offsets.count - 1 { return furthest }
    return preferred(after: start, upTo: furthest, number: number)
  }

  /// The last end that fits, looked for in a stretch that grows, since counting a whole article for
  /// each of its posts would be slow.
  private func furthest(after start: Int?, number: Int) -> Int? {
    let first = start.map { $0 + 1 } ?? 0
    let from = start.map { offsets[$0] } ?? 0
    var reach = 800
    while true {
      let last = max(first + 1, offsets[first...].partitionPoint { $0 - from > reach })
      let found = LastFitting.index(in: offsets[first..<last]) {
        excess(words(from: start, to: first + $0), number)
      }
      guard let found else { return nil }
      if first + found < last - 1 || last == offsets.count { return first + found }
      reach *= 4
    }
  }

  private func preferred(after start: Int?, upTo furthest: Int, number: Int) -> Int {
    let from = start.map { offsets[$0] } ?? 0
    let room = Double(offsets[furthest] - from)
    let first = start.map { $0 + 1 } ?? 0
    func latest(_ share: Double, _ isGood: (TextBreaks.Place) -> Bool) -> Int? {
      var index = furthest
      while index >= first, Double(offsets[index] - from) >= room * share {
        if isGood(text.places[index]) { return index }
        index -= 1
      }
      return nil
    }
    func fits(_ end: Int) -> Bool {
      end == furthest || excess(words(from: start, to: end), number) <= 0
    }
    for (kind, share) in Self.worth {
      if let end = latest(share, { $0.kind >= kind && !text.isOpen(at: $0) }), fits(end) {
        return end
      }
    }
    for kind in [TextBreaks.Kind.word, .cluster] {
      let end = latest(Self.worthAWord) {
        $0.kind >= kind && !text.isDangling(at: $0) && !text.isOpen(at: $0)
      }
      if let end, fits(end) { return end }
    }
    return furthest
  }

  /// Moves words from the part before into a last part of a few words.
  private func mendOrphan(_ ends: inout [Int]) {
    guard ends.count > 1, let last = ends.last else { return }
    let start = ends.count > 2 ? ends[ends.count - 3] : nil
    let split = ends[ends.count - 2]
    guard words(from: split, to: last).isOrphan else { return }
    let first = start.map { $0 + 1 } ?? 0
    let from = start.map { offsets[$0] } ?? 0
    let middle = from + (offsets[last] - from) / 2
    // What reads well and is near the middle; each kind down is worth an eighth of the length.
    func cost(_ index: Int) -> Int {
      let place = text.places[index]
      let isBad = text.isOpen(at: place) || text.isDangling(at: place)
      let steps = TextBreaks.Kind.paragraph.rawValue - place.kind.rawValue + (isBad ? 2 : 0)
      return abs(offsets[index] - middle) + steps * max(1, (offsets[last] - from) / 8)
    }
    let choices = (first..<split).map { (index: $0, cost: cost($0)) }
      .sorted { ($0.cost, $0.index) < ($1.cost, $1.index) }
    for (index, _) in choices.prefix(Self.mostTried) {
      let (one, other) = (words(from: start, to: index), words(from: index, to: last))
      if !one.isOrphan, !other.isOrphan, excess(one, ends.count - 2) <= 0,
        excess(other, ends.count - 1) <= 0
      {
        ends[ends.count - 2] = index
        return
      }
    }
  }

  private static let mostTried = 200

  /// Without space around them.
  private func words(from start: Int?, to end: Int) -> String {
    let utf8 = text.text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: start.map { offsets[$0] } ?? 0)
    let upper = utf8.index(utf8.startIndex, offsetBy: offsets[end])
    return String(text.text[lower..<upper].unicodeScalars.drop(while: \.isAnySpace))
  }
}

extension String {
  /// Whether it is too little for a post of its own.
  fileprivate var isOrphan: Bool {
    let words = WordCount(self)
    let spaceless = unicodeScalars.count { Spaceless.isLetter($0) }
    // What is written without spaces is wider, or has no words to count.
    if spaceless * 2 > count { return count + spaceless < 25 }
    return words.total < 5 || count < 25
  }
}

extension RandomAccessCollection {
  /// The first index whose element, and every later one, is `isBehind`.
  fileprivate func partitionPoint(_ isBehind: (Element) -> Bool) -> Index {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = index(low, offsetBy: distance(from: low, to: high) / 2)
      if isBehind(self[middle]) { high = middle } else { low = index(after: middle) }
    }
    return low
  }
}
