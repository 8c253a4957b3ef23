import Foundation

/// The grammar of dates word by word: what the words of a text have told so far.
struct DateWords {
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var hour: Int?
  private var minute = 0
  private var second = 0
  private var zone: ZoneName?
  private var isAfternoon: Bool?
  /// The last two digits of a year, as RFC 822 wrote it.
  private var shortYear: Int?
  /// A number that is an hour if `am` or `pm` follows.
  private var bareHour: Int?
  private var namesMonth = false
  /// The day was eight digits, so that the time may be six.
  private var isCompact = false

  /// What the words come to.
  enum Outcome {
    case fields(DateFields)
    /// A month and no day: the fields are its first day's.
    case month(DateFields)
    case impossible
    case incomplete
  }

  /// Takes in a text that `DateText` made even; false when one of its words belongs to no date.
  mutating func take(_ text: String) -> Bool {
    var remarks: [Substring] = []
    for word in Self.words(of: text, remarks: &remarks) {
      guard take(word) else { return false }
    }
    return remarks.allSatisfy { remark in
      if zone == nil, hour != nil, let named = ZoneName(remark) { zone = named }
      // `GMT+0100 (Central European Standard Time)`, as JavaScript writes it.
      return zone != nil || DateNames.isWeekday(DateNames.folded(remark))
    }
  }

  var outcome: Outcome {
    guard let year = year ?? longYear, let month else { return .incomplete }
    guard let day else {
      guard hour == nil, zone == nil else { return .incomplete }
      return .month(DateFields(year: year, month: month, day: 1))
    }
    var fields = DateFields(year: year, month: month, day: day)
    fields.minute = minute
    fields.second = second
    fields.hour = hour
    guard bareHour == nil || hour != nil else { return .incomplete }
    if let isAfternoon {
      guard let hour else { return .incomplete }
      guard (1...12).contains(hour) else { return .impossible }
      fields.hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    switch zone {
    case .offset(let seconds): fields.offset = seconds
    case .zone(let zone): fields.zone = zone
    case .impossible: return .impossible
    case nil: break
    }
    return .fields(fields)
  }

  /// A year of two digits, in a date with a time as mail and old feeds have it (RFC 5322 4.3).
  private var longYear: Int? {
    guard let shortYear, hour != nil else { return nil }
    return shortYear < 50 ? 2_000 + shortYear : 1_900 + shortYear
  }

  /// `text` at its spaces and commas, with what stands in brackets set apart.
  private static func words(of text: String, remarks: inout [Substring]) -> [Substring] {
    var outside = text
    for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
      guard let start = outside.firstIndex(of: open),
        let end = outside[start...].firstIndex(of: close)
      else { continue }
      remarks.append(outside[outside.index(after: start)..<end])
      outside = outside[..<start] + " " + outside[outside.index(after: end)...]
    }
    return outside.split(separator: " ").flatMap { word -> [Substring] in
      // Behind a clock a comma is a decimal point (ISO 8601-1:2004 4.2.2.4).
      guard let colon = word.firstIndex(of: ":"), let comma = word[colon...].firstIndex(of: ","),
        word.index(after: comma) < word.endIndex
      else { return word.split(separator: ",") }
      return [word[..<comma] + "." + word[word.index(after: comma)...]]
    }.flatMap(atTheT)
  }

  /// `2025-02-03T10:00` taken apart at its T.
  private static func atTheT(_ word: Substring) -> [Substring] {
    guard let t = word.firstIndex(where: { $0 == "T" || $0 == "t" }), t != word.startIndex,
      word[..<t].utf8.allSatisfy({ $0.isDigit || $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }),
      word[..<t].utf8.count >= 8
    else { return [word] }
    return [word[..<t], word[word.index(after: t)...]].filter { !$0.isEmpty }
  }

  private mutating func take(_ word: Substring) -> Bool {
    if takeDay(word) || takeTime(word) || takeNumber(word) { return true }
    let folded = DateNames.folded(word)
    return takeMonth(folded) || takeHalf(folded) || takeZone(word) || DateNames.isFiller(folded)
      || DateNames.isWeekday(folded)
  }

  // MARK: Days

  /// `2025-02-03`, `2025/2/3`, `3.2.2025`, `03-Feb-2025`, `2021-03`, `20250203`.
  private mutating func takeDay(_ word: Substring) -> Bool {
    guard year == nil, month == nil, day == nil, word.utf8.first?.isDigit == true else {
      return false
    }
    if [8, 12, 14].contains(word.utf8.count), word.utf8.allSatisfy(\.isDigit),
      let compact = Int(word.prefix(8)).flatMap(ISODate.compactDay)
    {
      (year, month, day) = (compact.year, compact.month, compact.day)
      isCompact = true
      return word.utf8.count == 8 || takeTime(word.dropFirst(8))
    }
    guard let separator = word.first(where: { !$0.isNumber }), "-/.".contains(separator) else {
      return false
    }
    let parts = word.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.map(Self.number)
    let widths = parts.map(\.utf8.count)
    if parts.count == 2, separator == "-", let first = numbers[0], let second = numbers[1],
      widths == [4, 2] || widths == [4, 1]
    {
      (year, month) = (first, second)
      return true
    }
    guard parts.count == 3, let first = numbers[0], let third = numbers[2] else { return false }
    if let named = DateNames.month(DateNames.folded(parts[1])), numbers[1] == nil {
      return takeNamed(first, width: widths[0], month: named, third, width: widths[2])
    }
    guard let second = numbers[1], (1...2).contains(widths[1]) else { return false }
    if widths[0] == 4, (1...2).contains(widths[2]) {
      (year, month, day) = (first, second, third)
      return true
    }
    guard separator == ".", widths[2] == 4, (1...2).contains(widths[0]) else { return false }
    (day, month, year) = (first, second, third)
    return true
  }

