import Tidings

/// One run in progress: what is in flight, who waits, and what the report says so far.
struct CourierRound {
  /// A delivery that has come back.
  struct Carried: Sendable {
    let recipient: Recipient
    let outcome: Delivery.Outcome
  }

  typealias Group = TaskGroup<Carried>

  private(set) var report = DeliveryReport()
  private let transport: any Transport
  private let ledger: Ledger
  private let options: CourierOptions
  private let delivery: (Recipient) -> Delivery
  private var rhythm: Rhythm
  private var inFlight = 0
  /// How many retries have been gone through.
  private var pass = 0
  /// How many wait for the next retry.
  private var due = 0
  private var outage: DeliveryFailure?
  /// Outages since the last time the other side answered.
  private var outages = 0
  /// The other side has answered for a reader in this run.
  private var wasReached = false

  init(
    transport: any Transport, ledger: Ledger, options: CourierOptions, stopwatch: Stopwatch,
    delivery: @escaping (Recipient) -> Delivery
  ) {
    self.transport = transport
    self.ledger = ledger
    self.options = options
    self.delivery = delivery
    rhythm = Rhythm(pace: options.pace, stopwatch: stopwatch)
  }

  /// Deals with one entry of the list: sends, or counts why not.
  mutating func take(
    _ entry: Result<Recipient, RecipientListError>, of edition: String, in group: inout Group
  ) async throws(LedgerError) {
    switch entry {
    case .failure(let error):
      if error.endsList {
        report.stop = report.stop ?? .list(error)
      } else {
        report.counts.skipped += 1
        note(error.place, .unreadable, error.reason)
      }
    case .success(let recipient):
      let address = recipient.mailbox.address
      switch try ledger.standing(edition, address) {
      case .repeated:
        report.counts.duplicates += 1
        note(address.description, .duplicate, "the list names this address more than once")
      case .known(.accepted, _): report.counts.alreadySent += 1
      case .known(.refused, let words) where !options.retriesRefused:
        report.counts.refused += 1
        note(address.description, .refused, words)
      case .known(.unknown, let words) where !options.retriesUnknown:
        report.counts.unknown += 1
        note(address.description, .unknown, words)
      case .untouched, .known:
        if try await isReady(&group) {
          start(recipient, in: &group)
        } else {
          report.counts.notTried += 1
        }
      }
    }
  }

  /// Waits for what is in flight, and tries those again that were deferred.
  mutating func finish(
    in group: inout Group, progress: (DeliveryReport.Counts) -> Void
  ) async throws(LedgerError) {
    try await drain(&group)
    progress(report.counts)
    if let outage, !wasReached { report.stop = report.stop ?? .failure(outage) }
    for pause in options.pauses {
      guard due > 0, report.stop == nil else { break }
      due = 0
      pass += 1
      guard await rest(pause) else { break }
      if outage != nil {
        outages += 1
        outage = nil
      }
      while report.stop == nil, let reader = try ledger.nextWaiting(pass: pass) {
        guard try await isReady(&group) else {
          note(reader.recipient.mailbox.address.description, .deferred, reader.words)
          break
        }
        report.counts.deferred -= 1
        start(reader.recipient, in: &group)
        progress(report.counts)
      }
      try await drain(&group)
      progress(report.counts)
    }
    while let reader = try ledger.nextWaiting(pass: nil) {
      note(reader.recipient.mailbox.address.description, .deferred, reader.words)
    }
    if let outage, report.stop == nil { report.stop = .failure(outage) }
  }

  private mutating func start(_ recipient: Recipient, in group: inout Group) {
    inFlight += 1
    let delivery = delivery(recipient)
    group.addTask { Carried(recipient: recipient, outcome: await delivery.run()) }
  }

  /// Waits until another delivery may begin; false when none may any more.
  private mutating func isReady(_ group: inout Group) async throws(LedgerError) -> Bool {
    while report.stop == nil {
      if Task.isCancelled {
        report.stop = .cancelled
      } else if let outage {
        // Whoever is in flight meets the same outage, which is one and not several.
        try await drain(&group)
        guard wasReached, outages < options.pauses.count else {
          report.stop = .failure(outage)
          break
        }
        outages += 1
        self.outage = nil
        _ = await rest(options.pauses[outages - 1])
      } else if inFlight >= max(1, transport.width) {
        try await settleOne(&group)
      } else if let wait = rhythm.wait() {
        _ = await rest(wait)
      } else {
        rhythm.beat()
        return true
      }
    }
    return false
  }

  /// False, and the end of the run, when it is cancelled meanwhile.
  private mutating func rest(_ pause: Duration) async -> Bool {
    do {
      try await rhythm.stopwatch.sleep(pause)
      return true
    } catch {
      report.stop = report.stop ?? .cancelled
      return false
    }
  }

  private mutating func drain(_ group: inout Group) async throws(LedgerError) {
    while inFlight > 0 { try await settleOne(&group) }
  }

  private mutating func settleOne(_ group: inout Group) async throws(LedgerError) {
    guard let carried = await group.next() else { return }
    inFlight -= 1
    let address = carried.recipient.mailbox.address.description
    switch carried.outcome {
    case .lost(let error): throw error
    case .notComposed(let words):
      report.counts.skipped += 1
      note(address, .notComposed, words)
    case .accepted:
      report.counts.accepted += 1
      answered()
    case .failed(let failure, let state):
      heed(failure)
      switch state {
      case .refused:
        report.counts.refused += 1
        note(address, .refused, failure.description)
      case .unknown, .accepted, .intended:
        report.counts.unknown += 1
        note(address, .unknown, failure.description)
      case .deferred:
        report.counts.deferred += 1
        due += 1
        try ledger.wait(
          WaitingReader(recipient: carried.recipient, words: failure.description), pass: pass + 1)
      }
    }
  }

  private mutating func answered() {
    wasReached = true
    outages = 0
  }

  /// Draws from one reader's failure what concerns all.
  private mutating func heed(_ failure: DeliveryFailure) {
    switch failure.kind {
    case .fatal: report.stop = report.stop ?? .failure(failure)
    case .unavailable: outage = failure
    case .refused, .deferred, .unknown: answered()
    }
    if let wait = failure.retryAfter, wait <= options.longestWait { rhythm.hold(for: wait) }
  }

  private mutating func note(
    _ address: String, _ kind: DeliveryReport.Failure.Kind, _ words: String
  ) {
    if report.failures.count < options.mostFailures {
      report.failures.append(
        DeliveryReport.Failure(
          address: address.printable(), kind: kind, words: words.printable()))
    } else {
      report.furtherFailures += 1
    }
  }
}
