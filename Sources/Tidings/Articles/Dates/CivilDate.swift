import Foundation

/// A day and a time on the Gregorian calendar, which ISO 8601 extends to all years, by integer
/// arithmetic alone.
///
/// Foundation's calendar costs microseconds a date, which a folder of 100,000 articles would feel.
struct CivilDate: Hashable, Sendable {
  let year: Int
  /// From 1 to 12.
  let month: Int
  /// From 1 to 31.
  let day: Int
  /// 0 is Sunday.
  let weekday: Int
  /// From 1 to 366.
  let dayOfYear: Int
  let hour: Int
  let minute: Int
  let second: Int

  /// The date that is `seconds` after 1970 began, on the same clock.
  init(secondsSince1970 seconds: Int) {
    let days = seconds.flooredQuotient(by: 86_400)
    let time = seconds - days * 86_400
    let date = CivilDay(days: days)
    (year, month, day) = (date.year, date.month, date.day)
    weekday = days + 4 - (days + 4).flooredQuotient(by: 7) * 7
    dayOfYear = days - CivilDay(year: date.year, month: 1, day: 1).days + 1
    hour = time / 3_600
    minute = time % 3_600 / 60
    second = time % 60
  }

  /// The week and the year that it belongs to (ISO 8601): weeks begin on Monday, and the first one
  /// holds the year's first Thursday.
  var week: (year: Int, number: Int) {
    let fromMonday = (weekday + 6) % 7
    let number = (dayOfYear - 1 - fromMonday + 10) / 7
    if number < 1 { return (year - 1, Self.weeks(in: year - 1)) }
    return number > Self.weeks(in: year) ? (year + 1, 1) : (year, number)
  }

  /// 53 in a year that begins or ends on a Thursday, else 52.
  private static func weeks(in year: Int) -> Int {
    func lastWeekday(_ year: Int) -> Int {
      let days =
        year + year.flooredQuotient(by: 4) - year.flooredQuotient(by: 100)
        + year.flooredQuotient(by: 400)
      return days - days.flooredQuotient(by: 7) * 7
    }
    return lastWeekday(year) == 4 || lastWeekday(year - 1) == 3 ? 53 : 52
  }
}

extension Moment {
  /// The date on the author's own calendar and clock.
  var civil: CivilDate { civil(offset: offset) }

  /// The date that a site in `zone` shows: a time is on the zone's clock, a whole day and a site
  /// without a zone keep the author's.
  func civil(in zone: TimeZone?) -> CivilDate {
    guard let zone, hasTime else { return civil }
    return civil(offset: zone.secondsFromGMT(for: instant))
  }

  /// The date on a clock that is `offset` seconds east of UTC.
  func civil(offset: Int) -> CivilDate {
    // Years 1 to 9999; a number that is none counts as 1970.
    let local = instant.timeIntervalSince1970.rounded(.down) + Double(offset)
    let seconds = local.isNaN ? 0 : Int(min(max(local, -62_135_596_800), 253_402_300_799))
    return CivilDate(secondsSince1970: seconds)
  }
}

extension Int {
  /// The quotient rounded down, also below zero; `divisor` is positive.
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self - 1) / divisor) - 1
  }
}
