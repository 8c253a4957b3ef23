import Foundation
import Testing

/// `tidings posted`: what a person posted, on record.
@Suite struct PostedTests {
  private static let time = "2025-03-02T09:14:00Z"
  private static let place = "https://x.com/harbour/status/17"

  private func desk() async throws -> Desk {
    let desk = try Desk()
    try desk.furnish()
    let run = try await desk.compose()
    #expect(run.status == 0)
    return desk
  }

  private func posted(_ desk: Desk, _ arguments: String...) async throws -> Run {
    try await desk.run(["posted", "--now", Self.time] + arguments)
  }

  @Test func snippetsAndPreviewSaySo() async throws {
    let desk = try await desk()
    let before = try desk.tree("outbox/2025-03-01")
    let run = try await posted(desk, "first", "x", Self.place)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        posted  The first tide, on X, 2025-03-02 09:14 \(Self.place)
                outbox/2025-03-01/preview.html

        """)
    let page = try desk.text("outbox/2025-03-01/preview.html")
    #expect(page.contains("datetime=\"2025-03-02T09:14:00Z\">2 March 2025, 09:14</time>"))
    #expect(page.contains("href=\"\(Self.place)\""))
    #expect(page.components(separatedBy: "Posted on").count == 2)
    // Nothing else of the edition changed, and it can be checked and sent.
    var after = try desk.tree("outbox/2025-03-01")
    after["preview.html"] = before["preview.html"]
    #expect(after == before)
    #expect(try await desk.run("check", "latest").status == 0)
    let sent = try await desk.run(
      "send", "latest", "--recipients", "readers.csv", "--via", "outbox", "--now", Self.time)
    #expect(sent.status == 0, "\(sent.errors)")

    let text = try await desk.run(
      "snippets", "--article", "first", "--network", "x", "--now", Self.time)
    #expect(text.output.contains("\nposted 2025-03-02 09:14 \(Self.place)\n"))
    #expect(text.output.contains("warning: X refuses a text equal to the last post\n"))
    let json = try await desk.run(
      "snippets", "--json", "--article", "first", "--network", "x", "--network", "bluesky",
      "--now", Self.time)
    let snippets = json.json["snippets"] as? [[String: Any]] ?? []
    #expect(
      snippets.first?["posted"] as? [String: String] == [
        "time": "2025-03-02T09:14:00Z", "url": Self.place, "by": "hand",
      ])
    #expect(snippets.last?["posted"] == nil)
  }

  @Test func anotherAddressMendsItAndUndoTakesItBack() async throws {
    let desk = try await desk()
    let first = try desk.text("outbox/2025-03-01/preview.html")
    _ = try await posted(desk, "first", "x")
    let again = try await desk.run(
      "posted", "first", "x", Self.place, "--json", "--now", Desk.aWeekLater)
    #expect(again.status == 0)
    #expect(again.json["time"] as? String == "2025-03-02T09:14:00Z")
    #expect(again.json["url"] as? String == Self.place)
    #expect(again.json["previews"] as? [String] == ["outbox/2025-03-01/preview.html"])
    let list = try await posted(desk)
    let id = try #require(again.json["article"] as? String)
    #expect(list.output == "2025-03-02 09:14  x           \(id)  \(Self.place)\n")
    let undone = try await posted(desk, "first", "x", "--undo")
    #expect(undone.status == 0, "\(undone.errors)")
    #expect(undone.output.hasPrefix("undone  The first tide, on X\n"))
    #expect(try desk.text("outbox/2025-03-01/preview.html") == first)
    let twice = try await posted(desk, "first", "x", "--undo")
    #expect(twice.status == 2)
    #expect(twice.errors == "error: 'The first tide' is not on record as posted on X\n")
    let none = try await posted(desk, "--json")
    #expect(none.json["posts"] as? [String] == [])
  }

  /// Composing reads the same ledger: the same bytes, whichever came first.
  @Test func composingAgainGivesTheSameBytes() async throws {
    let desk = try await desk()
    _ = try await posted(desk, "second", "mastodon")
    let renewed = try desk.tree("outbox/2025-03-01")
    try desk.remove("outbox/2025-03-01")
    #expect(try await desk.compose().status == 0)
    #expect(try desk.tree("outbox/2025-03-01") == renewed)
  }

  @Test func anArticleOfNoEditionIsFoundAmongThoseRead() async throws {
    let desk = try Desk()
    try desk.furnish()
    let run = try await posted(desk, "articles/first.md", "Mastodon")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "posted  The first tide, on Mastodon, 2025-03-02 09:14\n")
    // Its text is known, and so is a second one like it.
    let text = try await desk.run(
      "snippets", "--article", "first", "--network", "mastodon", "--now", Self.time)
    #expect(
      text.output.contains("warning: the same text was posted on Mastodon on 2025-03-02\n"),
      "\(text.output)")
    // What is on record goes back also when the article is gone.
    let list = try await posted(desk, "--json")
    let posts = list.json["posts"] as? [[String: Any]] ?? []
    let id = try #require(posts.first?["article"] as? String)
    try desk.remove("articles/first.md")
    #expect(try await posted(desk, id, "mastodon", "--undo").status == 0)
  }

  /// Without a folder that is named the outbox knows it, and the title tells that it is the one.
  @Test func anArticleOfAnEditionIsNamedByItsFile() async throws {
    let desk = try Desk()
    for (place, title) in [("s", "One"), ("s/a", "Two"), ("t", "Three")] {
      try desk.write(
        "---\ntitle: \(title)\ndate: 2025-02-11\n---\nWords.", to: place + "/same.md")
    }
    let composed = try await desk.run(
      "compose", "--articles", "s", "--outbox", "ob", "--since", "30d", "--now", Desk.now)
    #expect(composed.output.contains("\npicked    2\n"), "\(composed)")
    for (name, title) in [
      ("s/a/same.md", "Two"), ("./s/same.md", "One"), (desk.path + "/s/a/same.md", "Two"),
    ] {
      let run = try await posted(desk, name, "mastodon", "--outbox", "ob")
      #expect(run.output.hasPrefix("posted  \(title), on Mastodon"), "\(run.errors)")
    }
    // A file of the same path in another folder is another article, whatever its title.
    try desk.write("---\ntitle: One\ndate: 2025-02-18\n---\nWords.", to: "u/same.md")
    let run = try await posted(desk, "u/same.md", "mastodon", "--outbox", "ob")
    #expect(run.status == 2)
    let read = try await posted(desk, "u/same.md", "x", "--outbox", "ob", "--articles", "u")
    #expect(read.status == 0, "\(read.errors)")
    let listed = try await posted(desk, "--outbox", "ob", "--json").output
    #expect(listed.contains("same (2025-02-18)"), "\(listed)")
    try desk.remove("s/a")
    for name in ["t/same.md", "s/a/same.md"] {
      let run = try await posted(desk, name, "mastodon", "--outbox", "ob")
      #expect(run.status == 2)
      #expect(
        run.errors.hasPrefix("error: no article '\(name)' among the 2 known, "), "\(run.errors)")
    }
  }

  @Test(arguments: [
    (["frst", "x"], "error: no article 'frst' among the 2 known, did you mean 'first'?\n"),
    (["first", "twiter"], "unknown network 'twiter'"),
    (["first"], "error: which network? expected one of x, mastodon, "),
    (["first", "x", "javascript:alert(1)"], "error: 'javascript:alert(1)' is no web address"),
    (["first", "x", "https://x.com/a\u{1B}[2Jb"], "is no web address, expected the post's own"),
    (["first", "x", "https://x.com/a b"], "is no web address"),
    (["--undo"], "--undo takes an article and a network, and no address"),
    (["first", "x", "--undo"], "error: nothing is on record as posted\n"),
  ])
  func whatCannotBeNotedIsAnError(arguments: [String], words: String) async throws {
    let desk = try await desk()
    let run = try await desk.run(["posted"] + arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(!run.errors.contains("\u{1B}"))
    #expect(!desk.exists("outbox/ledger.sqlite"))
  }

  @Test func whereNothingIsKnownItSaysWhatToGive() async throws {
    let run = try await Desk().run("posted", "--outbox", "none", "a", "x")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "error: no article 'a': there is no edition in 'none' and no folder of articles;"
        + " give --articles DIR, or --outbox DIR with an edition in it\n")
  }

  /// The edition has the single post, and a person may have posted the series, or the other way.
  @Test(arguments: [("no", "--thread"), ("yes", "--all")])
  func aSeriesAndItsSinglePostAreOne(inEdition: String, then: String) async throws {
    let desk = try Desk()
    try desk.furnish()
    let tides = (1...40).map { "Tide \($0) came up to the third step of the quay." }
    try desk.write(
      "---\ntitle: The long tide\ndate: 2025-02-11\n---\n" + tides.joined(separator: " "),
      to: "articles/long.md")
    try desk.configure("snippets:\n  networks: [x]\n  series: \(inEdition)")
    #expect(try await desk.compose().status == 0)
    #expect(try await posted(desk, "long", "x").status == 0)
    // The settings of the edition, then the other form.
    let same = try await desk.run("snippets", "--article", "long", "--now", Self.time)
    #expect(same.output.contains("warning: X refuses a text equal to the last post\n"))
    #expect(same.output.contains("-- 1 of ") == (inEdition == "yes"), "\(same.output)")
    if inEdition == "yes" { try desk.configure("snippets:\n  networks: [x]") }
    let other = try await desk.run("snippets", "--article", "long", then, "--now", Self.time)
    #expect(other.output.contains("-- 1 of ") == (inEdition == "no"), "\(other.output)")
    #expect(other.output.contains("warning: X refuses a text equal to the last post\n"))
  }

  /// What the ledger says later renews the page alone, and the same again leaves all as it is.
  @Test func composingAgainLeavesTheEdition() async throws {
    let desk = try await desk()
    func written() throws -> [String: Int] {
      var numbers: [String: Int] = [:]
      for name in try desk.tree("outbox/2025-03-01").keys {
        let file = try FileManager.default.attributesOfItem(
          atPath: "\(desk.path)/outbox/2025-03-01/\(name)")
        numbers[name] = file[.systemFileNumber] as? Int
      }
      return numbers
    }
    _ = try await posted(desk, "second", "mastodon")
    let before = try (desk.tree("outbox/2025-03-01"), written())
    #expect(try await desk.compose().status == 0)
    #expect(try desk.tree("outbox/2025-03-01") == before.0)
    #expect(try written() == before.1)
    // Another ledger: as if the post had never been noted.
    try desk.remove("outbox/ledger.sqlite")
    #expect(try await desk.compose().status == 0)
    let after = try (desk.tree("outbox/2025-03-01"), written())
    #expect(after.0.filter { $0.value != before.0[$0.key] }.map(\.key) == ["preview.html"])
    #expect(after.1.filter { $0.value != before.1[$0.key] }.map(\.key) == ["preview.html"])
    // A page that is gone stops nothing, and comes back.
    try desk.remove("outbox/2025-03-01/preview.html")
    #expect(try await desk.run("check", "latest").status == 0)
    #expect(try await desk.run("status", "latest").status == 0)
    #expect(try await desk.compose().status == 0)
    #expect(try desk.tree("outbox/2025-03-01") == after.0)
  }

  /// An edition that was changed by hand keeps its page, and the post is on record all the same.
  @Test func aBrokenEditionIsNamed() async throws {
    let desk = try await desk()
    try desk.write("changed", to: "outbox/2025-03-01/digest.txt")
    let run = try await posted(desk, "first", "x")
    #expect(run.status == 0)
    #expect(
      run.errors.hasPrefix(
        "warning: the preview of '2025-03-01' stays as it is: outbox/2025-03-01/digest.txt: the file"
      ))
    #expect(try await posted(desk).output.hasPrefix("2025-03-02 09:14  x "))
  }
}
