import Foundation

/// What stands behind a time: an offset, an abbreviation, or a zone's name.
enum ZoneName {
  /// Seconds east of UTC.
  case offset(Int)
  /// Of the time zone database, such as `Europe/Lisbon`.
  case zone(TimeZone)
  /// Shaped like an offset that no place has, such as `+25:00`.
  case impossible

  /// `Z`, `UTC`, `+01:00`, `-0500`, `UTC+2`, `CEST`, `America/New_York`; nil for another word.
  init?(_ word: some StringProtocol) {
    var text = word.uppercased()
    if let hours = Self.hours[text] {
      self = .offset(hours * 3_600)
      return
    }
    if word.contains("/") {
      guard word.utf8.allSatisfy(Self.isNameByte), let zone = TimeZone(identifier: String(word))
      else { return nil }
      self = .zone(zone)
      return
    }
    for name in ["UTC", "GMT"] where text.hasPrefix(name) { text.removeFirst(3) }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit) }),
      case let digits = parts.joined(), digits.utf8.count <= 4, let value = Int(digits)
    else { return nil }
    let isHourAlone = digits.utf8.count <= 2
    let (hours, minutes) = isHourAlone ? (value, 0) : (value / 100, value % 100)
    let seconds = hours * 3_600 + minutes * 60
    guard seconds <= 18 * 3_600, minutes < 60 else {
      self = .impossible
      return
    }
    self = .offset(sign == "-" ? -seconds : seconds)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte.isDigit || byte == 0x2F || byte == 0x5F
      || byte == 0x2B || byte == 0x2D
  }

  /// Hours east of UTC of the abbreviations that mean one thing only (RFC 5322 4.3, and others of
  /// one place): `IST` is India's, Israel's and Ireland's.
  private static let hours = [
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
    "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "BRT": -3, "WET": 0,
    "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "HKT": 8, "SGT": 8,
    "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
  ]
}
