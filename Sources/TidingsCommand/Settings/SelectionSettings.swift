import Foundation
import Tidings

/// Which articles an edition takes.
extension EditionSettings {
  /// The rule, in the light of what went out before.
  func selection(
    history: History, defaultSince: String? = nil, repeats: Bool = false
  ) throws(SettingsError) -> Selection {
    let given = options.selection
    let states = try file.list("selection.states", given: given.states) ?? []
    let order =
      try file.text("selection.order", given: given.order) ?? Selection.Order.newest.rawValue
    let window = Window(
      since: try bound(given.since, "selection.since", otherwise: defaultSince)?
        .start(now: now, lastEdition: history.lastEnd ?? firstStart),
      until: try bound(given.until, "selection.until")?
        .end(now: now, lastEdition: history.lastEnd))
    if let since = window.since, since >= window.until ?? .distantFuture {
      throw SettingsError("the window ends before it begins: look at 'since' and 'until'")
    }
    return Selection(
      anyTags: try file.list("selection.tags", given: given.tags) ?? [],
      allTags: try file.list("selection.all-tags", given: given.allTags) ?? [],
      noTags: try file.list("selection.without-tags", given: given.withoutTags) ?? [],
      tagRules: try tagRules(),
      window: window,
      feedWindow: history.feedsSince.flatMap { feedsSince in
        guard let since = window.since, since == history.lastEnd, feedsSince < since else {
          return nil
        }
        return Window(since: feedsSince, until: window.until)
      },
      states: states.isEmpty ? [.published] : Set(try states.map(state)),
      language: try language("selection.language", given: given.language),
      preferredLanguage: try language("newsletter.language"),
      alreadySent: given.repeats || repeats ? [] : history.articles,
      order: try choice(
        order, "order", Selection.Order.init(rawValue:), Selection.Order.allCases.map(\.rawValue)
      ) { file.error("selection.order", isOption: given.order != nil, $0) },
      limit: try file.number("selection.limit", given: given.limit))
  }

  /// Which names of tags mean the same, and which words imply one.
  func tagRules() throws(SettingsError) -> TagRules { try file.tagRules() }

  /// With fewer articles no edition is composed.
  func minimum() throws(SettingsError) -> Int {
    max(1, try file.number("selection.minimum", given: options.selection.minimum) ?? 1)
  }

  /// Where a window that starts at the last edition starts for the first one.
  private var firstStart: Date { now.addingTimeInterval(-30 * 86_400) }

  private func bound(
    _ given: String?, _ key: String, otherwise usual: String? = nil
  ) throws(SettingsError) -> TimeBound? {
    guard let text = try file.text(key, given: given) ?? usual else { return nil }
    do {
      return try TimeBound(text, zone: zone)
    } catch {
      throw file.error(key, isOption: given != nil, error.description)
    }
  }

  private func state(_ text: String) throws(SettingsError) -> Article.State {
    try choice(
      text, "state", Article.State.init(rawValue:), Article.State.allCases.map(\.rawValue)
    ) {
      file.error(
        "selection.states", isOption: !options.selection.states.isEmpty, option: "state", $0)
    }
  }
}
