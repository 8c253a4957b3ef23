import Foundation

/// Reads the dates that people write in front matter, file names and sentences.
///
/// A date without a zone is in `zone`; one without a time is the whole day there.
struct DateReader: Sendable {
  let zone: TimeZone

  /// What a text is, read as a date.
  enum Reading: Hashable {
    case date(Moment)
    /// Shaped like a date that no calendar has, such as 2017-02-29.
    case impossible
    case noDate
  }

  /// Reads `text` as one date and nothing else.
  func read(_ text: String) -> Reading {
    let cleaned = text.map { $0.isWhitespace ? " " : $0 }
    let trimmed = String(cleaned).trimmingCharacters(in: .whitespaces)
    guard trimmed.utf8.count <= 64, !trimmed.isEmpty else { return .noDate }
    if let seconds = epochSeconds(trimmed) {
      return .date(Moment(instant: Date(timeIntervalSince1970: seconds), offset: 0, hasTime: true))
    }
    var fields = Fields()
    for token in tokens(of: trimmed) {
      guard fields.take(token) else { return .noDate }
    }
    return moment(fields)
  }

  /// The date that a path's part begins with, such as `2025-02-11-title`, and what follows it.
  func readPrefix(_ name: Substring) -> (reading: Reading, rest: Substring)? {
    let day = name.prefix(10)
    guard day.utf8.count == 10,
      numericDate(day.split(separator: day.dropFirst(4).first ?? "-")) != nil,
      day.dropFirst(4).first == day.dropFirst(7).first,
      "-_.".contains(day.dropFirst(4).first ?? " ")
    else { return nil }
    let after = name.dropFirst(10)
    guard after.isEmpty || "-_. T".contains(after.first ?? " ") else { return nil }
    let reading = read(String(day.map { $0 == "_" || $0 == "." ? "-" : $0 }))
    return (reading, after.drop { "-_. ".contains($0) })
  }

  /// Ten digits are seconds since 1970, thirteen are milliseconds.
  private func epochSeconds(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Double(text)
    else { return nil }
    switch text.utf8.count {
    case 10: return number
    case 13: return number / 1_000
    default: return nil
    }
  }

  /// `text` at its spaces and commas, with `2025-02-03T10:00` taken apart at its T.
  private func tokens(of text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "," }.flatMap { token -> [Substring] in
      guard let t = token.firstIndex(where: { $0 == "T" || $0 == "t" }), t != token.startIndex,
        token[token.startIndex].isNumber, token[..<t].contains("-")
      else { return [token] }
      return [token[..<t], token[token.index(after: t)...]].filter { !$0.isEmpty }
    }
  }

  private func moment(_ fields: Fields) -> Reading {
    guard let year = fields.year, let month = fields.month, let day = fields.day else {
      return .noDate
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    var hour = fields.hour ?? 0
    if let isAfternoon = fields.isAfternoon {
      guard (1...12).contains(hour) else { return .impossible }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    let components = DateComponents(
      calendar: calendar, timeZone: .gmt, year: year, month: month, day: day, hour: hour,
      minute: fields.minute ?? 0, second: min(fields.second ?? 0, 59))
    guard (1...9_999).contains(year), components.isValidDate,
      let asUTC = calendar.date(from: components)
    else { return .impossible }
    let offset = fields.offset ?? offsetInZone(localTime: asUTC)
    return .date(
      Moment(
        instant: asUTC.addingTimeInterval(-Double(offset)), offset: offset,
        hasTime: fields.hour != nil))
  }

  /// The zone's offset at a local time; a time that a clock change skips takes the offset before it.
  private func offsetInZone(localTime: Date) -> Int {
    let guess = zone.secondsFromGMT(for: localTime)
    let before = zone.secondsFromGMT(for: localTime.addingTimeInterval(-Double(guess)))
    return zone.secondsFromGMT(for: localTime.addingTimeInterval(-Double(before))) == before
      ? before : guess
  }
}

/// Year, month and day of `2025-02-03`, `2025/2/3` or `2025.02.03`, already split.
private func numericDate(_ parts: [Substring]) -> (year: Int, month: Int, day: Int)? {
  guard parts.count == 3, parts[0].utf8.count == 4,
    (1...2).contains(parts[1].utf8.count), (1...2).contains(parts[2].utf8.count),
    let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
  else { return nil }
  return (year, month, day)
}

/// The value of ASCII digits and nothing else.
private func number(_ text: some StringProtocol) -> Int? {
  guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
    return nil
  }
  return Int(text)
}

