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
    var effects = Effects(sheet: sheet, scheme: scheme, isDark: isDark)
    let canvas = Painted(
      text: isDark ? .white : .black, back: isDark ? Colour(18, 18, 18) : .white, size: 16,
      isBold: false)
    var painted: [Painted] = []
    painted.reserveCapacity(page.elements.count)
    for element in page.elements {
      let above = element.parent.map { painted[$0] } ?? canvas
      painted.append(effects.of(element, page).applied(to: above))
    }
    self.painted = painted
  }

  /// Whether browsers paint the page's canvas dark.
  private static func declaresDark(_ page: MailPage, _ sheet: StyleSheet) -> Bool {
    let metas = page.elements(named: "meta").filter { $0.attributes["name"] == "color-scheme" }
    if metas.contains(where: { $0.attributes["content"]?.contains("dark") ?? false }) {
      return true
    }
    return sheet.rules.contains { rule in
      rule.selector.parts.last?.name == "html"
        && rule.declarations.contains { $0.name == "color-scheme" && $0.value.contains("dark") }
    }
  }

  /// What a declaration paints with.
  enum Paint {
    case colour(Colour)
    case inherited
    case unknown
  }

  /// What an element's own styles change.
  struct Effect {
    var text: Paint?
    var back: Paint?
    var size: String?
    var isBold: Bool?

    func applied(to above: Painted) -> Painted {
      var painted = above
      switch back {
      case .colour(let colour):
        painted.back = colour.opacity == 1 ? colour : above.back.map(colour.over)
      case .unknown: painted.back = nil
      case .inherited, nil: break
      }
      switch text {
      case .colour(let colour): painted.text = colour
      case .unknown: painted.text = nil
      case .inherited, nil: break
      }
      if let size { painted.size = Self.pixels(size, above: above.size) ?? painted.size }
      if let isBold { painted.isBold = isBold }
      return painted
    }

    mutating func add(_ declaration: CSSDeclaration) {
      switch declaration.name {
      case "color": text = Self.paint(declaration.value)
      case "background-color": back = Self.paint(declaration.value)
      case "background": back = Self.shorthand(declaration.value)
      case "background-image":
        if declaration.value != "none" { back = .unknown }
      case "font-size": size = declaration.value
      case "font-weight": isBold = Self.isBold(declaration.value)
      case "font":
        let parts = declaration.value.split(separator: " ")
        isBold = parts.contains { Self.isBold(String($0)) ?? false }
        size = parts.first { $0.first?.isNumber ?? false && Int($0) == nil }
          .map { String($0.prefix { $0 != "/" }) }
      default: break
      }
    }

    private static func paint(_ value: String) -> Paint {
      if value == "inherit" { return .inherited }
      return Colour(css: value).map(Paint.colour) ?? .unknown
    }

    private static func shorthand(_ value: String) -> Paint {
      if value == "none" { return .colour(.clear) }
      if value.contains("url(") || value.contains("gradient(") { return .unknown }
      return CSSDeclaration.split(value, at: " ").compactMap { Colour(css: $0) }.first
        .map(Paint.colour) ?? .unknown
    }

    private static func isBold(_ value: String) -> Bool? {
      switch value {
      case "bold", "bolder": true
      case "normal", "lighter": false
      default: Int(value).map { $0 >= 700 }
      }
    }

    private static func pixels(_ value: String, above: Double) -> Double? {
      let number = value.prefix { $0.isNumber || $0 == "." }
      guard let size = Double(number) else { return nil }
      switch value.dropFirst(number.count) {
      case "px": return size
      case "pt": return size * 4 / 3
      case "em": return size * above
      case "rem": return size * 16
      case "%": return size / 100 * above
      default: return nil
      }
    }
  }

  /// The effects of elements, reckoned once for all that are written alike.
  private struct Effects {
    private let rules: [(rule: StyleSheet.Rule, isAlone: Bool)]
    private let isDark: Bool
    private let dependsOnPlace: Bool
    private var known: [Key: Effect] = [:]

    private struct Key: Hashable {
      let name: String
      let kind: String?
      let id: String?
      let style: [CSSDeclaration]
      let colours: [String?]
    }

    init(sheet: StyleSheet, scheme: ColourScheme, isDark: Bool) {
      rules = sheet.rules.filter { $0.scheme == nil || $0.scheme == scheme }
        .enumerated()
        .sorted {
          ($0.element.selector.specificity, $0.offset) < (
            $1.element.selector.specificity, $1.offset
          )
        }
        .map { ($0.element, $0.element.selector.parts.count == 1) }
      dependsOnPlace = rules.contains { !$0.isAlone }
      self.isDark = isDark
    }

    mutating func of(_ element: MailPage.Element, _ page: MailPage) -> Effect {
      let key = Key(
        name: element.name, kind: element.attributes["class"], id: element.attributes["id"],
        style: element.style,
        colours: [
          element.attributes["bgcolor"], element.attributes["color"],
          element.name == "a" ? element.attributes["href"].map { _ in "" } : nil,
        ])
      if !dependsOnPlace, let effect = known[key] { return effect }
      let effect = reckoned(element, page)
      if !dependsOnPlace { known[key] = effect }
      return effect
    }

    /// The browser's own styles, then attributes, style blocks and the style attribute, and again
    /// what of the last two is important (CSS Cascade 5, 6.1).
    private func reckoned(_ element: MailPage.Element, _ page: MailPage) -> Effect {
      var effect = Self.usual(element, isDark: isDark)
      if let colour = element.attributes["bgcolor"].flatMap(Colour.init(attribute:)) {
        effect.back = .colour(colour)
      }
      if element.name == "font",
        let colour = element.attributes["color"].flatMap(Colour.init(attribute:))
      {
        effect.text = .colour(colour)
      }
      let matching = rules.filter { Self.matches($0.rule.selector, element, page) }
        .flatMap(\.rule.declarations)
      for isImportant in [false, true] {
        for declaration in matching + element.style where declaration.isImportant == isImportant {
          effect.add(declaration)
        }
      }
      return effect
    }

    private static func usual(_ element: MailPage.Element, isDark: Bool) -> Effect {
      var effect = Effect()
      switch element.name {
      case "h1": effect.size = "2em"
      case "h2": effect.size = "1.5em"
      case "h3": effect.size = "1.17em"
      case "h5", "small", "sup", "sub": effect.size = "0.83em"
      case "h6": effect.size = "0.67em"
      case "a":
        if element.attributes["href"] != nil {
          effect.text = .colour(isDark ? Colour(158, 158, 255) : Colour(0, 0, 238))
        }
      default: break
      }
      if ["h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "th"].contains(element.name) {
        effect.isBold = true
      }
      return effect
    }

    private static func matches(
      _ selector: StyleSheet.Selector, _ element: MailPage.Element, _ page: MailPage
    ) -> Bool {
      var parts = selector.parts[...]
      guard let last = parts.popLast(), last.matches(element) else { return false }
      var isChild = last.isChild
      var above = element.parent
      while let part = parts.last {
        guard let index = above else { return false }
        let candidate = page.elements[index]
        if part.matches(candidate) {
          isChild = part.isChild
          parts.removeLast()
        } else if isChild {
          return false
        }
        above = candidate.parent
      }
      return true
    }
  }
}
