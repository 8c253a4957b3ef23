/// What CSS there is, and what of it big mail programs drop from `style` attributes.
///
/// After caniemail.com of 2026-06-29 for Gmail, Outlook, Apple Mail and Yahoo.
enum MailCSS {
  static let elements: Set<String> = [
    "a", "abbr", "address", "b", "big", "blockquote", "body", "br", "caption", "center", "cite",
    "code", "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em", "font", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "html", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre",
    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var",
  ]

  static func knows(_ property: String) -> Bool {
    property.hasPrefix("mso-") || property.hasPrefix("-webkit-") || property.hasPrefix("-ms-")
      || property.hasPrefix("-moz-") || safe.contains(property) || lost[property] != nil
  }

  static func nearest(to property: String) -> String? {
    Likeness.nearest(to: property, among: safe.sorted())
      ?? Likeness.nearest(to: property, among: lost.keys.sorted())
  }

  /// Which mail programs would not show a declaration, in a sentence; nil when all do.
  static func loss(of property: String, value: String, on element: String?) -> String? {
    if let programs = lost[property] { return "\(programs) drops '\(property)'" }
    let words = value.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "%" }
    if property == "display", let way = words.first, ["flex", "grid"].contains(way) {
      return "Outlook on Windows drops 'display: \(way)'"
    }
    if property.hasPrefix("padding"), let element, !paddable.contains(element),
      words.contains(where: { ("1"..."9").contains($0.prefix(1)) })
    {
      return "Outlook on Windows knows padding only on the cells of tables, not on '\(element)'"
    }
    for word in words {
      if let programs = functions[String(word)] { return "\(programs) drops '\(word)()'" }
      let unit = word.drop { $0.isNumber }
      if unit.count < word.count, let programs = units[String(unit)] {
        return "\(programs) drops the unit '\(unit)', expected 'px'"
      }
    }
    return nil
  }

  /// Cells, and what a button is made of, whose cell stands in for it.
  private static let paddable: Set<String> = ["td", "th", "a", "body"]

  private static let safe: Set<String> = [
    "background", "background-color", "border", "border-bottom", "border-bottom-color",
    "border-bottom-style", "border-bottom-width", "border-collapse", "border-color", "border-left",
    "border-left-color", "border-left-style", "border-left-width", "border-right",
    "border-right-color", "border-right-style", "border-right-width", "border-style", "border-top",
    "border-top-color", "border-top-style", "border-top-width", "border-width", "color",
    "direction", "display", "font", "font-family", "font-size", "font-style", "font-variant",
    "font-weight", "height", "letter-spacing", "line-height", "list-style", "list-style-type",
    "margin", "margin-bottom", "margin-left", "margin-right", "margin-top", "max-width", "padding",
    "padding-bottom", "padding-left", "padding-right", "padding-top", "text-align",
    "text-decoration", "text-indent", "text-transform", "unicode-bidi", "vertical-align", "width",
    // Each is dropped somewhere, and does no harm: others stand beside it, or what is lost is a nicety.
    "border-radius", "max-height", "overflow", "overflow-wrap", "overflow-x", "word-break",
    "word-wrap", "font-feature-settings", "font-variant-numeric", "quotes",
  ]

  private static let functions = [
    "calc": "Outlook on Windows", "clamp": "Gmail", "min": "Gmail", "max": "Gmail",
    "rgba": "Outlook on Windows", "hsl": "Outlook on Windows", "hsla": "Outlook on Windows",
    "oklch": "Gmail", "lch": "Gmail", "lab": "Gmail", "oklab": "Gmail", "light-dark": "Gmail",
    "linear-gradient": "Outlook on Windows", "radial-gradient": "Outlook on Windows",
    "conic-gradient": "Gmail",
  ]

  private static let units = [
    "rem": "Outlook on Windows and Yahoo", "vw": "Outlook on Windows", "vh": "Outlook on Windows",
    "vmin": "Outlook on Windows and Yahoo", "vmax": "Outlook on Windows and Yahoo",
    "ch": "Outlook on Windows and Yahoo",
  ]

  private static let lost: [String: String] = {
    let groups = [
      "Gmail": """
      accent-color animation aspect-ratio backdrop-filter block-size border-block \
      border-end-end-radius border-image border-inline border-start-start-radius clip-path \
      color-scheme filter font-stretch grid grid-template grid-template-areas \
      grid-template-columns grid-template-rows hyphenate-character hyphens inline-size inset \
      list-style-image margin-block margin-block-end margin-block-start margin-inline \
      margin-inline-end margin-inline-start mask-image max-block-size max-inline-size \
      min-block-size min-inline-size outline-offset padding-block padding-block-end \
      padding-block-start padding-inline padding-inline-end padding-inline-start scroll-snap \
      shape-margin shape-outside tab-size text-decoration-skip-ink text-decoration-thickness \
      text-emphasis text-emphasis-position text-underline-offset text-wrap transform transition \
      user-select white-space-collapse align-items bottom box-shadow justify-content left orphans \
      right top widows cursor resize text-justify position text-shadow visibility z-index flex \
      flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap order align-content \
      align-self justify-items justify-self place-items background-attachment pointer-events \
      content counter-increment counter-reset
      """,
      "Outlook on Windows": """
      background-blend-mode background-clip background-image background-origin \
      background-position background-repeat background-size border-bottom-left-radius \
      border-bottom-right-radius border-spacing border-top-left-radius border-top-right-radius \
      box-sizing caption-side clear column-count column-gap column-rule column-width columns \
      empty-cells float font-kerning font-size-adjust gap line-break list-style-position \
      min-height min-width mix-blend-mode object-fit object-position opacity outline \
      outline-color outline-style outline-width overflow-y row-gap table-layout \
      text-align-last text-decoration-color text-decoration-line text-decoration-style \
      text-orientation text-overflow text-underline-position white-space word-spacing \
      writing-mode
      """,
    ]
    return groups.reduce(into: [:]) { table, group in
      for name in group.value.split(separator: " ") { table[String(name)] = group.key }
    }
  }()
}
