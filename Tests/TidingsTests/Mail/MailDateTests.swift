import Foundation
import Testing

@testable import Tidings

@Suite struct MailDateTests {
  @Test(arguments: [
    (0, 0, "Thu, 01 Jan 1970 00:00:00 +0000"),
    (1_738_537_200, 3_600, "Mon, 03 Feb 2025 00:00:00 +0100"),
    (1_740_819_599, -12_600, "Sat, 01 Mar 2025 05:29:59 -0330"),
    (1_709_164_800, 45_900, "Thu, 29 Feb 2024 12:45:00 +1245"),
    (-1, 0, "Wed, 31 Dec 1969 23:59:59 +0000"),
    (0, -1_800, "Wed, 31 Dec 1969 23:30:00 -0030"),
    (0, 3_208, "Thu, 01 Jan 1970 00:53:00 +0053"),
    (-2_208_988_800, 0, "Mon, 01 Jan 1900 00:00:00 +0000"),
    (253_402_300_799, 0, "Fri, 31 Dec 9999 23:59:59 +0000"),
  ])
  func writesDates(seconds: Double, offset: Int, text: String) throws {
    let instant = Date(timeIntervalSince1970: seconds)
    #expect(try Moment(instant: instant, offset: offset, hasTime: true).mailDate() == text)
  }

  @Test func writesNoFraction() throws {
    let moment = Moment(instant: Date(timeIntervalSince1970: 59.999), offset: 0, hasTime: true)
    #expect(try moment.mailDate() == "Thu, 01 Jan 1970 00:00:59 +0000")
  }

  @Test(arguments: [
    (253_402_300_800, 0), (-2_208_988_801, 0), (253_402_300_799, 3_600), (.infinity, 0),
    (.nan, 0), (1e300, 0), (0, 90_000), (0, Int.max), (0, Int.min),
  ])
  func refusesWhatMailCannotSay(seconds: Double, offset: Int) {
    let instant = Date(timeIntervalSince1970: seconds)
    #expect(throws: MailError.self) {
      try Moment(instant: instant, offset: offset, hasTime: true).mailDate()
    }
  }
}
