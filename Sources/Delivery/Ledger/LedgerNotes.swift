import Foundation
import GRDB
import Tidings

/// A reader whom the run tries again later.
struct WaitingReader: Sendable, Hashable {
  let recipient: Recipient
  /// Why the last attempt came to nothing.
  let words: String
}

extension Ledger {
  /// What the ledger says of a reader as the run comes to them.
  enum Standing: Sendable, Hashable {
    /// The list has named this address before.
    case repeated
    case untouched
    case known(LedgerEntry.State, words: String)
  }

  /// Forgets an earlier run's notes.
  func beginNotes() throws(LedgerError) {
    try write { try $0.execute(sql: LedgerSchema.notes) }
  }

  /// Looks a reader up, and remembers that the list named them.
  func standing(_ edition: String, _ address: EmailAddress) throws(LedgerError) -> Standing {
    let address = Self.fold(address.description)
    return try write { database in
      try database.cachedStatement(sql: "INSERT OR IGNORE INTO seen (address) VALUES (?)")
        .execute(arguments: [address])
      if database.changesCount == 0 { return .repeated }
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT state, words FROM delivery WHERE edition = ? AND address = ?"),
        arguments: [edition, address])
      guard let row, let state = LedgerEntry.State(rawValue: row[0]) else { return .untouched }
      return .known(state, words: row[1])
    }
  }

  func wait(_ reader: WaitingReader, pass: Int) throws(LedgerError) {
    let mailbox = reader.recipient.mailbox
    try write { database in
      let fields = try JSONEncoder().encode(reader.recipient.fields)
      try database.execute(
        sql: """
          INSERT INTO waiting (pass, address, name, fields, words) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          pass, mailbox.address.description, mailbox.name, String(decoding: fields, as: UTF8.self),
          reader.words,
        ])
    }
  }

  /// The longest waiting reader of one pass, or of any, who then no longer waits.
  func nextWaiting(pass: Int?) throws(LedgerError) -> WaitingReader? {
    try write { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          DELETE FROM waiting WHERE place =
            (SELECT place FROM waiting WHERE pass = COALESCE(?, pass) ORDER BY place LIMIT 1)
          RETURNING address, name, fields, words
          """,
        arguments: [pass])
      guard let row else { return nil }
      let fields = try JSONDecoder().decode(
        [String: String].self, from: Data((row["fields"] as String).utf8))
      let address = try EmailAddress(row["address"] as String)
      return WaitingReader(
        recipient: Recipient(
          mailbox: try Mailbox(name: row["name"], address: address), fields: fields),
        words: row["words"])
    }
  }
}
