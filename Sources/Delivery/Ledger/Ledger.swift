public import Foundation
import GRDB
import Tidings

/// What was intended, accepted, refused, deferred or is unknown, for each edition and reader.
///
/// Each change is on disk before the call returns, so a crash at any instant loses none.
public struct Ledger: Sendable {
  public let path: String
  let queue: DatabaseQueue
  let clock: @Sendable () -> Date

  /// Opens the ledger at `path`, made when it is not there; its folder must exist.
  ///
  /// - Throws: when it cannot be opened, or is no ledger.
  public init(path: String, clock: @escaping @Sendable () -> Date) throws(LedgerError) {
    self.path = path
    self.clock = clock
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(10)
    configuration.label = "tidings.ledger"
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      // GRDB sets NORMAL for WAL, with which a loss of power could forget who was written to.
      try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try LedgerSchema.migrator.migrate(queue)
    } catch {
      throw LedgerError(
        path, "cannot be opened: \(error)".printable(),
        hint: "does its folder exist, and is it a ledger of tidings?")
    }
  }

  /// How addresses are compared.
  static func fold(_ address: String) -> String {
    address.precomposedStringWithCanonicalMapping.lowercased()
  }

  /// Notes that `edition` is about to be handed over for this reader.
  ///
  /// - Throws: when it could not be written; then nothing may be sent.
  func intend(
    _ edition: String, _ address: EmailAddress, transport: String, messageID: String
  ) throws(LedgerError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO delivery
            (edition, address, spelling, state, attempts, transport, message_id, words, time)
          VALUES (?, ?, ?, 'intended', 1, ?, ?, '', ?)
          ON CONFLICT (edition, address) DO UPDATE SET
            doubtful = doubtful OR state IN ('unknown', 'intended'), state = 'intended',
            spelling = excluded.spelling,
            attempts = attempts + 1, transport = excluded.transport,
            message_id = excluded.message_id, code = NULL, words = '', time = excluded.time
          """,
        arguments: [
          edition, Self.fold(address.description), address.description, transport, messageID,
          clock(),
        ])
    }
  }

  /// Notes what became of what was intended, and says what is then on record.
  ///
  /// A reader who may have been reached by an earlier attempt stays `unknown` when this one came
  /// to nothing.
  ///
  /// - Throws: when it could not be written; the reader then counts as unknown.
  func record(
    _ edition: String, _ address: EmailAddress, _ state: LedgerEntry.State, code: Int?,
    words: String
  ) throws(LedgerError) -> LedgerEntry.State {
    try write { database in
      let recorded = try String.fetchOne(
        database,
        sql: """
          UPDATE delivery SET
            state = CASE WHEN doubtful AND ? = 'deferred' THEN 'unknown' ELSE ? END,
            code = ?, words = ?, time = ?
          WHERE edition = ? AND address = ? RETURNING state
          """,
        arguments: [
          state.rawValue, state.rawValue, code, words, clock(), edition,
          Self.fold(address.description),
        ])
      return recorded.flatMap(LedgerEntry.State.init) ?? state
    }
  }

  /// Turns what ended runs left `intended` into `unknown`; only the holder of the lock may ask.
  func settleAbandoned() throws(LedgerError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE delivery SET state = 'unknown',
            words = 'a run ended while this was on its way; it may have been accepted', time = ?
          WHERE state = 'intended'
          """,
        arguments: [clock()])
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw LedgerError(path, "cannot be read: \(error)".printable())
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try queue.write(body)
    } catch {
      throw LedgerError(path, "cannot be written: \(error)".printable())
    }
  }
}
