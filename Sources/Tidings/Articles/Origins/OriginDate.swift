import Foundation

/// The dates among a paragraph's words.
extension OriginParagraph {
  /// How many words from the one at `at` on are a date, a month or a year.
  func dateLength(at: Int, dates: DateReader) -> Int? {
    for length in stride(from: min(8, tokens.count - at), through: 1, by: -1) {
      let words = tokens[at..<(at + length)]
      guard words.contains(where: { $0.text.contains(where: \.isNumber) }),
        let last = words.last?.folded, last == "uhr" || !DateNames.isFiller(last)
      else { continue }
      let text = dateText(at: at, length: length)
      if case .date = dates.read(text) { return length }
      if dates.readMonth(text) != nil { return length }
      if length == 1, text.count == 4, let year = Int(text), (1_400...2_199).contains(year) {
        return 1
      }
    }
    return nil
  }

  /// The date or the month that `length` words say; nil for a year alone.
  func date(at: Int, length: Int, dates: DateReader) -> Moment? {
    let text = dateText(at: at, length: length)
    if case .date(let moment) = dates.read(text) { return moment }
    return dates.readMonth(text)
  }

  private func dateText(at: Int, length: Int) -> String {
    let words = tokens[at..<(at + length)].map { $0.text + $0.tail }
    return words.joined(separator: " ").trimmingCharacters(
      in: CharacterSet(charactersIn: " .,;:!)([]*_–—"))
  }
}
