import Delivery
import Foundation
import Logging
import Tidings

/// Takes a frozen edition to its readers: what `send` and `run` share.
struct Sending {
  let frozen: FrozenEdition
  let ledger: Ledger
  let via: Via
  let transport: any Transport
  let list: RecipientList
  let options: SendOptions
  let courier: CourierOptions
  let console: Console
  let json: Bool

  init(
    _ frozen: FrozenEdition, settings: Settings, options: SendOptions, console: Console
  ) throws {
    self.frozen = frozen
    self.options = options
    self.console = console
    json = settings.json
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
    let secret =
      switch via {
      case .postmark: try file.secret("send.token")
      case .smtp, .outbox: try file.secret("send.password")
      }
    if case .postmark = via, secret == nil {
      throw CommandFailure(
        "Postmark wants its server token: set send.token to ${NAME}, or send.token-file")
    }
    let timeout = try file.number("send.timeout", given: options.timeout)
    transport = try via.transport(
      TransportSettings(
        outboxFolder: frozen.path + "/mail", secret: secret,
        caFile: try file.place("send.ca-file", given: options.caFile),
        allowsPlaintext: try options.allowPlaintext || file.flag("send.allow-plaintext") ?? false,
        width: try file.number("send.connections", given: options.connections) ?? 4,
        timeouts: timeout.map {
          Timeouts(connect: .seconds(min($0, 30)), reply: .seconds($0))
        }))
    let perSecond = try file.number("send.per-second", given: options.perSecond)
    let attempts = try file.number("send.attempts", given: options.attempts)
    courier = CourierOptions(
      pauses: Array(Self.pauses.prefix(attempts.map { $0 - 1 } ?? 2)),
      pace: perSecond.map(Double.init), retriesUnknown: options.retryUnknown,
      retriesRefused: options.retryRefused)
    ledger = try Ledger(path: settings.outbox.ledgerPath) { Clock.now }
  }

  /// Before the second attempt, the third and so on, to a reader who was put off.
  private static let pauses: [Duration] = [15, 120, 600, 1_800].map { .seconds($0) }

  /// Nothing leaves this machine: the outbox, or a server on loopback.
  var isRehearsal: Bool { via.isLocal }

  /// What the ledger keeps the deliveries under.
  ///
  /// Files in the outbox reach nobody, so they do not count as sent; an edition that is composed
  /// anew is written anew.
  private var ledgerKey: String {
    guard via == .outbox else { return frozen.edition.id }
    let digest = frozen.edition.files.first { $0.name == "message.eml" }?.sha256 ?? ""
    return "\(frozen.edition.id) outbox \(digest.prefix(12))"
  }

  /// Sends to all who do not have it yet.
  ///
  /// - Returns: how it ended, when nothing stood in the way of starting.
  func send(asRun: Bool = false) async throws -> ExitStatus {
    try check(strictly: asRun)
    try validateList()
    let goesOut = via != .outbox || asRun
    if goesOut { try recordEdition() }
    let report = try await deliver()
    if goesOut {
      if report.stop == nil, report.counts.notTried == 0 {
        try ledger.finishEdition(frozen.edition.id)
      }
      try ledger.withdrawIfUnsent(frozen.edition.id, deliveries: ledgerKey)
    }
    await transport.close()
    return show(report)
  }

  // MARK: Before

  private func check(strictly: Bool) throws {
    let errors = frozen.preflight.errors
    guard !errors.isEmpty else { return }
    let goesOn = options.despiteErrors || (isRehearsal && !strictly)
    for finding in errors { console.note("\(goesOn ? "warning" : "error"): \(finding)") }
    if !goesOn {
      throw CommandFailure(
        "the check of '\(frozen.edition.id)' failed, nothing was sent (--despite-errors sends it all the same)",
        status: .inPart)
    }
  }

  private func validateList() throws {
    let census = list.validate()
    for fault in census.faults {
      console.note("\(options.skipInvalid && !census.isBroken ? "warning" : "error"): \(fault)")
    }
    guard census.faults.isEmpty || (options.skipInvalid && !census.isBroken) else {
      let count = census.faults.count + census.furtherFaults
      throw CommandFailure(
        census.isBroken
          ? "the list of readers cannot be used, nothing was sent"
          : "\(count) of \(census.readers + count) readers have no valid address, nothing was sent"
            + " (--skip-invalid goes on without them)")
    }
  }

  private func recordEdition() throws {
    let edition = frozen.edition
    let end = edition.window.until ?? edition.composed
    guard let bound = TimeBound.instant(end, zone: .gmt) else {
      throw CommandFailure(
        "\(frozen.path)/edition.json: '\(end)' is no date, compose the edition again")
    }
    try ledger.recordEdition(
      EditionRecord(
        id: edition.id, number: edition.number, windowEnd: bound,
        articles: edition.picked.map(\.id)))
  }

  // MARK: Delivering

  private func deliver() async throws -> DeliveryReport {
    let message = try frozen.message()
    let encoder = try MessageEncoder(message)
    let wantsParts = if case .postmark = via { true } else { false }
    let console = console
    let key = ledgerKey
    let courier = Courier(
      transport: transport, ledger: ledger, options: courier, logger: Self.logger(console))
    let list = list
    let work = Task {
      try await courier.send(
        key, to: list,
        composing: { recipient in
          try Parcel(message, encoder: encoder, recipient: recipient, parts: wantsParts)
        },
        progress: { counts in
          console.progress(
            "\(counts.accepted) sent, \(counts.refused + counts.deferred + counts.unknown) failed, \(counts.alreadySent) had it"
          )
        })
    }
    let signals = Interruption { work.cancel() }
    defer {
      signals.end()
      console.endProgress()
    }
    return try await work.value
  }

  private static func logger(_ console: Console) -> Logger {
    Logger(label: "tidings") { _ in ConsoleLog(console: console) }
  }

  // MARK: After

  private func show(_ report: DeliveryReport) -> ExitStatus {
    let counts = report.counts
    if json {
      console.print(
        StableJSON.data(
          ReportDocument(
            edition: frozen.edition.id, via: via.description, counts: counts,
            failures: report.failures, stop: report.stop?.description)))
    } else {
      console.print(
        """
        edition   \(frozen.edition.id)
        via       \(via)
        sent      \(counts.accepted)
        had it    \(counts.alreadySent)
        refused   \(counts.refused)
        deferred  \(counts.deferred)
        unknown   \(counts.unknown)
        doubles   \(counts.duplicates)
        skipped   \(counts.skipped)
        not tried \(counts.notTried)
        """)
    }
    for failure in report.failures {
      console.note("\(failure.kind.rawValue): \(failure.address): \(failure.words)")
    }
    if report.furtherFailures > 0 {
      console.note("and \(report.furtherFailures) more, 'tidings status' lists them")
    }
    if let stop = report.stop { console.note("error: \(stop)") }
    if !report.isComplete { return .inPart }
    if counts.accepted == 0 {
      console.note("nothing to send: every reader has '\(frozen.edition.id)' already")
      return .nothing
    }
    return .done
  }

  private struct ReportDocument: Encodable {
    let edition: String
    let via: String
    let counts: DeliveryReport.Counts
    let failures: [DeliveryReport.Failure]
    let stop: String?
  }
}
