import Foundation
import Testing

@testable import Tidings

/// The fast ways to a date tell the same as the slow ones.
@Suite struct DateAgreementTests {
  static let zones = [
    "UTC", "Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
    "America/Sao_Paulo", "Pacific/Apia", "Africa/Casablanca",
  ]

  @Test(arguments: zones)
  func bytesAndWordsAgree(name: String) throws {
    let reader = DateReader(zone: try #require(TimeZone(identifier: name)))
    var random = SeededGenerator(seed: name.utf8.reduce(7) { $0 &* 31 &+ Int($1) })
    for _ in 0..<2_000 {
      let text = Self.text(&random)
      #expect(reader.read(text) == reader.readWords(text), "'\(text)' in \(name)")
    }
  }

  /// A date of a common form, now and then impossible.
  private static func text(_ random: inout SeededGenerator) -> String {
    func number(_ range: ClosedRange<Int>, width: Int) -> String {
      let text = String(Int.random(in: range, using: &random))
      return Bool.random(using: &random)
        ? text : String(repeating: "0", count: max(0, width - text.count)) + text
    }
    func pick(_ all: [String]) -> String { all.randomElement(using: &random) ?? "" }
    let separator = pick(["-", "/", ".", "-"])
    let year = String(Int.random(in: 1_950...2_120, using: &random))
    let day = [year, number(1...13, width: 2), number(1...31, width: 2)]
      .joined(separator: separator)
    let seconds = pick(["", ":\(Int.random(in: 10...60, using: &random))", ":05.25"])
    let clock =
      "\(number(0...24, width: 2)):\(Int.random(in: 10...60, using: &random))\(seconds)"
    let zone = pick(["", "Z", " Z", "+01:00", " -0530", " UTC", "+02", "-03:00", " gmt", " +1800"])
    return pick([day, day + "T" + clock + zone, day + " " + clock + zone, " " + day + "  " + clock])
  }

  /// Around every clock change, and every few days between, the table tells what the zone tells.
  @Test(arguments: zones)
  func offsetsAreTheZones(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let offsets = ZoneOffsets(zone)
    var local = -200_000
    while local < 4_102_500_000 {
      #expect(
        offsets.offset(atLocal: local) == ZoneOffsets.offset(of: zone, atLocal: local),
        "\(local) in \(name)")
      local += 263_171
    }
    var instant = Date(timeIntervalSince1970: 0)
    while let change = zone.nextDaylightSavingTimeTransition(after: instant),
      change.timeIntervalSince1970 < 4_000_000_000
    {
      let second = Int(change.timeIntervalSince1970) + zone.secondsFromGMT(for: change)
      for local in stride(from: second - 9_000, through: second + 9_000, by: 900) {
        #expect(
          offsets.offset(atLocal: local) == ZoneOffsets.offset(of: zone, atLocal: local),
          "\(local) in \(name)")
      }
      instant = change
    }
  }

  /// Every instant that a zone's clock shows once is found again.
  @Test(arguments: zones)
  func localTimesComeBack(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let reader = DateReader(zone: zone)
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let seconds = Int.random(in: 0...4_000_000_000, using: &random)
      let instant = Date(timeIntervalSince1970: Double(seconds))
      let moment = Moment(
        instant: instant, offset: zone.secondsFromGMT(for: instant), hasTime: true)
      #expect(reader.read(moment.description) == .date(moment))
    }
  }

  /// Integer arithmetic tells what Foundation's calendar and format tell, from 1583 on.
  @Test func momentsAreFoundations() {
    var random = SeededGenerator(seed: 5)
    for turn in 0..<2_000 {
      let seconds = Double.random(in: -12_212_553_600...253_402_300_000, using: &random)
      let near = Double.random(in: -4_000_000_000...8_000_000_000, using: &random)
      let offset = [0, 3_600, -18_000, 20_700, -2_205, 50_400, -43_200, 20][turn % 8]
      let moment = Moment(
        instant: Date(timeIntervalSince1970: turn % 3 == 0 ? seconds : near), offset: offset,
        hasTime: true)
      #expect(moment.description == Self.description(moment))
      #expect(moment.day == String(moment.description.prefix(10)))
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = TimeZone(secondsFromGMT: offset) ?? .gmt
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second], from: moment.instant)
      let civil = moment.civil
      #expect(
        [civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second]
          == [parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second])
    }
  }

  private static func description(_ moment: Moment) -> String {
    let zone = TimeZone(secondsFromGMT: moment.offset) ?? .gmt
    return moment.instant.formatted(
      Date.ISO8601FormatStyle(timeZone: zone)
        .year().month().day().dateSeparator(.dash)
        .time(includingFractionalSeconds: false).timeSeparator(.colon)
        .timeZone(separator: .colon))
  }

  @Test func everyDayIsTheNextOfItsYesterday() {
    var previous = CivilDay(days: -719_163)
    for days in stride(from: -719_162, through: 2_932_896, by: 1) {
      let day = CivilDay(days: days)
      let follows =
        day.day == previous.day + 1 && day.month == previous.month && day.year == previous.year
        || day.day == 1
          && !CivilDay(
            year: previous.year, month: previous.month, day: previous.day + 1
          ).exists
      if !day.exists || day.days != days || !follows { Issue.record("\(days): \(day)") }
      previous = day
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
  func noInstantIsTooFar(seconds: Double) {
    let moment = Moment(
      instant: Date(timeIntervalSince1970: seconds), offset: 3_600, hasTime: true)
    #expect(moment.day.utf8.count == 10)
  }

  /// Whatever the bytes are, they are read without harm.
  @Test func randomBytesAreHarmless() {
    let reader = DateReader(zone: .gmt)
    let pieces = [
      "2025", "-", "02", "03", "T", ":", "10", "+", "Z", " ", "年", "月", "日", "(", ")", "[", "]",
      "/", ".", "Feb", "de", "PM", ",", "\u{A0}", "é", "99999999999999999999", "時", "分",
    ].map { Array($0.utf8) }
    var random = SeededGenerator(seed: 3)
    for _ in 0..<5_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
      }
      if !bytes.isEmpty, Bool.random(using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(reader.read(bytes.span) == reader.read(text))
      _ = reader.readPrefix(bytes.span)
      _ = reader.readMonth(text)
    }
  }
}
