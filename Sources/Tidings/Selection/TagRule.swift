/// Which tags an article must have, made ready for many articles.
struct TagRule {
  private let anyTags: [String]
  private let anyNames: Set<TagName>
  private let allTags: [(tag: String, name: TagName)]
  private let noNames: Set<TagName>
  private let isOpen: Bool
  private let rules: TagRules

  init(_ selection: Selection) {
    let rules = selection.tagRules
    self.rules = rules
    anyTags = selection.anyTags
    anyNames = Set(selection.anyTags.map { rules.canonical(TagName($0)) })
    allTags = selection.allTags.map { ($0, rules.canonical(TagName($0))) }
    noNames = Set(selection.noTags.map { rules.canonical(TagName($0)) })
    isOpen = anyNames.isEmpty && allTags.isEmpty && noNames.isEmpty
  }

  /// Picked with those of its tags that were asked for, or why its tags keep an article out.
  func reason(for tags: [String]) -> Reason {
    guard !isOpen else { return .picked(tags: []) }
    let names = tags.map { rules.canonical(TagName($0)) }
    for (tag, name) in zip(tags, names) where noNames.contains(name) { return .tagExcluded(tag) }
    let matched = zip(tags, names).filter { anyNames.contains($0.1) }.map(\.0)
    if !anyNames.isEmpty, matched.isEmpty { return .tagMissing(anyTags) }
    for (tag, name) in allTags where !names.contains(name) { return .tagMissing([tag]) }
    return .picked(tags: matched)
  }
}
