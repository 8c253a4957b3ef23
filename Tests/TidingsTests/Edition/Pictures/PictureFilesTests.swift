import Foundation
import Testing

@testable import Tidings

/// Which file on this machine an address of a picture means, and which it never means.
@Suite struct PictureFilesTests {
  private func article(_ path: String, url: String?, in folder: TemporaryFolder) -> Article {
    Article(
      id: path, root: folder.path + "/content", path: path, title: "Rye",
      url: url.flatMap { WebURL($0) })
  }

  /// A file, the article, the article's address, the picture's, and whether they meet.
  @Test(
    arguments: [
      // Beside the article, by the way from its page.
      ("content/rye/crust.png", "rye/index.md", "/rye/", "/rye/crust.png", true),
      ("content/rye/img/crust.png", "rye/index.md", "/2025/rye/", "/2025/rye/img/crust.png", true),
      ("content/a/img/crust.png", "a/rye/index.md", "/a/rye/", "/a/img/crust.png", true),
      ("content/crust.png", "rye.md", "/rye.html", "/crust.png", true),
      ("content/rye/crust.png", "rye.md", "/2025/02/rye/", "/2025/02/rye/crust.png", true),
      (
        "content/rye/Brot & Käse.png", "rye/index.md", "/rye/", "/rye/Brot%20&%20K%C3%A4se.png",
        true
      ),
      ("content/rye/crust.png", "rye/index.md", "/rye/", "/rye/crust.png?w=2#x", true),
      // In what the site publishes.
      ("static/img/crust.png", "rye.md", "/rye/", "/img/crust.png", true),
      ("public/crust.png", "rye.md", "/rye/", "/crust.png", true),
      ("assets/img/crust.png", "rye.md", "/rye/", "/assets/img/crust.png", true),
      ("images/crust.png", "rye.md", "/rye/", "/images/crust.png", true),
      ("src/img/crust.png", "rye.md", "/rye/", "/img/crust.png", true),
      ("static/blog/crust.png", "rye.md", "/rye/", "/blog/crust.png", true),
      // Elsewhere, or on the way out.
      ("static/img/crust.png", "rye.md", "/rye/", "https://cdn.example.net/img/crust.png", false),
      ("secret/crust.png", "rye.md", "/rye/", "/secret/crust.png", false),
      ("crust.png", "rye.md", "/rye/", "/crust.png", false),
      ("secret.png", "rye.md", "/rye/", "/static/../secret.png", false),
      ("secret.png", "rye.md", "/rye/", "/img/%2e%2e/secret.png", false),
      ("secret.png", "rye.md", "/rye/", "/img/..%2fsecret.png", false),
      ("static/img/crust.png", "rye.md", "/rye/", "/img/crust.png%00.txt", false),
      ("static/img/crust.png", "rye.md", "/rye/", "/img/", false),
      ("static/img/crust.png/x", "rye.md", "/rye/", "/img/crust.png", false),
    ])
  func finds(
    _ file: String, path: String, page: String, picture: String, isFound: Bool
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: ".git/HEAD")
    try folder.write("", to: "static/img/other.png")
    try folder.write("text", to: "content/" + path)
    try folder.write(PictureSamples.png, to: file)
    let site = "https://rye.example.org"
    let files = PictureFiles(
      articles: folder.path + "/content", site: nil, baseURL: WebURL(site))
    let url = try #require(WebURL(picture.hasPrefix("/") ? site + picture : picture))
    let found = files.path(of: url, in: article(path, url: site + page, in: folder))
    #expect((found != nil) == isFound)
    if let found { #expect(found.hasSuffix("/" + file)) }
  }

