/// What styles do to elements, reckoned once for all that are written alike.
struct Cascade {
  /// Weaker ones first.
  private let rules: [StyleSheet.Rule]
  /// Those among them that ask what an element stands in.
  private let placed: [Int]
  private let isDark: Bool
  private var known: [Key: PaintEffect] = [:]

  /// What the effect on an element depends on.
  private struct Key: Hashable {
    let name: String
    let kind: String?
    let id: String?
    let style: Int
    let back: String?
    let ink: String?
    let isLink: Bool
    /// The rules that match by place.
    let placed: [Int]
  }

  init(sheet: StyleSheet, scheme: ColourScheme, isDark: Bool) {
    rules = sheet.rules.filter { $0.scheme == nil || $0.scheme == scheme }.enumerated()
      .map { (rank: ($0.element.selector.specificity, $0.offset), rule: $0.element) }
      .sorted { $0.rank < $1.rank }.map(\.rule)
    placed = rules.indices.filter { [rules] in rules[$0].selector.parts.count > 1 }
    self.isDark = isDark
  }

  mutating func effect(on element: MailPage.Element, of page: MailPage) -> PaintEffect {
    let attributes = element.attributes
    let key = Key(
      name: element.name, kind: attributes["class"], id: attributes["id"], style: element.style,
      back: attributes["bgcolor"], ink: element.name == "font" ? attributes["color"] : nil,
      isLink: element.name == "a" && attributes["href"] != nil,
      placed: placed.filter { Self.matches(rules[$0].selector, element, page) })
    if let effect = known[key] { return effect }
    let effect = reckoned(key, element, page)
    known[key] = effect
    return effect
  }

  /// The browser's own styles, then attributes, style blocks and the style attribute, and again
  /// what of the last two is important (CSS Cascade 5, 6.1).
  private func reckoned(
    _ key: Key, _ element: MailPage.Element, _ page: MailPage
  ) -> PaintEffect {
    var effect = usual(key)
    if let colour = key.back.flatMap(Colour.init(attribute:)) { effect.back = .colour(colour) }
    if let colour = key.ink.flatMap(Colour.init(attribute:)) { effect.text = .colour(colour) }
    let declarations =
      rules.filter { Self.matches($0.selector, element, page) }.flatMap(\.declarations)
      + page.style(of: element)
    for isImportant in [false, true] {
      for declaration in declarations where declaration.isImportant == isImportant {
        effect.add(declaration)
      }
    }
    return effect
  }

  private func usual(_ key: Key) -> PaintEffect {
    var effect = PaintEffect()
    switch key.name {
    case "h1": effect.size = "2em"
    case "h2": effect.size = "1.5em"
    case "h3": effect.size = "1.17em"
    case "h5", "small", "sup", "sub": effect.size = "0.83em"
    case "h6": effect.size = "0.67em"
    default: break
    }
    if key.isLink { effect.text = .colour(isDark ? Colour(158, 158, 255) : Colour(0, 0, 238)) }
    if ["h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "th"].contains(key.name) {
      effect.isBold = true
    }
    return effect
  }

  private static func matches(
    _ selector: StyleSheet.Selector, _ element: MailPage.Element, _ page: MailPage
  ) -> Bool {
    let parts = selector.parts
    guard let last = parts.last, last.matches(element) else { return false }
    var place = parts.endIndex - 1
    var above = element.parent
    while place > 0 {
      guard let index = above else { return false }
      let candidate = page.elements[index]
      if parts[place - 1].matches(candidate) {
        place -= 1
      } else if parts[place].isChild {
        return false
      }
      above = candidate.parent
    }
    return true
  }
}
