import Foundation
import Testing

@testable import Tidings

@Suite struct CivilDateTests {
  /// Every 17th day or so of six centuries, against the calendar of the system.
  @Test func agreesWithTheCalendar() throws {
    var gregorian = Calendar(identifier: .iso8601)
    gregorian.timeZone = .gmt
    for step in 0..<2_000 {
      let seconds = -5_000_000_000 + step * 7_654_321
      let date = Date(timeIntervalSince1970: Double(seconds))
      let parts = gregorian.dateComponents(
        [
          .year, .month, .day, .hour, .minute, .second, .weekday, .dayOfYear, .weekOfYear,
          .yearForWeekOfYear,
        ], from: date)
      let civil = CivilDate(secondsSince1970: seconds)
      #expect(
        [civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second]
          == [parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second])
      #expect(civil.weekday + 1 == parts.weekday)
      #expect(civil.dayOfYear == parts.dayOfYear)
      #expect(civil.week.number == parts.weekOfYear)
      #expect(civil.week.year == parts.yearForWeekOfYear)
    }
  }

  @Test func isOnTheAuthorsClock() {
    let late = Moment(
      instant: Date(timeIntervalSince1970: 1_738_625_400), offset: 3_600, hasTime: true)
    #expect((late.civil.day, late.civil.hour) == (4, 0))
    #expect(late.civil(offset: 0).day == 3)
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, -1e300])
  func noInstantIsTooFar(seconds: Double) {
    let civil = Moment(
      instant: Date(timeIntervalSince1970: seconds), offset: 64_800, hasTime: true
    ).civil
    #expect((1...12).contains(civil.month) && (1...31).contains(civil.day))
  }
}
