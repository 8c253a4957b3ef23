import Foundation
import Testing

@testable import Tidings

@Suite struct OutboxTests {
  static func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test func whatIsWrittenIsWhatIsLoaded() async throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path + "/a/b/outbox")
    let composed = try await Editions.sample()
    let path = try outbox.write(composed)
    #expect(path == outbox.path + "/2025-03-01")
    for file in composed.files {
      #expect(try FileBytes(at: path + "/" + file.name).bytes == file.bytes)
    }
    let frozen = try outbox.load("2025-03-01")
    #expect(frozen.edition == composed.edition)
    #expect(frozen.path == path)
    #expect(frozen.sample.html == (try composed.text("digest.html")))
    #expect(frozen.sample.text == (try composed.text("digest.txt")))
    #expect(try Self.names(outbox.path) == ["2025-03-01"])
  }

  @Test func anEditionIsReplacedWhole() throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    _ = try outbox.write(
      try Editions.composition(of: [Editions.article()], networks: [.x, .mastodon]))
    let second = try Editions.composition(of: [Editions.article("Another")], networks: [.x])
    let path = try outbox.write(second)
    #expect(try outbox.load("test").edition == second.edition)
    #expect(try Self.names(path + "/snippets") == ["x"])
    #expect(try Self.names(folder.path) == ["test"])
  }

  @Test func anEditionWithTheSameBytesIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    let composed = try Editions.composition(of: [Editions.article()])
    let path = try outbox.write(composed)
    func number() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }
    let before = try number()
    #expect(before != nil)
    _ = try outbox.write(composed)
    #expect(try number() == before)
    // A file that was changed makes it another edition, which is written anew.
    try folder.write("changed", to: "test/digest.txt")
    _ = try outbox.write(composed)
    #expect(try outbox.load("test").edition == composed.edition)
    #expect(try number() != before)
  }

  @Test func aFailureLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "file")
    let composed = try Editions.composition(of: [Editions.article()])
    let below = Outbox(path: folder.path + "/file/outbox")
    let error = #expect(throws: OutboxError.self) { try below.write(composed) }
    #expect(error?.description.hasPrefix("\(below.path): the outbox cannot be written: ") == true)
    #expect(try Self.names(folder.path) == ["file"])

    // The edition's own place is taken by a file: the temporary folder goes away again.
    try folder.write("not a folder", to: "outbox/test")
    let outbox = Outbox(path: folder.path + "/outbox")
    let taken = #expect(throws: OutboxError.self) { try outbox.write(composed) }
    #expect(
      taken?.description == "\(outbox.path)/test: the outbox cannot be written: Not a directory")
    #expect(try Self.names(outbox.path) == ["test"])
  }

  @Test(arguments: [
    "", ".", "..", "../x", "a/b", "/tmp/x", ".hidden", "a b", "é", "a\n", "a\u{0}",
    String(repeating: "a", count: 81),
  ])
  func namesThatLeadOutAreRefused(id: String) throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path + "/outbox")
    let composed = try Editions.composition(of: [Editions.article()], id: id)
    let expected = OutboxError(path: outbox.path + "/" + id, reason: .name(id))
    #expect(throws: expected) { try outbox.write(composed) }
    #expect(throws: expected) { try outbox.load(id) }
    #expect(try Self.names(folder.path).isEmpty)
    #expect(
      expected.description
        == "'\(id)' cannot name an edition, expected letters, digits, '-', '_' and '.', at most 80")
  }

  @Test func latestIsTheOneComposedLast() throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    #expect(throws: OutboxError(path: folder.path, reason: .empty)) { try outbox.load("latest") }
    func write(_ id: String, hours: Double, zone: String) throws {
      _ = try outbox.write(
        try Editions.composition(
          of: [Editions.article()], newsletter: try Editions.newsletter(zone: zone), id: id,
          now: Fixtures.now.addingTimeInterval(hours * 3600)))
    }
    try write("z-first", hours: 0, zone: "Asia/Tokyo")
    #expect(try outbox.load("latest").edition.id == "z-first")
    // An earlier clock on the wall, but a later instant.
    try write("a-second", hours: 1, zone: "America/New_York")
    #expect(try outbox.load("latest").edition.id == "a-second")
    // Of one instant, the last by name.
    try write("b-second", hours: 1, zone: "GMT")
    #expect(try outbox.load("latest").edition.id == "b-second")
    try folder.write("", to: "ledger.sqlite")
    try folder.write("{}", to: ".composing-x/edition.json")
    try folder.write("notes", to: "notes/file")
    #expect(try outbox.load("latest").edition.id == "b-second")
  }

  @Test func whatIsNotAsItWasComposedIsNamed() throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    let composed = try Editions.composition(of: [Editions.article()], networks: [.x])
    let path = try outbox.write(composed)
    for file in composed.edition.files {
      let place = path + "/" + file.name
      try folder.write(try composed.bytes(file.name) + [0x20], to: "test/" + file.name)
      let changed = #expect(throws: OutboxError.self) { try outbox.load("test") }
      #expect(
        changed?.description
          == "\(place): the file was changed after it was composed, compose the edition again")
      try FileManager.default.removeItem(atPath: place)
      let missing = #expect(throws: OutboxError.self) { try outbox.load("test") }
      #expect(missing?.description == "\(place): the file is missing, compose the edition again")
      try folder.write(try composed.bytes(file.name), to: "test/" + file.name)
    }
    #expect(try outbox.load("test").edition == composed.edition)
  }

  @Test func anEditionThatIsNoneIsNamed() throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    let none = #expect(throws: OutboxError.self) { try outbox.load("none") }
    #expect(
      none?.description == "\(folder.path)/none: no such edition, compose it first")
    try folder.write("{\"id\":", to: "broken/edition.json")
    let broken = #expect(throws: OutboxError.self) { try outbox.load("broken") }
    #expect(
      broken?.description
        == "\(folder.path)/broken/edition.json: it is no edition of tidings, compose the edition again"
    )
    _ = try outbox.write(try Editions.composition(of: [Editions.article()]))
    try FileManager.default.moveItem(atPath: folder.path + "/test", toPath: folder.path + "/moved")
    let moved = #expect(throws: OutboxError.self) { try outbox.load("moved") }
    #expect(
      moved?.description
        == "\(folder.path)/moved: its edition.json is 'test's, compose the edition again")
  }

  @Test(arguments: [
    ("-1", "4"), ("4", "-1"), ("9223372036854775807", "1"), ("1", "9223372036854775807"),
    ("0", "99999999"),
  ])
  func aFieldOutsideItsFileIsRefused(offset: String, length: String) throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    let composed = try Editions.composition(of: [Editions.article()])
    _ = try outbox.write(composed)
    let file = try #require(composed.edition.files.first { $0.name == "digest.html" })
    let field = try #require(file.fields?.first)
    let json = try composed.text("edition.json")
      .replacing("\"length\" : \(field.length)", with: "\"length\" : \(length)")
      .replacing("\"offset\" : \(field.offset)", with: "\"offset\" : \(offset)")
    try folder.write(json, to: "test/edition.json")
    let error = #expect(throws: OutboxError.self) { try outbox.load("test") }
    #expect(
      error?.description
        == "\(folder.path)/test/edition.json: a field lies outside its file, compose the edition again"
    )
  }

  /// The record has no hash of its own, and says who writes what.
  @Test func aRecordThatWasChangedIsNotSent() async throws {
    let folder = try TemporaryFolder()
    let composed = try await Editions.sample()
    let outbox = Outbox(path: folder.path)
    let place = try outbox.write(composed) + "/edition.json"
    let text = try String(contentsOfFile: place, encoding: .utf8)
    try text.replacing("\"subject\" : \"", with: "\"subject\" : \"Changed ")
      .write(toFile: place, atomically: true, encoding: .utf8)
    #expect(throws: OutboxError(path: place, reason: .otherMessage)) {
      try outbox.load(composed.edition.id)
    }
  }

  /// What was composed before these were known of is sent all the same.
  @Test func aRecordWithoutLaterKeysIsRead() async throws {
    let folder = try TemporaryFolder()
    let composed = try await Editions.sample()
    let outbox = Outbox(path: folder.path)
    let place = try outbox.write(composed) + "/edition.json"
    var record = try #require(
      try JSONSerialization.jsonObject(with: Data(try composed.bytes("edition.json")))
        as? [String: Any])
    for key in ["fitted", "pictures", "sources", "themeRemarks"] { record[key] = nil }
    let articles = try #require(record["articles"] as? [[String: Any]])
    record["articles"] = articles.map { entry in
      entry.filter { !["attribution", "content", "names"].contains($0.key) }
    }
    try JSONSerialization.data(withJSONObject: record).write(to: URL(filePath: place))
    let frozen = try outbox.load(composed.edition.id)
    #expect(frozen.edition.picked.map(\.title) == composed.edition.picked.map(\.title))
    #expect(frozen.edition.pictures == nil)
    #expect(!frozen.preflight().findings.contains { $0.rule == .pictureInline })
    let message = try frozen.message()
    let reader = try SampleReader.recipient(for: message)
    #expect(try MessageEncoder(message).bytes(for: reader) == composed.bytes("message.eml"))
  }

  @Test func aFileOutsideItsEditionIsRefused() throws {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    let composed = try Editions.composition(of: [Editions.article()], networks: [.x])
    _ = try outbox.write(composed)
    try folder.write(try composed.bytes("snippets.json"), to: "snippets.json")
    let record = try composed.text("edition.json")
    let moved = record.replacing("\"snippets.json\"", with: "\"../snippets.json\"")
    #expect(moved != record)
    try folder.write(moved, to: "test/edition.json")
    #expect(throws: OutboxError(path: folder.path + "/test/../snippets.json", reason: .missing)) {
      try outbox.load("test")
    }
  }

  @Test func anOldEditionThatIsBrokenHidesNoOther() async throws {
    let folder = try TemporaryFolder()
    let composed = try await Editions.sample()
    let outbox = Outbox(path: folder.path)
    _ = try outbox.write(composed)
    try folder.write("{", to: "1999-01-01/edition.json")
    #expect(try outbox.load("latest").edition == composed.edition)
  }

  /// Killed between its two renames, a run leaves the former edition set aside and a new one.
  @Test func whatAKilledRunSetAsideComesBack() async throws {
    let folder = try TemporaryFolder()
    let composed = try await Editions.sample()
    let outbox = Outbox(path: folder.path)
    let id = composed.edition.id
    let place = try outbox.write(composed)
    // No process has the largest number that Linux gives (proc(5), pid_max), and one more.
    let aside = folder.path + "/.composing-\(id)-4194305-7"
    try FileManager.default.moveItem(atPath: place, toPath: aside + "-former")
    try folder.write("half", to: ".composing-\(id)-4194305-7/digest.html")
    #expect(try outbox.load(id).edition == composed.edition)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [id])
  }
}
