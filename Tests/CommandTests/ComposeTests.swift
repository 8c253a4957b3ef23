import Foundation
import Testing

/// `tidings compose`: the dry run that freezes an edition.
@Suite struct ComposeTests {
  @Test func printsWhatItWrote() async throws {
    let desk = try Desk()
    try desk.furnish()
    let run = try await desk.compose()
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        edition   2025-03-01
        subject   The Harbour: The second tide, and 1 more
        picked    2
                    The second tide
                    The first tide
        left out  none
        files     outbox/2025-03-01/
                    digest.html
                    digest.txt
                    message.eml
                    snippets.json
                    preview.html
                    edition.json
                    snippets/bluesky/ (2)
                    snippets/linkedin/ (2)
                    snippets/mastodon/ (2)
                    snippets/threads/ (2)
                    snippets/x/ (2)

        """)
  }

  @Test func writesTheKeysOfTheContract() async throws {
    let desk = try Desk()
    let run = try await desk.run(
      "compose", "--articles", Repository.articles, "--tag", "ai", "--tag", "open-source",
      "--since", "30d", "--now", Desk.now, "--json")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(Set(run.json.keys) == ["edition", "path", "subject", "picked", "left", "files"])
    #expect(run.json["edition"] as? String == "2025-03-01")
    #expect(run.json["path"] as? String == "outbox/2025-03-01")
    #expect(run.json["subject"] as? String == "Tidings: The accent we left out, and 6 more")
    #expect(run.json["picked"] as? Int == 7)
    #expect(
      run.json["left"] as? [String: Int] == [
        "beforeWindow": 1, "draft": 1, "expired": 1, "redirect": 1, "scheduled": 1,
        "tagMissing": 5, "undated": 1,
      ])
    let files = try #require(run.json["files"] as? [String])
    #expect(files.sorted() == (try desk.tree("outbox/2025-03-01").keys.sorted()))
  }

  /// Another time zone, another locale, another working directory: the same bytes.
  @Test func writesTheSameBytesAnywhere() async throws {
    let first = try Desk()
    let second = try Desk()
    let third = try Desk()
    let config = Repository.fixtures + "/tidings.yml"
    second.environment = ["TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8"]
    third.environment = ["TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "de_DE.UTF-8"]
    for desk in [first, second, third] {
      let run = try await desk.run(
        "compose", "--config", config, "--outbox", "o", "--now", Desk.now)
      #expect(run.status == 0)
      #expect(desk.names(in: "o") == ["2025-03-01"])
    }
    let tree = try first.tree("o")
    #expect(tree.count > 20)
    #expect(try second.tree("o") == tree)
    #expect(try third.tree("o") == tree)
  }

  @Test func composesTwiceToTheSameBytes() async throws {
    let desk = try Desk()
    try desk.furnish()
    let first = try await desk.compose()
    let tree = try desk.tree("outbox")
    let again = try await desk.compose()
    #expect(again == first)
    #expect(try desk.tree("outbox") == tree)
    try desk.remove("outbox")
    #expect(try await desk.compose() == first)
    #expect(try desk.tree("outbox") == tree)
    #expect(desk.names(in: "outbox") == ["2025-03-01"])
  }

  @Test func replacesAnEditionThatWentNowhere() async throws {
    let desk = try Desk()
    try desk.furnish()
    _ = try await desk.compose()
    let other = try await desk.run("compose", "--now", Desk.now, "--subject", "Another")
    #expect(other.status == 0)
    #expect(other.output.contains("subject   Another\n"))
    #expect(try desk.text("outbox/2025-03-01/message.eml").contains("Subject: Another\r\n"))
    #expect(desk.names(in: "outbox") == ["2025-03-01"])
  }

  @Test func checksWhatWasComposed() async throws {
    let desk = try Desk()
    try desk.furnish()
    _ = try await desk.compose()
    let clean = try await desk.run("check", "latest")
    #expect(clean == Run(status: 0, output: "", errors: "2025-03-01: 0 errors, 0 warnings\n"))
    try desk.write("", to: "bare.yml")
    let bare = try await desk.run(
      "compose", "--config", "bare.yml", "--articles", "articles", "--edition", "bare", "--now",
      Desk.now)
    #expect(bare.status == 0)
    let failed = try await desk.run("check", "bare", "--json")
    #expect(failed.status == 1)
    #expect(Set(failed.json.keys) == ["edition", "errors", "warnings", "findings"])
    #expect(failed.json["edition"] as? String == "bare")
    #expect(failed.json["errors"] as? Int == 2)
    #expect(failed.json["warnings"] as? Int == 3)
    let findings = failed.json["findings"] as? [[String: String]] ?? []
    #expect(
      findings.allSatisfy { Set($0.keys) == ["severity", "rule", "place", "message", "hint"] })
    #expect(
      findings.map { "\($0["severity"] ?? "") \($0["rule"] ?? "")" } == [
        "error sender", "error unsubscribe", "warning article-url", "warning article-url",
        "warning postal-address",
      ])
    let words = try await desk.run("check", "bare")
    #expect(words.status == 1)
    #expect(
      words.output.hasPrefix(
        """
        Errors
          sender  sender  there is no sender
              set newsletter.from, or give --from
        """))
    #expect(words.errors == "bare: 2 errors, 3 warnings\n")
  }

  @Test func refusesAnEditionThatWasChanged() async throws {
    let desk = try Desk()
    try desk.furnish()
    _ = try await desk.compose()
    try desk.write("Something else.", to: "outbox/2025-03-01/digest.txt")
    for command in [["check"], ["send", "--via", "outbox", "--recipients", "readers.csv"]] {
      let run = try await desk.run(command)
      #expect(
        run
          == Run(
            status: 2, output: "",
            errors: """
              error: outbox/2025-03-01/digest.txt: the file was changed after it was composed, \
              compose the edition again

              """))
    }
  }

  @Test func printsSnippets() async throws {
    let desk = try Desk()
    try desk.furnish()
    let run = try await desk.run(
      "snippets", "--network", "x", "--network", "linkedin", "--network", "x", "--limit", "1",
      "--now", Desk.now)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let heads = run.output.split(separator: "\n").filter { $0.hasPrefix("--- ") }
    #expect(heads.count == 2)
    #expect(heads.first?.hasPrefix("--- X · ") == true)
    #expect(heads.last?.hasPrefix("--- LinkedIn · ") == true)
    #expect(run.output.contains("https://harbour.example.org/second"))
    #expect(run.output.contains("\nshare: https://x.com/intent/tweet?text="))
    let json = try await desk.run("snippets", "--json", "--all", "--now", Desk.now)
    #expect(json.status == 0)
    let snippets = json.json["snippets"] as? [[String: Any]] ?? []
    #expect(snippets.count == 10)
    for snippet in snippets {
      #expect(snippet["valid"] as? Bool == true)
      let needed: Set = ["network", "article", "text", "count", "limit", "unit", "valid"]
      #expect(Set(snippet.keys).isSuperset(of: needed))
    }
    let none = try await desk.run("snippets", "--tag", "other", "--now", Desk.now)
    #expect(none.status == 0)
    #expect(none.errors == "no article picked, left out 2 without the tags\n")
  }

  @Test(arguments: [
    ("x", "Hello, harbour", 0, "14 of 280 weighted characters\n", ""),
    ("x", "Hello, harbour\n", 0, "14 of 280 weighted characters\n", ""),
    ("bluesky", "👩‍👩‍👧", 0, "1 of 300 graphemes\n", ""),
    (
      "x", String(repeating: "a", count: 281), 1,
      "281 of 280 weighted characters, refused: 1 over the limit of 280 (weighted characters)\n",
      ""
    ),
    (
      "mastodon", "", 1, "0 of 500 graphemes, refused: there is nothing but white space\n", ""
    ),
    (
      "twitter", "a", 2, "",
      "error: unknown network 'twitter', did you mean 'x'? Known networks: "
        + "x, mastodon, bluesky, linkedin, threads, facebook, telegram, discord, slack, reddit, hackernews, devto\n"
    ),
  ])
  func countsAsANetworkWould(
    network: String, text: String, status: Int32, output: String, errors: String
  ) async throws {
    let run = try await Desk().run("count", "--network", network, input: text)
    #expect(run == Run(status: status, output: output, errors: errors))
  }

  @Test func countsAsJSON() async throws {
    let run = try await Desk().run("count", "--network", "x", "--json", input: "See README.md #go")
    #expect(run.status == 0)
    #expect(
      Set(run.json.keys) == [
        "bytes", "count", "hashtags", "limit", "links", "mentions", "network", "unit", "valid",
        "warnings",
      ])
    #expect(run.json["limit"] as? Int == 280)
    #expect(run.json["valid"] as? Bool == true)
    #expect(run.json["network"] as? String == "x")
  }
}
