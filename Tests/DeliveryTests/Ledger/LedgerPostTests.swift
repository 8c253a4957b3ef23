import Foundation
import GRDB
import Testing
import Tidings

@testable import Delivery

/// What was posted by hand, on record.
@Suite struct LedgerPostTests {
  private static func posting(
    _ article: String, _ network: String = "x", url: String? = nil, hours: Double = 0,
    text: String? = "Hello"
  ) -> Posting {
    Posting(
      article: article, network: network, url: url.flatMap { WebURL($0) },
      time: LedgerTests.start.addingTimeInterval(hours * 3_600), textHash: text.map(Posting.hash))
  }

  @Test func remembersPosts() async throws {
    try await withFolder { folder in
      let later = Self.posting("a", "mastodon", url: "https://m.example/1", hours: 2)
      let earlier = Self.posting("b", hours: 1, text: nil)
      do {
        let ledger = try LedgerTests.ledger(in: folder)
        try ledger.recordPost(later)
        try ledger.recordPost(earlier)
      }
      #expect(try LedgerTests.ledger(in: folder).posts() == [earlier, later])
    }
  }

  @Test func anotherAddressMendsAPost() async throws {
    try await withFolder { folder in
      let ledger = try LedgerTests.ledger(in: folder)
      try ledger.recordPost(Self.posting("a", url: "https://x.com/1", text: nil))
      try ledger.recordPost(Self.posting("a", url: "https://x.com/2", hours: 5))
      // Without an address the one on record stays.
      try ledger.recordPost(Self.posting("a", hours: 6, text: "Another"))
      #expect(try ledger.posts() == [Self.posting("a", url: "https://x.com/2")])
    }
  }

  @Test func aPostCanBeTakenBack() async throws {
    try await withFolder { folder in
      let ledger = try LedgerTests.ledger(in: folder)
      try ledger.recordPost(Self.posting("a"))
      #expect(try !ledger.withdrawPost(article: "a", network: "mastodon"))
      #expect(try ledger.withdrawPost(article: "a", network: "x"))
      #expect(try !ledger.withdrawPost(article: "a", network: "x"))
      #expect(try ledger.posts().isEmpty)
    }
  }

  /// A ledger of version 0.3 gets the table, and keeps what it holds.
  @Test func anOlderLedgerIsTakenOver() async throws {
    try await withFolder { folder in
      let queue = try DatabaseQueue(path: folder + "/ledger.sqlite")
      try LedgerSchema.migrator.migrate(queue, upTo: "deliveries and editions")
      try await queue.write { try $0.execute(sql: "INSERT INTO edition VALUES ('1', 1, 0, 0, 0)") }
      #expect(try await queue.read { try !$0.tableExists("post") })
      try queue.close()
      let ledger = try LedgerTests.ledger(in: folder)
      try ledger.recordPost(Self.posting("a"))
      #expect(try ledger.posts().count == 1)
      #expect(try ledger.edition("1")?.number == 1)
    }
  }
}
