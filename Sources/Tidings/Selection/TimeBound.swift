public import Foundation

/// One end of a window as a person writes it.
public enum TimeBound: Sendable, Hashable {
  /// So many seconds before now.
  case ago(TimeInterval)
  case date(Moment)
  /// Where the last edition that went out ended.
  case lastEdition

  /// Reads `7d`, `36h`, `2w`, a date, a date with time, or `last-edition`.
  /// - Throws: `TimeBoundError` for any other text.
  public init(_ text: String, zone: TimeZone) throws(TimeBoundError) {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    if trimmed == "last-edition" {
      self = .lastEdition
    } else if let unit = trimmed.last.flatMap({ Self.units[$0] }),
      let count = Int(trimmed.dropLast()), (0...100_000).contains(count)
    {
      self = .ago(unit * Double(count))
    } else if case .date(let moment) = DateReader(zone: zone).read(trimmed) {
      self = .date(moment)
    } else {
      throw TimeBoundError(text: text)
    }
  }

  /// The instant at which a window that begins here begins; nil for a first edition.
  public func start(now: Date, lastEdition: Date?) -> Date? {
    switch self {
    case .ago(let seconds): now.addingTimeInterval(-seconds)
    case .date(let moment): moment.instant
    case .lastEdition: lastEdition
    }
  }

  /// The instant at which a window that ends here ends: a whole day belongs to it.
  public func end(now: Date, lastEdition: Date?) -> Date? {
    if case .date(let moment) = self { return moment.end }
    return start(now: now, lastEdition: lastEdition)
  }

  /// The instant that a date and time name, such as `2025-03-01T09:00:00Z`; nil for other texts.
  public static func instant(_ text: String, zone: TimeZone) -> Date? {
    guard case .date(let moment) = DateReader(zone: zone).read(text) else { return nil }
    return moment.instant
  }

  private static let units: [Character: TimeInterval] = [
    "h": 3_600, "d": 86_400, "w": 7 * 86_400,
  ]
}

/// A text that names no end of a window.
public struct TimeBoundError: Error, Hashable {
  public let text: String
}

extension TimeBoundError: CustomStringConvertible {
  public var description: String {
    "'\(text)' is no point in time, expected 7d, 36h, 2w, a date such as 2025-02-01, or last-edition"
  }
}
