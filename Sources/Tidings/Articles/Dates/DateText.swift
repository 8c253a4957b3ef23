/// A date's text made even: its white space, its digits, and the East Asian marks for its parts.
enum DateText {
  /// No date is longer.
  static let mostBytes = 160

  /// `text` on one line, with `2025年2月3日 21時32分` as `2025-2-3 21:32`; nil for what is empty or
  /// too long to be a date.
  static func folded(_ text: String) -> String? {
    guard text.utf8.count <= mostBytes else { return nil }
    var text = text
    if !text.utf8.allSatisfy({ $0 < 0x80 }) {
      for (word, sign) in halves { text = text.replacing(word, with: sign) }
    }
    var result = String.UnicodeScalarView()
    var isSkipping = false
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace || invisible.contains(scalar)
      if isSpace, isSkipping { continue }
      isSkipping = false
      if marks.contains(scalar) {
        while result.last == " " { result.removeLast() }
      }
      let follows = result.last.map { ("0"..."9").contains($0) } ?? false
      switch scalar {
      case _ where isSpace: result.append(" ")
      case "０"..."９":
        result.append(Unicode.Scalar(UInt8(0x30 + scalar.value - 0xFF10)))
      case "：": result.append(":")
      case "−", "‐", "‑": result.append("-")
      case "（": result.append("(")
      case "）": result.append(")")
      case "，", "、", "،": result.append(",")
      case "年", "년", "月", "월":
        if follows { result.append("-") } else { result.append(scalar) }
        isSkipping = follows
      case "时", "時", "시", "点", "點", "分", "분":
        if follows { result.append(":") } else { result.append(scalar) }
        isSkipping = follows
      case "日", "일", "号", "號", "秒", "초":
        result.append(follows ? " " : scalar)
      default: result.append(scalar)
      }
    }
    let line = String(result).split(separator: " ").map(withoutOpenEnd).joined(separator: " ")
    return line.isEmpty ? nil : line
  }

  /// A word without the mark that waited for another part: `2025-2-`, `21:32:`.
  private static func withoutOpenEnd(_ word: Substring) -> Substring {
    guard let last = word.last, last == ":" || last == "-", word.dropLast().last?.isNumber == true
    else { return word }
    let isHourAlone = last == ":" && !word.dropLast().contains(":")
    return isHourAlone ? word + "00" : word.dropLast()
  }

  /// The halves of a day, which stand before its hour.
  private static let halves = [
    ("上午", " AM "), ("午前", " AM "), ("오전", " AM "), ("下午", " PM "), ("午後", " PM "),
    ("오후", " PM "),
  ]

  /// They end a date's or a time's part.
  private static let marks = Set("年년月월日일号號时時시点點分분秒초".unicodeScalars)

  private static let invisible: Set<Unicode.Scalar> = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}",
    "\u{202C}", "\u{202D}", "\u{202E}", "\u{2060}", "\u{FEFF}",
  ]
}
