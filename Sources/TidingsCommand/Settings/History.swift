import Delivery
import Foundation
import Tidings

/// What earlier editions brought: the ledger's part in a selection.
struct History {
  /// Where the window of the last edition that went out ended.
  let lastEnd: Date?
  /// Ids of all articles that the last edition saw, picked or not; nil when it is not known.
  let seen: Set<String>?
  /// From when on the articles of feeds may not have been seen; nil when all have.
  let feedsSince: Date?
  /// Of the edition that is composed now, counted from 1.
  let number: Int
  /// Ids of the articles that they brought.
  let articles: Set<String>

  /// What the ledger knows of the editions besides `edition`; without a ledger, nothing.
  init(before edition: String?, settings: Settings) throws(LedgerError) {
    guard let ledger = try settings.existingLedger() else {
      (lastEnd, seen, feedsSince, number, articles) = (nil, nil, nil, 1, [])
      return
    }
    let last = try ledger.lastEdition(before: settings.now, excluding: edition)
    let own = if let edition { try ledger.edition(edition) } else { EditionRecord?.none }
    lastEnd = last?.windowEnd
    let lastEdition = last.flatMap { try? settings.outbox.load($0.id).edition }
    feedsSince = lastEdition?.sources?.feedsSince.flatMap { Moment(iso: $0)?.instant }
    seen = lastEdition.map { Set($0.articles.map(\.id)) }
    number = own?.number ?? (last?.number ?? 0) + 1
    articles = try ledger.sentArticles(excluding: edition)
  }
}

extension Settings {
  /// The outbox's ledger, or nil when nothing was ever sent from it.
  func existingLedger() throws(LedgerError) -> Ledger? {
    guard FileManager.default.fileExists(atPath: outbox.ledgerPath) else { return nil }
    return try Ledger(path: outbox.ledgerPath, clock: clock)
  }

  /// What was posted, as far as the ledger knows.
  func postings() throws(LedgerError) -> Postings {
    Postings(try existingLedger()?.posts() ?? [])
  }
}
