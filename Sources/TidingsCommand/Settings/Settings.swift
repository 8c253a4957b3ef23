import Delivery
import Foundation
import Tidings

/// What every run goes by: the configuration, the clock and the outbox.
struct Settings {
  let file: SettingsFile
  /// Read once for the whole run.
  let now: Date
  /// What the ledger notes times by: `--now` stands still, and otherwise time goes on.
  let clock: @Sendable () -> Date
  let zone: TimeZone
  /// `now` on the clocks of `zone`.
  var moment: Moment { Moment(instant: now, offset: zone.secondsFromGMT(for: now), hasTime: true) }
  /// The zone is the user's own choice, which goes before what a site says.
  let isZoneGiven: Bool
  let outbox: Outbox
  /// Results and diagnostics are printed as JSON.
  let json: Bool

  /// What can always be deleted: it lies beside the outbox, for what is in there counts.
  var cache: String {
    URL(filePath: outbox.path).deletingLastPathComponent().path + "/.tidings"
  }

  static let defaultFile = "tidings.yml"

  /// The options of the command line go before the configuration, that before the defaults.
  /// - Throws: `SettingsError` for a configuration or an option that cannot be used.
  init(_ common: CommonOptions, timeZone: String? = nil) throws(SettingsError) {
    let environment = ProcessInfo.processInfo.environment
    if let path = common.config {
      file = try SettingsFile(path: path, environment: environment)
    } else if FileManager.default.fileExists(atPath: Self.defaultFile) {
      file = try SettingsFile(path: Self.defaultFile, environment: environment)
    } else {
      file = .none
    }
    let given = try file.text("newsletter.time-zone", given: timeZone)
    isZoneGiven = given != nil
    let name = given ?? "UTC"
    guard let zone = TimeZone(identifier: name) else {
      throw file.error(
        "newsletter.time-zone", isOption: timeZone != nil,
        "'\(name)' is no time zone, expected one such as UTC or Europe/Lisbon")
    }
    self.zone = zone
    if let text = common.now {
      guard let now = TimeBound.instant(text, zone: zone) else {
        throw SettingsError("--now is '\(text)', expected a time such as 2025-03-01T09:00:00Z")
      }
      self.now = now
      clock = { now }
    } else {
      now = Clock.now
      clock = { Clock.now }
    }
    outbox = Outbox(path: try file.place("outbox", given: common.outbox) ?? "outbox")
    json = common.json
  }
}
