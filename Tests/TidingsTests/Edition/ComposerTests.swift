import Crypto
import Foundation
import Testing

@testable import Tidings

@Suite struct ComposerTests {
  @Test(arguments: ["digest.html", "digest.txt", "message.eml", "edition.json", "snippets.json"])
  func goldenFiles(name: String) async throws {
    expectGolden(try await Editions.sample().bytes(name), named: name)
  }

  @Test func theSameInputGivesTheSameBytes() async throws {
    let first = try await Editions.sample()
    for seed in [nil, 1, 2, 3] {
      let again = try await Editions.sample(shuffled: seed)
      #expect(again.files == first.files)
      #expect(again.edition == first.edition)
    }
  }

  @Test func theFilesAreThoseOfTheDesign() async throws {
    let composed = try await Editions.sample()
    let snippets = ["x", "linkedin"].flatMap { network in
      [
        "counting-mites-by-keyboard", "forty-footnotes", "the-apprentice-found-the-valve",
        "etiquetas-del-herbario",
      ].map { "snippets/\(network)/\($0).txt" }
    }
    let all = [
      "digest.html", "digest.txt", "message.eml", "snippets.json", "preview.html", "edition.json",
    ]
    #expect(Set(composed.files.map(\.name)).isSuperset(of: all))
    #expect(composed.files.count == all.count + snippets.count)
    #expect(composed.snippets.count == snippets.count)
    for snippet in composed.snippets {
      let folder = "snippets/\(snippet.network)/"
      #expect(
        composed.files.contains {
          $0.name.hasPrefix(folder) && $0.bytes == Array((snippet.text + "\n").utf8)
        })
    }
  }

  @Test func everyHashIsRight() async throws {
    let composed = try await Editions.sample()
    // The preview says what was posted, also later: it is not frozen.
    #expect(
      composed.edition.files.map(\.name)
        == composed.files.map(\.name).filter { !["edition.json", "preview.html"].contains($0) })
    for file in composed.edition.files {
      let hash = SHA256.hash(data: try composed.bytes(file.name))
      #expect(file.sha256 == hash.map { String(format: "%02x", $0) }.joined())
    }
    let decoded = try JSONDecoder().decode(
      Edition.self, from: Data(try composed.bytes("edition.json")))
    #expect(decoded == composed.edition)
  }

  @Test func fieldsPointAtTheSampleReadersWords() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "Größe {{reader.name}} <{{reader.email}}>\n{{reader.home-city}}: {{reader.unsubscribe}}",
      to: "digest.txt")
    try folder.write(
      "<p>日本 {{reader.name}} {{reader.home-city}} <a href=\"{{reader.unsubscribe}}\">",
      to: "digest.html")
    let composed = try Editions.composition(
      of: [Editions.article()], templates: try Templates(folder: folder.path))
    let expected = [
      "digest.txt": [
        "name": "Sample Reader", "email": "reader@example.net", "home-city": "[home-city]",
        "unsubscribe": "https://openweights.example.org/leave?reader=reader%40example.net",
      ],
      "digest.html": [
        "name": "Sample Reader", "home-city": "[home-city]",
        "unsubscribe": "https://openweights.example.org/leave?reader=reader%40example.net",
      ],
    ]
    for (name, words) in expected {
      let bytes = try composed.bytes(name)
      let file = try #require(composed.edition.files.first { $0.name == name })
      let fields = try #require(file.fields)
      #expect(Set(fields.map(\.name)) == Set(words.keys))
      for field in fields {
        let place = bytes[field.offset..<field.offset + field.length]
        #expect(String(decoding: place, as: UTF8.self) == words[field.name])
        #expect(field.escaping == (name == "digest.html" ? .html : .none))
      }
    }
    for file in composed.edition.files where expected[file.name] == nil {
      #expect(file.fields == nil)
    }
  }

  @Test(
    arguments: [
      ("{{lead}}", "A small harbour"),
      ("{{newsletter.name}} {{edition.number}}: {{count}}", "Open Weights 1: 2"),
      ("{{#articles}}{{title}}; {{/articles}}", "A small harbour; B & <C>;"),
      (nil, "Open Weights: A small harbour, and 1 more"),
      ("  {{edition.id}} ", "test"),
      ("", ""),
    ] as [(String?, String)])
  func subjects(template: String?, subject: String) throws {
    let composed = try Editions.composition(
      of: [Editions.article(), Editions.article("B & <C>", id: "b")],
      newsletter: try Editions.newsletter(subject: template))
    #expect(composed.edition.subject == subject)
  }

  @Test func aSubjectIsNeverWrapped() throws {
    let title = (1...30).map { "word\($0)" }.joined(separator: " ")
    let composed = try Editions.composition(
      of: [Editions.article(title)],
      newsletter: try Editions.newsletter(subject: "{{#articles}}{{title}}{{/articles}}"))
    #expect(composed.edition.subject == title)
  }

  @Test func theTextPartIsWrapped() throws {
    let words = (1...12).map { "Wandering\($0)" }.joined(separator: " ")
    let origin = Origin(site: words, url: nil, date: nil, author: nil)
    let composed = try Editions.composition(
      of: [Editions.article(words, summary: words, author: words, origin: origin)],
      newsletter: try Editions.newsletter(subject: "Short", intro: words))
    let text = try composed.text("digest.txt")
    for line in FlowedText.unflowed(text).split(separator: "\n") {
      #expect(DisplayWidth.columns(line) <= 72, "\(line)")
    }
    let whole = try FlowedParagraph.frozen(
      PersonalText(pieces: [.fixed(text)]), for: Letters.recipient.get(), unsubscribe: nil)
    #expect(whole.filter { $0.text == words }.count == 3, "intro, title and summary reflow")
    #expect(whole.contains { $0.text == "Originally published on \(words)" })
  }

  @Test(arguments: [
    ("{{title}}", "subject:1: unknown field 'title'"),
    ("{{newsletter.nmae}}", "subject:1: unknown field 'newsletter.nmae', did you mean 'name'?"),
    ("{{#lead}}", "subject:1: the section 'lead' is never closed"),
    (
      "Hi {{reader.name}}",
      "subject: 'reader.name' differs from reader to reader, a subject is one for all"
    ),
    ("a\nb", "Subject is 'a\\nb', expected no line end or other control character"),
  ])
  func subjectsThatCannotBe(template: String, text: String) throws {
    let newsletter = try Editions.newsletter(subject: template)
    let error = #expect(throws: ComposeError.self) {
      try Editions.composition(of: [Editions.article()], newsletter: newsletter)
    }
    #expect(error?.description == text)
  }

  @Test(arguments: [
    ("UTC", "2025-03-01", "2025-03-01T00:30:00Z", "No. 1 · 1 March 2025"),
    ("America/New_York", "2025-02-28", "2025-02-28T19:30:00-05:00", "No. 1 · 28 February 2025"),
    ("Asia/Kolkata", "2025-03-01", "2025-03-01T06:00:00+05:30", "No. 1 · 1 March 2025"),
  ])
  func theZoneTellsTheDay(zone: String, id: String, composed: String, title: String) throws {
    let night = Fixtures.now.addingTimeInterval(-8.5 * 3600)
    let newsletter = try Editions.newsletter(zone: zone)
    let composer = Composer(
      newsletter: newsletter, templates: try Templates(), formats: [])
    #expect(composer.defaultID(now: night) == id)
    let composition = try Editions.composition(
      of: [Editions.article()], newsletter: newsletter, now: night)
    #expect(composition.edition.composed == composed)
    #expect(composition.edition.timeZone == zone)
    #expect(
      composition.edition.window.since?.hasSuffix(String(composed.suffix(6))) ?? false
        || zone == "UTC")
    #expect(try composition.text("digest.txt").contains(title + "\n"))
  }

  @Test func thePreheaderIsGivenOrTheFurtherTitles() throws {
    let long = (1...20).map { Editions.article("Title number \($0)", id: "a\($0)") }
    #expect(
      try Editions.composition(of: Array(long.prefix(3))).edition.preheader
        == "Title number 2 · Title number 3")
    let cut = try Editions.composition(of: long).edition.preheader
    #expect(cut.count <= 110 && cut.hasPrefix("Title number 2 · ") && cut.hasSuffix("…"))
    #expect(
      try Editions.composition(of: [Editions.article()]).edition.preheader == "Boats come and go.")
    let newsletter = try Editions.newsletter(preheader: "Four stories")
    #expect(
      try Editions.composition(of: long, newsletter: newsletter).edition.preheader == "Four stories"
    )
  }

  @Test func noArticleGivesAnEditionAllTheSame() throws {
    let composed = try Editions.composition(of: [])
    #expect(composed.edition.subject == "Open Weights:")
    #expect(composed.edition.preheader.isEmpty)
    #expect(!composed.files.contains { $0.name == "snippets.json" })
  }
}
