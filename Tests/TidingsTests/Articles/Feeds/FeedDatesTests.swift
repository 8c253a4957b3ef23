import Foundation
import Testing

@testable import Tidings

@Suite struct FeedDatesTests {
  @Test(arguments: [
    ("Mon, 03 Feb 2025 10:00:00 +0100", "2025-02-03T10:00:00+01:00"),
    ("Fri, 03 Feb 2025 10:00:00 GMT", "2025-02-03T10:00:00Z"),
    ("Mo., 3 Feb 2025 10:00:00 GMT", "2025-02-03T10:00:00Z"),
    ("Mon,03 Feb 2025 10:00:00 GMT", "2025-02-03T10:00:00Z"),
    ("3 Feb 2025 10:00 GMT", "2025-02-03T10:00:00Z"),
    ("03 Feb 25 10:00:00 UT", "2025-02-03T10:00:00Z"),
    ("03 Feb 99 10:00:00 EST", "1999-02-03T10:00:00-05:00"),
    ("03 Feb 102 10:00:00 Z", "2002-02-03T10:00:00Z"),
    ("Monday, 03-Feb-25 10:00:00 PDT", "2025-02-03T10:00:00-07:00"),
    ("03-Feb-25", "2025-02-03T00:00:00-02:00"),
    ("03-Feb-102 10:00:00 Z", "2002-02-03T10:00:00Z"),
    ("Mon, 03 February 2025 10:00:00 +01:00", "2025-02-03T10:00:00+01:00"),
    ("Mon, 03 Feb 2025 10:00:00 +0100 (CET)", "2025-02-03T10:00:00+01:00"),
    ("Mon, 03 Feb 2025 10:00:00 AEST", "2025-02-03T10:00:00+10:00"),
    ("Mon, 03 Feb 2025 10:00:00 ACST", "2025-02-03T10:00:00+09:30"),
    ("Mon, 03 Feb 2025 10:00:00 K", "2025-02-03T10:00:00Z"),
    ("Mon, 03 Feb 2025 10:00:00 GMT+0200", "2025-02-03T10:00:00+02:00"),
    ("\n Mon, 03 Feb 2025\t10:00:00 GMT ", "2025-02-03T10:00:00Z"),
    ("2025-02-03T10:00:00Z", "2025-02-03T10:00:00Z"),
    ("2025-02-03t10:00:00.5z", "2025-02-03T10:00:00Z"),
    ("2025-02-03T10:00:00-0330", "2025-02-03T10:00:00-03:30"),
    ("2025-02-03T10:00:00", "2025-02-03T10:00:00-02:00"),
    ("2025-02-03", "2025-02-03T00:00:00-02:00"),
    ("Mon, 03 Feb 2025", "2025-02-03T00:00:00-02:00"),
  ])
  func reads(text: String, date: String) throws {
    let zone = try #require(TimeZone(secondsFromGMT: -7_200))
    let reading = FeedDates(reader: DateReader(zone: zone)).read(text)
    guard case .date(let moment) = reading else {
      Issue.record("\(text) is \(reading)")
      return
    }
    #expect(moment.description == date)
  }

  @Test(arguments: [
    ("", DateReader.Reading.noDate), ("soon", .noDate), ("Mon, 03 Feb", .noDate),
    ("30 Feb 2025 10:00:00 GMT", .impossible), ("2025-13-01T00:00:00Z", .impossible),
    ("03 Feb 2025 10:00:00 IST", .noDate), ("(((((((", .noDate), (",,,,", .noDate),
    ("03 Feb 2025 10:00:00 +99999999999999999999", .noDate),
    ("99999999999999999999 Feb 2025", .noDate),
    (String(repeating: "1 ", count: 50_000), .noDate),
  ])
  func refuses(text: String, reading: DateReader.Reading) {
    #expect(FeedDates(reader: DateReader(zone: .gmt)).read(text) == reading)
  }
}
