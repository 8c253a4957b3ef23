import Foundation
import Testing

@testable import Tidings

@Suite struct ArticleIndexTests {
  private let text = IndexedFolder.text

  // MARK: What is read again

  @Test func whatHasSettledIsNotReadAgain() async throws {
    let folder = try IndexedFolder()
    #expect(try await folder.titles() == ["a", "b", "d"])
    #expect(try folder.isWhole(3))
    try folder.disguise("a.md", as: text("x"))
    #expect(try await folder.titles() == ["a", "b", "d"])
    try FileManager.default.removeItem(atPath: folder.indexPath)
    #expect(try await folder.titles() == ["b", "d", "x"])
  }

  @Test func whatMayHaveChangedWithinATickIsReadAgain() async throws {
    let folder = try IndexedFolder()
    try folder.write(text("n"), to: "new.md", isFresh: true)
    #expect(try await folder.titles() == ["a", "b", "d", "n"])
    try folder.disguise("new.md", as: text("m"))
    #expect(try await folder.titles() == ["a", "b", "d", "m"])
  }

  @Test func aTimeToComeNeverSettles() async throws {
    let folder = try IndexedFolder()
    folder.setTime(of: "a.md", 4_000_000_000, 1)
    #expect(try await folder.titles() == ["a", "b", "d"])
    try folder.disguise("a.md", as: text("x"))
    #expect(try await folder.titles() == ["b", "d", "x"])
  }

  @Test func aChangedSizeIsSeen() async throws {
    let folder = try IndexedFolder()
    _ = try await folder.titles()
    try folder.write(text("longer"), to: "a.md")
    #expect(try await folder.titles() == ["b", "d", "longer"])
  }

  @Test func aChangedTimeIsSeen() async throws {
    let folder = try IndexedFolder()
    _ = try await folder.titles()
    try folder.disguise("a.md", as: text("x"))
    folder.setTime(of: "a.md", 1_700_000_000, 5_000_001)
    #expect(try await folder.titles() == ["b", "d", "x"])
  }

  @Test func anOlderTimeIsSeen() async throws {
    let folder = try IndexedFolder()
    _ = try await folder.titles()
    try folder.disguise("a.md", as: text("x"))
    folder.setTime(of: "a.md", 1_600_000_000, 0)
    #expect(try await folder.titles() == ["b", "d", "x"])
  }

  @Test func anotherFileInItsPlaceIsSeen() async throws {
    let folder = try IndexedFolder()
    _ = try await folder.titles()
    try folder.write(text("x"), to: "other.txt")
    #expect(rename(folder.place("other.txt"), folder.place("a.md")) == 0)
    #expect(try await folder.titles() == ["b", "d", "x"])
  }

  @Test func twoFilesThatChangePlacesAreSeen() async throws {
    let folder = try IndexedFolder()
    _ = try await folder.titles()
    #expect(rename(folder.place("a.md"), folder.place("x.txt")) == 0)
    #expect(rename(folder.place("b.md"), folder.place("a.md")) == 0)
    #expect(rename(folder.place("x.txt"), folder.place("b.md")) == 0)
    let articles = try await folder.read().articles
    #expect(articles.first { $0.path == "a.md" }?.title == "b")
    #expect(articles.first { $0.path == "b.md" }?.title == "a")
  }

  @Test func filesComeAndGo() async throws {
    let folder = try IndexedFolder()
    _ = try await folder.titles()
    try FileManager.default.removeItem(atPath: folder.place("a.md"))
    #expect(try await folder.titles() == ["b", "d"])
    #expect(try folder.isWhole(2))
    try folder.write(text("e"), to: "e.md")
    #expect(try await folder.titles() == ["b", "d", "e"])
    #expect(try folder.isWhole(3))
    try FileManager.default.removeItem(atPath: folder.place("e.md"))
    try folder.write(text("f"), to: "f.md")
    #expect(try await folder.titles() == ["b", "d", "f"])
    #expect(try folder.isWhole(3))
  }

