import Foundation
import Testing

/// Each fault is one clear error with the right exit code; nothing is lost or half-written.
@Suite struct BadInputTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.furnish()
    return desk
  }

  @Test(arguments: ["select", "compose", "snippets", "run"])
  func tellsOfAFolderThatIsNotThere(command: String) async throws {
    let desk = try desk()
    let send = command == "run" ? ["--via", "outbox", "--recipients", "readers.csv"] : []
    let none = try await desk.run([command, "--articles", "nowhere"] + send)
    #expect(
      none
        == Run(
          status: 2, output: "",
          errors: "error: nowhere: no such folder, expected a folder of Markdown articles\n"))
    try desk.write("", to: "empty/readme.rst")
    let empty = try await desk.run([command, "--articles", "empty"] + send)
    #expect(
      empty
        == Run(
          status: 2, output: "",
          errors:
            "error: empty: no article in it, expected files that end in .md, .markdown, .mdx or .txt\n"
        ))
    #expect(!desk.exists("outbox"))
  }

  /// The file may belong to the edition: the others go on, and the exit code tells.
  @Test(arguments: [
    (
      "---\ntitle: One: two\ndate: 5/6\n---\nWords.",
      "articles/bad.md:3: error: 'date' is '5/6', expected a date such as 2025-06-05\n"
    ),
    (
      "---\ndate: 2025-02-30\n---\nWords.",
      "articles/bad.md:2: error: 'date' is '2025-02-30', a day that no calendar has\n"
    ),
  ])
  func goesOnWithoutAFileWhoseDateCannotBeRead(text: String, diagnostic: String) async throws {
    let desk = try desk()
    try desk.write(text, to: "articles/bad.md")
    let run = try await desk.compose()
    #expect(run.status == 1)
    #expect(run.errors.hasSuffix(diagnostic))
    #expect(run.output.contains("\npicked    2\n"))
    let check = try await desk.run("check")
    #expect(check.status == 1)
    #expect(check.output.hasPrefix("Errors\n  unreadable  articles/bad.md"))
    let json = try await desk.run("select", "--json", "--now", Desk.now)
    #expect(json.status == 1)
    #expect(json.jsonList.count == 2)
    let last = try #require(json.errors.split(separator: "\n").last)
    let line = try #require(
      try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
    #expect(Set(line.keys) == ["line", "path", "reason", "severity"])
    #expect(line["path"] as? String == "articles/bad.md")
  }

  /// Its name dates it, so that it blocks the editions of its own time only.
  @Test func aBrokenFileBlocksOnlyItsOwnTime() async throws {
    let desk = try desk()
    try FileManager.default.createSymbolicLink(
      atPath: desk.path + "/articles/2024-01-01-bad.md", withDestinationPath: "nowhere")
    let run = try await desk.run("compose", "--since", "30d", "--now", Desk.now)
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("articles/2024-01-01-bad.md: warning: the file cannot be read"))
    #expect(try await desk.run("check").status == 0)
    let wider = try await desk.run("compose", "--since", "2024-01-01", "--now", Desk.now)
    #expect(wider.status == 1)
    #expect(wider.errors.hasPrefix("articles/2024-01-01-bad.md: error: the file cannot be read"))
  }

  @Test(arguments: [
    (
      "\n\n{{#articles}}{{titel}}{{/articles}}",
      "t/digest.html:3: unknown field 'titel', did you mean 'title'?"
    ),
    (
      "{{newsletter.nmae}}",
      "t/digest.html:1: unknown field 'newsletter.nmae', did you mean 'name'?"
    ),
  ])
  func tellsOfAnUnknownField(template: String, reason: String) async throws {
    let desk = try desk()
    try desk.write(template, to: "t/digest.html")
    let run = try await desk.run("compose", "--templates", "t", "--now", Desk.now)
    #expect(run == Run(status: 2, output: "", errors: "error: \(reason)\n"))
    #expect(!desk.exists("outbox"))
  }

  @Test func tellsTheRowOfAReaderWithoutAnAddress() async throws {
    let desk = try desk()
    _ = try await desk.compose()
    let fault =
      "readers.csv:3: 'nope' is no mail address: it has no '@', expected one such as ann@example.org\n"
    try desk.list(["ana@example.org", "nope", "rui@example.net"])
    let send = ["send", "--recipients", "readers.csv", "--via", "outbox"]
    let run = try await desk.run(send)
    #expect(
      run
        == Run(
          status: 2, output: "",
          errors: """
            error: \(fault)error: 1 of 3 readers have no valid address, nothing was sent \
            (--skip-invalid goes on without them)

            """))
    #expect(!desk.exists("outbox/2025-03-01/mail"))
    let skipping = try await desk.run(send + ["--skip-invalid"])
    #expect(skipping.status == 1)
    #expect(skipping.errors.hasPrefix("warning: " + fault))
    #expect(skipping.output.contains("\nsent      2\n"))
    #expect(skipping.output.contains("\nskipped   1\n"))
    #expect(
      desk.names(in: "outbox/2025-03-01/mail") == ["ana@example.org.eml", "rui@example.net.eml"])
  }

  @Test(arguments: [
    (
      "readers.csv", "email,name\nana@example.org,\"Ana\nBcc: eve@example.org\"\n",
      "readers.csv:2: "
    ),
    (
      "readers.jsonl", #"{"email":"ana@example.org","name":"Ana\r\nBcc: eve@example.org"}"#,
      "readers.jsonl:1: "
    ),
    ("readers.jsonl", #"{"email":"ana@example.org\nBcc: eve@example.org"}"#, "readers.jsonl:1: "),
  ])
  func refusesAReaderWithALineBreak(name: String, text: String, place: String) async throws {
    let desk = try desk()
    _ = try await desk.compose()
    try desk.write(text, to: name)
    let run = try await desk.run("send", "--recipients", name, "--via", "outbox")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("error: \(place)"))
    #expect(run.errors.hasSuffix("(--skip-invalid goes on without them)\n"))
    #expect(!desk.exists("outbox/2025-03-01/mail"))
  }

  @Test func tellsOfAListThatIsNotThere() async throws {
    let desk = try desk()
    _ = try await desk.compose()
    let run = try await desk.run("send", "--recipients", "none.csv", "--via", "outbox")
    #expect(
      run
        == Run(
          status: 2, output: "",
          errors: """
            error: none.csv: cannot be read: No such file or directory
            error: the list of readers cannot be used, nothing was sent

            """))
  }

  @Test(arguments: [
    ("file/below", "file/below: the outbox cannot be written: Not a directory"),
    ("file", "file: the outbox cannot be written: File exists"),
  ])
  func tellsOfAnOutboxThatCannotBeWritten(outbox: String, reason: String) async throws {
    let desk = try desk()
    try desk.write("a file", to: "file")
    let before = desk.names(in: ".")
    let compose = try await desk.run("compose", "--now", Desk.now, "--outbox", outbox)
    #expect(compose == Run(status: 2, output: "", errors: "error: \(reason)\n"))
    let run = try await desk.run(
      "run", "--now", Desk.now, "--outbox", outbox, "--via", "outbox", "--recipients",
      "readers.csv")
    #expect(run == compose)
    #expect(desk.names(in: ".").filter { $0 != ".tidings" } == before)
  }

  @Test(arguments: [
    (["check", "none"], "outbox/none: no such edition, compose it first"),
    (["status"], "outbox: no edition in it, compose one first"),
    (["send", "--via", "outbox"], "outbox: no edition in it, compose one first"),
    (
      ["send", "../up", "--via", "outbox"],
      "'../up' cannot name an edition, expected letters, digits, '-', '_' and '.', at most 80"
    ),
  ])
  func tellsOfAnEditionThatIsNotThere(arguments: [String], reason: String) async throws {
    let run = try await Desk().run(arguments)
    #expect(run == Run(status: 2, output: "", errors: "error: \(reason)\n"))
  }

  @Test(arguments: [
    (
      ["--via", "smpt://127.0.0.1:9", "--recipients", "readers.csv"],
      "--via 'smpt://127.0.0.1:9' begins with 'smpt://', expected outbox, smtp://HOST:PORT, smtps://HOST:PORT or postmark; did you mean 'smtp://'?"
    ),
    (
      ["--via", "smtp://u:hunter2@127.0.0.1:9", "--recipients", "readers.csv"],
      "--via 'smtp://u:(hidden)@127.0.0.1:9' has a password in it; secrets come from the environment or a file, never from an argument"
    ),
    (
      ["--recipients", "readers.csv"],
      "no way out: give --via smtp://HOST:PORT or --via outbox, or set send.via"
    ),
    (["--via", "outbox"], "no readers: give --recipients FILE.csv, or set send.recipients"),
  ])
  func tellsWhatIsMissingToSend(options: [String], reason: String) async throws {
    let desk = try desk()
    _ = try await desk.compose()
    let run = try await desk.run(["send"] + options)
    #expect(run == Run(status: 2, output: "", errors: "error: \(reason)\n"))
  }

  /// What an article brings reaches no terminal as a command to it.
  @Test func showsControlCharactersInsteadOfObeyingThem() async throws {
    let desk = try desk()
    try desk.write(
      "---\ntitle: \"Red \\e[31malert\\a \\u202Egnp\"\ndate: 2025-02-25\ntags: [\"a\\e]0;b\"]\n---\nText \u{1B}[2J.\n",
      to: "articles/odd.md")
    for arguments in [
      ["select"], ["select", "--explain"], ["select", "--json"], ["compose"],
      ["compose", "--json"],
      ["snippets"], ["check"], ["status"],
    ] {
      let clock = arguments == ["check"] || arguments == ["status"] ? [] : ["--now", Desk.now]
      let run = try await desk.run(arguments + clock)
      #expect(run.status == 0, "\(arguments): \(run.errors)")
      let isSafe = (run.output + run.errors).unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0 != "\u{202E}")
      }
      #expect(isSafe, "\(arguments)")
    }
  }

  @Test(arguments: [
    (["selct"], "error: unknown command 'selct', did you mean 'select'?\n"),
    (["publish"], "error: unknown command 'publish', 'tidings --help' lists them\n"),
    (
      ["select", "--tagg", "x"],
      "Error: Unknown option '--tagg'. Did you mean '--tag'?\nUsage: tidings select <options>\n  See 'tidings select --help' for more information.\n"
    ),
    (
      ["select", "--limit", "0"],
      "Error: --limit is 0, expected 1 or more\nUsage: tidings select <options>\n  See 'tidings select --help' for more information.\n"
    ),
  ])
  func tellsOfAnUnknownCommandOrOption(arguments: [String], errors: String) async throws {
    let run = try await Desk().run(arguments)
    #expect(run == Run(status: 2, output: "", errors: errors))
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], [], ["select", "--help"], ["compose", "-h"], ["help", "send"],
    ["help", "run"], ["--version"],
  ])
  func helpIsAResult(arguments: [String]) async throws {
    let run = try await Desk().run(arguments)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix(arguments == ["--version"] ? "0.3.0\n" : "OVERVIEW: "))
  }

  @Test func errorsAreJSONWhenAsked() async throws {
    let desk = try desk()
    let run = try await desk.run("select", "--articles", "nowhere", "--json")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(
      run.errors
        == #"{"reason":"nowhere: no such folder, expected a folder of Markdown articles","severity":"error"}"#
        + "\n")
  }
}