/// What the tokens of a date have told so far.
private struct Fields {
  var year: Int?
  var month: Int?
  var day: Int?
  var hour: Int?
  var minute: Int?
  var second: Int?
  var offset: Int?
  var isAfternoon: Bool?

  /// Takes one token in; false when it belongs to no date.
  mutating func take(_ token: Substring) -> Bool {
    takeDate(token) || takeTime(token) || takeWord(token) || takeNumber(token)
  }

  private mutating func takeDate(_ token: Substring) -> Bool {
    guard year == nil, month == nil, let separator = token.first(where: { !$0.isNumber }),
      "-/.".contains(separator), let parts = numericDate(token.split(separator: separator))
    else { return false }
    (year, month, day) = parts
    return true
  }

  /// `9:30`, `09:30:15.250Z`, `09:30+01:00`, or a zone's offset alone.
  private mutating func takeTime(_ token: Substring) -> Bool {
    if let zone = zoneOffset(token), hour != nil, offset == nil {
      offset = zone
      return true
    }
    guard hour == nil, token.first?.isNumber == true, token.contains(":") else { return false }
    let clock = token.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let rest = token[clock.endIndex...]
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = number(parts[0]), let minute = number(parts[1]),
      let second = parts.count == 3 ? number(parts[2].prefix { $0 != "." }) : 0
    else { return false }
    if rest.lowercased() == "am" || rest.lowercased() == "pm" {
      isAfternoon = rest.lowercased() == "pm"
    } else if !rest.isEmpty {
      guard let zone = zoneOffset(rest) else { return false }
      offset = zone
    }
    (self.hour, self.minute, self.second) = (hour, minute, second)
    return true
  }

  private mutating func takeWord(_ token: Substring) -> Bool {
    let word = token.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: "."))
    if month == nil, let found = Self.month(word) {
      month = found
      return true
    }
    if word == "am" || word == "pm", hour != nil, isAfternoon == nil {
      isAfternoon = word == "pm"
      return true
    }
    if word == "at" || word == "of" || word == "de" { return true }
    return word.count >= 3
      && Self.weekdays.contains { $0.hasPrefix(word) || (word.count >= 3 && word.hasPrefix($0)) }
  }

  /// A year of four digits or a day with or without its `st`, `nd`, `rd`, `th`.
  private mutating func takeNumber(_ token: Substring) -> Bool {
    let digits = token.prefix { $0.isNumber }
    guard let value = number(digits), !digits.isEmpty else { return false }
    let suffix = token[digits.endIndex...].lowercased()
    guard suffix.isEmpty || ["st", "nd", "rd", "th", "."].contains(suffix) else { return false }
    if digits.utf8.count == 4, year == nil, suffix.isEmpty {
      year = value
    } else if digits.utf8.count <= 2, day == nil {
      day = value
    } else {
      return false
    }
    return true
  }

  /// Seconds east of UTC of `Z`, `UTC`, `+01:00`, `-0500`, `UTC+2`; nil for another token.
  private func zoneOffset(_ token: Substring) -> Int? {
    var text = token.uppercased()
    if let known = Self.zones[text] { return known * 3_600 }
    for name in ["UTC", "GMT"] where text.hasPrefix(name) { text.removeFirst(3) }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().split(separator: ":").joined()
    guard let value = number(digits), (1...4).contains(digits.utf8.count) else { return nil }
    let (hours, minutes) = digits.utf8.count <= 2 ? (value, 0) : (value / 100, value % 100)
    guard hours <= 18, minutes < 60 else { return nil }
    return (hours * 3_600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    for names in months {
      if let index = names.firstIndex(where: {
        $0 == word || (word.count <= 4 && $0.hasPrefix(word))
      }) {
        return index + 1
      }
    }
    return nil
  }

  private static let months = [
    "january february march april may june july august september october november december",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Hours east of UTC of the abbreviations that mean one thing only (RFC 5322 4.3, and Europe's).
  private static let zones = [
    "Z": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "CET": 1, "CEST": 2,
  ]
}
