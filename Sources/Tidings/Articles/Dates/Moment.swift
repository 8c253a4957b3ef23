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

  /// The end of what this date covers: 24 hours after its start for a whole day, the next month's
  /// first midnight for a month, the instant itself else.
  public var end: Date {
    guard isMonth else { return hasTime ? instant : instant.addingTimeInterval(86_400) }
    let (year, month) = (civil.year, civil.month)
    let next = CivilDay(
      year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    return Date(timeIntervalSince1970: Double(next.days * 86_400 - offset))
  }
}

extension Moment {
  /// `2025-02-03`, on the author's own calendar.
  public var day: String {
    let civil = civil
    return String(unsafeUninitializedCapacity: 10) { Self.write(civil, to: $0) }
  }

  /// Ten ASCII characters.
  private static func write(_ date: CivilDate, to text: UnsafeMutableBufferPointer<UInt8>) -> Int {
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

extension Moment {
  /// An ISO 8601 date, with or without a time; nil for any other text.
  public init?(iso text: String) {
    guard case .date(let moment) = DateReader(zone: .gmt).read(text) else { return nil }
    self = moment
  }
}
