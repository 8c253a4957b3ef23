import Foundation
import Testing

@testable import TidingsCommand

/// `tidings snippets`: posts to paste, to copy and to share.
@Suite struct SnippetsTests {
  private func desk(_ more: String = "") throws -> Desk {
    let desk = try Desk()
    try desk.furnish()
    try desk.configure(more)
    try desk.article("2024-01-05-old-harbour", date: "2024-01-05", title: "The old harbour")
    return desk
  }

  private func snippets(_ desk: Desk, _ arguments: String...) async throws -> Run {
    try await desk.run(["snippets", "--now", Desk.now] + arguments)
  }

  @Test func theJSONIsThatOfTheEdition() async throws {
    let desk = try desk()
    _ = try await desk.compose()
    let run = try await snippets(desk, "--json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == (try desk.text("outbox/2025-03-01/snippets.json")))
  }

  /// By id, address, path, slug or file name; whether it is picked or not.
  @Test(arguments: [
    "https://harbour.example.org/old-harbour/", "2024-01-05-old-harbour.md",
    "articles/2024-01-05-old-harbour.md", "old-harbour",
    "2024-01-05-old-harbour",
  ])
  func anArticleIsNamed(name: String) async throws {
    let desk = try desk()
    let run = try await snippets(
      desk, "--article", name, "--network", "x", "--since", "30d", "--json")
    let found = run.json["snippets"] as? [[String: Any]] ?? []
    #expect(found.count == 1, "\(run.errors)")
    #expect((found.first?["text"] as? String)?.contains("The old harbour") == true)
  }

  /// The path that a shell completes, however the folder is named and wherever the program runs.
  @Test(arguments: [
    ("", "s/a/same.md", "./s"), ("", "./s/a/same.md", "s"), ("", "s/a/same.md", "$PWD/s"),
    ("", "$PWD/s/a/same.md", "s"), ("", "s//a/./same.md", "s/"), ("", "s/b/../a/same.md", "s"),
    ("", "$PWD/t/../s/a/same.md", "./t/../s"), ("", "link/a/same.md", "s"),
    ("", "s/a/same.md", "link"), ("s/a", "./same.md", ".."), ("s/a", "../a/same.md", "../../s"),
    ("t", "../s/a/same.md", "../s"), ("s", "a/same.md", "."), ("s", "./a/same.md", "."),
    ("", "a/same.md", "s"),
  ])
  func anArticleIsNamedByThePathThatIsTyped(
    from here: String, name: String, folder: String
  ) async throws {
    let desk = try Desk()
    for (place, title) in [("s/a", "One"), ("s/b", "Two"), ("s", "Three"), ("t/a", "Four")] {
      try desk.write(
        "---\ntitle: \(title)\ndate: 2025-02-11\n---\nWords.", to: place + "/same.md")
    }
    try FileManager.default.createSymbolicLink(
      atPath: desk.path + "/link", withDestinationPath: "s")
    func whole(_ path: String) -> String {
      path.replacingOccurrences(of: "$PWD", with: desk.path)
    }
    let program = Program(folder: desk.path + "/" + here)
    let arguments = ["--articles", whole(folder), "--article", whole(name), "--network", "x"]
    let run = try await program.run(["snippets", "--json", "--now", Desk.now] + arguments)
    let snippets = run.json["snippets"] as? [[String: Any]] ?? []
    let texts = snippets.compactMap { $0["text"] as? String }
    #expect(texts.map { $0.prefix(3) } == ["One"], "\(run.errors)")
    #expect(!desk.exists("s/outbox"))
  }

  @Test func aPathOfAnotherFolderNamesNothing() async throws {
    let desk = try desk()
    try desk.write("---\ntitle: Other\n---\nWords.", to: "other/first.md")
    for name in ["other/first.md", "articles/none.md", "articles", "/", "."] {
      let run = try await snippets(desk, "--article", name)
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("error: no article '\(name)' among the 3 known, "))
    }
  }

