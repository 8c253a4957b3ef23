import Delivery
import Foundation
import Tidings

/// How an edition is to reach its readers, found to be usable before there is one.
struct SendPlan {
  let via: Via
  let list: RecipientList
  let options: SendOptions
  let courier: CourierOptions
  let ledgerPath: String
  let clock: @Sendable () -> Date
  let check: CheckSettings
  /// What `{{reader.name}}` shows for a reader without a name.
  let readerName: String?
  let dkim: DKIMSettings
  private let transportSettings: @Sendable (_ outboxFolder: String) -> TransportSettings

  /// - Throws: what is missing or wrong in options and configuration.
  init(_ settings: Settings, options: SendOptions) throws {
    let file = settings.file
    guard let way = try file.text("send.via", given: options.via) else {
      throw CommandFailure(
        "no way out: give --via smtp://HOST:PORT or --via outbox, or set send.via")
    }
    guard let path = try file.place("send.recipients", given: options.recipients) else {
      throw CommandFailure("no readers: give --recipients FILE.csv, or set send.recipients")
    }
    via = try Via(way).with(user: file.text("send.user"))
    list = try RecipientList(path: path)
    check = try CheckSettings(file)
    self.options = options
    let secret: Secret? =
      switch via {
      case .postmark: try file.secret("send.token")
      case .smtp: try file.secret("send.password")
      case .outbox: nil
      }
    if case .postmark = via, secret == nil {
      throw CommandFailure(
        "Postmark wants its server token: set send.token to ${NAME}, or send.token-file")
    }
    let caFile = try file.place("send.ca-file", given: options.caFile)
    let allowsPlaintext = try options.allowPlaintext || file.flag("send.allow-plaintext") ?? false
    let width = try file.number("send.connections", given: options.connections) ?? 4
    let timeouts = try file.number("send.timeout", given: options.timeout).map {
      Timeouts(connect: .seconds(min($0, 30)), reply: .seconds($0))
    }
    transportSettings = { folder in
      TransportSettings(
        outboxFolder: folder, secret: secret, caFile: caFile, allowsPlaintext: allowsPlaintext,
        width: width, timeouts: timeouts)
    }
    let perSecond = try file.number("send.per-second", given: options.perSecond)
    let attempts = try file.number("send.attempts", given: options.attempts) ?? 3
    courier = CourierOptions(
      pauses: Array(Self.pauses.prefix(max(0, attempts - 1))), pace: perSecond.map(Double.init),
      retriesUnknown: options.retryUnknown, retriesRefused: options.retryRefused)
    readerName = try file.text("send.reader-name")
    dkim = try DKIMSettings(file)
    ledgerPath = settings.outbox.ledgerPath
    clock = settings.clock
    _ = try transport(outboxFolder: settings.outbox.path)
  }

  /// Before the second attempt, the third and so on, to a reader who was put off: short, since
  /// another run tries again.
  private static let pauses: [Duration] = [2, 10, 60, 300].map { .seconds($0) }

  /// The way out; nothing is connected yet.
  func transport(outboxFolder: String) throws(DeliveryFailure) -> any Transport {
    try via.transport(transportSettings(outboxFolder))
  }

  /// Looks through the whole list before anything is sent.
  /// - Throws: `CommandFailure` when it cannot be used, or names readers who cannot be written to.
  func validateList(console: Console) throws {
    let census = list.validate()
    let goesOn = options.skipInvalid && !census.isBroken
    for fault in census.faults { console.note("\(fault)", goesOn ? .warning : .error) }
    guard census.faults.isEmpty || goesOn else {
      let count = census.faults.count + census.furtherFaults
      throw CommandFailure(
        census.isBroken
          ? "the list of readers cannot be used, nothing was sent"
          : "\(count) of \(census.readers + count) readers have no valid address, nothing was sent"
            + " (--skip-invalid goes on without them)")
    }
  }

  /// A reader as templates see them.
  func named(_ recipient: Recipient) -> Recipient {
    guard let readerName, recipient.mailbox.name == nil, recipient.fields["name"] == nil else {
      return recipient
    }
    return Recipient(
      mailbox: recipient.mailbox, fields: recipient.fields.merging(["name": readerName]) { $1 })
  }
}

extension Edition {
  /// Where the window of the edition after this one begins; nil when a date of it is none.
  ///
  /// No later than it was composed, and no later than the first article that its limit left over:
  /// what this edition brought does not come again, and what it did not see must not be lost.
  var nextWindow: Date? {
    let left = articles.filter { $0.key == "overLimit" }.compactMap(\.date)
    let dates = ([window.until ?? composed, composed] + left).map {
      TimeBound.instant($0, zone: .gmt)
    }
    return dates.contains(nil) ? nil : dates.compactMap(\.self).min()
  }

  /// What the ledger keeps the deliveries of this edition under.
  ///
  /// Files in the outbox reach nobody, so they do not count as sent; an edition that is composed
  /// anew is written anew.
  func deliveries(by via: Via) -> String {
    guard via == .outbox else { return id }
    let digest = files.first { $0.name == "message.eml" }?.sha256 ?? ""
    return "\(id) outbox \(digest.prefix(12))"
  }
}
