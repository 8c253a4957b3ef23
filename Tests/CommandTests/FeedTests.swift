import Foundation
import LoopbackServers
import Testing

/// Feeds beside a folder, and in place of one.
@Suite struct FeedTests {
  private static func feed(_ items: (title: String, day: String)...) -> String {
    let entries = items.map { item in
      """
      <item><title>\(item.title)</title><link>https://partner.example.net/\(item.title)</link>
      <pubDate>\(item.day) Feb 2025 10:00:00 GMT</pubDate><description>Words.</description></item>
      """
    }
    return """
      <rss version="2.0"><channel><title>Partner</title><link>https://partner.example.net/</link>
      \(entries.joined())</channel></rss>
      """
  }

  private func picked(_ edition: String, at desk: Desk) throws -> [String] {
    let json =
      try JSONSerialization.jsonObject(with: desk.read("outbox/\(edition)/edition.json"))
      as? [String: Any]
    return (json?["articles"] as? [[String: Any]] ?? [])
      .filter { $0["picked"] as? Bool == true }.compactMap { $0["title"] as? String }
  }

  @Test func severalSourcesMakeOneEdition() async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write(Self.feed(("Reeds", "21")), to: "partner.xml")
    try desk.write(
      Self.feed(("Reeds", "21"))
        .replacing(
          "partner.example.net/Reeds", with: "www.harbour.example.org/second/?utm_source=x"),
      to: "copy.xml")
    let run = try await desk.run(
      "compose", "--now", Desk.now, "--feed", "partner.xml", "--feed", "copy.xml")
    #expect(run.status == 0)
    #expect(try picked("2025-03-01", at: desk) == ["Reeds", "The second tide", "The first tide"])
    let explained = try await desk.run(
      "select", "--now", Desk.now, "--feed", "copy.xml", "--explain")
    #expect(explained.output.contains("another source's copy of second.md, which is picked"))
  }

  @Test func aFeedAloneIsEnough() async throws {
    let desk = try Desk()
    try desk.write(Self.feed(("Reeds", "21")), to: "partner.xml")
    let run = try await desk.run("select", "--feed", "partner.xml", "--now", Desk.now)
    #expect(
      run == Run(status: 0, output: "+ 2025-02-21  Reeds\n", errors: "1 picked, left out none\n"))
    let none = try await desk.run("select", "--feed", "nowhere.xml", "--now", Desk.now)
    #expect(none.status == 2)
    #expect(none.output.isEmpty)
    #expect(none.errors.hasPrefix("error: no source could be read: nowhere.xml: the file cannot"))
  }

  @Test func aBrokenSourceStopsNoOther() async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write("<html><body>Log in</body></html>", to: "page.xml")
    let compose = try await desk.run("compose", "--now", Desk.now, "--feed", "page.xml")
    #expect(compose.status == 1)
    #expect(compose.errors.hasPrefix("page.xml: error: this is a web page, expected a feed"))
    #expect(compose.output.contains("\npicked    2\n"))
    #expect(try await desk.run("check").status == 0)

    try desk.write(Self.feed(("Reeds", "30")), to: "partner.xml")
    let odd = try await desk.run("compose", "--now", Desk.now, "--feed", "partner.xml")
    #expect(odd.errors.contains("'pubDate' is '30 Feb 2025 10:00:00 GMT'"))
    #expect(odd.output.contains("\npicked    2\n"))
    #expect(try await desk.run("check").status == 0)

    let noFolder = try await desk.run(
      "compose", "--now", Desk.now, "--articles", "nowhere", "--feed", "partner.xml")
    #expect(noFolder.status == 1)
    #expect(noFolder.errors.contains("nowhere: error: no such folder"))

    let quiet = try await desk.run(
      "compose", "--now", Desk.now, "--feed", "page.xml", "--since", "1d")
    #expect(quiet.status == 1)
    #expect(quiet.errors.hasSuffix("a source cannot be read: nothing is composed\n"))
  }

  /// What a feed could not show in one week goes out in the next, and once.
  @Test(arguments: [false, true])
  func aBadWeekLosesNothing(hasCopy: Bool) async throws {
    let good = Self.feed(("Reeds", "21"))
    let later = Self.feed(("Reeds", "21"), ("Sedge", "25"))
    let server = try ScriptedHTTP { count in
      switch count {
      case 1: hasCopy ? .answer(200, good, headers: ["ETag: \"1\""]) : .answer(500, "")
      case 2: .answer(hasCopy ? 200 : 500, "<html><body>Log in</body></html>")
      default: .answer(200, later)
      }
    }
    defer { server.stop() }
    let desk = try Desk()
    try desk.furnish()
    let url = "http://127.0.0.1:\(server.port)/feed"
    func run(_ now: String) async throws -> Run {
      try await desk.run(
        "run", "--via", "outbox", "--recipients", "readers.csv", "--now", now, "--feed", url)
    }
    _ = try await run("2025-02-22T09:00:00Z")
    #expect(try picked("2025-02-22", at: desk).contains("Reeds") == hasCopy)
    try desk.article("third", date: "2025-02-23", title: "Third")
    let second = try await run("2025-02-26T09:00:00Z")
    #expect(second.errors.contains(hasCopy ? "the copy of 2025-02-22 is used" : "answered 500"))
    #expect(try picked("2025-02-26", at: desk) == ["Third"])
    #expect(try await run("2025-03-01T09:00:00Z").status == 0)
    #expect(try picked("2025-03-01", at: desk) == (hasCopy ? ["Sedge"] : ["Sedge", "Reeds"]))
    #expect(try await run("2025-03-03T09:00:00Z").status == 3)
  }

  @Test func gitTellsTheDayOfAnUndatedFile() async throws {
    let desk = try Desk()
    try desk.write(
      "---\ntitle: Undated\n---\nWords enough to know it again by.\n", to: "posts/a.md")
    func git(_ arguments: String..., day: String = "2025-02-20") throws {
      let process = Foundation.Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["git", "-C", desk.path] + arguments
      process.environment = ProcessInfo.processInfo.environment.merging(
        [
          "GIT_AUTHOR_DATE": "\(day)T10:00:00Z", "GIT_COMMITTER_DATE": "\(day)T10:00:00Z",
          "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.org",
          "GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@example.org",
          "GIT_CONFIG_GLOBAL": "/dev/null",
        ]) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    try git("init", "-q")
    try git("add", "posts")
    try git("commit", "-qm", "first")
    try git("mv", "posts/a.md", "posts/b c.md")
    try git("commit", "-qm", "second", day: "2025-02-25")
    let without = try await desk.run("select", "--articles", "posts", "--now", Desk.now, "--all")
    #expect(without.output == "- ----------  Undated\n")
    let with = try await desk.run(
      "select", "--articles", "posts", "--now", Desk.now, "--git-dates", "--json")
    #expect(with.jsonList.first?["date"] as? String == "2025-02-20T10:00:00Z")
    #expect(with.jsonList.first?["dateSource"] as? String == "git")
    #expect(with.jsonList.first?["summary"] as? String == "Words enough to know it again by.")
    let elsewhere = try Desk()
    try elsewhere.write("Words.", to: "posts/a.md")
    let none = try await elsewhere.run(
      "select", "--articles", "posts", "--now", Desk.now, "--git-dates")
    #expect(none.status == 2)
    #expect(none.errors.contains("git knows no commits of it"))
  }
}
