import Foundation
import GRDB
import Synchronization
import Testing

@testable import Delivery
@testable import Tidings

@Suite struct LedgerTests {
  static let start = Date(timeIntervalSince1970: 1_750_000_000)

  static func ledger(in folder: String) throws -> Ledger {
    try Ledger(path: folder + "/ledger.sqlite") { start }
  }

  @Test func everyChangeIsOnDiskBeforeItReturns() async throws {
    try await withFolder { folder in
      let ledger = try Self.ledger(in: folder)
      let (journal, synchronous) = try ledger.queue.inDatabase { database in
        (
          try String.fetchOne(database, sql: "PRAGMA journal_mode"),
          try Int.fetchOne(database, sql: "PRAGMA synchronous")
        )
      }
      #expect(journal == "wal")
      #expect(synchronous == 2)
    }
  }

  @Test func remembersEachReader() async throws {
    try await withFolder { folder in
      let ana = EmailAddress(local: "Ana", domain: "Reader.example")
      do {
        let ledger = try Self.ledger(in: folder)
        try ledger.intend("1", ana, transport: "outbox", messageID: "m1")
        _ = try ledger.record("1", ana, .deferred, code: 450, words: "450 later")
        try ledger.intend("1", Sample.address("ana"), transport: "smtp://x:25", messageID: "m1")
        _ = try ledger.record("1", Sample.address("ana"), .accepted, code: 250, words: "250 ok")
        try ledger.intend("2", ana, transport: "outbox", messageID: "m2")
      }
      let ledger = try Self.ledger(in: folder)
      #expect(
        try ledger.entries("1") == [
          LedgerEntry(
            address: "ana@reader.example", state: .accepted, attempts: 2,
            transport: "smtp://x:25", messageID: "m1", code: 250, words: "250 ok", time: Self.start)
        ])
      #expect(try ledger.tally("1")[.accepted] == 1)
      #expect(try ledger.tally("1").total == 1)
      #expect(try ledger.tally("3").total == 0)
    }
  }

  /// A second ledger on the same file stands for the next process.
  @Test func whatACrashLeftInFlightIsUnknownByName() async throws {
    try await withFolder { folder in
      let crashed = try Self.ledger(in: folder)
      for name in ["bo", "ana"] {
        try crashed.intend("1", Sample.address(name), transport: "smtp", messageID: name)
      }
      let ledger = try Self.ledger(in: folder)
      #expect(try ledger.tally("1")[.intended] == 2)
      #expect(try !ledger.isSending())
      #expect(
        try ledger.entries("1", in: [.unknown]).map(\.address)
          == ["ana@reader.example", "bo@reader.example"])
      #expect(try ledger.entries("1", in: [.intended, .accepted]).isEmpty)
    }
  }

  @Test func onlyOneSendAtATime() async throws {
    try await withFolder { folder in
      let first = try Self.ledger(in: folder)
      let second = try Self.ledger(in: folder)
      let lock = try first.lock(for: "2025-01")
      try first.intend("2025-01", Sample.address("ana"), transport: "smtp", messageID: "m")
      #expect(try second.isSending())
      do throws(LedgerError) {
        try second.lock(for: "2025-01").release()
        Issue.record("two sends at a time")
      } catch {
        #expect(
          error.description == "\(folder)/ledger.sqlite: another send is running "
            + "(2025-01, process \(ProcessInfo.processInfo.processIdentifier)); "
            + "wait for it to end, or stop it")
      }
      #expect(try second.entries("2025-01", in: [.intended]).count == 1)
      lock.release()
      try second.lock(for: "2025-01").release()
      #expect(try second.entries("2025-01", in: [.unknown]).count == 1)
    }
  }

  /// What may have arrived once is not made certain by an attempt that came to nothing.
  @Test func doubtStaysUntilAcceptanceOrRefusal() async throws {
    try await withFolder { folder in
      let ledger = try Self.ledger(in: folder)
      let ana = Sample.address("ana")
      for (state, recorded) in [
        (LedgerEntry.State.unknown, LedgerEntry.State.unknown), (.deferred, .unknown),
        (.accepted, .accepted),
      ] {
        try ledger.intend("1", ana, transport: "smtp", messageID: "m")
        #expect(try ledger.record("1", ana, state, code: nil, words: "") == recorded)
      }
    }
  }

  @Test func editionsBookmarkTheirWindows() async throws {
    try await withFolder { folder in
      let ledger = try Self.ledger(in: folder)
      let day = 86_400.0
      let end = Self.start
      try ledger.recordEdition(
        EditionRecord(id: "1", number: 1, windowEnd: end - 2 * day, articles: ["b", "a"]))
      try ledger.recordEdition(
        EditionRecord(id: "2", number: nil, windowEnd: end - day, articles: ["c"]))
      try ledger.finishEdition("1")
      #expect(
        try ledger.edition("1")
          == EditionRecord(
            id: "1", number: 1, windowEnd: end - 2 * day, articles: ["b", "a"],
            firstSent: Self.start, finished: Self.start))
      #expect(try ledger.edition("3") == nil)
      #expect(try ledger.lastEdition(before: end)?.id == "2")
      #expect(try ledger.lastEdition(before: end - day)?.id == "2")
      #expect(try ledger.lastEdition(before: end - day, excluding: "2")?.id == "1")
      #expect(try ledger.lastEdition(before: end - day - 1)?.id == "1")
      #expect(try ledger.lastEdition(before: end - 3 * day) == nil)
      #expect(try ledger.sentArticles(excluding: nil) == ["a", "b", "c"])
      #expect(try ledger.sentArticles(excluding: "2") == ["a", "b"])
      try ledger.recordEdition(
        EditionRecord(id: "2", number: 2, windowEnd: end, articles: ["d"]))
      #expect(try ledger.sentArticles(excluding: "1") == ["d"])
      #expect(try ledger.edition("2")?.number == 2)
      // What its limit left over makes an edition's window end early; it is the last all the same.
      try ledger.recordEdition(
        EditionRecord(
          id: "3", number: 3, windowEnd: end - 5 * day, articles: [], firstSent: end + day))
      #expect(try ledger.lastEdition(before: end)?.id == "3")
    }
  }

  @Test func whatIsNoLedgerIsRefused() async throws {
    try await withFolder { folder in
      let path = folder + "/ledger.sqlite"
      try Data(String(repeating: "no database ", count: 100).utf8)
        .write(to: URL(fileURLWithPath: path))
      #expect(throws: LedgerError.self) { try Self.ledger(in: folder) }
      #expect(throws: LedgerError.self) { try Self.ledger(in: folder + "/missing") }
    }
  }
}
