public import Foundation
import GRDB

extension Ledger {
  /// Notes that `edition` begins to go out; the time of its first send is kept from the first call.
  public func recordEdition(_ edition: EditionRecord) throws(LedgerError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO edition (id, number, window_end, first_sent, finished)
          VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET number = excluded.number,
            window_end = excluded.window_end,
            first_sent = COALESCE(edition.first_sent, excluded.first_sent),
            finished = COALESCE(edition.finished, excluded.finished)
          """,
        arguments: [
          edition.id, edition.number, edition.windowEnd, edition.firstSent ?? clock(),
          edition.finished,
        ])
      try database.execute(
        sql: "DELETE FROM edition_article WHERE edition = ?", arguments: [edition.id])
      for (place, article) in edition.articles.enumerated() {
        try database.execute(
          sql: "INSERT INTO edition_article (edition, place, article) VALUES (?, ?, ?)",
          arguments: [edition.id, place, article])
      }
    }
  }

  /// Notes that every reader of the edition has had an outcome; the first time is kept.
  public func finishEdition(_ id: String) throws(LedgerError) {
    try write { database in
      try database.execute(
        sql: "UPDATE edition SET finished = COALESCE(finished, ?) WHERE id = ?",
        arguments: [clock(), id])
    }
  }

  public func edition(_ id: String) throws(LedgerError) -> EditionRecord? {
    try read { try Self.record($0, "WHERE id = ?", [id]) }
  }

  /// The edition besides `id` that began to go out last, of those whose window ended by `instant`.
  public func lastEdition(
    before instant: Date, excluding id: String? = nil
  ) throws(LedgerError) -> EditionRecord? {
    try read { database in
      try Self.record(
        database,
        """
        WHERE window_end <= ? AND id IS NOT ?
        ORDER BY first_sent DESC, window_end DESC, id DESC LIMIT 1
        """,
        [instant, id])
    }
  }

  /// Forgets an edition that reached nobody, so that its articles come with the next one.
  ///
  /// `deliveries` is what its deliveries are kept under.
  public func withdrawIfUnsent(_ id: String, deliveries: String) throws(LedgerError) {
    try write { database in
      let reached = try Int.fetchOne(
        database,
        sql: """
          SELECT COUNT(*) FROM delivery
          WHERE edition IN (?, ?) AND state IN ('intended', 'accepted', 'unknown')
          """,
        arguments: [id, deliveries])
      guard reached == 0 else { return }
      try database.execute(sql: "DELETE FROM edition_article WHERE edition = ?", arguments: [id])
      try database.execute(sql: "DELETE FROM edition WHERE id = ?", arguments: [id])
    }
  }

  /// The ids of all articles that any edition but this one took out.
  public func sentArticles(excluding edition: String?) throws(LedgerError) -> Set<String> {
    try read { database in
      try String.fetchSet(
        database, sql: "SELECT DISTINCT article FROM edition_article WHERE edition IS NOT ?",
        arguments: [edition])
    }
  }

  private static func record(
    _ database: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> EditionRecord? {
    let row = try Row.fetchOne(
      database,
      sql: "SELECT id, number, window_end, first_sent, finished FROM edition \(condition)",
      arguments: arguments)
    guard let row else { return nil }
    let id: String = row["id"]
    let articles = try String.fetchAll(
      database, sql: "SELECT article FROM edition_article WHERE edition = ? ORDER BY place",
      arguments: [id])
    return EditionRecord(
      id: id, number: row["number"], windowEnd: row["window_end"], articles: articles,
      firstSent: row["first_sent"], finished: row["finished"])
  }
}
