/// Whether text can be told from what is behind it, where the reader's device is light and where it
/// is dark (WCAG 2.2, 1.4.3).
enum ContrastRules {
  private struct Pair: Hashable {
    let text: Colour
    let back: Colour
    let needed: Double
  }

  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    let page = matter.page
    let sheet = StyleSheet(page.sheets)
    return ColourScheme.allCases.flatMap { scheme -> [Preflight.Finding] in
      let colours = PageColours(page, sheet: sheet, scheme: scheme)
      var ratios: [Pair: Double] = [:]
      var faint: [Pair: (text: MailPage.Text, count: Int)] = [:]
      var order: [Pair] = []
      for text in page.visibleTexts {
        let painted = colours.painted[text.element]
        guard let words = painted.text, let back = painted.back else { continue }
        let pair = Pair(text: words.over(back), back: back, needed: painted.isLarge ? 3 : 4.5)
        let ratio = ratios[pair] ?? pair.text.contrast(to: pair.back)
        ratios[pair] = ratio
        guard ratio < pair.needed else { continue }
        if faint[pair] == nil { order.append(pair) }
        faint[pair, default: (text, 0)].count += 1
      }
      return order.compactMap { pair -> Preflight.Finding? in
        guard let (text, count) = faint[pair], let ratio = ratios[pair] else { return nil }
        let others = count > 1 ? ", and \(count - 1) more" : ""
        return .init(
          .warning, .contrast, at: matter.place(page.elements[text.element]),
          "\(text.words.cited(limit: 40))\(others) is \(pair.text) on \(pair.back) where the device is"
            + " \(scheme.rawValue): \(rounded(ratio)):1, WCAG AA asks for \(rounded(pair.needed)):1",
          hint: scheme == .dark
            ? "set its colour in @media (prefers-color-scheme: dark) of theme.css"
            : "set a darker or lighter colour in theme.css")
      }
    }
  }

  /// With one digit, never up: 4.49 is too little.
  private static func rounded(_ ratio: Double) -> String {
    let tenths = Int(ratio * 10)
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}
