import Synchronization
import Tidings

@testable import Delivery

/// A transport that answers by a script, and notes what it was given.
final class StubTransport: Transport {
  let name = "stub"
  let width: Int
  private let script: @Sendable (_ local: String, _ attempt: Int) async -> DeliveryFailure.Kind?
  private let notes = Mutex<Notes>(Notes())

  struct Notes {
    var attempts: [String: Int] = [:]
    var order: [String] = []
    var inFlight = 0
    var mostInFlight = 0
  }

  /// Accepts where `script` gives nil.
  init(
    width: Int = 1,
    _ script:
      @escaping @Sendable (_ local: String, _ attempt: Int) async
      -> DeliveryFailure.Kind? = { _, _ in nil }
  ) {
    self.width = width
    self.script = script
  }

  var order: [String] { notes.withLock { $0.order } }
  var mostInFlight: Int { notes.withLock { $0.mostInFlight } }

  func deliver(_ parcel: Parcel) async throws(DeliveryFailure) -> Receipt {
    let local = parcel.recipient.local
    let attempt = notes.withLock { notes in
      notes.order.append(local)
      notes.attempts[local, default: 0] += 1
      notes.inFlight += 1
      notes.mostInFlight = max(notes.mostInFlight, notes.inFlight)
      return notes.attempts[local] ?? 0
    }
    let kind = await script(local, attempt)
    notes.withLock { $0.inFlight -= 1 }
    if let kind {
      throw DeliveryFailure(
        kind, at: "stub", "\(kind.rawValue) \(local)",
        retryAfter: kind == .deferred && local == "patient" ? .seconds(90) : nil)
    }
    return Receipt(code: 250, words: "250 \(local)")
  }
}

/// Time that passes only by sleeping.
final class StillTime: Sendable {
  private let state = Mutex<(now: Duration, naps: [Duration])>((.zero, []))

  var naps: [Duration] { state.withLock { $0.naps } }

  var stopwatch: Stopwatch {
    Stopwatch(
      now: { self.state.withLock { $0.now } },
      sleep: { duration in
        try Task.checkCancellation()
        self.state.withLock { state in
          state.now += duration
          state.naps.append(duration)
        }
      })
  }
}