  @Test func articlesAreNamedInOrder() async throws {
    let desk = try desk()
    let run = try await snippets(
      desk, "--article", "second", "--article", "first", "--article", "second", "--network", "x")
    let heads = run.output.split(separator: "\n").filter { $0.hasPrefix("--- ") }
    #expect(heads.map { $0.suffix(16) } == [" The second tide", "· The first tide"])
  }

  @Test(arguments: [
    (["--article", "secnd"], "no article 'secnd' among the 3 known, did you mean 'second'?"),
    (
      ["--article", "nothing-of-this-kind"],
      "no article 'nothing-of-this-kind' among the 3 known, expected an id, an address, a path, a slug or a file name"
    ),
    (["--network", "blusky"], "--network: unknown network 'blusky', did you mean 'bluesky'?"),
    (["--copy", "--json"], "--copy and --json do not go together"),
    (["--part", "1"], "--part goes with --copy"),
    (
      ["--copy", "--network", "x"],
      "--copy takes one snippet, and there are 3: give --article NAME and --network NAME"
    ),
    (
      ["--copy", "--network", "x", "--article", "first", "--part", "2"],
      "--part is 2, expected 1"
    ),
  ])
  func whatIsNotClearIsAnError(arguments: [String], words: String) async throws {
    let run = try await desk().run(["snippets", "--now", Desk.now] + arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func anAmbiguousNameListsThePaths() async throws {
    let desk = try desk()
    try desk.article("a/tide", date: "2025-02-11", title: "One")
    try desk.article("b/tide", date: "2025-02-12", title: "Two")
    let run = try await snippets(desk, "--article", "tide")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "error: 'tide' names 2 articles, give the path of one: 'b/tide.md', 'a/tide.md'\n")
    let one = try await snippets(desk, "--article", "a/tide.md", "--network", "x")
    #expect(one.status == 0)
    #expect(one.output.contains("One"))
  }

  @Test func theUsualNetworksAndAll() async throws {
    let desk = try desk()
    func networks(_ arguments: String...) async throws -> [String] {
      let run = try await desk.run(
        ["snippets", "--json", "--article", "first", "--now", Desk.now] + arguments)
      return (run.json["snippets"] as? [[String: Any]] ?? []).compactMap {
        $0["network"] as? String
      }
    }
    #expect(try await networks() == ["x", "mastodon", "bluesky", "linkedin", "threads"])
    let limits = try await desk.run("limits", "--json")
    let every = (limits.json["limits"] as? [[String: Any]] ?? []).compactMap {
      $0["network"] as? String
    }
    #expect(every.count >= 5)
    #expect(try await networks("--network", "ALL") == every)
    #expect(try await networks("--network", "threads", "--network", "X") == ["threads", "x"])
  }

  @Test func shareAddressesAlone() async throws {
    let run = try await snippets(desk(), "--open", "--article", "first", "--network", "x")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("https://x.com/intent/tweet?text="))
    #expect(run.output.split(separator: "\n").count == 1)
  }

