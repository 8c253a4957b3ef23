/// Where an article first appeared is never left unsaid.
enum AttributionRules {
  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    let attributions = matter.edition.picked.compactMap { entry in
      entry.attribution.map { (entry: entry, text: Haystack.dense($0)) }
    }
    guard !attributions.isEmpty else { return [] }
    let parts = [("digest.html", matter.shown), ("digest.txt", matter.written)]
    return parts.flatMap { name, words in
      attributions.filter { words.find($0.text) == nil }.map { entry, _ in
        Preflight.Finding(
          .error, .attribution, at: name,
          "\(entry.title.cited()) first appeared elsewhere, and the part does not say where",
          hint: "put {{#origin}}{{text}}{{/origin}} into the articles of the template")
      }
    }
  }
}
