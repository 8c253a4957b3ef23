/// Finds patterns in a text for a reader that only moves on.
///
/// It remembers the last find of each pattern, so that asking for an end mark at each of many
/// begin marks costs one reading of the text.
struct ByteFinder {
  private let bytes: [UInt8]
  private var known: [String: (from: Int, found: Int?)] = [:]
  private var knownRanges: [String: (from: Int, found: Range<Int>?)] = [:]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where `pattern`, in ASCII of either case, next begins at or after `start`.
  mutating func next(_ pattern: String, from start: Int) -> Int? {
    if let last = known[pattern], last.from <= start {
      guard let found = last.found else { return nil }
      if found >= start { return found }
    }
    let found = search(Array(pattern.lowercased().utf8), from: start)
    known[pattern] = (start, found)
    return found
  }

  /// The next range at or after `start` that `range` gives for a place of `pattern`.
  ///
  /// It is remembered, so `range` is the same function each time, which looks no further than
  /// the white space around the place.
  mutating func next(
    _ pattern: String, from start: Int, _ range: (Int) -> Range<Int>?
  ) -> Range<Int>? {
    if let last = knownRanges[pattern], last.from <= start {
      guard let found = last.found else { return nil }
      if found.lowerBound >= start { return found }
    }
    let wanted = Array(pattern.lowercased().utf8)
    var from = start
    var found: Range<Int>?
    while found == nil, let place = search(wanted, from: from) {
      found = range(place).flatMap { $0.lowerBound >= start ? $0 : nil }
      from = place + 1
    }
    knownRanges[pattern] = (start, found)
    return found
  }

  private func search(_ pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first, start >= 0 else { return nil }
    var index = start
    while index + pattern.count <= bytes.count {
      if Self.lowered(bytes[index]) == first, matches(pattern, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func matches(_ pattern: [UInt8], at index: Int) -> Bool {
    for offset in pattern.indices where Self.lowered(bytes[index + offset]) != pattern[offset] {
      return false
    }
    return true
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
