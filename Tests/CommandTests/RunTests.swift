import Foundation
import LoopbackServers
import Synchronization
import Testing

/// `tidings run`, the weekly job that nobody watches.
@Suite struct RunTests {
  private struct Week {
    let desk: Desk
    let smtp: ScriptedSMTP

    func run(_ now: String, _ more: String...) async throws -> Run {
      try await desk.run(
        [
          "run", "--now", now, "--recipients", "readers.csv", "--via",
          "smtp://127.0.0.1:\(smtp.port)", "--connections", "1",
        ] + more)
    }
  }

  private func week(
    _ readers: [String] = ["ana@example.org", "rui@example.net"], _ script: SMTPScript = .init()
  ) throws -> Week {
    let desk = try Desk()
    try desk.furnish(readers: readers)
    return Week(desk: desk, smtp: try ScriptedSMTP(script))
  }

  private func picked(_ edition: String, at desk: Desk) throws -> [String] {
    let json =
      try JSONSerialization.jsonObject(with: desk.read("outbox/\(edition)/edition.json"))
      as? [String: Any]
    let articles = json?["articles"] as? [[String: Any]] ?? []
    return articles.filter { $0["picked"] as? Bool == true }
      .compactMap { ($0["path"] as? String)?.replacing(".md", with: "") }
  }

  @Test func goesThroughItsWeeks() async throws {
    let week = try week()
    defer { week.smtp.stop() }
    let first = try await week.run(Desk.now)
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    #expect(first.output.hasPrefix("edition   2025-03-01\n"))
    #expect(first.output.contains("\nsent      2\n"))
    #expect(week.smtp.mails.count == 2)
    #expect(week.desk.exists("outbox/2025-03-01/snippets/x/first.txt"))
    let tree = try week.desk.tree("outbox/2025-03-01")

    let again = try await week.run(Desk.now)
    #expect(
      again
        == Run(
          status: 3, output: "",
          errors: "nothing to send: the edition '2025-03-01' went out already\n"))

