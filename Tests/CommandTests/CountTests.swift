import Foundation
import Testing

/// `tidings count --json-lines`, and what it prints for people.
@Suite struct CountTests {
  private func lines(_ input: String) async throws -> Run {
    try await Desk().run("count", "--network", "x", "--json-lines", input: input)
  }

  @Test func answersLineByLine() async throws {
    let run = try await lines(
      """
      {"text": "See README.md #go"}

      \t
      {"id": 2, "text": "é 🙂 \\uffff"}\r
      {"text": "\\ud800"}
      """)
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        {"bytes":17,"count":31,"hashtags":["go"],"limit":280,"links":[{"end":13,"start":4,\
        "text":"README.md","url":"https://README.md"}],"mentions":[],"network":"x",\
        "unit":"weighted","valid":true,"warnings":[]}
        {"bytes":11,"count":7,"hashtags":[],"limit":280,"links":[],"mentions":[],"network":"x",\
        "unit":"weighted","valid":false,"warnings":["X refuses U+FEFF, U+FFFE and U+FFFF"]}
        {"bytes":3,"count":2,"hashtags":[],"limit":280,"links":[],"mentions":[],"network":"x",\
        "unit":"weighted","valid":true,"warnings":["half of a surrogate pair was read as U+FFFD, \
        its offsets are those of U+FFFD"]}

        """)
  }

  @Test(arguments: [
    ("", 0, 0, ""), ("\n\n", 0, 0, ""), ("{\"text\":\"a\"}", 0, 1, ""),
    ("\u{FEFF}{\"text\":\"a\"}\n", 0, 1, ""),
    (
      "{\"text\":\"a\"}\n\n{\"txt\":\"b\"}\n{\"text\":\"c\"}\n", 2, 1,
      #"standard input:3: the object has no \"text\", expected a line such as {\"text\": \"Hello\"}"#
    ),
    (
      "a tide\n", 2, 0,
      #"standard input:1: expected a JSON object at byte 1, in a line such as {\"text\": \"Hello\"}"#
    ),
  ])
  func stopsAtALineWithoutText(
    input: String, status: Int32, answers: Int, reason: String
  ) async throws {
    let run = try await lines(input)
    #expect(run.status == status)
    #expect(run.output.split(separator: "\n").count == answers)
    #expect(
      run.errors == (reason.isEmpty ? "" : "{\"reason\":\"\(reason)\",\"severity\":\"error\"}\n"))
  }

  @Test func readsLongLinesAndManyOfThem() async throws {
    let long = "{\"text\":\"" + String(repeating: "a.", count: 300_000) + "\"}\n"
    let input = String(repeating: "{\"text\":\"tide\"}\n", count: 20_000) + long
    let run = try await lines(input)
    let answers = run.output.split(separator: "\n")
    #expect(run.status == 1)
    #expect(answers.count == 20_001)
    #expect(answers.last?.hasPrefix("{\"bytes\":600000,\"count\":600000,") == true)
  }

  /// A program at the other end of the pipe gets its answer before it asks again.
  @Test func answersWhileInputIsOpen() throws {
    let desk = try Desk()
    let run = try desk.program.start(
      ["count", "--network", "x", "--json-lines"],
      inShell: """
        mkfifo questions; "$0" "$@" < questions > answers & exec 3> questions
        echo '{"text": "tide"}' >&3
        until grep -qs count answers; do sleep 0.02; done
        echo answered; exec 3>&-; wait
        """
    ).waitUntilEnd()
    #expect(run == Run(status: 0, output: "answered\n", errors: ""))
  }

  @Test(arguments: [
    ("<.", "", "error: cannot read standard input: Is a directory\n"),
    ("<&-", "", "error: cannot read standard input: it is closed\n"),
    (
      "<.", "--json-lines",
      "{\"reason\":\"cannot read standard input: Is a directory\",\"severity\":\"error\"}\n"
    ),
    (
      "<&-", "--json-lines",
      "{\"reason\":\"cannot read standard input: it is closed\",\"severity\":\"error\"}\n"
    ),
  ])
  func whatCannotBeReadIsAnError(input: String, form: String, errors: String) throws {
    let desk = try Desk()
    let run = try desk.program.start(
      ["count", "--network", "x"], inShell: "exec \"$0\" \"$@\" \(form) \(input)"
    ).waitUntilEnd()
    #expect(run == Run(status: 2, output: "", errors: errors))
    #expect(desk.names(in: ".").isEmpty)
  }

  @Test func refusesBothForms() async throws {
    let run = try await Desk().run("count", "--network", "x", "--json", "--json-lines", input: "a")
    #expect(run.status == 2)
    #expect(run.errors.contains("--json and --json-lines exclude each other."))
  }

  /// One line end is the shell's or the file's own, in either form; a second one is the text's.
  @Test(arguments: [
    ("a", 1), ("a\n", 1), ("a\r\n", 1), ("a\n\n", 2), ("a\r\n\r\n", 3), ("a\r", 2), ("é\r\n", 1),
  ])
  func oneLineEndIsNotPosted(input: String, count: Int) async throws {
    let run = try await Desk().run("count", "--network", "x", "--json", input: input)
    #expect(run.json["count"] as? Int == count)
  }

  @Test func saysWhyATextIsRefusedOnce() async throws {
    let desk = try Desk()
    let long = try await desk.run(
      "count", "--network", "x", input: String(repeating: "a", count: 300))
    #expect(long.status == 1)
    #expect(
      long.output
        == "300 of 280 weighted characters, refused: 20 over the limit of 280 (weighted characters)\n"
    )
    #expect(long.errors.isEmpty)
    let sign = try await desk.run("count", "--network", "x", input: "a\u{FFFF}")
    #expect(sign.status == 1)
    #expect(sign.output.contains(", refused: X refuses U+FEFF, U+FFFE and U+FFFF\n"))
    #expect(sign.errors.isEmpty)
  }

  // MARK: The configuration

  @Test(arguments: [["--json"], ["--json-lines"]])
  func limitsAreThoseOfTheConfiguration(form: [String]) async throws {
    let desk = try Desk()
    func run(_ network: String, _ more: String...) async throws -> [String: Any] {
      try await desk.run(
        ["count", "--network", network] + form + more, input: "{\"text\":\"tide tables\"}"
      ).json
    }
    #expect(try await run("x")["limit"] as? Int == 280)
    try desk.write("snippets:\n  limits: {x: 5}", to: "elsewhere/own.yml")
    #expect(try await run("x", "--config", "elsewhere/own.yml")["limit"] as? Int == 5)
    try desk.write("snippets:\n  limits: {x: 7}", to: "tidings.yml")
    let count = try await run("x")
    #expect(count["limit"] as? Int == 7)
    #expect(count["valid"] as? Bool == false)
  }

  /// What a server said is kept beside the outbox.
  @Test func limitsAreThoseOfTheServerThatWasAsked() async throws {
    let desk = try Desk()
    try desk.write(
      """
      {"asked":"2025-03-01T09:00:00Z","charactersPerLink":30,"instance":"mastodon.social",\
      "maxCharacters":1234}
      """, to: "kept/.tidings/instances/mastodon.social.json")
    let run = try await desk.run(
      "count", "--network", "mastodon", "--json", "--outbox", "kept/outbox",
      input: "https://example.org/")
    #expect(run.json["limit"] as? Int == 1234, "\(run.errors)")
    #expect(run.json["count"] as? Int == 30)
  }

  @Test func aBadConfigurationIsAnError() async throws {
    let desk = try Desk()
    try desk.write("snipets: {}", to: "tidings.yml")
    let run = try await desk.run("count", "--network", "x", input: "a")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("error: tidings.yml:1: unknown key 'snipets'"), "\(run.errors)")
  }

  @Test func tellsPeopleWhatWasFound() async throws {
    let run = try await Desk().run(
      "count", "--network", "x", input: "README.md https://example.org/a #tide @ana")
    #expect(
      run.output == """
        58 of 280 weighted characters
        link README.md to https://README.md
        link https://example.org/a
        hashtag #tide
        mention @ana

        """)
  }
}
