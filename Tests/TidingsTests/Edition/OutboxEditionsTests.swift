import Foundation
import Testing

@testable import Tidings

/// Editions as they lie there, and the page that may change after they were composed.
@Suite struct OutboxEditionsTests {
  static func posting(_ article: String = "harbour", network: String = "x") -> Posting {
    Posting(
      article: article, network: network, url: WebURL("https://x.com/a/status/1"),
      time: Fixtures.now, textHash: nil)
  }

  @Test func theNewestComesFirst() throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    #expect(outbox.editions().isEmpty)
    for (id, hours) in [("b", 0.0), ("a", 1), ("c", 0)] {
      _ = try outbox.write(
        try Editions.composition(
          of: [Editions.article()], id: id, now: Fixtures.now.addingTimeInterval(hours * 3_600)))
    }
    try folder.write("{}", to: "broken/edition.json")
    try folder.write("", to: "ledger.sqlite")
    #expect(outbox.editions().map(\.id) == ["a", "c", "b"])
  }

  /// From the frozen bytes alone the page is the one that was composed.
  @Test func thePageComesAgainFromTheFrozenBytes() async throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    let composed = try await Editions.sample()
    _ = try outbox.write(composed)
    let frozen = try outbox.load("2025-03-01")
    #expect(try frozen.snippets() == composed.snippets)
    let page = try frozen.preview(postings: .none, networks: Network.all)
    #expect(page == (try composed.bytes("preview.html")))
    let id = try #require(composed.snippets.first?.article)
    let posted = try frozen.preview(
      postings: Postings([Self.posting(id)]), networks: Network.all)
    let text = String(decoding: posted, as: UTF8.self)
    // On the newsletter's own clock, in Berlin.
    #expect(text.contains("Posted on <time datetime=\"2025-03-01T10:00:00+01:00\">"))
    #expect(text.contains(">1 March 2025, 10:00</time>"))
    #expect(text.contains("href=\"https://x.com/a/status/1\""))
    #expect(text.contains("1 posted"))
  }

  @Test func composingSaysWhatWasPostedAndFreezesNothingOfIt() throws {
    func compose(_ postings: Postings) throws -> Composer.Composition {
      try Composer(
        newsletter: try Editions.newsletter(), templates: try Templates(),
        formats: [SnippetFormat(network: .x, templates: try PostTemplates())]
      ).compose(
        id: "test", number: 1,
        outcomes: [Outcome(article: Editions.article(), reason: .picked(tags: []))],
        window: Editions.window, now: Fixtures.now, postings: postings)
    }
    let plain = try compose(.none)
    let posted = try compose(Postings([Self.posting()]))
    #expect(!(try plain.text("preview.html")).contains("Posted on"))
    #expect(try posted.text("preview.html").contains("Posted on"))
    for file in plain.files where file.name != "preview.html" {
      #expect(try posted.bytes(file.name) == file.bytes, "\(file.name)")
    }
    #expect(posted.edition == plain.edition)
    // Composed again, the edition stays and its page is renewed.
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    let path = try outbox.write(plain)
    _ = try outbox.write(posted)
    #expect(try FileBytes(at: path + "/preview.html").bytes == posted.bytes("preview.html"))
  }

  /// Version 0.3 listed the page among the frozen files: a post that is noted breaks no edition.
  @Test func aPageThatIsListedMayChangeAllTheSame() throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    let composed = try Editions.composition(of: [Editions.article()], networks: [.x])
    let path = try outbox.write(composed)
    var record = try #require(
      try JSONSerialization.jsonObject(with: Data(composed.bytes("edition.json")))
        as? [String: Any])
    var files = try #require(record["files"] as? [[String: Any]])
    files.append(["name": "preview.html", "sha256": "00"])
    record["files"] = files
    try JSONSerialization.data(withJSONObject: record).write(
      to: URL(filePath: path + "/edition.json"))
    try outbox.replacePreview(of: "test", Array("another".utf8))
    #expect(try outbox.load("test").edition.files.count == files.count)
  }

  @Test func onlyThePageIsReplaced() throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    let composed = try Editions.composition(of: [Editions.article()], networks: [.x])
    let path = try outbox.write(composed)
    try outbox.replacePreview(of: "test", Array("another".utf8))
    #expect(try FileBytes(at: path + "/preview.html").bytes == Array("another".utf8))
    for file in composed.files where file.name != "preview.html" {
      #expect(try FileBytes(at: path + "/" + file.name).bytes == file.bytes)
    }
    #expect(try outbox.load("test").edition == composed.edition)
    let names = try OutboxTests.names(path)
    #expect(!names.contains { $0.hasPrefix(".") })
    #expect(throws: OutboxError.self) { try outbox.replacePreview(of: "none", []) }
  }
}
