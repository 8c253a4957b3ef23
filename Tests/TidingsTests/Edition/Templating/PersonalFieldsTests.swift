import Foundation
import Mustache
import Testing

@testable import Tidings

@Suite struct PersonalFieldsTests {
  static func pieces(
    _ template: String, _ context: [String: Any] = [:],
    escaping: PersonalText.Escaping = .html
  ) throws -> [PersonalText.Piece] {
    let names = try TemplateAssembly(text: template, name: "t").readerFields
    return PersonalFields(names: names, escaping: escaping)
      .render(try Templates.mustache(template, file: "t", escaping: escaping), context: context)
      .pieces
  }

  @Test(
    arguments: [
      ("plain", [.fixed("plain")]),
      ("Hi {{reader.name}}!", [.fixed("Hi "), .field("name", .html), .fixed("!")]),
      ("{{reader.a}}{{reader.b}}", [.field("a", .html), .field("b", .html)]),
      ("{{reader.a}}1{{reader.a}}", [.field("a", .html), .fixed("1"), .field("a", .html)]),
      ("", []),
    ] as [(String, [PersonalText.Piece])])
  func fieldsAreSpliced(template: String, pieces: [PersonalText.Piece]) throws {
    #expect(try Self.pieces(template).filter { $0 != .fixed("") } == pieces)
  }

  @Test func elevenFieldsAreToldApart() throws {
    let names = (0...11).map { "f\($0)" }
    let template = names.map { "{{reader.\($0)}}\($0)" }.joined()
    #expect(
      try Self.pieces(template) == names.flatMap { [.field($0, .html), .fixed($0)] })
  }

  @Test(arguments: [
    "tidingsreaderfield", "tidingsreaderfield0z", "tidingsreaderfieldq1z", "tidingsreaderfieldqq",
    "tidingsreaderfieldtidingsreaderfield", "tidings", "0z",
  ])
  func textThatHoldsTheMarkStaysText(text: String) throws {
    #expect(
      try Self.pieces(
        "{{lead}}{{reader.name}}{{lead}}", ["lead": text], escaping: .none)
        == [.fixed(text), .field("name", .none), .fixed(text)])
    #expect(
      try Self.pieces("{{lead}}{{reader.name}}", ["lead": text], escaping: .none)
        == [.fixed(text), .field("name", .none)])
    #expect(
      try Self.pieces("{{reader.name}}{{lead}}", ["lead": text], escaping: .none)
        == [.field("name", .none), .fixed(text)])
  }

  @Test func whatAnArticleSaysIsNoField() throws {
    let article = Editions.article(
      "Write {{reader.name}}", summary: "Begin with {{reader.name}} and {{{reader.email}}}.")
    let composed = try Editions.composition(of: [article])
    for file in composed.edition.files where file.name == "digest.html" || file.name == "digest.txt"
    {
      #expect(file.fields?.map(\.name) == ["unsubscribe"])
      #expect(
        try composed.text(file.name).contains("Begin with {{reader.name}} and {{{reader.email}}}."))
    }
  }

  @Test func eachReaderGetsTheirOwn() throws {
    let reader = Recipient(
      mailbox: try Mailbox(parsing: "\"<Ann>\" <ann@x.example>"), fields: ["city": "K & B"])
    let html = PersonalText(
      pieces: try Self.pieces("{{reader.name}}, {{reader.city}}, {{reader.email}}"))
    #expect(
      try html.filled(for: reader, unsubscribe: nil) == "&lt;Ann&gt;, K &amp; B, ann@x.example")
    let unknown = PersonalText(pieces: [.field("street", .none)])
    #expect(throws: MailError.missingField("street")) {
      try unknown.filled(for: reader, unsubscribe: nil)
    }
  }

  @Test func blankWallsFall() {
    let text = PersonalText(pieces: [
      .fixed("a\n\n\n\n\nb\n\n\n"), .field("name", .none), .fixed("\n\n\n\nc\n"),
    ])
    #expect(
      text.settled.pieces == [
        .fixed("a\n\n\nb\n\n\n"), .field("name", .none), .fixed("\n\n\nc\n"),
      ])
  }
}
