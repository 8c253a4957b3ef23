import Foundation
import Testing

@testable import Tidings

/// The newsletter, articles and compositions that the tests of this folder share.
enum Editions {
  /// Four of the sample articles: with pictures, an origin, footnotes, and another language.
  static let paths = [
    "mites-by-keyboard.md", "linkedin/the-apprentice-found-the-valve.md", "forty-footnotes.md",
    "etiquetas-del-herbario/index.md",
  ]

  static let unsubscribe = Unsubscribe(
    url: "https://openweights.example.org/leave?reader={email}",
    mail: "leave@openweights.example.org")

  /// A newsletter with every setting.
  static func newsletter(
    name: String = "Open Weights", zone: String = "Europe/Berlin",
    subject: String? = nil, preheader: String? = nil,
    intro: String? =
      "Hello, *reader*: four stories from [the harbour](https://harbour.example.net).",
    variables: [String: String] = [:]
  ) throws -> Newsletter {
    Newsletter(
      name: name,
      from: try Mailbox(parsing: "\"Weights, Open\" <letters@openweights.example.org>"),
      replyTo: try Mailbox(parsing: "Die Redaktion für alle <reply@openweights.example.org>"),
      url: WebURL("https://openweights.example.org"),
      postalAddress: "Open Weights\n12 Harbour Lane, Heron Cove", language: "en-GB",
      zone: try #require(TimeZone(identifier: zone)), unsubscribe: unsubscribe, subject: subject,
      preheader: preheader, intro: intro, variables: variables)
  }

  /// Every sample article, four of them picked.
  static func outcomes(shuffled seed: Int? = nil) async throws -> [Outcome] {
    let reader = Fixtures.reader(baseURL: "https://openweights.example.org")
    var articles = try await ArticleFolder(path: Fixtures.articles).read(with: reader).articles
      .filter { paths.contains($0.path) || $0.state != .published }
    if let seed {
      var random = SeededGenerator(seed: seed)
      articles.shuffle(using: &random)
    }
    return Selection(window: window).pick(from: articles)
  }

  static let window = Window(
    since: Fixtures.now.addingTimeInterval(-60 * 86_400), until: Fixtures.now)

  static func sample(shuffled seed: Int? = nil) async throws -> Composer.Composition {
    let layouts = try PostTemplates()
    return try Composer(
      newsletter: try newsletter(), templates: try Templates(),
      formats: [
        SnippetFormat(network: .x, templates: layouts),
        SnippetFormat(network: .linkedIn, templates: layouts),
      ]
    ).compose(
      id: "2025-03-01", number: 7, outcomes: try await outcomes(shuffled: seed), window: window,
      now: Fixtures.now)
  }

  /// An edition of articles made for one test.
  static func composition(
    of articles: [Article], newsletter: Newsletter? = nil, id: String = "test", now: Date? = nil,
    templates: Templates? = nil, networks: [Network] = [], unreadable: [Diagnostic] = [],
    digest: DigestOptions = DigestOptions()
  ) throws -> Composer.Composition {
    let layouts = try PostTemplates()
    return try Composer(
      newsletter: try newsletter ?? Self.newsletter(), digest: digest,
      templates: try templates ?? Templates(),
      formats: networks.map { SnippetFormat(network: $0, templates: layouts) }
    ).compose(
      id: id, number: 1, outcomes: articles.map { Outcome(article: $0, reason: .picked(tags: [])) },
      window: window, now: now ?? Fixtures.now, unreadable: unreadable)
  }

  static func article(
    _ title: String = "A small harbour", id: String = "harbour", summary: String? = nil,
    author: String? = nil, origin: Origin? = nil, image: WebURL? = nil,
    body: String = "Boats come and go."
  ) -> Article {
    Article(
      id: id, path: id + ".md", title: title,
      date: Moment(
        instant: Fixtures.now.addingTimeInterval(-86_400), offset: 0, hasTime: true),
      tags: ["boats"], url: WebURL("https://openweights.example.org/\(id)"), origin: origin,
      summary: summary, author: author, image: image, body: .markdown(body))
  }
}

extension Composer.Composition {
  func bytes(_ name: String) throws -> [UInt8] {
    try #require(files.first { $0.name == name }, "no \(name)").bytes
  }

  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }
}

/// The start tags of a page, comments left out; values hold no `>` when they are escaped.
func startTags(_ html: String) -> [String] {
  var tags: [String] = []
  var rest = html[...]
  while let open = rest.firstIndex(of: "<") {
    rest = rest[open...]
    if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
      rest = rest[end.upperBound...]
      continue
    }
    let tag = rest.prefix { $0 != ">" }
    if tag.dropFirst().first?.isLetter == true { tags.append(String(tag) + ">") }
    rest = rest[tag.endIndex...]
  }
  return tags
}

/// Each start tag's name and the names of its attributes, as a browser would see them.
func tagShapes(_ html: String) -> [String] {
  let scalars = Array(html.unicodeScalars)
  var shape: [String] = []
  var index = 0
  func starts(_ text: String) -> Bool {
    scalars[index...].starts(with: text.unicodeScalars)
  }
  while index < scalars.count {
    guard scalars[index] == "<" else {
      index += 1
      continue
    }
    if starts("<!--") {
      while index < scalars.count, !starts("-->") { index += 1 }
      continue
    }
    var tag = ""
    var quote: Unicode.Scalar?
    index += 1
    while index < scalars.count, quote != nil || scalars[index] != ">" {
      let scalar = scalars[index]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else {
        tag.unicodeScalars.append(scalar)
      }
      index += 1
    }
    if tag.first?.isASCII == true { shape.append(tag) }
    if tag == "script" || tag.hasPrefix("style") {
      while index < scalars.count, !starts("</s") { index += 1 }
    }
  }
  return shape
}
