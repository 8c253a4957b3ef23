import Foundation
import Mustache

/// Everything about an edition on one page that loads nothing but the pictures of articles.
struct PreviewPage {
  /// In the edition's folder.
  static let name = "preview.html"

  let edition: Edition
  let html: String
  /// The same with the pictures in it that travel with the message.
  let shownHTML: String
  let text: String
  /// Of the encoded message, in bytes.
  let messageSize: Int
  let snippets: [NotedSnippet]
  /// By which the parts of a series are counted.
  let networks: [Network]
  /// The rules whose findings are not shown.
  let ignored: Set<Preflight.Rule>

  /// A page with every article of a large blog would be no help; `edition.json` has them all.
  private static let mostArticles = 200

  func bytes(_ template: MustacheTemplate) -> [UInt8] {
    let window = edition.window
    let titles = Dictionary(
      edition.articles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let findings = Preflight(
      edition: edition, html: html, text: text, messageSize: messageSize, ignoring: ignored
    ).findings
    let fields: [String: Any] = [
      "subject": edition.subject, "preheader": edition.preheader,
      "newsletter": edition.newsletter.name, "number": edition.number, "id": edition.id,
      "from": edition.newsletter.from ?? "nobody yet: no sender is set",
      "composed": Self.inWords(edition.composed),
      "window":
        "\(window.since.map(Self.inWords) ?? "the beginning") to \(window.until.map(Self.inWords) ?? "now")",
      "picked": String(edition.picked.count), "left": edition.leftInWords, "digest": shownHTML,
      "text": text,
      "findings": findings.map {
        ["rule": $0.rule.rawValue, "severity": $0.severity.rawValue, "message": $0.description]
      },
      "hasSnippets": !snippets.isEmpty,
      "networks": PreviewSnippets(snippets, titles: titles, networks: networks).fields,
      "further": max(0, edition.articles.count - Self.mostArticles),
      "hasFurther": edition.articles.count > Self.mostArticles,
      "articles": edition.articles.prefix(Self.mostArticles).map { entry in
        [
          "picked": entry.picked, "title": entry.title, "reason": entry.reason,
          "date": entry.date.map { String($0.prefix(10)) } ?? "–",
          "url": entry.url.map { $0 as Any } ?? NSNull(),
        ] as [String: Any]
      },
    ]
    return Array(template.render(TemplateScope(fields)).utf8)
  }

  /// `1 March 2025, 09:00`, on the newsletter's own clock.
  static func inWords(_ text: String) -> String {
    guard case .date(let moment) = DateReader(zone: .gmt).read(text) else { return text }
    return "\(EnglishDate.day(moment)), \(text.dropFirst(11).prefix(5))"
  }
}

extension Edition {
  /// `2 undated, 1 draft`, the most frequent reason first.
  public var leftInWords: String { Reason.inWords(left) }
}
