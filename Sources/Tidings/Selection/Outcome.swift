/// What became of one article, and why.
public struct Outcome: Sendable, Hashable {
  public let article: Article
  public let reason: Reason

  public var isPicked: Bool { reason.isPicked }
}

/// Why an article was picked or left.
public enum Reason: Sendable, Hashable {
  /// With those of its tags that were asked for.
  case picked(tags: [String])
  case state(Article.State, Moment?)
  case tagMissing([String])
  case tagExcluded(String)
  case beforeWindow(Moment)
  case afterWindow(Moment)
  case otherLanguage(String?)
  /// Of an article that is picked, by its path.
  case translation(of: String)
  /// Another source's copy of an article that is picked, by its path.
  case double(of: String)
  case notAPost(Article.Kind)
  case alreadySent
  case overLimit(Int)

  var isPicked: Bool {
    if case .picked = self { true } else { false }
  }

  /// The key under which a summary counts it; stable.
  public var key: String {
    switch self {
    case .picked: "picked"
    case .state(let state, _): state.rawValue
    case .tagMissing: "tagMissing"
    case .tagExcluded: "tagExcluded"
    case .beforeWindow: "beforeWindow"
    case .afterWindow: "afterWindow"
    case .otherLanguage: "otherLanguage"
    case .translation: "translation"
    case .double: "double"
    case .notAPost: "notAPost"
    case .alreadySent: "alreadySent"
    case .overLimit: "overLimit"
    }
  }
}

extension Reason: CustomStringConvertible {
  /// One clause for a person, such as `dated 2025-01-20, before the window`.
  public var description: String {
    switch self {
    case .picked(let tags):
      tags.isEmpty
        ? "published, within the window"
        : "published, within the window, tagged \(tags.joined(separator: ", "))"
    case .state(.draft, _): "a draft"
    case .state(.scheduled, let date): "scheduled for \(date?.day ?? "later")"
    case .state(.expired, _): "past its expiry date"
    case .state(.undated, _): "no date that can be read in front matter, file name, path or text"
    case .state(.redirect, _): "only redirects to another page"
    case .state(.published, _): "published, which was not asked for"
    case .tagMissing(let tags):
      tags.count == 1
        ? "not tagged \(tags[0])" : "tagged none of \(tags.joined(separator: ", "))"
    case .tagExcluded(let tag): "tagged \(tag), which is left out"
    case .beforeWindow(let date): "dated \(date.day), before the window"
    case .afterWindow(let date): "dated \(date.day), after the window"
    case .otherLanguage(let language): "written in another language: \(language ?? "unknown")"
    case .translation(let path): "a translation of \(path), which is picked"
    case .double(let path): "another source's copy of \(path), which is picked"
    case .notAPost(.section): "describes its folder, and is no post"
    case .notAPost(.readme): "speaks of its folder or project, and is no post"
    case .notAPost(.template): "a template that waits to be filled in"
    case .notAPost(.page): "a page of the site, and no post"
    case .notAPost(.post): "no post"
    case .alreadySent: "went out in an earlier edition"
    case .overLimit(let limit): "beyond the limit of \(limit)"
    }
  }

}

extension Reason {
  /// Counts by key as `2 undated, 1 before the window`, the most frequent first.
  public static func inWords(_ counts: [String: Int]) -> String {
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ordered.isEmpty
      ? "none" : ordered.map { "\($0.value) \(words[$0.key] ?? $0.key)" }.joined(separator: ", ")
  }

  private static let words = [
    "published": "published", "draft": "draft", "scheduled": "scheduled", "expired": "expired",
    "undated": "undated", "redirect": "redirect", "tagMissing": "without the tags",
    "tagExcluded": "with an excluded tag", "beforeWindow": "before the window",
    "afterWindow": "after the window", "otherLanguage": "in another language",
    "translation": "in another translation", "double": "in two sources",
    "notAPost": "that are no posts",
    "alreadySent": "sent earlier", "overLimit": "beyond the limit",
  ]
}
