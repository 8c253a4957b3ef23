import Foundation
import Testing

@testable import Tidings

/// Messages with attachments and pictures, as a strict reader takes them apart.
@Suite struct EnclosureTests {
  private static let picture = Enclosure(
    picture: "crust.jpg", format: .jpeg, bytes: PictureSamples.jpeg, contentID: "c1@example.org")
  private static let paper = Enclosure(name: "paper.pdf", bytes: Array(repeating: 0x2E, count: 500))

  private func message(pictures: [Enclosure], attachments: [Enclosure]) throws -> Message {
    try Letters.message().enclosing(pictures: pictures, attachments: attachments)
  }

  @Test(
    arguments: [
      ([], [], "alternative(plain, html)"),
      ([picture], [], "alternative(plain, related(html, jpeg))"),
      ([], [paper], "mixed(alternative(plain, html), pdf)"),
      (
        [picture], [paper, Enclosure(name: "a.ics", bytes: [])],
        "mixed(alternative(plain, related(html, jpeg)), pdf, calendar)"
      ),
    ])
  func putsPartsWhereTheyBelong(
    _ pictures: [Enclosure], attachments: [Enclosure], sketch: String
  ) throws {
    let message = try message(pictures: pictures, attachments: attachments)
    let bytes = try MessageEncoder(message).bytes(for: Letters.recipient.get())
    _ = try MailDecoder.lines(bytes)
    let whole = try PartReader(bytes)
    #expect(whole.sketch == sketch)
    // A reader's own words stand in every form of the message.
    let bare = try PartReader(
      MessageEncoder(Letters.message()).bytes(for: Letters.recipient.get()))
    let inner = attachments.isEmpty ? whole : try #require(whole.parts.first)
    #expect(inner.parts.first?.content == bare.parts.first?.content)
    let html = try #require(inner.parts.last)
    #expect((html.parts.first ?? html).content == bare.parts.last?.content)
    if let found = html.parts.dropFirst().first {
      #expect(found.content == PictureSamples.jpeg)
      #expect(found.fields["content-id"] == "<c1@example.org>")
      #expect(found.fields["content-disposition"]?.hasPrefix("inline;") == true)
      #expect(html.fields["content-type"]?.contains("type=\"text/html\"") == true)
    }
    for (part, attachment) in zip(whole.parts.dropFirst(), attachments) {
      #expect(part.content == attachment.bytes)
      #expect(part.fileName == attachment.name)
      #expect(part.fields["content-disposition"]?.hasPrefix("attachment;") == true)
    }
    #expect(try MessageEncoder(message).bytes(for: Letters.recipient.get()) == bytes)
  }

  @Test(
    arguments: [
      "paper.pdf", "The paper, 2nd \"edition\".pdf", "Größe.pdf", "日本語のとても長い名前のファイルです、ほんとうに.txt",
      "back\\slash;semi=colon'quote%41.txt", "👩‍👩‍👧‍👦.png", " spaced .md", "no-ending",
      String(repeating: "long-", count: 40) + "name.csv", String(repeating: "ß", count: 120),
    ])
  func namesComeBack(_ name: String) throws {
    let file = Enclosure(name: name, bytes: [1, 2, 3])
    let bytes = try MessageEncoder(message(pictures: [], attachments: [file]))
      .bytes(for: Letters.recipient.get())
    for line in try MailDecoder.lines(bytes) { #expect(line.count <= 76 || line.contains(0x3C)) }
    let part = try #require(try PartReader(bytes).parts.last)
    #expect(part.fileName == name)
  }

  @Test(
    arguments: [
      ("a.PDF", "application/pdf"), ("a.tar.gz", "application/gzip"), ("a.jpeg", "image/jpeg"),
      ("a", "application/octet-stream"), ("a.exe", "application/octet-stream"),
      (".md", "text/markdown; charset=utf-8"), ("a.csv", "text/csv; charset=utf-8"),
    ])
  func tellsWhatAFileIs(_ name: String, type: String) {
    #expect(Enclosure(name: name, bytes: []).mediaType == type)
  }

  @Test func boundariesAreApart() throws {
    let message = try message(pictures: [Self.picture], attachments: [Self.paper])
    let text = String(
      decoding: try MessageEncoder(message).bytes(for: Letters.recipient.get()), as: UTF8.self)
    let boundaries = text.components(separatedBy: "boundary=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
    #expect(boundaries.count == 3)
    for one in boundaries {
      for other in boundaries where one != other { #expect(!one.hasPrefix(other)) }
      #expect(text.components(separatedBy: one).count == (one.hasPrefix("=_m") ? 5 : 5))
    }
  }

  @Test(arguments: ["a\r\nX-Evil: 1.pdf", "a\0.pdf", "\u{85}.pdf"])
  func refusesNamesThatAreNoLine(_ name: String) throws {
    let message = try message(pictures: [], attachments: [Enclosure(name: name, bytes: [])])
    #expect(throws: MailError.controlCharacter(in: "an attachment's name", text: name)) {
      try MessageEncoder(message)
    }
    let picture = Enclosure(picture: "a.png", format: .png, bytes: [], contentID: name)
    #expect(throws: MailError.controlCharacter(in: "Content-ID", text: name)) {
      try MessageEncoder(self.message(pictures: [picture], attachments: []))
    }
  }

  @Test func refusesWhatNoMailboxTakes() throws {
    let large = Enclosure(name: "film.mp4", bytes: Array(repeating: 0, count: 18_400_000))
    let error = #expect(throws: MailError.self) {
      try MessageEncoder(message(pictures: [], attachments: [large]))
    }
    guard case .tooLarge(let count) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((25_000_001..<25_300_000).contains(count))
    #expect(error?.description.contains("expected at most 25000000") == true)
  }
}