  @Test func aFileThatCannotBeReadHasNoEntry() async throws {
    let folder = try IndexedFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.place("gone.md"), withDestinationPath: "/nowhere/at/all")
    for _ in 0..<3 {
      let reading = try await folder.read()
      #expect(reading.articles.count == 3)
      #expect(reading.diagnostics.map(\.severity) == [.error])
    }
    #expect(try folder.isWhole(3))
  }

  @Test func aSecondReadLeavesTheIndexAsItIs() async throws {
    let folder = try IndexedFolder()
    _ = try await folder.titles()
    var before = stat()
    #expect(stat(folder.indexPath, &before) == 0)
    _ = try await folder.titles()
    var after = stat()
    #expect(stat(folder.indexPath, &after) == 0)
    #expect(FileStamp(before) == FileStamp(after))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.cache)
    #expect(names.count == 1)
  }

  // MARK: Damage

  @Test func noByteThatIsDamagedIsBelieved() async throws {
    let folder = try IndexedFolder([
      "a.md": text("a"), "b.md": "---\ntitle: b: c\ndate: 2025-02-03\n---\n#x",
    ])
    let expected = try await folder.read()
    let whole = try #require(FileManager.default.contents(atPath: folder.indexPath))
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= UInt8(1 << (place % 8))
      try bytes.write(to: URL(filePath: folder.indexPath))
      #expect(folder.index().forLanguages([]).records().count == 0, "at \(place)")
      if place % 16 == 0 {
        let reading = try await folder.read()
        #expect(Set(reading.articles) == Set(expected.articles))
        #expect(reading.diagnostics == expected.diagnostics)
        #expect(try folder.isWhole(2))
      }
    }
  }

  @Test func noIndexThatIsCutIsBelieved() async throws {
    let folder = try IndexedFolder()
    let expected = try await folder.read()
    let whole = try #require(FileManager.default.contents(atPath: folder.indexPath))
    for length in 0..<whole.count {
      try whole.prefix(length).write(to: URL(filePath: folder.indexPath))
      #expect(folder.index().forLanguages([]).records().count == 0, "cut to \(length)")
      if length % 32 == 0 {
        #expect(Set(try await folder.read().articles) == Set(expected.articles))
        #expect(try folder.isWhole(3))
      }
    }
    try (whole + whole).write(to: URL(filePath: folder.indexPath))
    #expect(Set(try await folder.read().articles) == Set(expected.articles))
  }

  @Test func bytesThatPassTheSumAreStillReadWithCare() throws {
    // The lengths in an index are its own words: none may lead out of it.
    var random = SeededGenerator(seed: 7)
    let file = try TemporaryFolder()
    for _ in 0..<300 {
      var body = ByteWriter()
      body.put("print")
      body.put(Int64(1))
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        body.put(Bool.random(using: &random) ? UInt32.random(in: 0...9, using: &random) : .max)
      }
      var sum = Checksum()
      sum.add(body.bytes)
      var whole = ByteWriter()
      whole.append(Array("tidings articles 1\n".utf8))
      whole.put(sum.value)
      whole.append(body.bytes)
      try file.write(whole.bytes, to: "index")
      let records = ArticleIndex(path: file.path + "/index", fingerprint: "print").records()
      for number in 0..<records.count {
        _ = records.record(at: number, root: "r", path: "p", now: Fixtures.now)
      }
    }
  }

  @Test(arguments: ["", "tidings articles 0\nxxxxxxxx", "not an index", "tidings articles 1\n"])
  func whatIsNoIndexIsReplaced(content: String) async throws {
    let folder = try IndexedFolder()
    try folder.folder.write(
      content, to: "cache/" + URL(filePath: folder.indexPath).lastPathComponent)
    #expect(try await folder.titles() == ["a", "b", "d"])
    #expect(try folder.isWhole(3))
  }

  @Test func aFolderInItsPlaceIsNoError() async throws {
    let folder = try IndexedFolder()
    try FileManager.default.createDirectory(
      atPath: folder.indexPath, withIntermediateDirectories: true)
    #expect(try await folder.titles() == ["a", "b", "d"])
    #expect(try await folder.titles() == ["a", "b", "d"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.cache).count == 1)
  }

  @Test func aPlaceThatCannotBeWrittenIsNoError() async throws {
    let folder = try IndexedFolder()
    try folder.folder.write("a file", to: "cache")
    #expect(try await folder.titles() == ["a", "b", "d"])
  }

  // MARK: Clock and settings

  @Test func statesFollowTheClock() async throws {
    let folder = try IndexedFolder([
      "a.md": "---\ndate: 2025-02-03\nexpiryDate: 2025-02-10\n---\nText.",
      "b.md": "---\ndate: 2025-02-03\ndraft: true\n---\nText.",
      "c.md": "---\ndate: 2025-02-01\npublishDate: 2025-02-05\n---\nText.",
    ])
    for (day, states) in [
      (1, [Article.State.scheduled, .draft, .scheduled]), (4, [.published, .draft, .scheduled]),
      (6, [.published, .draft, .published]), (12, [.expired, .draft, .published]),
      (2, [.scheduled, .draft, .scheduled]),
    ] {
      // 1 February 2025, noon.
      let now = Date(timeIntervalSince1970: 1_738_411_200 + Double(day - 1) * 86_400)
      let reader = ArticleReader(now: now)
      let articles = try await folder.read(reader).articles.sorted { $0.path < $1.path }
      #expect(articles.map(\.state) == states, "on day \(day)")
    }
  }

  @Test func otherSettingsReadAnew() async throws {
    let folder = try IndexedFolder([
      "a.md": "---\ntitle: DeepSeek\ndate: 2025-02-03 10:00:00\n---\nText."
    ])
    let readers = [
      ArticleReader(now: Fixtures.now),
      ArticleReader(now: Fixtures.now, baseURL: WebURL("https://example.org")),
      ArticleReader(now: Fixtures.now, baseURL: WebURL("https://example.net")),
      ArticleReader(now: Fixtures.now, zone: TimeZone(identifier: "Asia/Tokyo")),
      ArticleReader(now: Fixtures.now, tagRules: try TagRules(words: ["ai": ["DeepSeek"]])),
      ArticleReader(now: Fixtures.now, tagRules: try TagRules(words: ["llm": ["DeepSeek"]])),
      ArticleReader(
        now: Fixtures.now, baseURL: WebURL("https://example.org"),
        permalink: try Permalink("/:year/:slug/")),
    ]
    for reader in readers + readers.reversed() {
      let expected = try await folder.articles.read(with: reader)
      let reading = try await folder.read(reader)
      #expect(reading.articles == expected.articles)
    }
    #expect(Set(readers.map(\.fingerprint)).count == readers.count)
  }

  @Test func anotherSiteReadsAnew() async throws {
    var prints: Set<String> = []
    for (name, text) in [
      ("hugo.toml", "baseURL = 'https://example.org'\n"),
      ("hugo.toml", "baseURL = 'https://example.net'\n"),
      ("_config.yml", "url: https://example.org\n"),
      ("_config.yml", "url: https://example.org\ntimezone: Asia/Tokyo\n"),
    ] {
      let site = try SiteFixture([name: text], articles: "content").site
      prints.insert(ArticleReader(now: Fixtures.now, site: site).fingerprint)
    }
    #expect(prints.count == 4)
  }

  @Test func anotherProgramReadsAnew() async throws {
    let folder = try IndexedFolder()
    _ = try await folder.titles()
    try folder.disguise("a.md", as: text("x"))
    #expect(try await folder.titles(program: "2") == ["b", "d", "x"])
  }

  @Test func aFolderThatTurnsIntoALanguageReadsAnew() async throws {
    let folder = try IndexedFolder(["it/a.md": text("a")])
    #expect(try await folder.read().articles.map(\.language) == [nil])
    try folder.write(text("b"), to: "ml/a.md")
    #expect(Set(try await folder.read().articles.map(\.language)) == ["it", "ml"])
    try FileManager.default.removeItem(atPath: folder.place("ml/a.md"))
    #expect(try await folder.read().articles.map(\.language) == [nil])
  }

  // MARK: The same as without

  @Test func manyRunsAtOnceDoNoHarm() async throws {
    let folder = try IndexedFolder()
    for index in 0..<40 { try folder.write(text("t\(index)"), to: "many/\(index).md") }
    let expected = Set(try await folder.articles.read(with: Fixtures.reader()).articles)
    let (articles, index) = (folder.articles, folder.index())
    try await withThrowingTaskGroup(of: Set<Article>.self) { group in
      for _ in 0..<8 {
        group.addTask {
          Set(try await articles.read(with: Fixtures.reader(), index: index).articles)
        }
      }
      for try await read in group { #expect(read == expected) }
    }
    #expect(Set(try await folder.read().articles) == expected)
    #expect(try folder.isWhole(43))
  }

  @Test func diagnosticsAreRepeated() async throws {
    let folder = try IndexedFolder([
      "a.md": "---\ntitle: One: two\ndate: 5/6\n---\n", "b.md": "---\nslug: x\nimage: a.png\n---\n",
      "c.md": "---\nslug: x\n---\n",
    ])
    try folder.folder.write([0x63, 0xE9], to: "articles/d.md")
    folder.setTime(of: "d.md", 1_700_000_000, 1)
    let first = try await folder.read()
    #expect(first.diagnostics.count == 6)
    let second = try await folder.read()
    #expect(second.diagnostics == first.diagnostics)
    #expect(Set(second.articles) == Set(first.articles))
    #expect(try folder.isWhole(4))
  }

  @Test(arguments: [nil, "https://example.org"])
  func everyFieldOfTheSamplesIsKept(base: String?) async throws {
    let cache = try TemporaryFolder()
    let reader = Fixtures.reader(baseURL: base)
    let index = ArticleIndex(
      cache: cache.path, folder: Fixtures.articles, reader: reader, program: "1")
    try await check(ArticleFolder(path: Fixtures.articles), reader: reader, index: index)
  }

  @Test func everyFieldOfAllFormsIsKept() async throws {
    let folder = try IndexedFolder([:])
    let forms =
      EnvelopeTests.envelopes + EnvelopeTests.yamlForms + EnvelopeTests.tomlForms
      + EnvelopeTests.encodings + EnvelopeTests.bodies + RescueTests.titles + RescueTests.lines
      + RescueTests.fences + RescueTests.others
    for (number, form) in forms.enumerated() {
      try folder.folder.write(form.bytes, to: "articles/\(number)/\(form.path)")
      folder.setTime(of: "\(number)/\(form.path)", 1_700_000_000, number)
    }
    for (number, row) in FieldTests.tagForms.enumerated() {
      try folder.write("---\n\(row.front)\n---\nText.", to: "tags/\(number).md")
    }
    for (number, content) in ["summary", "excerpt", "80", "whole", "link", "nonsense"].enumerated()
    {
      try folder.write("---\ndigest: \(content)\n---\nText.", to: "digests/\(number).md")
    }
    for (number, social) in ["All", "{x: One, '*': Rest}", "{x: [1]}"].enumerated() {
      try folder.write("---\nsocial: \(social)\n---\nText.", to: "social/\(number).md")
    }
    for (number, row) in FieldTests.dateSources.enumerated() {
      try folder.write(row.text, to: "dates/\(number)/\(row.path)")
    }
    let reader = Fixtures.reader(baseURL: "https://example.org")
    try await check(folder.articles, reader: reader, index: folder.index(reader: reader))
  }

  /// Reads without an index, into one, and out of one.
  private func check(_ folder: ArticleFolder, reader: ArticleReader, index: ArticleIndex)
    async throws
  {
    let plain = try await folder.read(with: reader)
    let first = try await folder.read(with: reader, index: index)
    let second = try await folder.read(with: reader, index: index)
    for reading in [first, second] {
      #expect(reading.articles.count == plain.articles.count)
      for (one, other) in zip(plain.articles, reading.articles) where one != other {
        Issue.record("\(one.path): \(one.title) and \(other.path): \(other.title) differ")
      }
      #expect(reading.diagnostics == plain.diagnostics)
      #expect(reading.files == plain.files)
    }
    for article in second.articles { _ = try article.body.text() }
  }
}
