/// Finds the last of many ascending lengths that fits, asking as seldom as it can.
enum LastFitting {
  /// `excess` tells by how much the length at an index is over the limit; zero or less fits.
  ///
  /// Lengths mostly grow with their offsets: each answer says about where to ask next. After a few
  /// questions the rest is halved, so that no answers can make it long.
  static func index(
    in offsets: some RandomAccessCollection<Int>, excess: (Int) -> Int
  ) -> Int? {
    let offsets = Array(offsets)
    var low = -1
    var high = offsets.count
    var guess = high - 1
    var slope = 1.0
    var last: (offset: Int, excess: Int)?
    var questions = 0
    while high - low > 1 {
      let answer = excess(guess)
      questions += 1
      let offset = offsets[guess]
      if let last, last.offset != offset {
        let rise = Double(answer) - Double(last.excess)
        slope = min(max(rise / Double(offset - last.offset), 0.1), 8)
      }
      last = (offset, answer)
      if answer <= 0 { low = guess } else { high = guess }
      guard high - low > 1 else { break }
      let target = Double(offset) - Double(answer) / slope
      guess =
        questions > 5
        ? (low + high) / 2 : min(max(Self.last(in: offsets, upTo: target), low + 1), high - 1)
    }
    return low < 0 ? nil : low
  }

  private static func last(in offsets: [Int], upTo target: Double) -> Int {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if Double(offsets[middle]) <= target { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
