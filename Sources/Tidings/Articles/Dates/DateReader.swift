import Foundation

/// Reads the dates that people write in front matter, file names and sentences.
///
/// A date without a zone is in `zone`; one without a time is the whole day there. A time that a
/// clock change skips or repeats takes the offset before the change. What may be two days, such as
/// 5/6/2025, is no date.
struct DateReader: Sendable {
  let zone: TimeZone
  private let offsets: ZoneOffsets

  init(zone: TimeZone) {
    self.zone = zone
    offsets = ZoneOffsets(zone)
  }

  /// What a text is, read as a date.
  enum Reading: Hashable {
    case date(Moment)
    /// Shaped like a date that no calendar has, such as 2017-02-29.
    case impossible
    case noDate
  }

  /// Reads `text` as one date and nothing else.
  func read(_ text: String) -> Reading {
    if let fields = ISODate.fields(text.utf8.span) { return reading(of: fields) }
    return readWords(text)
  }

  /// Reads UTF-8 as one date and nothing else.
  func read(_ bytes: Span<UInt8>) -> Reading {
    if let fields = ISODate.fields(bytes) { return reading(of: fields) }
    guard bytes.count <= DateText.mostBytes else { return .noDate }
    return readWords(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }

  /// The same by the grammar of all forms alone.
  func readWords(_ text: String) -> Reading {
    guard let text = DateText.folded(text) else { return .noDate }
    if let seconds = Self.epochSeconds(text) {
      return .date(Moment(instant: Date(timeIntervalSince1970: seconds), offset: 0, hasTime: true))
    }
    var words = DateWords()
    guard words.take(text) else { return .noDate }
    switch words.outcome {
    case .fields(let fields): return reading(of: fields)
    case .impossible: return .impossible
    case .month, .incomplete: return .noDate
    }
  }

  /// The month that `text` names, such as `March 2021`, as its first day; nil for another text.
  func readMonth(_ text: String) -> Moment? {
    var words = DateWords()
    guard let text = DateText.folded(text), words.take(text),
      case .month(let fields) = words.outcome,
      let local = fields.localSeconds
    else { return nil }
    let offset = offsets.offset(atLocal: local)
    return Moment(
      instant: Date(timeIntervalSince1970: Double(local - offset)), offset: offset, hasTime: false,
      isMonth: true)
  }

  /// The date that a path's part in UTF-8 begins with, such as `2025-02-11-title`, and where the
  /// rest begins.
  func readPrefix(_ name: Span<UInt8>) -> (reading: Reading, restStart: Int)? {
    let fields: DateFields
    var at: Int
    if let found = ISODate.day(name, from: 0, separators: [45, 95, 46]) {
      (fields, at) = found
    } else if name.count >= 8, let found = ISODate.compactDay(name.extracting(0..<8)) {
      (fields, at) = (found, 8)
    } else {
      return nil
    }
    guard at == name.count || Self.ends(name[at]) || name[at] == UInt8(ascii: "T") else {
      return nil
    }
    while at < name.count, Self.ends(name[at]) { at += 1 }
    return (reading(of: fields), at)
  }

  /// What may stand between a name's date and the rest: `-`, `_`, `.` and a space.
  private static func ends(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x20
  }

  private func reading(of fields: DateFields) -> Reading {
    guard let local = fields.localSeconds else { return .impossible }
    let offset =
      fields.offset ?? fields.zone.map { ZoneOffsets.offset(of: $0, atLocal: local) }
      ?? offsets.offset(atLocal: local)
    return .date(
      Moment(
        instant: Date(timeIntervalSince1970: Double(local - offset)), offset: offset,
        hasTime: fields.hour != nil))
  }

  /// Ten digits are seconds since 1970, thirteen are milliseconds; seconds may have a fraction.
  private static func epochSeconds(_ text: String) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) && !$0.isEmpty }),
      let number = Double(text)
    else { return nil }
    switch (parts[0].utf8.count, parts.count) {
    case (10, _): return number
    case (13, 1): return number / 1_000
    default: return nil
    }
  }
}