  @Test func takesTheBaseOffAndLooksInFoldersOfOnesOwn() throws {
    let folder = try TemporaryFolder()
    try folder.write(PictureSamples.png, to: "static/img/crust.png")
    try folder.write(PictureSamples.png, to: "elsewhere/shots/loaf.png")
    try folder.write("", to: "content/rye.md")
    let files = PictureFiles(
      articles: folder.path + "/content", site: nil,
      baseURL: WebURL("https://www.example.org/blog/"),
      folders: [folder.path + "/elsewhere/shots", folder.path + "/absent"])
    let rye = article("rye.md", url: nil, in: folder)
    func isFound(_ url: String) throws -> Bool {
      files.path(of: try #require(WebURL(url)), in: rye) != nil
    }
    #expect(try isFound("https://example.org/blog/img/crust.png"))
    #expect(try isFound("http://example.org/img/crust.png"))
    #expect(try isFound("https://example.org/blog/loaf.png"))
    #expect(try isFound("https://example.org/shots/loaf.png"))
    #expect(try !isFound("https://example.org/elsewhere/shots/loaf.png"))
    #expect(try !isFound("https://example.com/blog/img/crust.png"))
    #expect(PictureFiles.none.path(of: try #require(WebURL("https://e.org/a.png")), in: rye) == nil)
  }

  /// Two sites may have a picture of one name.
  @Test(arguments: [
    ("https://other.example.net/rye/", false), ("https://rye.example.org/a/", true),
  ])
  func aFeedsPictureIsNoneOfTheSite(page: String, isFound: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write(PictureSamples.png, to: "static/img/logo.png")
    try folder.write("", to: "content/rye.md")
    let files = PictureFiles(
      articles: folder.path + "/content", site: nil, baseURL: WebURL("https://rye.example.org"))
    let url = try #require(WebURL(page))
    let article = Article(id: page, path: "feed.xml", title: "Rye", url: url)
    let picture = try #require(WebURL("https://\(url.host)/img/logo.png"))
    #expect((files.path(of: picture, in: article) != nil) == isFound)
  }

  @Test func followsNoLinkOutOfItsFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write(PictureSamples.png, to: "private/crust.png")
    try folder.write(PictureSamples.png, to: "static/img/real.png")
    try folder.write("", to: "content/rye/index.md")
    for (link, target) in [
      ("static/out.png", "../private/crust.png"), ("static/folder", "../private"),
      ("content/rye/out.png", "../../private/crust.png"), ("static/in.png", "img/real.png"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + link, withDestinationPath: target)
    }
    let files = PictureFiles(
      articles: folder.path + "/content", site: nil, baseURL: WebURL("https://rye.example.org"))
    let rye = article("rye/index.md", url: "https://rye.example.org/rye/", in: folder)
    for (path, isFound) in [
      ("out.png", false), ("folder/crust.png", false), ("rye/out.png", false), ("in.png", true),
    ] {
      let url = try #require(WebURL("https://rye.example.org/" + path))
      #expect((files.path(of: url, in: rye) != nil) == isFound, "\(path)")
    }
  }

  /// Without a site or a repository nobody can tell how far up a blog reaches.
  @Test(arguments: [(nil, false), (".git/HEAD", true), ("hugo.toml", true)] as [(String?, Bool)])
  func looksAboveTheArticlesAsFarAsTheSite(_ mark: String?, isFound: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write(PictureSamples.png, to: "static/crust.png")
    try folder.write("", to: "a/b/c/rye.md")
    if let mark { try folder.write("", to: mark) }
    let articles = folder.path + "/a/b/c"
    let files = PictureFiles(
      articles: articles, site: Site.find(above: articles).site,
      baseURL: WebURL("https://rye.example.org"))
    let url = try #require(WebURL("https://rye.example.org/crust.png"))
    #expect((files.path(of: url, in: nil) != nil) == isFound)
  }

  @Test func readsTheFactsOfAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(PictureSamples.jpeg, to: "crust.jpg")
    #expect(
      PictureFiles.facts(at: folder.path + "/crust.jpg")
        == PictureFacts(width: 7, height: 5, bytes: PictureSamples.jpeg.count, format: .jpeg))
    // A camera's notes of 180 KB, and a file that ends before its size.
    var long = PictureSamples.jpeg
    for _ in 0..<3 {
      long = Array(
        long.prefix(2)
          + PictureSamples.jpeg(after: Array(repeating: 7, count: 60_000)).dropFirst(2).prefix(
            60_004) + long.dropFirst(2))
    }
    try folder.write(long, to: "long.jpg")
    #expect(PictureFiles.facts(at: folder.path + "/long.jpg")?.bytes == long.count)
    try folder.write(Array(PictureSamples.jpeg.prefix(100)), to: "cut.jpg")
    #expect(PictureFiles.facts(at: folder.path + "/cut.jpg") == nil)
    #expect(PictureFiles.facts(at: folder.path + "/absent.jpg") == nil)
    #expect(PictureFiles.facts(at: folder.path) == nil)
  }
}
