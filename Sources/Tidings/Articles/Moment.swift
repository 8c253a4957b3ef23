public import Foundation

/// A date as its author wrote it: an instant, its zone's offset, and whether a time was given.
///
/// A date without a time stands for its whole day, which begins at `instant`.
public struct Moment: Sendable, Hashable {
  public let instant: Date
  /// Seconds east of UTC, within 18 hours either way.
  public let offset: Int
  public let hasTime: Bool

  public init(instant: Date, offset: Int, hasTime: Bool) {
    self.instant = instant
    self.offset = offset
    self.hasTime = hasTime
  }

  /// The end of what this date covers: the next midnight for a whole day, the instant itself else.
  public var end: Date { hasTime ? instant : instant.addingTimeInterval(86_400) }

  /// Year, month, day, hour, minute and second on the author's own calendar and clock.
  public var components: DateComponents {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: offset) ?? .gmt
    return calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second, .weekday, .dayOfYear], from: instant)
  }
}

extension Moment {
  /// `2025-02-03`, on the author's own calendar.
  public var day: String { String(description.prefix(10)) }
}

extension Moment: CustomStringConvertible {
  /// ISO 8601 with offset, to the second: `2025-02-03T00:00:00+01:00`, `…Z` for UTC.
  public var description: String {
    let zone = TimeZone(secondsFromGMT: offset) ?? .gmt
    return instant.formatted(
      Date.ISO8601FormatStyle(timeZone: zone)
        .year().month().day().dateSeparator(.dash)
        .time(includingFractionalSeconds: false).timeSeparator(.colon)
        .timeZone(separator: .colon))
  }
}
