import Foundation
import Testing

@testable import Tidings

@Suite struct ArticleFolderTests {
  @Test func readsEveryKindAtAnyDepth() async throws {
    let folder = try TemporaryFolder()
    for name in ["a.md", "b.markdown", "c/d.mdx", "c/e/f/g.txt", "H.MD"] {
      try folder.write("---\ntitle: \(name)\n---\n", to: name)
    }
    for name in ["z.html", ".hidden.md", ".git/x.md", "node_modules/x.md", "noext"] {
      try folder.write("not an article", to: name)
    }
    let contents = try await ArticleFolder(path: folder.path).read(with: Fixtures.reader())
    #expect(
      Set(contents.articles.map(\.path)) == [
        "a.md", "b.markdown", "c/d.mdx", "c/e/f/g.txt", "H.MD",
      ])
    #expect(contents.files == 5)
  }

  @Test func oneBadFileStopsNoOther() async throws {
    let folder = try TemporaryFolder()
    try folder.write("---\ntitle: Good\n---\n", to: "good.md")
    try folder.write("---\ntitle: One: two\n---\n", to: "bad.md")
    try folder.write([0xFF, 0xFE, 0x00], to: "worse.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/gone.md", withDestinationPath: folder.path + "/nowhere")
    mkfifo(folder.path + "/pipe.md", 0o600)
    let contents = try await ArticleFolder(path: folder.path).read(with: Fixtures.reader())
    #expect(Set(contents.articles.map(\.title)) == ["Good", "One: two", "Worse"])
    #expect(
      contents.diagnostics.map { String($0.path.dropFirst(folder.path.count + 1)) }.sorted()
        == ["bad.md", "gone.md", "pipe.md"])
  }

  @Test func idsAreUnique() async throws {
    let folder = try TemporaryFolder()
    try folder.write("---\nslug: same\n---\n", to: "a.md")
    try folder.write("---\nslug: same\n---\n", to: "b.md")
    let contents = try await ArticleFolder(path: folder.path).read(with: Fixtures.reader())
    #expect(contents.articles.map(\.id).sorted() == ["a.md", "b.md"])
    #expect(contents.diagnostics.map(\.severity) == [.warning, .warning])
  }

  /// A suffix that is a word too names a language only beside the file that it translates.
  @Test func suffixesThatAreWordsNeedASibling() async throws {
    let folder = try TemporaryFolder()
    for name in ["day.md", "day.is.md", "howto.is.md", "night.pt-br.md"] {
      try folder.write("Words.", to: name)
    }
    let reading = try await ArticleFolder(path: folder.path).read(with: Fixtures.reader())
    let languages = Dictionary(
      uniqueKeysWithValues: reading.articles.map { ($0.path, $0.language ?? "none") })
    #expect(
      languages == [
        "day.md": "none", "day.is.md": "is", "howto.is.md": "is", "night.pt-br.md": "pt-BR",
      ])
  }

  @Test func namesThatAreNotUTF8AreTold() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Words.", to: "good.md")
    let file = open(
      [UInt8](folder.path.utf8).map { CChar(bitPattern: $0) } + [0x2F, -23, 0x2E, 0x6D, 0x64, 0],
      O_CREAT | O_WRONLY, 0o600)
    #expect(file >= 0)
    close(file)
    let reading = try await ArticleFolder(path: folder.path).read(with: Fixtures.reader())
    #expect(reading.articles.map(\.path) == ["good.md"])
    #expect(reading.diagnostics.map(\.severity) == [.error])
    #expect(reading.diagnostics.first?.reason.hasPrefix("its name is not UTF-8") == true)
  }

  @Test func theFolderItselfMustBeThereAndHoldArticles() async throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file.md")
    try folder.write("x", to: "empty/readme.html")
    for (name, reason) in [
      ("nowhere", ArticleFolderError.Reason.missing), ("file.md", .notAFolder),
      ("empty", .noArticles),
    ] {
      let path = folder.path + "/" + name
      await #expect(throws: ArticleFolderError(path: path, reason: reason)) {
        try await ArticleFolder(path: path).read(with: Fixtures.reader())
      }
    }
  }
}