    let nothingNew = try await week.run(Desk.aWeekLater)
    #expect(nothingNew.status == 3)
    #expect(nothingNew.output.isEmpty)
    #expect(
      nothingNew.errors == """
        nothing to send: 0 of at least 1 article picked, left out 2 sent earlier \
        ('tidings select --explain' says why for each)

        """)
    #expect(week.smtp.mails.count == 2)
    #expect(week.desk.names(in: "outbox").filter { $0.hasPrefix("2025") } == ["2025-03-01"])

    // Of the two that come now, one lies before the end of the last window.
    try week.desk.article("third", date: "2025-03-05", title: "The third tide")
    try week.desk.article("old", date: "2025-02-15", title: "An older tide")
    let third = try await week.run(Desk.aWeekLater)
    #expect(third.status == 0)
    #expect(third.output.contains("\nsubject   The Harbour: The third tide\n"))
    #expect(third.output.contains("\nleft out  "))
    #expect(try picked("2025-03-08", at: week.desk) == ["third"])
    #expect(week.smtp.readers == ["ana@example.org": 2, "rui@example.net": 2])
    #expect(try week.desk.tree("outbox/2025-03-01") == tree)
    let status = try await week.desk.run("status", "--json")
    #expect(status.json["number"] as? Int == 2)
    #expect(try await week.run(Desk.aWeekLater).status == 3)
    #expect(week.smtp.mails.count == 4)
  }

  /// Files in the outbox go to nobody, but the weeks go on as with a real send.
  @Test func goesThroughItsWeeksInTheOutbox() async throws {
    let desk = try Desk()
    try desk.furnish()
    let run = ["run", "--recipients", "readers.csv", "--via", "outbox", "--now"]
    let first = try await desk.run(run + [Desk.now])
    #expect(first.status == 0)
    let folder = "outbox/2025-03-01/mail"
    #expect(desk.names(in: folder) == ["ana@example.org.eml", "rui@example.net.eml"])
    #expect(try await desk.run(run + [Desk.now]).status == 3)
    #expect(try await desk.run(run + [Desk.aWeekLater]).status == 3)
    #expect(!desk.exists("outbox/2025-03-08"))
    try desk.article("third", date: "2025-03-05", title: "The third tide")
    #expect(try await desk.run(run + [Desk.aWeekLater]).status == 0)
    #expect(try picked("2025-03-08", at: desk) == ["third"])
  }

  /// As cron runs it, from another folder and with nothing but the configuration.
  @Test func goesByItsConfigurationAlone() async throws {
    let smtp = try ScriptedSMTP()
    defer { smtp.stop() }
    let desk = try Desk()
    try desk.write(
      "---\ntitle: The tide\ndate: 2025-02-20\n---\nIt rises.\n", to: "site/posts/tide.md")
    try desk.write("{\"email\":\"ana@example.org\",\"name\":\"Ana\"}\n", to: "site/list.jsonl")
    try desk.write(
      """
      newsletter:
        name: The Harbour
        from: news@harbour.example.org
        postal-address: 1 Quay Street
      articles:
        folder: posts
      snippets:
        networks: [bluesky]
      unsubscribe:
        mail: leave@harbour.example.org
      send:
        via: smtp://127.0.0.1:\(smtp.port)
        recipients: list.jsonl
      outbox: out
      """, to: "site/tidings.yml")
    let run = try await desk.run("run", "--config", "site/tidings.yml", "--now", Desk.now, "--json")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let sent = run.json["sent"] as? [String: Any]
    #expect((sent?["counts"] as? [String: Int])?["accepted"] == 1)
    #expect((run.json["composed"] as? [String: Any])?["edition"] as? String == "2025-03-01")
    #expect(desk.names(in: ".") == ["site"])
    #expect(desk.names(in: "site/out/2025-03-01/snippets") == ["bluesky"])
    let mail = try #require(smtp.mails.first)
    #expect(mail.recipients == ["ana@example.org"])
    #expect(mail.field("To") == "Ana <ana@example.org>")
    #expect(mail.field("From") == "news@harbour.example.org")
  }

  @Test func waitsForTheMinimum() async throws {
    let week = try week()
    defer { week.smtp.stop() }
    let run = try await week.run(Desk.now, "--minimum", "3")
    #expect(
      run
        == Run(
          status: 3, output: "",
          errors: """
            nothing to send: 2 of at least 3 articles picked, left out none \
            ('tidings select --explain' says why for each)

            """))
    #expect(week.smtp.connections == 0)
    #expect(!week.desk.exists("outbox"))
    #expect(try await week.run(Desk.now, "--minimum", "2").status == 0)
  }

  @Test func stopsBeforeSendingWhenTheCheckFails() async throws {
    let week = try week()
    defer { week.smtp.stop() }
    try week.desk.write("articles:\n  folder: articles\n", to: "tidings.yml")
    let run = try await week.run(Desk.now)
    #expect(run.status == 1)
    #expect(
      run.errors == """
        error: sender: there is no sender (set newsletter.from, or give --from)
        error: edition: readers have no way to unsubscribe (set unsubscribe.url, or give --unsubscribe-url)
        error: the check of '2025-03-01' failed, nothing was sent (--despite-errors sends it all the same)

        """)
    #expect(week.smtp.connections == 0)

    // Once that is mended, the same day's run sends it.
    try week.desk.configure()
    #expect(try await week.run("2025-03-01T10:00:00Z").status == 0)
    #expect(week.smtp.mails.count == 2)
  }

  @Test func stopsForAnArticleThatCannotBeRead() async throws {
    let week = try week()
    defer { week.smtp.stop() }
    try week.desk.write("---\ndate: 5/6\n---\nWords.\n", to: "articles/broken.md")
    let run = try await week.run(Desk.now)
    #expect(run.status == 1)
    #expect(run.errors.contains("articles/broken.md:"))
    #expect(run.errors.hasSuffix("(--despite-errors sends it all the same)\n"))
    #expect(week.smtp.connections == 0)
    #expect(try await week.run(Desk.now, "--despite-errors").status == 0)
    #expect(week.smtp.mails.count == 2)
  }

  /// What a limit leaves over comes next week, and what came does not come again.
  @Test func aLimitLosesNothing() async throws {
    let week = try week()
    defer { week.smtp.stop() }
    let ids = { (edition: String) in try self.picked(edition, at: week.desk) }
    try week.desk.article("third", date: "2025-02-19", title: "Third")
    #expect(try await week.run(Desk.now, "--limit", "2").status == 0)
    #expect(try await week.run(Desk.aWeekLater, "--limit", "2").status == 0)
    let both = try ids("2025-03-01") + ids("2025-03-08")
    #expect(Set(both) == ["first", "second", "third"] && both.count == 3)
  }

  /// The window of an edition never ends after it was composed.
  @Test func aLateEndLosesNothing() async throws {
    let week = try week()
    defer { week.smtp.stop() }
    #expect(try await week.run(Desk.now, "--until", "2025-03-01").status == 0)
    try week.desk.article("evening", date: "2025-03-01T20:00:00Z", title: "Evening")
    #expect(try await week.run(Desk.aWeekLater).status == 0)
    #expect(try picked("2025-03-08", at: week.desk) == ["evening"])
  }

  @Test func namesAnArticleThatAppearedTooLate() async throws {
    let week = try week()
    defer { week.smtp.stop() }
    #expect(try await week.run(Desk.now).status == 0)
    try week.desk.article("late", date: "2025-02-21", title: "Late")
    let run = try await week.run(Desk.aWeekLater)
    #expect(run.status == 3)
    #expect(
      run.errors.hasPrefix(
        "warning: 'late.md' has appeared since the last edition, but is dated 2025-02-21,"
          + " before the window; give --since to bring it\n"))
    #expect(try await week.run(Desk.aWeekLater, "--since", "30d").status == 0)
    #expect(try picked("2025-03-08", at: week.desk) == ["late"])
  }

  /// Nothing to send, by rule, is another thing than one article that cannot be read.
  @Test func aBrokenArticleAloneIsNoQuietWeek() async throws {
    let week = try week()
    defer { week.smtp.stop() }
    #expect(try await week.run(Desk.now).status == 0)
    try week.desk.write(
      "---\ntitle: Two\ndate: 5/6\n---\nWords.\n", to: "articles/two.md")
    let run = try await week.run(Desk.aWeekLater)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("articles/two.md:3: error: 'date' is '5/6'"))
    #expect(!week.desk.exists("outbox/2025-03-08"))
  }

  /// Nobody got it, so that the run an hour later composes afresh.
  @Test func triesAgainAfterAnOutage() async throws {
    let week = try week()
    week.smtp.stop()
    let failed = try await week.run(Desk.now)
    #expect(failed.status == 1)
    let other = Week(desk: week.desk, smtp: try ScriptedSMTP())
    defer { other.smtp.stop() }
    let later = try await other.run("2025-03-01T10:00:00Z")
    #expect(later.status == 0)
    #expect(later.errors.isEmpty)
    #expect(other.smtp.readers == ["ana@example.org": 1, "rui@example.net": 1])
    #expect(try await other.run("2025-03-01T11:00:00Z").status == 3)
  }

  /// The server stops taking mail after the first reader: an hour later only the second is left.
  @Test func finishesWhatAnEarlierRunLeft() async throws {
    var script = SMTPScript()
    script.recipient = { .reply($0.hasPrefix("rui") ? "530 5.7.0 log in first" : "250 fine") }
    let week = try week(["ana@example.org", "rui@example.net"], script)
    let failed = try await week.run(Desk.now)
    #expect(failed.status == 1)
    #expect(week.smtp.readers == ["ana@example.org": 1])
    let tree = try week.desk.tree("outbox/2025-03-01")

    let still = try await week.run("2025-03-01T10:00:00Z")
    #expect(still.status == 1)
    #expect(
      still.errors.hasPrefix(
        "finishing the edition '2025-03-01', which an earlier run left unfinished\n"))
    #expect(!still.errors.contains("went out already"))
    #expect(week.smtp.readers == ["ana@example.org": 1])
    week.smtp.stop()

    let other = Week(desk: week.desk, smtp: try ScriptedSMTP())
    defer { other.smtp.stop() }
    let later = try await other.run("2025-03-01T11:00:00Z")
    #expect(later.status == 0)
    #expect(other.smtp.readers == ["rui@example.net": 1])
    #expect(try week.desk.tree("outbox/2025-03-01") == tree)
    #expect(try await other.run("2025-03-01T12:00:00Z").status == 3)
  }

  /// A week with nothing new still finishes the last one, and tells how that went.
  @Test func finishesTheLastWeekWhenThisOneBringsNothing() async throws {
    var script = SMTPScript()
    script.recipient = { .reply($0.hasPrefix("rui") ? "530 5.7.0 log in first" : "250 fine") }
    let week = try week(["ana@example.org", "rui@example.net"], script)
    #expect(try await week.run(Desk.now).status == 1)
    let still = try await week.run(Desk.aWeekLater)
    #expect(still.status == 1)
    #expect(still.errors.contains("\ndeferred: rui@example.net: "))
    week.smtp.stop()
    let other = Week(desk: week.desk, smtp: try ScriptedSMTP())
    defer { other.smtp.stop() }
    let later = try await other.run(Desk.aWeekLater)
    #expect(later.status == 0)
    #expect(later.errors.contains("\nnothing to send: 0 of at least 1 article picked"))
    #expect(other.smtp.readers == ["rui@example.net": 1])
    #expect(try await other.run(Desk.aWeekLater).status == 3)
  }

  /// A log that is no longer written keeps nobody's letter back.
  @Test func goesOnWhenNobodyReadsItsOutput() async throws {
    let week = try week()
    defer { week.smtp.stop() }
    let shell = try week.desk.program.start(
      [
        "run", "--now", Desk.now, "--recipients", "readers.csv", "--via",
        "smtp://127.0.0.1:\(week.smtp.port)",
      ], inShell: #"{ "$0" "$@"; echo $? > status; } 2>&1 | true"#)
    #expect(await shell.end().status == 0)
    #expect(try week.desk.text("status") == "0\n")
    #expect(week.smtp.mails.count == 2)
  }

  /// Killed while two messages are on the wire: both are named, everybody else gets it once.
  @Test(arguments: ["run", "send"])
  func losesNobodyWhenItIsKilled(goingOnWith command: String) async throws {
    let readers = (10..<50).map { "reader\($0)@example.org" }
    let server = Stalling()
    var script = SMTPScript()
    script.body = { $0 < 10 || server.isAwake ? .reply("250 2.0.0 queued") : .silence }
    let week = try week(readers, script)
    defer { week.smtp.stop() }
    let way = [
      "--recipients", "readers.csv", "--via", "smtp://127.0.0.1:\(week.smtp.port)",
      "--connections", "2",
    ]
    let running = try week.desk.program.start(["run", "--now", Desk.now] + way)
    let end = Task { await running.end() }
    while week.smtp.mails.count < 11, running.isRunning {
      try await Task.sleep(for: .milliseconds(10))
    }
    let meanwhile = try await week.desk.run("status", "--json")
    #expect(meanwhile.json["sending"] as? Bool == true)
    #expect(
      meanwhile.json["counts"] as? [String: Int] == [
        "intended": 2, "accepted": 9, "refused": 0, "deferred": 0, "unknown": 0,
      ])
    let besides = try await week.desk.run(["send"] + way)
    #expect(besides.status == 2)
    #expect(besides.errors.hasPrefix("error: outbox/ledger.sqlite: another send is running"))
    running.kill()
    #expect(await end.value.status == -SIGKILL)
    server.wake()

    let status = try await week.desk.run("status", "--json")
    #expect(status.status == 0)
    #expect(status.json["sending"] as? Bool == false)
    let entries = status.json["readers"] as? [[String: Any]] ?? []
    #expect(entries.map { $0["state"] as? String } == ["unknown", "unknown"])
    let unknown = Set(entries.compactMap { $0["address"] as? String })
    let words = try await week.desk.run("status")
    for address in unknown { #expect(words.output.contains("\nunknown  \(address)  ")) }

    let goOn = command == "run" ? ["run", "--now", Desk.now] : ["send", "2025-03-01"]
    let second = try await week.desk.run(goOn + way)
    #expect(second.status == 1)
    #expect(second.output.contains("\nsent      29\nhad it    9\n"))
    for address in unknown { #expect(second.errors.contains("unknown: \(address): ")) }
    let received = week.smtp.readers
    #expect(Set(received.keys) == Set(readers))
    #expect(received.values.allSatisfy { $0 == 1 })

    let third = try await week.desk.run(goOn + way)
    #expect(third.status == (command == "run" ? 3 : 1))
    #expect(week.smtp.readers == received)
  }

  /// Asked to end, it sees to what is on the wire, and leaves the rest for another run.
  @Test(arguments: [SIGTERM, SIGINT])
  func stopsInGoodOrderWhenItIsAskedTo(signal: Int32) async throws {
    let readers = (10..<50).map { "reader\($0)@example.org" }
    let server = Stalling()
    var script = SMTPScript()
    script.body = {
      $0 < 5 || server.isAwake
        ? .reply("250 2.0.0 queued") : .late("250 2.0.0 queued", microseconds: 200_000)
    }
    let week = try week(readers, script)
    defer { week.smtp.stop() }
    let running = try week.desk.program.start([
      "run", "--now", Desk.now, "--recipients", "readers.csv", "--via",
      "smtp://127.0.0.1:\(week.smtp.port)", "--connections", "2",
    ])
    running.kill(signal) { [smtp = week.smtp] in smtp.mails.count >= 6 }
    let stopped = await running.end()
    server.wake()
    #expect(stopped.status == 1)
    #expect(
      stopped.errors.hasSuffix("error: stopped on request; another run goes on from here\n"))
    let status = try await week.desk.run("status", "--json")
    #expect((status.json["readers"] as? [Any])?.isEmpty == true)
    #expect((status.json["counts"] as? [String: Int])?["accepted"] == week.smtp.mails.count)
    #expect(week.smtp.mails.count < 40)

    let next = try await week.run(Desk.now)
    #expect(next.status == 0)
    #expect(Set(week.smtp.readers.keys) == Set(readers))
    #expect(week.smtp.readers.values.allSatisfy { $0 == 1 })
  }

  /// Whether a server answers again.
  private final class Stalling: Sendable {
    private let awake = Mutex(false)

    var isAwake: Bool { awake.withLock { $0 } }
    func wake() { awake.withLock { $0 = true } }
  }
}
