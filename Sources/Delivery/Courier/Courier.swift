public import Logging
public import Tidings

/// Takes an edition to its readers: pace, retries, and a ledger that knows who has it.
public struct Courier: Sendable {
  private let transport: any Transport
  private let ledger: Ledger
  private let options: CourierOptions
  private let stopwatch: Stopwatch
  private let logger: Logger

  public init(
    transport: any Transport, ledger: Ledger, options: CourierOptions = CourierOptions(),
    stopwatch: Stopwatch = .system, logger: Logger = Logger(label: "tidings.courier")
  ) {
    self.transport = transport
    self.ledger = ledger
    self.options = options
    self.stopwatch = stopwatch
    self.logger = logger
  }

  /// Delivers `edition` to everybody in `recipients` who does not have it yet.
  ///
  /// The list is walked once, and memory does not grow with it. `composing` makes one reader's
  /// message; what it throws is that reader's failure alone. When the task is cancelled, what is in
  /// flight is seen to its end and the rest is left. `progress` gets the numbers after each change.
  ///
  /// - Throws: when the ledger is held by another send, or cannot be read or written; what was in
  ///   flight then is `unknown`.
  public func send<Recipients: Sequence>(
    _ edition: String, to recipients: Recipients,
    composing: @escaping @Sendable (Recipient) throws -> Parcel,
    progress: @Sendable (DeliveryReport.Counts) -> Void = { _ in }
  ) async throws(LedgerError) -> DeliveryReport
  where Recipients.Element == Result<Recipient, RecipientListError> {
    let lock = try ledger.lock(for: edition)
    try ledger.beginNotes()
    let result = await withTaskGroup(of: CourierRound.Carried.self) {
      group -> Result<DeliveryReport, LedgerError> in
      var round = CourierRound(
        transport: transport, ledger: ledger, options: options, stopwatch: stopwatch
      ) { recipient in
        Delivery(
          edition: edition, recipient: recipient, transport: transport, ledger: ledger,
          logger: logger, compose: composing)
      }
      do throws(LedgerError) {
        for entry in recipients {
          try await round.take(entry, of: edition, in: &group)
          progress(round.report.counts)
        }
        try await round.finish(in: &group, progress: progress)
        return .success(round.report)
      } catch {
        return .failure(error)
      }
    }
    lock.release()
    return try result.get()
  }

  /// Delivers `edition` to everybody in `recipients`, which cannot be unreadable.
  ///
  /// - Throws: as above.
  public func send(
    _ edition: String, to recipients: some Sequence<Recipient>,
    composing: @escaping @Sendable (Recipient) throws -> Parcel,
    progress: @Sendable (DeliveryReport.Counts) -> Void = { _ in }
  ) async throws(LedgerError) -> DeliveryReport {
    try await send(
      edition, to: recipients.lazy.map { Result<Recipient, RecipientListError>.success($0) },
      composing: composing, progress: progress)
  }
}
