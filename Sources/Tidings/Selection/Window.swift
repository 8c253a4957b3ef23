public import Foundation

/// The span of time that an edition covers: from `since`, inclusive, to `until`, exclusive.
public struct Window: Sendable, Hashable {
  public let since: Date?
  public let until: Date?

  public init(since: Date?, until: Date?) {
    self.since = since
    self.until = until
  }

  /// Where a date lies; one without a time lies inside when any part of its day does.
  func place(of date: Moment) -> Place {
    if let since, date.hasTime ? date.instant < since : date.end <= since { return .before }
    if let until, date.instant >= until { return .after }
    return .inside
  }

  enum Place {
    case before
    case inside
    case after
  }
}
