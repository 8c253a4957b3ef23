import Foundation

extension Moment {
  /// The date as RFC 5322 3.3 writes it: `Mon, 03 Feb 2025 00:00:00 +0100`.
  ///
  /// An offset's seconds, which mail cannot say, move the clock instead: the instant stays the same.
  ///
  /// - Throws: `MailError.date` outside the years 1900 to 9999 or 18 hours of UTC.
  func mailDate() throws(MailError) -> String {
    let minutes = offset / 60
    let seconds = instant.timeIntervalSince1970
    let years = -2_208_988_800.0..<253_402_300_800.0
    guard abs(minutes) <= 18 * 60, years.contains(seconds + Double(minutes * 60)) else {
      throw .date("\(seconds) seconds after 1970 at an offset of \(offset) seconds")
    }
    let civil = civil(offset: minutes * 60)
    let weekday = EnglishDate.weekdays[civil.weekday].prefix(3)
    let month = EnglishDate.months[civil.month - 1].prefix(3)
    let date = "\(weekday), \(digits(civil.day)) \(month) \(civil.year)"
    let clock = "\(digits(civil.hour)):\(digits(civil.minute)):\(digits(civil.second))"
    let zone = abs(minutes)
    return "\(date) \(clock) \(minutes < 0 ? "-" : "+")\(digits(zone / 60))\(digits(zone % 60))"
  }

  private func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
