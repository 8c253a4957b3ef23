import GRDB

/// The ledger's tables; a released migration is never changed, only followed by another.
enum LedgerSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("deliveries and editions") { database in
      try database.execute(
        sql: """
          CREATE TABLE delivery (
            edition TEXT NOT NULL,
            address TEXT NOT NULL,
            spelling TEXT NOT NULL,
            state TEXT NOT NULL,
            doubtful INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL,
            transport TEXT NOT NULL,
            message_id TEXT NOT NULL,
            code INTEGER,
            words TEXT NOT NULL,
            time DATETIME NOT NULL,
            PRIMARY KEY (edition, address)
          ) WITHOUT ROWID;
          CREATE INDEX delivery_by_state ON delivery (edition, state);
          CREATE TABLE edition (
            id TEXT NOT NULL PRIMARY KEY,
            number INTEGER,
            window_end DATETIME NOT NULL,
            first_sent DATETIME,
            finished DATETIME
          ) WITHOUT ROWID;
          CREATE INDEX edition_by_window ON edition (window_end);
          CREATE TABLE edition_article (
            edition TEXT NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            article TEXT NOT NULL,
            PRIMARY KEY (edition, place)
          ) WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("posts") { database in
      try database.execute(
        sql: """
          CREATE TABLE post (
            article TEXT NOT NULL,
            network TEXT NOT NULL,
            url TEXT,
            text_hash TEXT,
            posted_by TEXT NOT NULL,
            time DATETIME NOT NULL,
            PRIMARY KEY (article, network)
          ) WITHOUT ROWID;
          """)
    }
    return migrator
  }

  /// A run's own notes, gone with the connection: who was seen, and who is to be tried again.
  ///
  /// SQLite moves them to disk when they grow.
  static let notes = """
    CREATE TEMP TABLE IF NOT EXISTS seen (address TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
    CREATE TEMP TABLE IF NOT EXISTS waiting (
      place INTEGER PRIMARY KEY, pass INTEGER NOT NULL, address TEXT NOT NULL, name TEXT,
      fields TEXT NOT NULL, words TEXT NOT NULL);
    DELETE FROM seen;
    DELETE FROM waiting;
    """
}
