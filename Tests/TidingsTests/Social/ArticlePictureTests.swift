import Foundation
import Testing

@testable import Tidings

@Suite struct ArticlePictureTests {
  private static let url = "https://example.org/p.png"
  private static let summary = "A small model beats a large one if its data is clean."

  private static func matter(
    alt: String? = "A desk", format: PictureFacts.Format = .png, bytes: Int? = 1000
  ) -> PostMatter {
    let facts = bytes.map { PictureFacts(width: 20, height: 10, bytes: $0, format: format) }
    let article = Payloads.article(summary: summary, image: url, alt: alt)
    return PostMatter(
      article, body: Document(blocks: []),
      picture: WebURL(url).map {
        ArticlePicture(url: $0, alt: alt ?? "", file: facts.map { .picture($0) } ?? .absent)
      })
  }

  private static func member(_ path: String, of payload: JSONValue?) -> JSONValue? {
    path.split(separator: ".").reduce(payload) { value, key in
      switch value {
      case .object(let members): members[String(key)]
      case .list(let values): Int(key).flatMap { values.indices.contains($0) ? values[$0] : nil }
      case .null, .bool, .number, .text, nil: nil
      }
    }
  }

  @Test(arguments: [
    ("x", "media", #"{"media_ids": ["{picture}"]}"#),
    ("mastodon", "media_ids", #"["{picture}"]"#),
    (
      "bluesky", "record.embed",
      #"""
      {"$type": "app.bsky.embed.images", "images": [{"image": "{picture}", "alt": "A desk",
        "aspectRatio": {"width": 20, "height": 10}}]}
      """#
    ),
    ("linkedin", "content", #"{"media": {"id": "{picture}", "altText": "A desk"}}"#),
    ("threads", "image_url", #""https://example.org/p.png""#),
    ("threads", "alt_text", #""A desk""#),
    ("threads", "media_type", #""IMAGE""#),
    (
      "discord", "embeds",
      #"[{"image": {"url": "https://example.org/p.png"}, "description": "A desk"}]"#
    ),
    (
      "slack", "blocks.1",
      #"{"type": "image", "image_url": "https://example.org/p.png", "alt_text": "A desk"}"#
    ),
  ])
  func goesWithAPostThatAttachesIt(id: String, path: String, json: String) throws {
    let snippet = try Payloads.snippet(id, Self.matter(), attaches: true)
    #expect(Self.member(path, of: snippet.payload) == (try Payloads.json(json)))
    #expect(
      snippet.picture
        == PostPicture(url: Self.url, alt: "A desk", width: 20, height: 10, bytes: 1000))
    #expect(snippet.warnings.isEmpty)
  }

  @Test(arguments: [
    ("bluesky", "record.embed.external.thumb"), ("linkedin", "content.article.thumbnail"),
  ])
  func goesOnTheCardElse(id: String, path: String) throws {
    let snippet = try Payloads.snippet(id, Self.matter())
    #expect(Self.member(path, of: snippet.payload) == .text(Placeholder.picture))
    #expect(snippet.picture?.url == Self.url)
    #expect(snippet.warnings.isEmpty)
  }

  @Test(arguments: ["x", "mastodon", "threads", "discord", "slack", "telegram", "facebook"])
  func stayAwayFromPostsWhoseLinkShowsIt(id: String) throws {
    let snippet = try Payloads.snippet(id, Self.matter(alt: nil))
    #expect(snippet.picture == nil)
    #expect(snippet.warnings.isEmpty)
    #expect(
      snippet.payload
        == (try Payloads.snippet(id, PostMatter(Payloads.article(summary: Self.summary)))).payload)
  }

  @Test(arguments: [
    ("x", PictureFacts.Format.png, 5_000_001, "takes 5000000"),
    ("bluesky", .jpeg, 2_000_001, "takes 2000000"),
    ("linkedin", .webp, 10, "LinkedIn takes no WEBP (save it as PNG or JPEG or GIF)"),
    ("threads", .gif, 10, "Threads takes no GIF (save it as PNG or JPEG)"),
    ("slack", .webp, 10, "Slack takes no WEBP"),
  ])
  func isLeftOutWhereItDoesNotFit(
    id: String, format: PictureFacts.Format, bytes: Int, warning: String
  ) throws {
    let snippet = try Payloads.snippet(
      id, Self.matter(format: format, bytes: bytes), attaches: true)
    #expect(snippet.picture == nil)
    #expect(snippet.warnings.count == 1)
    #expect(snippet.warnings.first?.contains(warning) == true)
    let data = try JSONEncoder().encode(snippet.payload)
    #expect(!String(decoding: data, as: UTF8.self).contains(Placeholder.picture))
  }

  @Test func isNotUncheckedWithoutReason() throws {
    let warning = "the picture's file is not at hand, so its size and format are unchecked"
    let snippet = try Payloads.snippet("x", Self.matter(bytes: nil), attaches: true)
    #expect(snippet.picture?.url == Self.url)
    #expect(snippet.warnings == [warning])
    #expect(try Payloads.snippet("bluesky", Self.matter(bytes: nil)).warnings == [warning])
    // A network that fetches it does so from where it is.
    #expect(try Payloads.snippet("slack", Self.matter(bytes: nil), attaches: true).warnings.isEmpty)
  }

  @Test(arguments: [
    ("x", true, "PNG or JPEG or GIF or WEBP"), ("threads", true, "PNG or JPEG"),
    ("discord", true, "PNG or JPEG or GIF or WEBP"), ("slack", true, "PNG or JPEG or GIF"),
    ("linkedin", false, "PNG or JPEG or GIF"), ("bluesky", false, "PNG or JPEG or GIF or WEBP"),
  ])
  func isLeftOutWhereItsFileIsNoPicture(id: String, attaches: Bool, formats: String) throws {
    let folder = try TemporaryFolder()
    let url = try #require(WebURL(Self.url))
    let article = Article(
      id: "a", root: folder.path, path: "a.md", title: "T",
      url: WebURL("https://example.org/a.html"), summary: "S.", image: url, imageAlt: "A desk")
    let files = PictureFiles(
      articles: folder.path, site: nil, baseURL: WebURL("https://example.org"))
    for bytes in [Array("<!doctype html><p>404".utf8), Array(PictureSamples.png.prefix(10)), []] {
      try folder.write(bytes, to: "p.png")
      let matter = PostMatter(article, body: Document(blocks: []), pictures: files)
      let snippet = try Payloads.snippet(id, matter, attaches: attaches)
      #expect(snippet.picture == nil)
      #expect(
        snippet.warnings == [
          "the picture is left out: its file cannot be read as a picture (save it as \(formats))"
        ])
    }
  }

  @Test func aCardTakesASmallerOne() throws {
    let snippet = try Payloads.snippet("bluesky", Self.matter(bytes: 1_000_001))
    #expect(snippet.picture == nil)
    #expect(snippet.warnings.first?.contains("takes 1000000") == true)
  }

  @Test(arguments: [
    ("x", "", 1, "has no description"), ("discord", "", 1, "has no description"),
    ("x", String(repeating: "word ", count: 250), 1, "has 1249 characters, X takes 1000"),
    ("telegram", "A desk", 1, "no picture"),
  ])
  func saysWhatIsWrong(id: String, alt: String, count: Int, warning: String) throws {
    let alt = alt.trimmingCharacters(in: .whitespaces)
    let snippet = try Payloads.snippet(id, Self.matter(alt: alt), attaches: true)
    #expect(snippet.warnings.count == count)
    #expect(snippet.warnings.first?.contains(warning) == true)
    #expect(snippet.picture.map { $0.alt.count <= 1000 } ?? true)
  }

  @Test func readsTheFilesHeader() throws {
    let folder = try TemporaryFolder()
    try folder.write(PictureSamples.png, to: "posts/p.png")
    try folder.write("---\ntitle: T\nimage: p.png\nimage_alt: A  desk\n---\nText", to: "posts/a.md")
    let article = Article(
      id: "a", root: folder.path + "/posts", path: "a.md", title: "T",
      url: WebURL("https://example.org/a.html"), image: WebURL("https://example.org/p.png"))
    let files = PictureFiles(
      articles: folder.path + "/posts", site: nil, baseURL: WebURL("https://example.org"))
    let shown = Document(blocks: [
      .paragraph([
        .image(Picture(url: try #require(WebURL("https://example.org/p.png")), alt: "A  table"))
      ])
    ])
    let picture = try #require(ArticlePicture(article, body: shown, files: files))
    #expect(picture.facts?.format == .png)
    #expect(picture.facts?.bytes == PictureSamples.png.count)
    #expect(picture.alt == "A table")
  }

  @Test(
    arguments: [
      ("image: /p.png\nimage_alt: A  desk", "A desk"), ("image: /p.png\nimageAlt: B", "B"),
      ("image:\n  src: /p.png\n  alt: C", "C"), ("cover:\n  image: /p.png\n  alt: D", "D"),
      ("hero: /p.png\nheroAlt: E", "E"), ("image: /p.png", nil), ("image_alt: none", nil),
    ] as [(String, String?)])
  func readsTheDescription(keys: String, alt: String?) {
    let article = Fixtures.article(
      "---\ntitle: T\n\(keys)\n---\nText", baseURL: "https://example.org"
    ).article
    #expect(article?.imageAlt == alt)
  }
}
