/// What of the inline HTML and CSS a big mail program does not know.
///
/// Style blocks are not looked at: they hold enhancements, which may be missing anywhere.
enum ClientRules {
  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    var places: [String: (feature: ClientFacts.Feature, element: Int)] = [:]
    var seen: Set<ClientFacts.Trait> = []
    var styles: Set<Int> = [0]
    func use(_ trait: ClientFacts.Trait, _ index: Int) {
      guard seen.insert(trait).inserted else { return }
      for feature in matter.facts.features(of: trait) where places[feature.slug] == nil {
        places[feature.slug] = (feature, index)
      }
    }
    for (index, element) in matter.page.elements.enumerated() {
      use(.element(element.name), index)
      if element.name == "input" || element.name == "button" {
        use(
          .element("\(element.name)-\(element.attributes["type"]?.lowercased() ?? "text")"), index)
      }
      for name in element.attributes.keys { use(.attribute(name), index) }
      if styles.insert(element.style).inserted {
        for trait in matter.page.style(of: element).flatMap(\.traits) { use(trait, index) }
      }
    }
    let found = places.values.sorted {
      ($0.element, $0.feature.slug) < ($1.element, $1.feature.slug)
    }
    return found.compactMap { feature, index in
      let slug = feature.slug
      let lacking = ClientAllowance.missed(in: feature)
      guard !lacking.isEmpty, !matter.themeFeatures.contains(slug) else { return nil }
      let element = matter.page.elements[index]
      return .init(
        .warning, .clientSupport, at: matter.place(element),
        "\(feature.title) (\(slug)) is not known to \(MailClient.named(lacking))",
        hint: "do without it, or move it into @media; see caniemail.com/features/\(slug)/")
    }
  }
}
