import Foundation

/// What a text says of a date, not yet checked against calendar and clock.
struct DateFields {
  var year: Int
  var month: Int
  var day: Int
  /// Nil for a date without a time.
  var hour: Int?
  var minute = 0
  var second = 0
  /// Seconds east of UTC; nil where the text gives none.
  var offset: Int?
  /// The zone that the text names in place of an offset.
  var zone: TimeZone?

  /// Seconds since 1970 as if it were UTC; nil for what no calendar or clock shows.
  ///
  /// 24:00:00 is the next midnight (ISO 8601-1:2004 4.2.3), and a leap second the one before it.
  var localSeconds: Int? {
    let date = CivilDay(year: year, month: month, day: day)
    let hour = hour ?? 0
    guard date.exists, (0...24).contains(hour), (0...59).contains(minute),
      (0...60).contains(second), hour < 24 || (minute == 0 && second == 0)
    else { return nil }
    return date.days * 86_400 + hour * 3_600 + minute * 60 + min(second, 59)
  }
}
