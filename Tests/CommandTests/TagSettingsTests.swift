import Foundation
import Testing
import Tidings

@testable import TidingsCommand

/// The `tags` section of `tidings.yml`.
@Suite struct TagSettingsTests {
  @Test(arguments: [
    (
      "tags: [ai]\n",
      "c.yml:3: 'tags' expects keys of its own below it, did you mean 'selection.tags'?"
    ),
    (
      "tags:\n  synonym:\n    ai: [ml]\n",
      "c.yml:4: unknown key 'tags.synonym', did you mean 'tags.synonyms'?"
    ),
  ])
  func tellsWhatIsWrongAndWhere(text: String, reason: String) async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.write("articles:\n  folder: articles\n" + text, to: "c.yml")
    let run = try await desk.run("select", "--config", "c.yml", "--now", Desk.now)
    #expect(run == Run(status: 2, output: "", errors: "error: \(reason)\n"))
  }

  @Test func readsTheRules() throws {
    let rules = try Self.rules(
      """
      tags:
        synonyms:
          ai: [artificial-intelligence, KI]
          open source: oss
        words:
          deepseek: DeepSeek
          tides:
          speech: [voice, "speech model"]
      """)
    let expected = try TagRules(
      synonyms: ["ai": ["artificial-intelligence", "KI"], "open source": ["oss"]],
      words: ["deepseek": ["DeepSeek"], "tides": [], "speech": ["voice", "speech model"]])
    #expect(rules == expected)
    #expect(try Self.rules("outbox: out\n") == TagRules.none)
  }

  @Test(arguments: [
    (
      "tags:\n  synonyms:\n    ai: [ml]\n    data: [ML]\n",
      "c.yml:4: 'tags.synonyms.data': 'ML' stands for 'ai' and for 'data', expected one of them"
    ),
    (
      "tags:\n  synonyms:\n    ai: [ml]\n    ml: [learning]\n",
      "c.yml:3: 'tags.synonyms.ai': 'ml' stands for 'ai' and has synonyms of its own, expected them all at 'ai'"
    ),
    (
      "tags:\n  words:\n    a: [b]\n    c: {d: e}\n",
      "c.yml:4: 'tags.words.c': expected a list of texts"
    ),
    (
      "tags:\n  words: [a]\n",
      "c.yml:2: 'tags.words': expected names with lists of texts below it"
    ),
    (
      "tags:\n  words:\n    a: ['']\n",
      "c.yml:3: 'tags.words.a': an entry of 'a' is empty, expected a text"
    ),
  ])
  func tellsWhichRuleIsWrong(text: String, reason: String) {
    let error = #expect(throws: SettingsError.self) { try Self.rules(text) }
    #expect(error?.description.hasSuffix("/" + reason) == true, "\(error?.description ?? "")")
  }

  private static func rules(_ text: String) throws -> TagRules {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "c.yml").path
    try Data(text.utf8).write(to: URL(filePath: path))
    return try SettingsFile(path: path, environment: [:]).tagRules()
  }
}
