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
    if let minutes = Self.minutes[text] {
      self = .offset(minutes * 60)
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
    byte.isLetter || byte.isDigit || byte == 0x2F || byte == 0x5F
      || byte == 0x2B || byte == 0x2D
  }

  /// Minutes east of UTC of the abbreviations of RFC 5322 4.3, of those that are one place's alone
  /// in the time zone database, and of German ones: `IST` is India's, Israel's and Ireland's.
  private static let minutes = [
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600,
    "NST": -210, "NDT": -150, "AST": -240, "ADT": -180, "BRT": -180, "WET": 0, "WEST": 60,
    "BST": 60, "CET": 60, "CEST": 120, "MET": 60, "MEST": 120, "MEZ": 60, "MESZ": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "HKT": 480, "SGT": 480, "AWST": 480, "JST": 540, "KST": 540,
    "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
  ]
}