  private mutating func takeNamed(
    _ first: Int, width: Int, month named: Int, _ third: Int, width lastWidth: Int
  ) -> Bool {
    switch (width, lastWidth) {
    case (4, 1...2): (year, day) = (first, third)
    case (1...2, 4): (day, year) = (first, third)
    case (1...2, 2): (day, shortYear) = (first, third)
    default: return false
    }
    month = named
    namesMonth = true
    return true
  }

  private mutating func takeMonth(_ folded: String) -> Bool {
    guard month == nil, let found = DateNames.month(folded) else { return false }
    month = found
    namesMonth = true
    return true
  }

  /// A year of four digits, a day with or without its `st`, `.`, `er`, or a year of two digits.
  private mutating func takeNumber(_ word: Substring) -> Bool {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard let value = Self.number(digits) else { return false }
    let suffix = word[digits.endIndex...].lowercased()
    guard ["", "st", "nd", "rd", "th", ".", "er", "º", "°"].contains(suffix) else { return false }
    switch digits.utf8.count {
    case 4 where year == nil && shortYear == nil && suffix.isEmpty: year = value
    case 1...2 where day == nil && (year == nil || namesMonth): day = value
    case 2 where year == nil && shortYear == nil && namesMonth && suffix.isEmpty: shortYear = value
    case 1...2 where hour == nil && bareHour == nil && suffix.isEmpty: bareHour = value
    default: return false
    }
    return true
  }

  // MARK: Times

  /// `9:30`, `09:30:15.250Z`, `09:30+01:00`, `9pm`, `21h30`, and after eight digits `213015`.
  private mutating func takeTime(_ word: Substring) -> Bool {
    guard hour == nil, word.utf8.first?.isDigit == true else { return false }
    let clock = word.prefix { ($0.isASCII && $0.isNumber) || $0 == ":" || $0 == "." }
    let rest = word[clock.endIndex...]
    if !clock.contains(":") { return takeHour(clock, rest) }
    // A colon typed twice is one: `10::00` is ten o'clock.
    var parts = clock.split(separator: ":", omittingEmptySubsequences: true)
    if let last = parts.popLast() { parts.append(last.prefix { $0 != "." }) }
    let numbers = parts.compactMap(Self.number)
    guard (2...3).contains(parts.count), numbers.count == parts.count,
      parts.allSatisfy({ $0.utf8.count <= 2 }), takeSuffix(rest)
    else { return false }
    (hour, minute, second) = (numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
    return true
  }

  /// An hour without a colon.
  private mutating func takeHour(_ clock: Substring, _ rest: Substring) -> Bool {
    guard let value = Self.number(clock) else { return false }
    let letter = rest.first?.lowercased()
    if isCompact, clock.utf8.count == 4 || clock.utf8.count == 6, takeSuffix(rest) {
      let seconds = clock.utf8.count == 6
      (hour, minute) = seconds ? (value / 10_000, value / 100 % 100) : (value / 100, value % 100)
      second = seconds ? value % 100 : 0
      return true
    }
    guard clock.utf8.count <= 2 else { return false }
    if letter == "h", rest.dropFirst().utf8.count == 2, let minutes = Self.number(rest.dropFirst())
    {
      (hour, minute) = (value, minutes)
      return true
    }
    guard letter == "a" || letter == "p", takeSuffix(rest) else { return false }
    hour = value
    return true
  }

  /// What is written at a time without a space: `pm`, `h`, or a zone.
  private mutating func takeSuffix(_ rest: Substring) -> Bool {
    let folded = DateNames.folded(rest)
    switch folded {
    case "", "h": return true
    case "am", "pm":
      guard isAfternoon == nil else { return false }
      isAfternoon = folded == "pm"
      return true
    default: return takeZone(rest)
    }
  }

  /// `am`, `p.m.`, `p. m.`; before the hour too, as East Asia writes it.
  private mutating func takeHalf(_ folded: String) -> Bool {
    if hour == nil, ["am", "pm", "a", "p"].contains(folded) { hour = bareHour }
    switch folded {
    case "am", "pm":
      guard isAfternoon == nil else { return false }
      isAfternoon = folded == "pm"
    case "p" where hour != nil && isAfternoon == nil: isAfternoon = true
    case "a" where hour != nil && isAfternoon == nil && day != nil && year != nil:
      isAfternoon = false
    case "m" where isAfternoon != nil: break
    default: return false
    }
    return true
  }

  /// The abbreviation that Go writes behind an offset says the same again.
  private mutating func takeZone(_ word: Substring) -> Bool {
    guard let named = ZoneName(word) else { return false }
    if zone == nil {
      zone = named
      return true
    }
    return word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// The value of ASCII digits and nothing else.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int(text)
  }
}
