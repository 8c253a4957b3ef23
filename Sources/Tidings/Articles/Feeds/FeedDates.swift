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
    if let last = tokens.last, tokens.count > 3, Self.isMilitary(last) {
      tokens[tokens.count - 1] = "+0000"
    }
    return reader.read(tokens.joined(separator: " "))
  }

  /// `03-Feb-25` (RFC 850) as its three parts, so that its year is filled up like others.
  private static func parts(_ token: String) -> [String] {
    let parts = token.split(separator: "-").map(String.init)
    guard parts.count == 3, isNumber(parts[0], 1...2), parts[1].allSatisfy(\.isLetter) else {
      return [token]
    }
    return parts
  }

  /// RFC 5322 4.3: two digits below 50 are of this century, others and three digits of the last.
  ///
  /// Elsewhere three digits are no year, and two are one only beside a time.
  private static func fullYear(_ text: String) -> String {
    guard isNumber(text, 2...3), let year = Int(text) else { return text }
    return String(text.count == 2 && year < 50 ? 2_000 + year : 1_900 + year)
  }

  private static func isNumber(_ text: String, _ digits: ClosedRange<Int>) -> Bool {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit)
  }

  /// The letters of the military, which mean nothing (RFC 5322 4.3); J was never one.
  private static func isMilitary(_ zone: String) -> Bool {
    zone.utf8.count == 1 && zone.utf8.allSatisfy(\.isLetter) && zone.lowercased() != "j"
  }
}
