import Foundation
import Testing

/// `tidings.yml`, and the options that go before it.
@Suite struct SettingsTests {
  /// What `tidings select` says of a configuration.
  @Test(arguments: [
    (
      "articles:\n  folder: articles\nselection:\n  tag: [a]\n",
      "c.yml:4: unknown key 'selection.tag', did you mean 'selection.tags'?"
    ),
    ("artcles:\n  folder: articles\n", "c.yml:1: unknown key 'artcles', did you mean 'articles'?"),
    ("folder: articles\n", "c.yml:1: unknown key 'folder', did you mean 'articles.folder'?"),
    (
      "colours: many\n", "c.yml:1: unknown key 'colours'; 'tidings help config' lists the keys"
    ),
    (
      "articles:\n  folder: articles\nselection:\n  tags: {a: b}\n",
      "c.yml:4: 'selection.tags': expected a list of texts"
    ),
    ("articles:\n  folder: [a, b]\n", "c.yml:2: 'articles.folder': expected a text"),
    ("articles: here\n", "c.yml:1: 'articles' expects keys of its own below it"),
    (
      "articles:\n  folder: articles\nselection:\n  limit: many\n",
      "c.yml:4: 'selection.limit': 'many' is no whole number from 1 to 1000000"
    ),
    (
      "articles:\n  folder: articles\nselection:\n  limit: 0\n",
      "c.yml:4: 'selection.limit': '0' is no whole number from 1 to 1000000"
    ),
    (
      "articles:\n  folder: articles\nselection:\n  since: soonish\n",
      "c.yml:4: 'selection.since': 'soonish' is no point in time, expected 7d, 36h, 2w, a date such as 2025-02-01, or last-edition"
    ),
    (
      "articles:\n  folder: articles\nselection:\n  order: newst\n",
      "c.yml:4: 'selection.order': unknown order 'newst', expected newest, oldest, title, did you mean 'newest'?"
    ),
    (
      "articles:\n  folder: articles\nselection:\n  states: [drft]\n",
      "c.yml:4: 'selection.states': unknown state 'drft', expected published, draft, scheduled, expired, undated, redirect, did you mean 'draft'?"
    ),
    (
      "articles:\n  folder: articles\n  base-url: nope\n",
      "c.yml:3: 'articles.base-url': 'nope' is no web address, expected one such as https://example.org"
    ),
    (
      "newsletter:\n  time-zone: Mars/Base\n",
      "c.yml:2: 'newsletter.time-zone': 'Mars/Base' is no time zone, expected one such as UTC or Europe/Lisbon"
    ),
    (
      "articles:\n  folder: ${ARTICLES_DIR}\n",
      "c.yml:2: 'articles.folder': the environment variable 'ARTICLES_DIR' is not set"
    ),
    (
      "articles:\n  folder: a\n  folder: b\n",
      "c.yml:2: this is not YAML: the key 'folder' stands twice"
    ),
    ("- articles\n", "c.yml:1: expected keys and values"),
  ])
  func tellsWhatIsWrongAndWhere(text: String, reason: String) async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write(text, to: "c.yml")
    let run = try await desk.run("select", "--config", "c.yml", "--now", Desk.now)
    #expect(run == Run(status: 2, output: "", errors: "error: \(reason)\n"))
  }

  /// What `tidings compose` says of an option: not the file is to blame.
  @Test(arguments: [
    (
      ["--since", "soon"],
      "--since: 'soon' is no point in time, expected 7d, 36h, 2w, a date such as 2025-02-01, or last-edition"
    ),
    (
      ["--order", "newst"],
      "--order: unknown order 'newst', expected newest, oldest, title, did you mean 'newest'?"
    ),
    (
      ["--base-url", "foo"],
      "--base-url: 'foo' is no web address, expected one such as https://example.org"
    ),
    (
      ["--time-zone", "Mars"],
      "--time-zone: 'Mars' is no time zone, expected one such as UTC or Europe/Lisbon"
    ),
    (
      ["--name", "a\nBcc: b"],
      "--name: it has a line break or another control character, expected one line"
    ),
    (
      ["--subject", "a\r\nBcc: b"],
      "--subject: it has a line break or another control character, expected one line"
    ),
    (
      ["--from", "a\nb <x@y.example>"],
      #"--from: 'a\nb <x@y.example>' is no mail address: it holds a control character or a line end, expected one line of text"#
    ),
    (
      ["--now", "yesterday"], "--now is 'yesterday', expected a time such as 2025-03-01T09:00:00Z"
    ),
    (
      ["--network", "twitter"],
      "--network: unknown network 'twitter', did you mean 'x'? Known networks: "
        + "x, mastodon, bluesky, linkedin, threads, facebook, telegram, discord, slack, reddit, hackernews, devto, or all"
    ),
    (
      ["--edition", "../up"],
      "'../up' cannot name an edition, expected letters, digits, '-', '_' and '.', at most 80"
    ),
    (["--templates", "none"], "none: no such folder of templates"),
    (["--config", "none.yml"], "none.yml: the file cannot be read: No such file or directory"),
  ])
  func tellsWhichOptionIsWrong(options: [String], reason: String) async throws {
    let desk = try Desk()
    try desk.furnish()
    let now = options.contains("--now") ? [] : ["--now", Desk.now]
    let run = try await desk.run(["compose"] + now + options)
    #expect(run == Run(status: 2, output: "", errors: "error: \(reason)\n"))
    #expect(!desk.exists("outbox"))
  }

  @Test func optionsGoBeforeTheFile() async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.configure("selection:\n  limit: 1\noutbox: file-outbox\n")
    let byFile = try await desk.run("compose", "--now", Desk.now, "--json")
    #expect(byFile.json["picked"] as? Int == 1)
    #expect(byFile.json["path"] as? String == "file-outbox/2025-03-01")
    let byOption = try await desk.run(
      "compose", "--now", Desk.now, "--json", "--limit", "2", "--outbox", "option-outbox",
      "--subject", "By option")
    #expect(byOption.json["picked"] as? Int == 2)
    #expect(byOption.json["path"] as? String == "option-outbox/2025-03-01")
    #expect(byOption.json["subject"] as? String == "By option")
  }

  /// Paths of a configuration start at its own folder, those of options at the working directory.
  @Test func pathsStartAtTheConfiguration() async throws {
    let desk = try Desk()
    try desk.write("---\ndate: 2025-02-20\ntitle: Inside\n---\nText.\n", to: "site/posts/a.md")
    try desk.write("---\ndate: 2025-02-20\ntitle: Outside\n---\nText.\n", to: "posts/a.md")
    try desk.write("Welcome to the harbour.\n", to: "site/intro.md")
    try desk.write(
      "newsletter:\n  intro: intro.md\narticles:\n  folder: posts\noutbox: out\n",
      to: "site/tidings.yml")
    let config = ["compose", "--config", "site/tidings.yml", "--now", Desk.now]
    let run = try await desk.run(config + ["--json"])
    #expect(run.status == 0)
    #expect(run.json["path"] as? String == "site/out/2025-03-01")
    #expect(run.json["subject"] as? String == "Tidings: Inside")
    #expect(try desk.text("site/out/2025-03-01/digest.txt").contains("Welcome to the harbour."))
    let other = try await desk.run(
      config + ["--articles", "posts", "--outbox", "o", "--json"])
    #expect(other.json["path"] as? String == "o/2025-03-01")
    #expect(other.json["subject"] as? String == "Tidings: Outside")
  }

  @Test func readsValuesFromTheEnvironment() async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write(
      "newsletter:\n  name: The ${PLACE} News\narticles:\n  folder: articles\n", to: "c.yml")
    desk.environment["PLACE"] = "Quay"
    let run = try await desk.run("compose", "--config", "c.yml", "--now", Desk.now, "--json")
    #expect(run.json["subject"] as? String == "The Quay News: The second tide, and 1 more")
  }

  @Test(arguments: ["password", "token"])
  func refusesASecretThatIsWrittenDown(key: String) async throws {
    let desk = try Desk()
    try desk.furnish()
    _ = try await desk.compose()
    let via = key == "token" ? "postmark" : "smtp://ana@127.0.0.1:2525"
    try desk.configure("send:\n  via: \(via)\n  recipients: readers.csv\n  \(key): hunter2\n")
    let run = try await desk.run("send")
    #expect(
      run
        == Run(
          status: 2, output: "",
          errors:
            "error: tidings.yml:13: 'send.\(key)': a secret is never written here, expected ${NAME} or 'send.\(key)-file'\n"
        ))
  }

  @Test(arguments: [["help", "config"], ["config"]])
  func listsEveryKey(arguments: [String]) async throws {
    let run = try await Desk().run(arguments)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for section in [
      "newsletter", "digest", "utm", "articles", "selection", "snippets", "unsubscribe", "send",
    ] {
      #expect(run.output.contains("\n\(section):\n") || run.output.hasPrefix("\(section):\n"))
    }
    for key in [
      "name", "from", "reply-to", "url", "postal-address", "language", "time-zone", "subject",
      "preheader", "intro", "folder", "base-url", "permalink", "tags", "all-tags", "without-tags",
      "since", "until", "limit", "minimum", "order", "states", "networks", "mastodon-instance",
      "mail", "via", "recipients", "user", "password", "password-file", "token", "token-file",
      "ca-file", "allow-plaintext", "per-second", "connections", "content", "words", "contents",
      "sections", "fit", "links", "pictures", "source", "medium", "campaign", "term",
    ] {
      #expect(run.output.contains("\n  \(key):"), "\(key) is not listed")
    }
    let lines = run.output.split(separator: "\n").drop { $0 != "newsletter:" }
      .prefix { !$0.hasPrefix("USAGE") }
    for line in lines {
      #expect(line.count <= 80 && (line.hasSuffix(":") || line.contains("  ")), "\(line)")
    }
    for key in ["outbox", "templates", "wording"] { #expect(run.output.contains("\n\(key):")) }
  }
}
