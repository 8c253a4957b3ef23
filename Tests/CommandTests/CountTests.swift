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

  @Test func refusesBothForms() async throws {
    let run = try await Desk().run("count", "--network", "x", "--json", "--json-lines", input: "a")
    #expect(run.status == 2)
    #expect(run.errors.contains("--json and --json-lines exclude each other."))
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
