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