  /// LinkedIn's page takes an address only, which this article has not.
  @Test func whatCannotBeSharedIsNamed() async throws {
    let desk = try Desk()
    try desk.article("first", date: "2025-02-10", title: "The first tide")
    let run = try await desk.run(
      "snippets", "--open", "--articles", "articles", "--network", "linkedin", "--network", "x",
      "--now", Desk.now)
    #expect(run.status == 1)
    #expect(
      run.errors
        == "error: LinkedIn, The first tide: the article has no address to share"
        + " (give 'url' in it or --base-url)\n")
    #expect(run.output.split(separator: "\n").count == 1)
    let none = try await desk.run(
      "snippets", "--open", "--articles", "articles", "--network", "discord", "--now", Desk.now)
    #expect(none.status == 1)
    #expect(
      none.errors
        == "error: Discord, The first tide: the network has no page that takes it by an address\n")
  }

  /// The address alone, or the clipboard, looks like success.
  @Test func whatIsRefusedIsNamedWhereverItGoes() async throws {
    let desk = try desk("snippets:\n  limits: {x: 10}")
    let opened = try await snippets(desk, "--open", "--article", "first", "--network", "x")
    #expect(opened.status == 1)
    #expect(opened.output.hasPrefix("https://x.com/intent/tweet?url="))
    #expect(opened.errors.hasPrefix("warning: X, The first tide: refused: "), "\(opened.errors)")
    #expect(opened.errors.contains("over the limit of 10"))
    let copied = try await copied(desk, "--article", "first", "--network", "x")
    #expect(copied.output.contains("copied, though it is refused: X, The first tide"))
    #expect(copied.output.contains("warning: X, The first tide: refused: "), "\(copied.output)")
    #expect(copied.status == 1)
  }

  @Test func nothingToCopyIsSaidWithItsReason() async throws {
    let run = try await snippets(desk(), "--copy", "--since", "2025-02-25")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "error: nothing to copy: no article picked, left out 3 before the window;"
        + " give --article NAME\n")
  }

  @Test func untrustedTextMovesNoCursor() async throws {
    let desk = try desk()
    try desk.write(
      "---\ntitle: \"A\\e]52;c;eA==\\a title\\e[2J\"\ndate: 2025-02-25\n---\nWords.\n",
      to: "articles/evil.md")
    let run = try await snippets(desk, "--article", "evil")
    #expect(run.output.contains("title"))
    #expect(!run.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!run.errors.contains("\u{1B}"))
  }

  // MARK: The clipboard

  /// In a terminal of its own; what it shows, with the escapes.
  private func copied(_ desk: Desk, _ arguments: String...) async throws -> Run {
    // `script` needs the command as one text; the names in it are plain.
    let command = arguments.joined(separator: " ")
    return try await desk.program.start(
      [], inShell: "exec script -qec \"$0 snippets --now \(Desk.now) --copy \(command)\" /dev/null"
    ).end()
  }

  @Test func theClipboardGetsTheTextItself() async throws {
    let desk = try desk()
    let json = try await snippets(desk, "--article", "first", "--network", "x", "--json")
    let text = try #require((json.json["snippets"] as? [[String: Any]])?.first?["text"] as? String)
    let run = try await copied(desk, "--article", "first", "--network", "x")
    let order = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
    #expect(run.output.contains(order), "\(run)")
    #expect(run.output.contains("copied: X, The first tide"))
    desk.environment = ["TMUX": "/tmp/tmux-0/default,1,0"]
    let wrapped = try await copied(desk, "--article", "first", "--network", "x")
    #expect(wrapped.output.contains("\u{1B}Ptmux;\u{1B}" + order + "\u{1B}\\"))
  }

  @Test func withoutATerminalNothingIsCopied() async throws {
    let desk = try desk()
    let run = try await desk.program.start(
      ["snippets", "--copy", "--article", "first", "--network", "x", "--now", Desk.now],
      inShell: "exec setsid -w \"$0\" \"$@\""
    ).end()
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("error: --copy asks the terminal to fill the clipboard, and "))
  }

  @Test func screenGetsPiecesThatItTakes() {
    let text = String(repeating: "tide ", count: 1_000)
    let sequence = Clipboard.sequence(for: text, environment: ["STY": "1.pts-0"])
    let pieces = sequence.components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.count > 5)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 760 })
    let order = pieces.map { $0.dropFirst(2) }.joined()
    #expect(order == Clipboard.sequence(for: text, environment: [:]))
  }

  // MARK: Settings

  @Test(arguments: [
    ("  networks: [x, blusky]", 11, "'snippets.networks': unknown network 'blusky', did you mean"),
    ("  limits: {twiter: 5}", 11, "'snippets.limits.twiter': unknown network 'twiter'"),
    (
      "  limits:\n    x: many", 12,
      "'snippets.limits.x': 'many' is no whole number from 1 to 1000000"
    ),
    (
      "  networks: [x, foo]", 11,
      "'snippets.networks': unknown network 'foo'. Known networks: x, mastodon, "
    ),
    (
      "  limits: 5", 11,
      "'snippets.limits': expected names with a text each below it, such as {threads: 400}\n"
    ),
    (
      "  attribution: never", 11,
      "'snippets.attribution': expected names with a text each below it, such as {all: shortened}\n"
    ),
    (
      "  accounts: [x]", 11,
      #"such as {linkedin: "urn:li:organization:12345"}"#
    ),
    ("  attribution: {foo: link}", 11, ", hackernews, devto, or all\n"),
    ("  limits: {foo: 7}", 11, ", hackernews, devto\n"),
    ("  limits: {x: 0}", 11, "'snippets.limits.x': '0' is no whole number from 1 to 1000000"),
    (
      "  attribution:\n    x: shortend", 12,
      "'snippets.attribution.x': unknown policy 'shortend', expected always, shortened, link, did you mean 'shortened'?"
    ),
    ("  attribution: {al: link}", 11, "'snippets.attribution.al': unknown network 'al'"),
    ("  accounts: {linkedn: a}", 11, "'snippets.accounts.linkedn': unknown network 'linkedn'"),
    ("  accounts: {x: \"a\\nb\"}", 11, "'snippets.accounts.x': it has a control character"),
    ("  pictures: [blue]", 11, "'snippets.pictures': unknown network 'blue'. Known networks: x, "),
    ("  pictures: [blue]", 11, ", hackernews, devto, or all\n"),
    ("  series: perhaps", 11, "'snippets.series': 'perhaps' is neither true nor false"),
    (
      "  mastodon-instance: https://m.example", 11,
      "'snippets.mastodon-instance': 'https://m.example' is no server; expected a host such as mastodon.social"
    ),
  ])
  func aBadSettingIsNamedWithItsLine(setting: String, line: Int, words: String) async throws {
    let desk = try desk("snippets:\n" + setting)
    let run = try await snippets(desk)
    #expect(run.status == 2)
    #expect(run.errors.contains("tidings.yml:"), "\(run.errors)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains("tidings.yml:\(line):"), "\(run.errors)")
  }

  @Test func aTemplateOfNoNetworkIsAnError() async throws {
    let desk = try desk()
    try desk.write("{{hook}} {{link}} {{attribution}}", to: "tp/snippets/twitter.txt")
    let run = try await snippets(desk, "--templates", "tp")
    #expect(run.status == 2)
    #expect(
      run.errors.hasPrefix(
        "error: tp/snippets/twitter.txt: unknown network 'twitter', did you mean 'x'? Known"),
      "\(run.errors)")
  }

  @Test func limitsOfYourOwnHold() async throws {
    let desk = try desk("snippets:\n  limits: {mastodon: 60}\n  networks: [mastodon]")
    let run = try await snippets(desk, "--article", "first", "--json")
    let found = try #require((run.json["snippets"] as? [[String: Any]])?.first)
    #expect(found["limit"] as? Int == 60)
    #expect((found["count"] as? Int ?? 100) <= 60)
  }

  @Test func thePolicyOfANetworkGoesBeforeThatOfAll() async throws {
    let desk = try desk("snippets:\n  attribution: {all: link, mastodon: always}")
    try desk.write(
      """
      ---
      title: Elsewhere first
      date: 2025-02-21
      canonical_url: https://www.linkedin.com/pulse/elsewhere
      ---
      It was there first. It has a second sentence.
      """, to: "articles/elsewhere.md")
    func text(_ network: String) async throws -> String {
      try await snippets(desk, "--article", "elsewhere", "--network", network).output
    }
    #expect(try await text("mastodon").contains("Originally published on LinkedIn"))
    #expect(try await !text("x").contains("Originally published"))
  }
}
