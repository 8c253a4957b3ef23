public import Foundation

/// A date as its author wrote it: an instant, its zone's offset, and whether a time was given.
///
/// A date without a time stands for its whole day, which begins at `instant`, or for its whole
/// month.
public struct Moment: Sendable, Hashable {
  public let instant: Date
  /// Seconds east of UTC, within 18 hours either way.
  public let offset: Int
  public let hasTime: Bool
  /// The day is not known: `instant` is the first of the month.
  public let isMonth: Bool

  public init(instant: Date, offset: Int, hasTime: Bool, isMonth: Bool = false) {
    self.instant = instant
    self.offset = offset
    self.hasTime = hasTime
    self.isMonth = isMonth
  }

  /// The end of what this date covers: the next midnight for a whole day, the next month's first
  /// one for a month, the instant itself else.
  public var end: Date {
    guard isMonth else { return hasTime ? instant : instant.addingTimeInterval(86_400) }
    let (year, month) = (civil.year, civil.month)
    let next = CivilDay(
      year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    return Date(timeIntervalSince1970: Double(next.days * 86_400 - offset))
  }

  /// Year, month, day, hour, minute and second on the author's own calendar and clock.
  public var components: DateComponents {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: offset) ?? .gmt
    return calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second, .weekday, .dayOfYear], from: instant)
  }
}

extension Moment {
  /// What the author's own calendar and clock showed, in the years 1 to 9999.
  public struct Civil: Sendable, Hashable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int
    public let second: Int
  }

  /// The same as `components`, by integers alone, and on the Gregorian calendar before 1582 too
  /// (ISO 8601-1:2004 3.2.1).
  public var civil: Civil {
    let local = instant.timeIntervalSince1970.rounded(.down) + Double(offset)
    // Years 1 to 9999; a number that is none counts as 1970.
    let seconds = local.isNaN ? 0 : Int(min(max(local, -62_135_596_800), 253_402_300_799))
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let date = CivilDay(days: days)
    let time = seconds - days * 86_400
    return Civil(
      year: date.year, month: date.month, day: date.day,
      hour: time / 3_600, minute: time / 60 % 60, second: time % 60)
  }

  /// `2025-02-03`, on the author's own calendar.
  public var day: String {
    let civil = civil
    return String(unsafeUninitializedCapacity: 10) { Self.write(civil, to: $0) }
  }

  /// Ten ASCII characters.
  private static func write(_ date: Civil, to text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    write(date.year / 100, to: text, at: 0)
    write(date.year % 100, to: text, at: 2)
    text[4] = UInt8(ascii: "-")
    write(date.month, to: text, at: 5)
    text[7] = UInt8(ascii: "-")
    write(date.day, to: text, at: 8)
    return 10
  }

  /// Two digits.
  private static func write(
    _ number: Int, to text: UnsafeMutableBufferPointer<UInt8>, at place: Int
  ) {
    text[place] = 0x30 + UInt8(number / 10 % 10)
    text[place + 1] = 0x30 + UInt8(number % 10)
  }
}

extension Moment: CustomStringConvertible {
  /// ISO 8601 with offset, to the second: `2025-02-03T00:00:00+01:00`, `…Z` for UTC.
  public var description: String {
    let civil = civil
    let offset = offset
    return String(unsafeUninitializedCapacity: 28) { text in
      var end = Self.write(civil, to: text)
      text[end] = UInt8(ascii: "T")
      Self.write(civil.hour, to: text, at: end + 1)
      text[end + 3] = UInt8(ascii: ":")
      Self.write(civil.minute, to: text, at: end + 4)
      text[end + 6] = UInt8(ascii: ":")
      Self.write(civil.second, to: text, at: end + 7)
      end += 9
      guard offset != 0 else {
        text[end] = UInt8(ascii: "Z")
        return end + 1
      }
      let distance = abs(offset)
      text[end] = UInt8(ascii: offset < 0 ? "-" : "+")
      Self.write(distance / 3_600, to: text, at: end + 1)
      text[end + 3] = UInt8(ascii: ":")
      Self.write(distance / 60 % 60, to: text, at: end + 4)
      guard distance % 60 != 0 else { return end + 6 }
      text[end + 6] = UInt8(ascii: ":")
      Self.write(distance % 60, to: text, at: end + 7)
      return end + 9
    }
  }
}
