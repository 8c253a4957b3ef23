import Foundation

/// The rule that picks the articles of an edition.
public struct Selection: Sendable, Hashable {
  /// An article has at least one of these; none asks for nothing.
  public let anyTags: [String]
  /// An article has every one of these.
  public let allTags: [String]
  /// An article has none of these.
  public let noTags: [String]
  /// Which names of tags mean the same.
  public let tagRules: TagRules
  public let window: Window
  /// The articles of feeds have a window of their own after an edition that could not read one.
  public let feedWindow: Window?
  public let states: Set<Article.State>
  /// Matches the whole tag or its beginning: `pt` takes `pt-BR` too.
  public let language: String?
  /// Of several translations of one article the one in this language is taken.
  public let preferredLanguage: String?
  /// Ids of articles that an earlier edition brought.
  public let alreadySent: Set<String>
  public let order: Order
  /// How many articles at most; nil for no bound.
  public let limit: Int?

  public init(
    anyTags: [String] = [], allTags: [String] = [], noTags: [String] = [],
    tagRules: TagRules = .none,
    window: Window = Window(since: nil, until: nil), feedWindow: Window? = nil,
    states: Set<Article.State> = [.published], language: String? = nil,
    preferredLanguage: String? = nil, alreadySent: Set<String> = [], order: Order = .newest,
    limit: Int? = nil
  ) {
    self.anyTags = anyTags
    self.allTags = allTags
    self.noTags = noTags
    self.tagRules = tagRules
    self.window = window
    self.feedWindow = feedWindow
    self.states = states
    self.language = language
    self.preferredLanguage = preferredLanguage
    self.alreadySent = alreadySent
    self.order = order
    self.limit = limit
  }

  /// How picked articles follow each other; articles of one instant follow by id.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    case newest
    case oldest
    case title
  }

  /// The outcome for every article: the picked ones first, in the order of the edition, then the
  /// others, newest first.
  public func pick(from articles: [Article]) -> [Outcome] {
    let newest = Order.newest.sorted(articles)
    let tagRule = TagRule(self)
    var reasons = newest.map { index -> Reason in
      exclusion(of: articles[index]) ?? tagRule.reason(for: articles[index].tags)
    }
    let ordered = newest.map { articles[$0] }
    Translations(preferred: language ?? preferredLanguage).settle(&reasons, of: ordered)
    Doubles().settle(&reasons, of: ordered)
    var picked: [Outcome] = []
    var left: [Outcome] = []
    for (index, reason) in zip(newest, reasons) {
      let outcome = Outcome(article: articles[index], reason: reason)
      if outcome.isPicked { picked.append(outcome) } else { left.append(outcome) }
    }
    if order != .newest { picked.sort { order.precedes($0.article, $1.article) } }
    guard let limit, picked.count > limit else { return picked + left }
    let over = picked[limit...].map { Outcome(article: $0.article, reason: .overLimit(limit)) }
    return picked[..<limit]
      + (over + left).sorted { Order.newest.precedes($0.article, $1.article) }
  }

  private func exclusion(of article: Article) -> Reason? {
    guard article.kind == .post else { return .notAPost(article.kind) }
    guard states.contains(article.state) else {
      return .state(article.state, article.appearance)
    }
    if let language, !Self.matches(article.language, language) {
      return .otherLanguage(article.language)
    }
    if alreadySent.contains(article.id) { return .alreadySent }
    if let date = article.date {
      switch place(of: date, for: article) {
      case .before: return .beforeWindow(date)
      case .after: return .afterWindow(date)
      case .inside: break
      }
    }
    guard !alreadySent.isEmpty else { return nil }
    let wentOut = (article.names + article.formerIDs).contains(where: alreadySent.contains)
    return wentOut ? .alreadySent : nil
  }

  private func place(of date: Moment, for article: Article) -> Window.Place {
    (article.root.isEmpty ? feedWindow ?? window : window).place(of: date)
  }

  /// Whether only its date keeps an article out: it is dated before the window, and did not go out
  /// under another name.
  public func isTooOldOnly(_ outcome: Outcome) -> Bool {
    guard case .beforeWindow = outcome.reason else { return false }
    return hasTags(outcome.article)
      && !outcome.article.names.contains(where: alreadySent.contains)
  }

  /// Whether what is odd about an article matters to this selection.
  ///
  /// It does when the article was picked, or would have been but for being taken for a draft.
  public func concerns(_ outcome: Outcome?) -> Bool {
    guard let outcome, !outcome.isPicked else { return outcome != nil }
    guard case .state(.draft, _) = outcome.reason, let date = outcome.article.date else {
      return false
    }
    return place(of: date, for: outcome.article) == .inside && hasTags(outcome.article)
  }

  /// Whether an article that could not be read whole may belong to this selection.
  ///
  /// `outcome` is what became of what could be read of it; nil when nothing could.
  public func mayHavePicked(_ diagnostic: Diagnostic, outcome: Outcome?) -> Bool {
    guard diagnostic.severity == .error else { return false }
    if let outcome {
      guard case .state(.undated, _) = outcome.reason else { return outcome.isPicked }
      return hasTags(outcome.article)
    }
    guard let date = diagnostic.date else { return true }
    return window.place(of: date) == .inside
  }

  private func hasTags(_ article: Article) -> Bool {
    if case .picked = TagRule(self).reason(for: article.tags) { true } else { false }
  }

  private static func matches(_ tag: String?, _ language: String) -> Bool {
    guard let tag = tag?.lowercased() else { return true }
    let wanted = language.lowercased()
    return tag == wanted || tag.hasPrefix(wanted + "-")
  }
}

extension Selection.Order {
  /// The places of `articles`, in this order.
  func sorted(_ articles: [Article]) -> [Int] {
    guard self == .newest else {
      return articles.indices.sorted { precedes(articles[$0], articles[$1]) }
    }
    // The instants stand side by side, so that most comparisons touch no article.
    let dated = articles.enumerated().map { index, article in
      (instant: article.date?.instant.timeIntervalSince1970 ?? -.infinity, index: index)
    }
    return dated.sorted { one, other in
      one.instant != other.instant
        ? one.instant > other.instant : precedes(articles[one.index], articles[other.index])
    }.map(\.index)
  }

  /// A total order: undated articles stand last, equals by the bytes of their ids.
  func precedes(_ first: Article, _ second: Article) -> Bool {
    switch self {
    case .newest, .oldest:
      let dates = (first.date?.instant, second.date?.instant)
      if let one = dates.0, let other = dates.1, one != other {
        return self == .newest ? one > other : one < other
      }
      if (dates.0 == nil) != (dates.1 == nil) { return dates.0 != nil }
    case .title:
      let titles = (first.title.lowercased(), second.title.lowercased())
      if titles.0 != titles.1 { return titles.0 < titles.1 }
    }
    return first.id.utf8.lexicographicallyPrecedes(second.id.utf8)
  }
}
