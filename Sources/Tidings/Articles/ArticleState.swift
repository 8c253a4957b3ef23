import Foundation

/// What an article's author says of when it may go out.
struct ArticleState {
  let isRedirect: Bool
  let isDraft: Bool
  let date: Moment?
  let embargo: Moment?
  let expiry: Moment?

  func state(at now: Date) -> Article.State {
    if isRedirect { return .redirect }
    if isDraft { return .draft }
    if let expiry, expiry.instant <= now { return .expired }
    guard let date else { return .undated }
    return max(date.instant, embargo?.instant ?? date.instant) > now ? .scheduled : .published
  }
}
