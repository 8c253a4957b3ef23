import Foundation
import Synchronization
import Testing
import Tidings

@testable import Delivery

@Suite struct CourierTests {
  private func run(
    _ transport: StubTransport, _ recipients: [Recipient], in folder: String,
    options: CourierOptions = CourierOptions(), time: StillTime = StillTime(),
    compose: @escaping @Sendable (Recipient) throws -> Parcel = Sample.parcel
  ) async throws -> DeliveryReport {
    let ledger = try LedgerTests.ledger(in: folder)
    let courier = Courier(
      transport: transport, ledger: ledger, options: options, stopwatch: time.stopwatch)
    let report = try await courier.send("1", to: recipients, composing: compose)
    #expect(report.counts.seen == recipients.count)
    #expect(try ledger.tally("1")[.intended] == 0)
    return report
  }

  @Test(arguments: [1, 3, 16])
  func everybodyGetsItOnce(width: Int) async throws {
    try await withFolder { folder in
      let transport = StubTransport(width: width) { _, _ in
        await Task.yield()
        return nil
      }
      let report = try await run(transport, Sample.recipients(100), in: folder)
      #expect(report.counts.accepted == 100)
      #expect(report.isComplete)
      #expect(transport.mostInFlight <= width)
      let again = StubTransport()
      let second = try await run(again, Sample.recipients(101), in: folder)
      #expect(second.counts.alreadySent == 100)
      #expect(second.counts.accepted == 1)
      #expect(again.order == ["r100"])
    }
  }

