import Logging
import Tidings

/// One reader's delivery: message, intent, hand-over, outcome.
struct Delivery: Sendable {
  let edition: String
  let recipient: Recipient
  let transport: any Transport
  let ledger: Ledger
  let logger: Logger
  let compose: @Sendable (Recipient) throws -> Parcel

  enum Outcome: Sendable {
    case accepted
    /// With the state that is now on record.
    case failed(DeliveryFailure, LedgerEntry.State)
    case notComposed(String)
    /// What became of it is not on record.
    case lost(LedgerError)
  }

  /// Sees the delivery through; cancelling the task does not cut it short.
  func run() async -> Outcome {
    let address = recipient.mailbox.address
    let parcel: Parcel
    do {
      parcel = try compose(recipient)
    } catch {
      return .notComposed("\(error)".printable())
    }
    do throws(LedgerError) {
      try ledger.intend(
        edition, address, transport: transport.name, messageID: parcel.messageID)
      switch await hand(over: parcel) {
      case .success(let receipt):
        _ = try ledger.record(
          edition, address, .accepted, code: receipt.code, words: receipt.words)
        logger.debug("accepted", metadata: ["reader": "\(address.description)"])
        return .accepted
      case .failure(let failure):
        let state = try ledger.record(
          edition, address, Self.state(of: failure), code: failure.code,
          words: failure.description)
        logger.info(
          "not accepted",
          metadata: ["reader": "\(address.description)", "reason": "\(failure.description)"])
        return .failed(failure, state)
      }
    } catch {
      return .lost(error)
    }
  }

  private func hand(over parcel: Parcel) async -> Result<Receipt, DeliveryFailure> {
    do {
      return .success(try await transport.deliver(parcel))
    } catch {
      return .failure(error)
    }
  }

  /// What stops a run left nothing with the other side, so the reader is as good as deferred.
  private static func state(of failure: DeliveryFailure) -> LedgerEntry.State {
    switch failure.kind {
    case .refused: .refused
    case .unknown: .unknown
    case .deferred, .unavailable, .fatal: .deferred
    }
  }
}
