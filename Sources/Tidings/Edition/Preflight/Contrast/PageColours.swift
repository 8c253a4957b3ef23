/// How every element of a page is painted in one colour scheme.
struct PageColours {
  /// By the element's index.
  let painted: [Painted]

  /// What a reader sees of an element's text.
  struct Painted {
    /// Nil for a colour that is not known, such as that of a variable.
    var text: Colour?
    /// What is behind it, or nil for a picture and the like.
    var back: Colour?
    /// In pixels.
    var size: Double
    var isBold: Bool

    /// WCAG 2.2, 1.4.3: 18 points, or 14 in bold.
    var isLarge: Bool { size >= 24 || size >= 18.66 && isBold }
  }

  init(_ page: MailPage, sheet: StyleSheet, scheme: ColourScheme) {
    let isDark = scheme == .dark && Self.declaresDark(page, sheet)
    var cascade = Cascade(sheet: sheet, scheme: scheme, isDark: isDark)
    let canvas = Painted(
      text: isDark ? .white : .black, back: isDark ? Colour(18, 18, 18) : .white, size: 16,
      isBold: false)
    var painted: [Painted] = []
    painted.reserveCapacity(page.elements.count)
    for element in page.elements {
      let above = element.parent.map { painted[$0] } ?? canvas
      painted.append(cascade.effect(on: element, of: page).applied(to: above))
    }
    self.painted = painted
  }

  /// Whether browsers paint the page's canvas dark.
  private static func declaresDark(_ page: MailPage, _ sheet: StyleSheet) -> Bool {
    let metas = page.elements.filter {
      $0.name == "meta" && $0.attributes["name"] == "color-scheme"
    }
    if metas.contains(where: { $0.attributes["content"]?.contains("dark") ?? false }) {
      return true
    }
    return sheet.rules.contains { rule in
      rule.selector.parts.last?.name == "html"
        && rule.declarations.contains { $0.name == "color-scheme" && $0.value.contains("dark") }
    }
  }
}
