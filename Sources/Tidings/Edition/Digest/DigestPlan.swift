/// Which articles an edition shows, in reading order, and which are links only.
struct DigestPlan {
  /// None of them is empty.
  let sections: [Section]
  /// In the order of the selection.
  let also: [Story]

  /// Articles that stand together.
  struct Section {
    /// Nil for the articles of an edition without sections.
    let title: String?
    let stories: [Story]
  }

  /// Shows the first `limit` of the stories that are no mere links; nil shows all of them.
  ///
  /// Those that fit no section stand last, below `otherTitle`.
  init(_ stories: [Story], options: DigestOptions, limit: Int? = nil, otherTitle: String) {
    var shown: [Story] = []
    var also: [Story] = []
    for story in stories {
      let isShown = story.content != .link && shown.count < limit ?? .max
      if isShown { shown.append(story) } else { also.append(story) }
    }
    self.also = also
    sections = Self.sections(of: shown, options: options, otherTitle: otherTitle)
  }

  private static func sections(
    of stories: [Story], options: DigestOptions, otherTitle: String
  ) -> [Section] {
    let rules = options.tagRules
    let names = options.sections.map { Set($0.tags.map { rules.canonical(TagName($0)) }) }
    var groups: [[Story]] = Array(repeating: [], count: names.count)
    var others: [Story] = []
    for story in stories {
      let tags = story.article.tags.map { rules.canonical(TagName($0)) }
      if let place = names.firstIndex(where: { !$0.isDisjoint(with: tags) }) {
        groups[place].append(story)
      } else {
        others.append(story)
      }
    }
    let titled = zip(options.sections, groups).filter { !$1.isEmpty }
      .map { Section(title: $0.title, stories: $1) }
    guard !others.isEmpty else { return titled }
    return titled + [Section(title: titled.isEmpty ? nil : otherTitle, stories: others)]
  }

  /// The articles that are shown.
  var shown: [Story] { sections.flatMap(\.stories) }

  /// Every article, links last.
  var stories: [Story] { shown + also }
}
