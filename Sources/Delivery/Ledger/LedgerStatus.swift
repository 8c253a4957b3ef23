import Foundation
import GRDB

extension Ledger {
  /// How many of the edition's readers are in each state.
  public func tally(_ edition: String) throws(LedgerError) -> LedgerTally {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT state, COUNT(*) FROM delivery WHERE edition = ? GROUP BY state",
        arguments: [edition])
      var counts: [LedgerEntry.State: Int] = [:]
      for row in rows {
        guard let state = LedgerEntry.State(rawValue: row[0]) else { continue }
        counts[state] = row[1]
      }
      return LedgerTally(counts)
    }
  }

  /// The edition's readers in one of `states`, by address.
  ///
  /// An `intended` one is unknown unless a send is running: see `isSending`.
  public func entries(
    _ edition: String, in states: Set<LedgerEntry.State> = Set(LedgerEntry.State.allCases)
  ) throws(LedgerError) -> [LedgerEntry] {
    try read { database in
      let marks = states.map { _ in "?" }.joined(separator: ", ")
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT spelling, state, attempts, transport, message_id, code, words, time
          FROM delivery WHERE edition = ? AND state IN (\(marks)) ORDER BY address
          """,
        arguments: [edition] + StatementArguments(states.map(\.rawValue)))
      var entries: [LedgerEntry] = []
      while let row = try rows.next() {
        guard let state = LedgerEntry.State(rawValue: row["state"]) else { continue }
        entries.append(
          LedgerEntry(
            address: row["spelling"], state: state, attempts: row["attempts"],
            transport: row["transport"], messageID: row["message_id"], code: row["code"],
            words: row["words"], time: row["time"]))
      }
      return entries
    }
  }

  /// Whether a send holds the ledger at this instant.
  ///
  /// When none does, what an ended run left `intended` is noted as `unknown` on the way.
  public func isSending() throws(LedgerError) -> Bool {
    guard let lock = try SendLock.take(besides: path) else { return true }
    try settleAbandoned()
    lock.release()
    return false
  }
}
