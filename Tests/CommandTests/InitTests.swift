import Foundation
import Testing

@testable import TidingsCommand

/// `tidings init`.
@Suite struct InitTests {
  private static let files = [
    ".github/workflows/newsletter.yml", ".newsletter/.gitignore", ".newsletter/intro.md",
    ".newsletter/links.yml", ".newsletter/readers.csv", ".newsletter/systemd/tidings.service",
    ".newsletter/systemd/tidings.timer", ".newsletter/templates/digest.html",
    ".newsletter/templates/digest.txt", ".newsletter/templates/snippets/linkedin.txt",
    ".newsletter/templates/snippets/mastodon.txt", ".newsletter/templates/snippets/post.txt",
    ".newsletter/templates/story.html",
    ".newsletter/templates/story.txt", ".newsletter/templates/theme.css", "tidings.yml",
  ]

  private func blog(title: String = "") throws -> Desk {
    let desk = try Desk()
    try desk.write(
      "baseURL = 'https://www.harbour.example.org/'\nlanguageCode = 'pt-br'\n\(title)",
      to: "hugo.toml")
    try desk.write(
      "---\ntitle: The first tide\ndate: 2025-02-20\n---\nBoats come and go.\n",
      to: "content/posts/first.md")
    return desk
  }

  @Test func aBlogComposesAtOnce() async throws {
    let desk = try blog()
    let run = try await desk.run("init", "--json")
    #expect(run.status == 0)
    let report = try JSONDecoder().decode([String: [String]].self, from: Data(run.output.utf8))
    #expect(report["written"]?.sorted() == Self.files)
    #expect(report["kept"] == [])
    let composed = try await desk.run("compose", "--now", Desk.now)
    #expect(composed.status == 0, "\(composed.errors)")
    #expect(desk.exists(".newsletter/outbox/2025-03-01/message.eml"))
    let message = try desk.text(".newsletter/outbox/2025-03-01/message.eml")
    #expect(message.contains("From: \"harbour.example.org\" <newsletter@harbour.example.org>"))
    #expect(try desk.text(".newsletter/outbox/2025-03-01/digest.html").contains("lang=\"pt-BR\""))
  }

  @Test func theSiteGivesItsName() async throws {
    let desk = try blog(title: "title = 'The \\\\ \"Harbour\" Log 100 %'\n")
    _ = try await desk.run("init")
    let composed = try await desk.run("compose", "--now", Desk.now, "--json")
    #expect(composed.output.contains("The \\\\\\\\ \\\"Harbour\\\" Log 100 %"), "\(composed)")
  }

  @Test func whatIsThereStays() async throws {
    let desk = try blog()
    try desk.write("# mine\n", to: "tidings.yml")
    try desk.write("# mine too\n", to: ".newsletter/templates/theme.css")
    let first = try await desk.run("init")
    #expect(first.status == 0)
    #expect(first.output.contains("kept   tidings.yml\n"))
    #expect(try desk.text("tidings.yml") == "# mine\n")
    #expect(try desk.text(".newsletter/templates/theme.css") == "# mine too\n")
    let before = try desk.tree(".")
    let second = try await desk.run("init")
    #expect(second.status == 0)
    #expect(!second.output.contains("wrote"))
    #expect(try desk.tree(".") == before)
  }

  @Test func everySettingStandsInIt() async throws {
    let desk = try blog()
    _ = try await desk.run("init", "--from", "Harbour <news@example.org>")
    let text = try desk.text("tidings.yml")
    var section = ""
    var keys: Set<String> = []
    for line in text.split(separator: "\n") {
      let bare = line.hasPrefix("# ") ? line.dropFirst(2) : line
      let isInner = bare.hasPrefix("  ")
      let name = bare.drop { " #".contains($0) }.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      guard !name.isEmpty,
        bare.drop(while: { " #".contains($0) }).dropFirst(name.count).first == ":"
      else { continue }
      if !isInner { section = String(name) }
      keys.insert(isInner ? "\(section).\(name)" : section)
    }
    let missing = SettingsKey.all.map(\.path).filter { !keys.contains($0) }
    #expect(missing.isEmpty)
  }

  /// An example that is taken over must not be an error.
  @Test func everyExampleIsValid() async throws {
    let desk = try blog()
    _ = try await desk.run("init", "--from", "Harbour <news@example.org>")
    let lines = try desk.text("tidings.yml").split(separator: "\n").map { line in
      let text = line.drop { $0 == " " }
      guard text.hasPrefix("# "), text.contains(":") || text.hasPrefix("#   ") else {
        return String(line)
      }
      let isProse = text.dropFirst(2).first.map { $0.isUppercase } ?? false
      return isProse ? String(line) : String(line.prefix { $0 == " " } + text.dropFirst(2))
    }
    try desk.write(lines.joined(separator: "\n") + "\n", to: "all.yml")
    let file = try SettingsFile(path: desk.path + "/all.yml", environment: ["SMTP_PASSWORD": "x"])
    #expect(try file.text("newsletter.reply-to") == "answers@example.org")
    #expect(try file.lists("variables") == ["sponsor": ["Rope & Sons"]])
    #expect(try file.text("send.timeout") == "600")
  }

  @Test(arguments: [
    (["--theme", "crads"], "'--theme <name>': expected letter, cards, list"),
    (["--articles", "nowhere"], "--articles: 'nowhere' is no folder in "),
    (["--articles", "content/.."], "--articles: 'content/..' is no folder in "),
    (["--from", "nobody"], "--from: "),
    (["nowhere"], "nowhere: no such folder"),
  ])
  func whatCannotBeUsedIsNamed(arguments: [String], words: String) async throws {
    let desk = try blog()
    let run = try await desk.run(["init"] + arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(!desk.exists("tidings.yml"))
  }

  @Test func aNameIsWrittenSoThatItIsRead() async throws {
    let desk = try blog()
    let name = "Weights: \"open\" # \\ 100 % & <b>"
    _ = try await desk.run("init", "--name", name)
    let run = try await desk.run("compose", "--now", Desk.now, "--json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Weights: \\\"open\\\" # \\\\ 100 % & <b>"))
    #expect(
      try desk.text(".newsletter/systemd/tidings.service")
        .contains("Description=The newsletter Weights: \"open\" #  100 %% & <b>\n"))
  }

  @Test func aPlainFolderOfArticlesIsFound() async throws {
    let desk = try Desk()
    try desk.write("A tide.\n", to: "2025-02-20-tide.md")
    let run = try await desk.run("init")
    #expect(run.status == 0)
    #expect(try desk.text("tidings.yml").contains("folder: \".\"\n"))
    let composed = try await desk.run("compose", "--now", Desk.now)
    #expect(composed.status == 0, "\(composed.errors)")
    #expect(composed.output.contains("picked    1"))
  }
}
