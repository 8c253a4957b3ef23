import Foundation
import Testing

@testable import Tidings

/// Pictures and attachments from the site to the outbox and into the message.
@Suite struct InlinePicturesTests {
  private let folder = Result { try TemporaryFolder() }

  private func composition(
    isInline: Bool, attachments: [Enclosure] = [], digest: DigestOptions = DigestOptions()
  ) throws -> Composer.Composition {
    let folder = try folder.get()
    try folder.write("", to: ".git/HEAD")
    try folder.write(PictureSamples.jpeg, to: "content/rye/crust.jpg")
    try folder.write(PictureSamples.png, to: "static/loaf.png")
    try folder.write(
      PictureSamples.png + Array(repeating: 0, count: EditionPictures.largestInline),
      to: "static/heavy.png")
    let site = "https://openweights.example.org"
    let rye = Article(
      id: "rye", root: folder.path + "/content", path: "rye/index.md", title: "Rye",
      url: WebURL(site + "/rye/"), image: WebURL(site + "/rye/crust.jpg"),
      body: .markdown(
        "Bread ![a loaf](/loaf.png) ![x](/heavy.png) ![y](https://cdn.example.net/z.png)."))
    return try Composer(
      newsletter: try Editions.newsletter(), digest: digest,
      templates: try Templates(folder: nil), formats: []
    ).compose(
      id: "test", number: 1, outcomes: [Outcome(article: rye, reason: .picked(tags: []))],
      window: Editions.window, now: Fixtures.now,
      pictures: PictureFiles(
        articles: folder.path + "/content", site: nil, baseURL: WebURL(site), isInline: isInline),
      attachments: attachments)
  }

  @Test func knowsThePicturesThatStayOnTheirServer() throws {
    let composed = try composition(isInline: false)
    let pictures = try #require(composed.edition.pictures)
    #expect(pictures.map(\.width) == [7, 7, 7, nil])
    #expect(pictures.map(\.format) == [.jpeg, .png, .png, nil])
    #expect(pictures.map(\.article) == Array(repeating: "rye/index.md", count: 4))
    #expect(pictures.map(\.alt) == ["", "a loaf", "x", "y"])
    #expect(pictures.allSatisfy { $0.file == nil && $0.contentID == nil && $0.note == nil })
    #expect(!composed.files.contains { $0.name.hasPrefix("pictures/") })
    #expect(try PartReader(composed.bytes("message.eml")).sketch == "alternative(plain, html)")
  }

  @Test func sendsThePicturesThatItFinds() throws {
    let paper = Enclosure(name: "Größe.pdf", bytes: Array("paper".utf8))
    let composed = try composition(isInline: true, attachments: [paper])
    let pictures = try #require(composed.edition.pictures)
    #expect(pictures.map { $0.file != nil } == [true, true, false, false])
    #expect(pictures[2].note?.hasPrefix("it has 1048") == true)
    #expect(pictures[3].note == "its file is not at hand")
    let message = try PartReader(composed.bytes("message.eml"))
    #expect(message.sketch == "mixed(alternative(plain, related(html, jpeg, png)), pdf)")
    let html = try composed.text("digest.html")
    for picture in pictures.prefix(2) {
      let id = try #require(picture.contentID)
      #expect(id.hasSuffix("@openweights.example.org"))
      #expect(html.contains("src=\"cid:\(id)\""))
    }
    #expect(html.contains("https://openweights.example.org/heavy.png"))
    let preview = try composed.text("preview.html")
    #expect(!preview.contains("cid:"))
    #expect(preview.contains("data:image/jpeg;base64,"))
  }

  /// Its own file, where it is at hand, goes before what the page says.
  @Test func theSizeInThePageStandsInForTheFiles() throws {
    let body = """
      <img src="https://cdn.example.net/z.png" alt="z" width="90" height="60">
      <img src="https://cdn.example.net/icon.png" alt="i" width="16" height="16">
      <img src="https://cdn.example.net/wide.png" alt="w" width="6000" height="3000">
      """
    let composed = try Editions.composition(
      of: [Editions.article(body: body)], digest: DigestOptions(content: .whole))
    let tags = startTags(try composed.text("digest.html")).filter { $0.hasPrefix("<img ") }
    #expect(tags.count == 3)
    #expect(tags[0].contains(" width=\"90\" height=\"60\""))
    #expect(tags[1].contains(" width=\"16\" height=\"16\""))
    #expect(!tags[2].contains("6000"))
    let pictures = try #require(composed.edition.pictures)
    #expect(pictures.allSatisfy { $0.width == nil && $0.bytes == nil })
  }

  @Test func theOutboxKeepsWhatTravels() throws {
    let paper = Enclosure(name: "a.pdf", bytes: Array("paper".utf8))
    let composed = try composition(isInline: true, attachments: [paper])
    let outbox = Outbox(path: try folder.get().path + "/outbox")
    let place = try outbox.write(composed)
    // The site may change afterwards: what was frozen goes out.
    try FileManager.default.removeItem(atPath: try folder.get().path + "/content")
    let frozen = try outbox.load("test")
    #expect(frozen.messageSize == (try composed.bytes("message.eml").count))
    let message = try frozen.message()
    #expect(message.pictures.map(\.bytes) == [PictureSamples.jpeg, PictureSamples.png])
    #expect(message.attachments == [paper])
    let reader = try SampleReader.recipient(for: message)
    #expect(try MessageEncoder(message).bytes(for: reader) == composed.bytes("message.eml"))
    for name in composed.files.map(\.name) where name.contains("pictures/") || name.contains("att")
    {
      let file = place + "/" + name
      let bytes = try Data(contentsOf: URL(filePath: file))
      try (bytes + [0]).write(to: URL(filePath: file))
      #expect(throws: OutboxError(path: file, reason: .changed)) { try outbox.load("test") }
      try bytes.write(to: URL(filePath: file))
    }
    _ = try outbox.load("test")
  }

  @Test func leavesOutWhatIsNotShown() throws {
    let composed = try composition(
      isInline: true, digest: DigestOptions(showsPictures: false))
    #expect(composed.edition.pictures == nil)
    #expect(!composed.files.contains { $0.name.hasPrefix("pictures/") })
  }
}
