import Delivery
import Foundation
import Logging
import Tidings

/// Takes a frozen edition to its readers: what `send` and `run` share.
struct Sending {
  let frozen: FrozenEdition
  let plan: SendPlan
  let transport: any Transport
  let ledger: Ledger
  let console: Console

  /// - Throws: when the ledger cannot be opened, or the way out is not to be had.
  init(_ frozen: FrozenEdition, plan: SendPlan, console: Console) throws {
    self.frozen = frozen
    self.plan = plan
    self.console = console
    transport = try plan.transport(outboxFolder: frozen.path + "/mail")
    ledger = try Ledger(path: plan.ledgerPath, clock: plan.clock)
  }

  private var ledgerKey: String { frozen.edition.deliveries(by: plan.via) }

  /// Sends to all who do not have it yet.
  ///
  /// - Returns: how it ended, when nothing stood in the way of starting.
  func send(asRun: Bool = false) async throws -> SendReport {
    try check(strictly: asRun)
    let message = try frozen.message()
    let encoder = try MessageEncoder(message, signers: try signers(for: message))
    try validateFields(encoder)
    let goesOut = plan.via != .outbox || asRun
    if goesOut { try recordEdition() }
    let report = try await deliver(message, encoder)
    if goesOut {
      if report.stop == nil, report.counts.notTried == 0 {
        try ledger.finishEdition(frozen.edition.id)
      }
      try ledger.withdrawIfUnsent(frozen.edition.id, deliveries: ledgerKey)
    }
    await transport.close()
    tell(report)
    return SendReport(frozen.edition.id, via: plan.via, report)
  }

  // MARK: Before

  private func check(strictly: Bool) throws {
    let errors = plan.check.preflight(of: frozen).errors
    guard !errors.isEmpty else { return }
    let goesOn = plan.options.despiteErrors || (plan.via.isRehearsal && !strictly)
    for finding in errors { console.note("\(finding)", goesOn ? .warning : .error) }
    if !goesOn {
      throw CommandFailure(
        "the check of '\(frozen.edition.id)' failed, nothing was sent (--despite-errors sends it all the same)",
        status: .inPart)
    }
  }

  /// Looks up what the message shows of each reader, so that a lack is found before the first is sent.
  private func validateFields(_ encoder: MessageEncoder) throws {
    var lacking = 0
    for case .success(let recipient) in plan.list {
      do throws(MailError) {
        _ = try encoder.fields(for: plan.named(recipient))
      } catch {
        lacking += 1
        let severity: Console.Severity = plan.options.skipInvalid ? .warning : .error
        if lacking <= 20 { console.note("\(recipient.mailbox.address): \(error)", severity) }
      }
    }
    guard lacking == 0 || plan.options.skipInvalid else {
      throw CommandFailure(
        "\(lacking) of the readers lack what the message shows, nothing was sent"
          + " (--skip-invalid goes on without them; send.reader-name stands for a missing name)")
    }
  }

  /// What signs the messages on the way that the plan takes.
  private func signers(for message: Message) throws -> [DKIMSigner] {
    guard !plan.dkim.isEmpty else { return [] }
    if case .postmark = plan.via {
      console.note("Postmark signs messages itself: the keys under 'dkim' are not used")
      return []
    }
    let (signers, doubts) = try plan.dkim.signers(for: message.from.address)
    for doubt in doubts { console.note(doubt, .warning) }
    return signers
  }

  private func recordEdition() throws {
    let edition = frozen.edition
    guard let end = edition.nextWindow else {
      throw CommandFailure(
        "\(frozen.path)/edition.json: it holds a date that is none, compose the edition again")
    }
    try ledger.recordEdition(
      EditionRecord(
        id: edition.id, number: edition.number, windowEnd: end,
        articles: edition.picked.flatMap { $0.names ?? [$0.id] }.unique))
  }

  // MARK: Delivering

  private func deliver(
    _ message: Message, _ encoder: MessageEncoder
  ) async throws -> DeliveryReport {
    let plan = plan
    let wantsParts = if case .postmark = plan.via { true } else { false }
    let console = console
    let key = ledgerKey
    let courier = Courier(
      transport: transport, ledger: ledger, options: plan.courier, logger: Self.logger(console))
    let work = Task {
      try await courier.send(
        key, to: plan.list,
        composing: { recipient in
          try Parcel(
            message, encoder: encoder, recipient: plan.named(recipient), parts: wantsParts)
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

  private func tell(_ report: DeliveryReport) {
    // What the first pass over the list has said already is not said again.
    for failure in report.failures where failure.kind != .unreadable {
      console.note("\(failure.kind.rawValue): \(failure.address): \(failure.words)")
    }
    if report.furtherFailures > 0 {
      console.note("and \(report.furtherFailures) more, 'tidings status' lists them")
    }
    if let stop = report.stop { console.note("\(stop)", .error) }
    if report.isComplete, report.counts.accepted == 0 {
      console.note("nothing to send: every reader has '\(frozen.edition.id)' already")
    }
  }
}
