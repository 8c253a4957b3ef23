/// What CSS there is, and what of it big mail programs drop from `style` attributes.
enum MailCSS {
  static let elements: Set<String> = [
    "a", "abbr", "address", "b", "big", "blockquote", "body", "br", "caption", "center", "cite",
    "code", "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em", "font", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "html", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre",
    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var",
  ]

  static func knows(_ property: String) -> Bool {
    ["mso-", "-webkit-", "-ms-", "-moz-"].contains { property.hasPrefix($0) }
      || properties.contains(property)
  }

  /// The known property that a misspelt one is most like; those that every mail program knows go first.
  static func nearest(to property: String) -> String? {
    let lossless = properties.filter { lacking(.property($0)).isEmpty }
    return Likeness.nearest(to: property, among: lossless.sorted())
      ?? Likeness.nearest(to: property, among: properties.subtracting(lossless).sorted())
  }

  /// Something that a mail program does not show.
  struct Loss: Hashable {
    /// Its name at Can I email; nil for what is known there, but not on every element.
    let feature: String?
    let reason: String
  }

  /// What mail programs would not show of a declaration, one a feature.
  static func losses(of declaration: CSSDeclaration, on element: String?) -> [Loss] {
    var losses: [Loss] = []
    for trait in declaration.traits {
      for (feature, clients) in lacking(trait)
      where !losses.contains(where: { $0.feature == feature.slug }) {
        losses.append(
          Loss(feature: feature.slug, reason: reason(for: trait, in: declaration, clients)))
      }
    }
    if declaration.name.hasPrefix("padding"), let element, !paddable.contains(element),
      declaration.value.contains(where: { ("1"..."9").contains($0) })
    {
      losses.append(
        Loss(
          feature: nil,
          reason:
            "Outlook for Windows knows padding only on the cells of tables, not on '\(element)'"
        ))
    }
    return losses
  }

  /// The features that a trait shows and that some mail programs lack, less what does no harm.
  private static func lacking(
    _ trait: ClientFacts.Trait
  ) -> [(feature: ClientFacts.Feature, clients: [MailClient])] {
    ClientFacts.builtIn.features(of: trait).compactMap { feature in
      let clients = ClientAllowance.missed(in: feature)
      return clients.isEmpty ? nil : (feature, clients)
    }
  }

  private static func reason(
    for trait: ClientFacts.Trait, in declaration: CSSDeclaration, _ clients: [MailClient]
  ) -> String {
    let (name, hint) =
      switch trait {
      case .function(let name): ("'\(name)()'", "")
      case .unit(let name): ("the unit '\(name)'", ", expected 'px'")
      case .keyword(let name): ("'\(declaration.name): \(name)'", "")
      case .declaration(let name, let value): ("'\(name): \(value)'", "")
      case .property(let name), .element(let name), .attribute(let name), .picture(let name):
        ("'\(name)'", "")
      }
    return "\(name) is not known to \(MailClient.named(clients))\(hint)"
  }

  /// Cells, and what a button is made of, whose cell stands in for it.
  private static let paddable: Set<String> = ["td", "th", "a", "body"]

  private static let properties = Set(ClientFacts.builtIn.properties)
    .union(unlisted.split(separator: " ").map(String.init))

  /// The properties that Can I email has no page for.
  private static let unlisted = """
    align-content align-self background-attachment border-bottom border-bottom-color \
    border-bottom-left-radius border-bottom-right-radius border-bottom-style \
    border-bottom-width border-color border-left border-left-color border-left-style \
    border-left-width border-right border-right-color border-right-style border-right-width \
    border-style border-top border-top-color border-top-left-radius border-top-right-radius \
    border-top-style border-top-width border-width color content counter-increment \
    counter-reset flex flex-basis flex-flow flex-grow flex-shrink font-family \
    font-feature-settings font-style font-variant font-variant-numeric grid justify-items \
    justify-self line-break margin-bottom margin-left margin-right margin-top order \
    outline-color outline-style outline-width overflow-x overflow-y padding-bottom \
    padding-left padding-right padding-top place-items pointer-events quotes unicode-bidi
    """
}