  @Test func oneFailureHidesNoOther() async throws {
    try await withFolder { folder in
      struct NoMessage: Error, CustomStringConvertible { let description = "no name\u{1B}" }
      let transport = StubTransport(width: 2) { local, _ in
        switch local {
        case "no": .refused
        case "maybe": .unknown
        case "later": .deferred
        default: nil
        }
      }
      let names = ["a", "no", "maybe", "later", "mute", "a", "A", "z"]
      let report = try await run(transport, names.map(Sample.recipient), in: folder) { reader in
        if reader.mailbox.address.local == "mute" { throw NoMessage() }
        return Sample.parcel(for: reader)
      }
      #expect(report.counts.accepted == 2)
      #expect(report.counts.refused == 1)
      #expect(report.counts.unknown == 1)
      #expect(report.counts.deferred == 1)
      #expect(report.counts.skipped == 1)
      #expect(report.counts.duplicates == 2)
      #expect(report.counts.notTried == 0)
      #expect(report.stop == nil)
      let failures = Set(report.failures.map { "\($0.address) \($0.kind.rawValue): \($0.words)" })
      #expect(
        failures == [
          "no@reader.example refused: stub: refused no",
          "maybe@reader.example unknown: stub: unknown maybe",
          "later@reader.example deferred: stub: deferred later",
          "mute@reader.example notComposed: no name",
          "a@reader.example duplicate: the list names this address more than once",
          "A@reader.example duplicate: the list names this address more than once",
        ])
      #expect(transport.order.filter { $0 == "later" }.count == 3)
      #expect(transport.order.filter { $0 == "no" || $0 == "maybe" }.count == 2)
    }
  }

  @Test func deferredReadersAreTriedAgainAfterTheOthers() async throws {
    try await withFolder { folder in
      let time = StillTime()
      let transport = StubTransport { local, attempt in
        local == "r0" && attempt < 3 ? .deferred : nil
      }
      let report = try await run(transport, Sample.recipients(3), in: folder, time: time)
      #expect(report.counts.accepted == 3)
      #expect(report.failures.isEmpty)
      #expect(transport.order == ["r0", "r1", "r2", "r0", "r0"])
      #expect(time.naps == [.seconds(15), .seconds(120)])
      let ledger = try LedgerTests.ledger(in: folder)
      #expect(try ledger.entries("1").map(\.attempts) == [3, 1, 1])
    }
  }

  @Test(arguments: [
    (CourierOptions(pauses: []), ["ok"]),
    (CourierOptions(pauses: [], retriesUnknown: true), ["maybe", "ok"]),
    (CourierOptions(pauses: [], retriesRefused: true), ["no", "ok"]),
  ])
  func anEarlierOutcomeStandsUnlessAsked(options: CourierOptions, order: [String]) async throws {
    try await withFolder { folder in
      let names = ["maybe", "no"].map(Sample.recipient)
      let first = StubTransport { local, _ in local == "no" ? .refused : .unknown }
      _ = try await run(first, names, in: folder)
      let second = StubTransport()
      let report = try await run(
        second, names + [Sample.recipient("ok")], in: folder, options: options)
      #expect(second.order == order)
      #expect(report.counts.unknown == (options.retriesUnknown ? 0 : 1))
      #expect(report.counts.refused == (options.retriesRefused ? 0 : 1))
    }
  }

  @Test(arguments: [1, 4])
  func aFatalFailureLeavesTheRestUntouched(width: Int) async throws {
    try await withFolder { folder in
      let transport = StubTransport(width: width) { local, _ in local == "r5" ? .fatal : nil }
      let report = try await run(transport, Sample.recipients(50), in: folder)
      guard case .failure(let failure) = report.stop else {
        Issue.record("went on")
        return
      }
      #expect(failure.words == "fatal r5")
      #expect(report.counts.deferred == 1)
      #expect(report.counts.notTried >= 50 - 6 - width)
      #expect(report.failures.map(\.address) == ["r5@reader.example"])
      let second = try await run(StubTransport(), Sample.recipients(50), in: folder)
      #expect(second.counts.accepted + second.counts.alreadySent == 50)
    }
  }

  @Test func aServerThatWasNeverThereEndsTheRunAtOnce() async throws {
    try await withFolder { folder in
      let time = StillTime()
      let transport = StubTransport(width: 2) { _, _ in .unavailable }
      let report = try await run(transport, Sample.recipients(9), in: folder, time: time)
      #expect(report.counts.deferred == 2)
      #expect(report.counts.notTried == 7)
      #expect(report.stop != nil)
      #expect(time.naps.isEmpty)
    }
  }

  @Test func anOutageOnTheWayIsWaitedOut() async throws {
    try await withFolder { folder in
      let time = StillTime()
      let transport = StubTransport { local, attempt in
        local == "r1" && attempt == 1 ? .unavailable : nil
      }
      let report = try await run(transport, Sample.recipients(4), in: folder, time: time)
      #expect(report.counts.accepted == 4)
      #expect(transport.order == ["r0", "r1", "r2", "r3", "r1"])
      #expect(time.naps == [.seconds(15), .seconds(15)])
    }
  }

  @Test func anOutageThatLastsEndsTheRun() async throws {
    try await withFolder { folder in
      let transport = StubTransport { local, _ in local == "r0" ? nil : .unavailable }
      let report = try await run(transport, Sample.recipients(9), in: folder)
      #expect(report.counts.accepted == 1)
      #expect(report.counts.deferred == 3)
      #expect(report.counts.notTried == 5)
      #expect(report.stop != nil)
    }
  }

  @Test func retryAfterHoldsEverybody() async throws {
    try await withFolder { folder in
      let time = StillTime()
      let transport = StubTransport { local, attempt in
        local == "patient" && attempt == 1 ? .deferred : nil
      }
      let report = try await run(
        transport, [Sample.recipient("patient")] + Sample.recipients(2), in: folder, time: time)
      #expect(report.counts.accepted == 3)
      #expect(time.naps == [.seconds(90), .seconds(15)])
    }
  }

  @Test func keepsThePace() async throws {
    try await withFolder { folder in
      let time = StillTime()
      let options = CourierOptions(pace: 4)
      _ = try await run(
        StubTransport(width: 3), Sample.recipients(9), in: folder, options: options, time: time)
      #expect(time.naps == [Duration](repeating: .milliseconds(250), count: 8))
    }
  }

  @Test func cancellingFinishesWhatIsInFlight() async throws {
    try await withFolder { folder in
      let (begun, begin) = AsyncStream<Void>.makeStream()
      let (released, release) = AsyncStream<Void>.makeStream()
      let ledger = try LedgerTests.ledger(in: folder)
      let transport = StubTransport { local, _ in
        begin.yield()
        // Unlike the run's own task, this one hears nothing of the cancelling.
        await Task.detached { for await _ in released { break } }.value
        return nil
      }
      let courier = Courier(
        transport: transport, ledger: ledger, stopwatch: StillTime().stopwatch)
      let task = Task {
        try await courier.send("1", to: Sample.recipients(5), composing: Sample.parcel)
      }
      for await _ in begun { break }
      task.cancel()
      release.finish()
      let report = try await task.value
      #expect(report.counts.accepted == 1)
      #expect(report.counts.notTried == 4)
      #expect(report.stop == .cancelled)
      #expect(try ledger.tally("1")[.accepted] == 1)
    }
  }

  @Test func unreadableRowsAreSkippedAndABrokenListEndsTheRun() async throws {
    try await withFolder { folder in
      let path = folder + "/readers.csv"
      let text = "email\na@x.example\nbroken\nb@x.example\n\"never closed\nc@x.example\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      let ledger = try LedgerTests.ledger(in: folder)
      let seen = Mutex<[Int]>([])
      let report = try await Courier(transport: StubTransport(), ledger: ledger)
        .send("1", to: RecipientList(path: path), composing: Sample.parcel) { counts in
          seen.withLock { $0.append(counts.seen) }
        }
      #expect(report.counts.accepted == 2)
      #expect(report.counts.skipped == 1)
      #expect(report.failures.map(\.address) == [path + ":3"])
      guard case .list(let error) = report.stop else {
        Issue.record("went on")
        return
      }
      #expect(error.line == 5)
      #expect(seen.withLock { $0 }.last == 3)
    }
  }

  @Test func theReportListsSoManyFailures() async throws {
    try await withFolder { folder in
      let options = CourierOptions(mostFailures: 3)
      let report = try await run(
        StubTransport { _, _ in .refused }, Sample.recipients(8), in: folder, options: options)
      #expect(report.failures.count == 3)
      #expect(report.furtherFailures == 5)
      #expect(report.counts.refused == 8)
    }
  }

  @Test func twoSendsAtATimeCannotBe() async throws {
    try await withFolder { folder in
      let ledger = try LedgerTests.ledger(in: folder)
      let lock = try ledger.lock(for: "1")
      let other = Courier(transport: StubTransport(), ledger: try LedgerTests.ledger(in: folder))
      await #expect(throws: LedgerError.self) {
        try await other.send("1", to: Sample.recipients(1), composing: Sample.parcel)
      }
      lock.release()
    }
  }

  /// Whatever each reader meets, the numbers add up, and a second run writes to nobody twice.
  @Test(arguments: 0..<12)
  func totalsBalance(seed: Int) async throws {
    try await withFolder { folder in
      let kinds: [DeliveryFailure.Kind?] = [nil, .refused, .deferred, .unknown, nil, .unavailable]
      let accepted = Mutex<[String: Int]>([:])
      @Sendable func fate(_ local: String, _ attempt: Int) -> DeliveryFailure.Kind? {
        let number = Int(local.dropFirst()) ?? 0
        let kind = kinds[(number &* (seed &* 7 &+ 3) &+ attempt &* seed) % kinds.count]
        if kind == nil { accepted.withLock { $0[local, default: 0] += 1 } }
        return kind
      }
      let readers = Sample.recipients(60) + Sample.recipients(10)
      for _ in 0..<3 {
        let report = try await run(
          StubTransport(width: 1 + seed % 4) { fate($0, $1) }, readers, in: folder)
        #expect(report.counts.duplicates == 10)
        let counts = report.counts
        #expect(
          report.failures.count
            == counts.refused + counts.deferred + counts.unknown + counts.duplicates)
      }
      #expect(accepted.withLock { $0 }.values.allSatisfy { $0 == 1 })
    }
  }
}
