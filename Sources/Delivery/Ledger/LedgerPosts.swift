import Foundation
import GRDB
public import Tidings

extension Ledger {
  /// Notes a post about an article on a network.
  ///
  /// Of one that is on record already, time and text stay, and the address changes when there is
  /// a new one.
  public func recordPost(_ posting: Posting) throws(LedgerError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO post (article, network, url, text_hash, posted_by, time)
          VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (article, network) DO UPDATE SET url = COALESCE(excluded.url, post.url),
            text_hash = COALESCE(post.text_hash, excluded.text_hash)
          """,
        arguments: [
          posting.article, posting.network, posting.url?.text, posting.textHash, posting.by,
          posting.time,
        ])
    }
  }

  /// Forgets a post, and says whether there was one.
  public func withdrawPost(article: String, network: String) throws(LedgerError) -> Bool {
    try write { database in
      try database.execute(
        sql: "DELETE FROM post WHERE article = ? AND network = ?", arguments: [article, network])
      return database.changesCount > 0
    }
  }

  /// Every post on record, the earliest first.
  public func posts() throws(LedgerError) -> [Posting] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT article, network, url, text_hash, posted_by, time FROM post
          ORDER BY time, network, article
          """
      ).map { row in
        Posting(
          article: row["article"], network: row["network"],
          url: (row["url"] as String?).flatMap { WebURL($0) }, time: row["time"],
          by: row["posted_by"], textHash: row["text_hash"])
      }
    }
  }
}
