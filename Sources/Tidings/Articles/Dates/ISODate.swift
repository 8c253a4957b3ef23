/// Dates as machines write them, read from bytes without a detour through `String`.
///
/// `2025-02-03`, `2025-2-3T10:20`, `2025/02/03 10:20:30.5 +01:00` and their kin (ISO 8601,
/// RFC 3339, YAML 1.1, TOML).
enum ISODate {
  /// The fields of `bytes`; nil for every other form, and for what needs a second look.
  static func fields(_ bytes: Span<UInt8>) -> DateFields? {
    var end = bytes.count
    while end > 0, isSpace(bytes[end - 1]) { end -= 1 }
    var at = 0
    while at < end, isSpace(bytes[at]) { at += 1 }
    guard let found = day(bytes, from: at, separators: [45, 47, 46]) else { return nil }
    var fields = found.fields
    at = found.end
    guard at < end else { return at == end ? fields : nil }
    guard bytes[at] | 0x20 == UInt8(ascii: "t") || isSpace(bytes[at]) else { return nil }
    at += 1
    while at < end, isSpace(bytes[at]) { at += 1 }
    guard let hour = number(bytes, &at, end: end, digits: 1...2), colon(bytes, &at, end: end),
      let minute = number(bytes, &at, end: end, digits: 2...2)
    else { return nil }
    fields.hour = hour
    fields.minute = minute
    if colon(bytes, &at, end: end) {
      guard let second = number(bytes, &at, end: end, digits: 2...2) else { return nil }
      fields.second = second
      if at < end, bytes[at] == UInt8(ascii: ".") {
        at += 1
        guard number(bytes, &at, end: end, digits: 1...9) != nil else { return nil }
      }
    }
    while at < end, isSpace(bytes[at]) { at += 1 }
    guard at < end else { return fields }
    guard let offset = offset(bytes, from: at, to: end) else { return nil }
    fields.offset = offset
    return fields
  }

  /// Year, month and day between two equal separators, and where they end.
  static func day(
    _ bytes: Span<UInt8>, from start: Int, separators: [3 of UInt8]
  ) -> (fields: DateFields, end: Int)? {
    var at = start
    guard let year = number(bytes, &at, end: bytes.count, digits: 4...4), at < bytes.count,
      case let separator = bytes[at],
      separator == separators[0] || separator == separators[1] || separator == separators[2]
    else { return nil }
    at += 1
    guard let month = number(bytes, &at, end: bytes.count, digits: 1...2), at < bytes.count,
      bytes[at] == separator
    else { return nil }
    at += 1
    guard let day = number(bytes, &at, end: bytes.count, digits: 1...2) else { return nil }
    return (DateFields(year: year, month: month, day: day), at)
  }

  /// Eight digits, such as `20250203`.
  static func compactDay(_ bytes: Span<UInt8>) -> DateFields? {
    var at = 0
    guard let value = number(bytes, &at, end: bytes.count, digits: 8...8) else { return nil }
    return compactDay(value)
  }

  /// The day that eight digits say; nil for a number that is shaped like no day of our time.
  static func compactDay(_ value: Int) -> DateFields? {
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
    guard (1_900...2_199).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    return DateFields(year: year, month: month, day: day)
  }

  /// `Z`, `UTC`, `GMT`, `+01:00`, `-0500`, `+01`, to the end of the text.
  private static func offset(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var at = start
    let first = bytes[at]
    if first | 0x20 == UInt8(ascii: "z") { return at + 1 == end ? 0 : nil }
    if end - at == 3 {
      let word = (first & 0xDF, bytes[at + 1] & 0xDF, bytes[at + 2] & 0xDF)
      if word == (0x55, 0x54, 0x43) || word == (0x47, 0x4D, 0x54) { return 0 }
    }
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { return nil }
    at += 1
    guard let hours = number(bytes, &at, end: end, digits: 2...2, mayGoOn: true) else {
      return nil
    }
    var minutes = 0
    if at < end {
      _ = colon(bytes, &at, end: end)
      guard let found = number(bytes, &at, end: end, digits: 2...2) else { return nil }
      minutes = found
    }
    guard at == end, hours < 18, minutes < 60 else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    return first == UInt8(ascii: "-") ? -seconds : seconds
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func colon(_ bytes: Span<UInt8>, _ at: inout Int, end: Int) -> Bool {
    guard at < end, bytes[at] == UInt8(ascii: ":") else { return false }
    at += 1
    return true
  }

  /// The number at `at`, which moves behind it; nil when it has fewer or more digits.
  private static func number(
    _ bytes: Span<UInt8>, _ at: inout Int, end: Int, digits: ClosedRange<Int>,
    mayGoOn: Bool = false
  ) -> Int? {
    var value = 0
    var count = 0
    while at + count < end, case let digit = bytes[at + count] &- 0x30, digit <= 9 {
      if count == digits.upperBound {
        guard mayGoOn else { return nil }
        break
      }
      value = value * 10 + Int(digit)
      count += 1
    }
    guard count >= digits.lowerBound else { return nil }
    at += count
    return value
  }
}
