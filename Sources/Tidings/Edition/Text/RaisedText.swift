/// Numbers above and below the line, as plain text has them.
enum RaisedText {
  /// `10²` for a 2 above the line; what has no such characters stays as it is, as in `1st`.
  static func superscript(_ text: String) -> String { raised(text, by: "⁰¹²³⁴⁵⁶⁷⁸⁹", "⁺⁻⁼⁽⁾") }

  /// `H₂O` for a 2 below the line.
  static func `subscript`(_ text: String) -> String { raised(text, by: "₀₁₂₃₄₅₆₇₈₉", "₊₋₌₍₎") }

  private static func raised(_ text: String, by digits: String, _ signs: String) -> String {
    let table = Dictionary(
      zip("0123456789+-=()−", digits + signs + signs.dropFirst().prefix(1))
    ) { first, _ in first }
    let raised = text.compactMap { table[$0] }
    return raised.count == text.count ? String(raised) : text
  }
}
