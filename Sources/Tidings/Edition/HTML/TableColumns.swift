/// How a table's columns share its width, so that no word breaks that need not.
struct TableColumns {
  /// In hundredths of the table.
  let percents: [Int]
  /// Too wide for a phone.
  let isWide: Bool
  /// Too wide for a letter in words of the usual size.
  let isDense: Bool

  /// Characters that fit beside each other in a letter, and on a phone.
  private static let room = 66
  private static let phone = 34
  /// What a cell's padding takes.
  private static let padding = 2
  /// A longer word is broken.
  static let longestWord = 24
  private static let longestCell = 60

  init(_ table: Block.Table) {
    var words = Array(repeating: 1, count: table.alignments.count)
    var cells = words
    for row in [table.header] + table.rows {
      for (column, cell) in zip(words.indices, row) {
        let text = cell.plainText
        for word in text.split(separator: " ") {
          words[column] = max(words[column], min(DisplayWidth.columns(word), Self.longestWord))
        }
        cells[column] = max(cells[column], min(DisplayWidth.columns(text), Self.longestCell))
      }
    }
    let needed = words.map { $0 + Self.padding }
    let sum = needed.reduce(0, +)
    isWide = sum > Self.phone
    isDense = sum > Self.room
    let wishes = zip(cells, words).map { max(0, $0 - $1) }
    let wished = wishes.reduce(0, +)
    let spare = max(0, (isWide ? Self.room : Self.phone) - sum)
    let widths = zip(needed, wishes).map { needed, wish in
      wished > 0 ? needed * wished + wish * spare : needed
    }
    let whole = max(1, widths.reduce(0, +))
    percents = widths.map { max(1, $0 * 100 / whole) }
  }
}
