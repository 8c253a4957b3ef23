/// What an element's own styles change.
struct PaintEffect {
  var text: Paint?
  var back: Paint?
  var size: String?
  var isBold: Bool?

  func applied(to above: PageColours.Painted) -> PageColours.Painted {
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

/// What a declaration paints with.
enum Paint {
  case colour(Colour)
  case inherited
  case unknown
}
