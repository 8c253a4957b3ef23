import Foundation

/// Reads the dates of feeds: RFC 822 with all that is done to it, and RFC 3339.
struct FeedDates {
  let reader: DateReader

  func read(_ text: String) -> DateReader.Reading {
    let comment = text.firstIndex(of: "(") ?? text.endIndex
    var tokens = text[..<comment].split { $0.isWhitespace || $0 == "," }.map(String.init)
    // The day of the week says nothing that the date does not, and is often wrong or translated.
    if tokens.count > 3, tokens[0].allSatisfy({ $0.isLetter || $0 == "." }),
      tokens[1].first?.isNumber == true
    {
      tokens.removeFirst()
    }
    tokens = tokens.flatMap(Self.parts)
    if tokens.count > 2, Self.isNumber(tokens[0], 1...2), tokens[1].contains(where: \.isLetter) {
      tokens[2] = Self.fullYear(tokens[2])
    }
    if let last = tokens.last, tokens.count > 3 {
      tokens[tokens.count - 1] = Self.offset(of: last.uppercased()) ?? last
    }
    return reader.read(tokens.joined(separator: " "))
  }

  /// `03-Feb-25` (RFC 850) as its three parts.
  private static func parts(_ token: String) -> [String] {
    let parts = token.split(separator: "-").map(String.init)
    guard parts.count == 3, isNumber(parts[0], 1...2), parts[1].allSatisfy(\.isLetter) else {
      return [token]
    }
    return parts
  }

  /// RFC 5322 4.3: two digits below 50 are of this century, others and three digits of the last.
  private static func fullYear(_ text: String) -> String {
    guard isNumber(text, 2...3), let year = Int(text) else { return text }
    return String(text.count == 2 && year < 50 ? 2_000 + year : 1_900 + year)
  }

  private static func isNumber(_ text: String, _ digits: ClosedRange<Int>) -> Bool {
    digits.contains(text.utf8.count)
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Of the names that `DateReader` leaves alone; the military ones mean nothing, RFC 5322 4.3.
  private static func offset(of zone: String) -> String? {
    if zone.utf8.count == 1, zone != "J", zone.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      return "+0000"
    }
    return zones[zone]
  }

  private static let zones = [
    "UT": "+0000", "WET": "+0000", "WEST": "+0100", "BST": "+0100", "MET": "+0100",
    "MEZ": "+0100", "MEST": "+0200", "MESZ": "+0200", "EET": "+0200", "EEST": "+0300",
    "MSK": "+0300", "SGT": "+0800", "HKT": "+0800", "AWST": "+0800", "JST": "+0900",
    "KST": "+0900", "ACST": "+0930", "ACDT": "+1030", "AEST": "+1000", "AEDT": "+1100",
    "NZST": "+1200", "NZDT": "+1300", "AKST": "-0900", "AKDT": "-0800", "HST": "-1000",
    "BRT": "-0300", "NST": "-0330", "NDT": "-0230", "AST": "-0400", "ADT": "-0300",
  ]
}
