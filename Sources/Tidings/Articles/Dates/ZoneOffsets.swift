import Foundation

/// A time zone's offsets at local times, from a table of its clock changes from 1970 to 2100.
///
/// A time that a clock change skips or repeats takes the offset before the change (RFC 5545 3.3.5).
struct ZoneOffsets: Sendable {
  private let zone: TimeZone
  /// Local seconds since 1970 from which on the offset after a change holds for certain.
  private let starts: [Int]
  /// Seconds east of UTC: before the first change, then after each.
  private let offsets: [Int]

  init(_ zone: TimeZone) {
    self.zone = zone
    var instant = Date(timeIntervalSince1970: Double(Self.first))
    var offsets = [zone.secondsFromGMT(for: instant)]
    var starts: [Int] = []
    while let next = zone.nextDaylightSavingTimeTransition(after: instant), next > instant,
      next.timeIntervalSince1970 < Double(Self.last)
    {
      let before = offsets[offsets.count - 1]
      let after = zone.secondsFromGMT(for: next)
      instant = next
      guard after != before else { continue }
      starts.append(Int(next.timeIntervalSince1970) + max(before, after))
      offsets.append(after)
    }
    self.starts = starts
    self.offsets = offsets
  }

  /// Seconds east of UTC at a local time, given as if it were UTC, in seconds since 1970.
  func offset(atLocal local: Int) -> Int {
    guard local > Self.first + 86_400, local < Self.last - 86_400 else {
      return Self.offset(of: zone, atLocal: local)
    }
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= local { low = middle + 1 } else { high = middle }
    }
    return offsets[low]
  }

  /// The same by asking the zone itself.
  static func offset(of zone: TimeZone, atLocal local: Int) -> Int {
    func offset(_ seconds: Int) -> Int {
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
    let before = offset(local - 86_400)
    let after = offset(local + 86_400)
    let isAfter = offset(local - before) != before && offset(local - after) == after
    return isAfter ? after : before
  }

  private static let first = 0
  /// 2100-01-01.
  private static let last = 4_102_444_800
}
