import Foundation
import Testing

@testable import Tidings

@Suite struct DateReaderTests {
  let lisbon = DateReader(zone: TimeZone(identifier: "Europe/Lisbon") ?? .gmt)
  let newYork = DateReader(zone: TimeZone(identifier: "America/New_York") ?? .gmt)

  @Test(arguments: [
    ("2025-02-03", "2025-02-03T00:00:00Z"),
    ("2025-2-3", "2025-02-03T00:00:00Z"),
    ("2025/02/03", "2025-02-03T00:00:00Z"),
    ("2025-02-03T10:20:30Z", "2025-02-03T10:20:30Z"),
    ("2025-02-03T10:20:30.250Z", "2025-02-03T10:20:30Z"),
    ("2025-02-03 10:20", "2025-02-03T10:20:00Z"),
    ("2025-02-03 10:20:30 +0000", "2025-02-03T10:20:30Z"),
    ("2025-02-03T10:20:30-05:00", "2025-02-03T10:20:30-05:00"),
    ("2025-02-03 10:20:30 -0500", "2025-02-03T10:20:30-05:00"),
    ("2025-02-03 10:20:30 UTC+02:00", "2025-02-03T10:20:30+02:00"),
    ("2025-02-03\u{A0}10:20", "2025-02-03T10:20:00Z"),
    ("Feb 14 2025", "2025-02-14T00:00:00Z"),
    ("February 3, 2025", "2025-02-03T00:00:00Z"),
    ("3 February 2025", "2025-02-03T00:00:00Z"),
    ("July 23rd, 2022", "2022-07-23T00:00:00+01:00"),
    ("Sept 17, 2020", "2020-09-17T00:00:00+01:00"),
    ("Fri, 03 Jan 2025 11:21:31 +0100", "2025-01-03T11:21:31+01:00"),
    ("Fri Sep  3 11:21:31 CEST 2021", "2021-09-03T11:21:31+02:00"),
    ("June 27, 2023 9:32 PM", "2023-06-27T21:32:00+01:00"),
    ("4 de fevereiro de 2025", "2025-02-04T00:00:00Z"),
    ("1738540800", "2025-02-03T00:00:00Z"),
    ("1738540800000", "2025-02-03T00:00:00Z"),
  ])
  func reads(text: String, expected: String) {
    guard case .date(let moment) = lisbon.read(text) else {
      Issue.record("'\(text)' is read as \(lisbon.read(text))")
      return
    }
    #expect(moment.description == expected)
  }

  @Test(arguments: [
    "2017-02-29", "2025-13-01", "2025-00-10", "2025-02-03 25:00", "February 30, 2025",
  ])
  func findsImpossibleDays(text: String) {
    #expect(lisbon.read(text) == .impossible)
  }

  @Test(arguments: [
    "", "soon", "5/6", "10::00", "2025", "2025-02", "monday", "12", "{{date}}",
    "2025-02-03 and then",
    "99999999999999999999", "2025-02-03T", "١٢٣٤-٠١-٠١", String(repeating: "1", count: 1_000),
  ])
  func findsNoDate(text: String) {
    if case .date(let moment) = lisbon.read(text), text != "2025-02-03T" {
      Issue.record("'\(text)' is read as \(moment)")
    }
    #expect(lisbon.read("2025-02-03T") == lisbon.read("2025-02-03"))
  }

  @Test func takesTheZoneWhereNoneIsGiven() {
    #expect(newYork.read("2025-07-01 08:00") == newYork.read("2025-07-01 08:00 -04:00"))
    #expect(newYork.read("2025-01-15 08:00") == newYork.read("2025-01-15 08:00 -05:00"))
  }

  @Test func aDateWithoutTimeCoversItsDay() throws {
    guard case .date(let day) = newYork.read("2025-02-03") else {
      Issue.record("no date")
      return
    }
    #expect(!day.hasTime)
    #expect(day.end.timeIntervalSince(day.instant) == 86_400)
  }

  @Test(arguments: [
    ("2025-02-11-flour", "2025-02-11", "flour"), ("2025_02_11_flour", "2025-02-11", "flour"),
    ("2025-02-11", "2025-02-11", ""),
  ])
  func readsPrefixes(name: String, date: String, rest: String) throws {
    let found = try #require(lisbon.readPrefix(name[...]))
    guard case .date(let moment) = found.reading else {
      Issue.record("\(found.reading)")
      return
    }
    #expect(moment.description.hasPrefix(date))
    #expect(found.rest == rest)
  }

  @Test(arguments: [
    "2025-02-1x", "20250211-flour", "release-2025-02-11", "2025-02-110", "1234567890",
  ])
  func findsNoPrefix(name: String) {
    #expect(lisbon.readPrefix(name[...]) == nil)
  }
}
