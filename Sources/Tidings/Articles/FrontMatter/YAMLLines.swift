/// The lines of a block as an editor counts them.
///
/// YAML 1.1 ends lines at U+0085, U+2028 and U+2029 too, so that the library counts more of them.
struct YAMLLines {
  /// For each line of the library's the editor's, counted from 1; nil where both are the same.
  private let lines: [Int]?

  init(_ block: Bytes) {
    var lines = [1]
    var hasOthers = false
    for index in block.indices {
      let isOther =
        switch block[index] {
        case 0xC2: block[index...].hasText("\u{85}")
        case 0xE2: block[index...].hasText("\u{2028}") || block[index...].hasText("\u{2029}")
        default: false
        }
      if isOther || block[index] == .newline {
        lines.append((lines.last ?? 0) + (isOther ? 0 : 1))
      }
      hasOthers = hasOthers || isOther
    }
    self.lines = hasOthers ? lines : nil
  }

  /// The editor's number of the library's line `number`, both counted from 1.
  func line(_ number: Int) -> Int {
    guard let lines, let last = lines.last else { return number }
    return lines.indices.contains(number - 1) ? lines[number - 1] : last
  }
}
