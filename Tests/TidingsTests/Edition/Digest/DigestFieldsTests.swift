import Foundation
import Testing

@testable import Tidings

/// What stands in an edition, and in which order.
@Suite struct DigestFieldsTests {
  private static let articles = ["Ant", "Bee", "Cat", "Dog", "Elk", "Fox"].map {
    Editions.article("The \($0)", id: $0.lowercased())
  }

  /// The places of `words` in `text`, in its order.
  private func order(_ words: [String], in text: String) throws -> [String] {
    try words.map { (try #require(text.firstRange(of: $0), "no \($0)").lowerBound, $0) }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  @Test(
    arguments: [
      (.automatic, 4, false), (.automatic, 5, true), (.yes, 1, true), (.yes, 0, false),
      (.no, 6, false),
    ] as [(DigestOptions.Contents, Int, Bool)])
  func contentsStandWhereTheyHelp(contents: DigestOptions.Contents, count: Int, isShown: Bool)
    throws
  {
    let composed = try Editions.composition(
      of: Array(Self.articles.prefix(count)), digest: DigestOptions(contents: contents))
    for name in ["digest.html", "digest.txt"] {
      #expect(try composed.text(name).contains("In this edition") == isShown)
    }
  }

  @Test func contentsAreInReadingOrder() throws {
    let tagged = Self.articles.enumerated().map { index, article in
      Article(
        id: article.id, path: article.path, title: article.title, date: article.date,
        tags: [index.isMultiple(of: 2) ? "even" : "odd"], url: article.url, body: article.body)
    }
    let options = DigestOptions(
      contents: .yes,
      sections: [
        .init(title: "Odd ones", tags: ["odd"]), .init(title: "Even ones", tags: ["even"]),
      ],
      articles: 5)
    let composed = try Editions.composition(of: tagged, digest: options)
    let expected = ["The Bee", "The Dog", "The Ant", "The Cat", "The Elk", "The Fox"]
    #expect(composed.edition.subject == "Open Weights: The Bee, and 5 more")
    #expect(composed.edition.preheader == expected.dropFirst().joined(separator: " · "))
    for name in ["digest.html", "digest.txt"] {
      let text = try composed.text(name)
      let body = try #require(text.firstRange(of: "In this edition")).lowerBound
      let rest = String(text[body...])
      #expect(
        try order(expected + ["Odd ones"], in: rest)
          == expected.dropLast() + ["Odd ones", "The Fox"], "\(name)")
      #expect(
        try order(["Odd ones", "Even ones", "Also published", "The Fox"], in: rest)
          == ["Odd ones", "Even ones", "Also published", "The Fox"], "\(name)")
    }
    #expect(
      composed.edition.picked.map(\.content) == Array(repeating: "summary", count: 5) + ["link"])
    #expect(composed.edition.fitted == nil)
  }

  /// Every field can be shown, also by a user's own template.
  @Test func everyFieldHasItsPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {{#contents}}{{number}}:{{title}}:{{url}};{{/contents}}
      {{#sections}}[{{title}}|{{rule}}]{{#articles}}{{number}}.{{title}} {{direction}} {{isInSection}} {{isWhole}} {{readMore}};{{/articles}}{{/sections}}
      {{#articles}}{{number}}{{/articles}} {{#also}}{{title}} {{url}} {{byline}} {{#origin}}{{text}}{{/origin}}{{/also}}
      {{#links}}{{title}} {{url}} {{source}} {{{comment}}}{{/links}} {{words.also}} {{rules.also}}
      """, to: "digest.txt")
    let newsletter = try Editions.newsletter()
    let articles = [
      Article(
        id: "a", path: "a.md", title: "A", tags: ["x"], url: WebURL("https://a.example/a"),
        language: "ar", digest: .whole, body: "Text."),
      Article(id: "b", path: "b.md", title: "B", summary: "Short.", body: "Text."),
      Article(
        id: "c", path: "c.md", title: "C",
        date: Moment(iso: "2025-02-03"), url: WebURL("https://a.example/c"),
        origin: Origin(site: "LinkedIn", url: nil, date: nil, author: nil), author: "Ida",
        digest: .link, body: "Text."),
    ]
    let composed = try Editions.composition(
      of: articles, newsletter: newsletter,
      templates: try Templates(folder: folder.path),
      digest: DigestOptions(
        contents: .yes, sections: [.init(title: "X", tags: ["x"])],
        links: [
          CuratedLink(
            title: "L", url: try #require(WebURL("https://l.example")), source: "S",
            comment: MarkdownReader().document("*Good*."))
        ]))
    #expect(
      try composed.text("digest.txt") == """
        1:A:https://a.example/a;2:B:;
        [X|-]1.A rtl true true false;[More articles|-------------]2.B ltr true false false;
        12 C https://a.example/c 3 February 2025 · Ida · 1 min read Originally published on LinkedIn
        L https://l.example S Good. Also published --------------
        """)
  }

  @Test func speaksTheNewslettersLanguage() throws {
    let letter = Newsletter(
      name: "Pesos Abertos", language: "pt-BR",
      zone: try #require(TimeZone(identifier: "America/Sao_Paulo")),
      unsubscribe: Editions.unsubscribe)
    let origin = Origin(
      site: "LinkedIn", url: nil, date: Moment(iso: "2025-02-03"), author: nil)
    let composed = try Editions.composition(
      of: [
        Editions.article("A maré", id: "a", summary: "Sobe e desce.", origin: origin),
        Editions.article("O porto", id: "b"),
      ], newsletter: letter)
    #expect(composed.edition.subject == "Pesos Abertos: A maré e mais 1")
    for name in ["digest.html", "digest.txt"] {
      let text = try composed.text(name)
      for words in [
        "Nº 1 · 1º de março de 2025", "28 de fevereiro de 2025 · 1 min de leitura",
        "Publicado originalmente em LinkedIn, 3 de fevereiro de 2025", "Cancelar inscrição",
        "Você recebe esta newsletter porque se inscreveu nela.",
      ] {
        #expect(text.contains(words), "\(name): \(words)")
      }
      for words in ["Unsubscribe", "Read more", "February", "min read"] {
        #expect(!text.contains(words), "\(name): \(words)")
      }
    }
    #expect(try composed.text("digest.html").contains("Leia mais"))
  }
}
