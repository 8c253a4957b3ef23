import Foundation
import Mustache

/// Everything about an edition on one page that loads nothing but the pictures of articles.
struct PreviewPage {
  /// In the edition's folder.
  static let name = "preview.html"

  let edition: Edition
  /// The HTML part with the pictures in it that travel with the message.
  let html: String
  let text: String
  let findings: [Preflight.Finding]
  let snippets: PreviewSnippets

  /// A page with every article of a large blog would be no help; `edition.json` has them all.
  private static let mostArticles = 200

  func bytes(_ template: MustacheTemplate) -> [UInt8] {
    let window = edition.window
    let fields: [String: Any] = [
      "subject": edition.subject, "preheader": edition.preheader,
      "newsletter": edition.newsletter.name, "number": edition.number, "id": edition.id,
      "from": edition.newsletter.from ?? "nobody yet: no sender is set",
      "composed": Self.inWords(edition.composed),
      "window":
        "\(window.since.map(Self.inWords) ?? "the beginning") to \(window.until.map(Self.inWords) ?? "now")",
      "picked": String(edition.picked.count), "left": edition.leftInWords, "digest": html,
      "text": text,
      "findings": findings.map {
        ["rule": $0.rule.rawValue, "severity": $0.severity.rawValue, "message": $0.description]
      },
      "hasSnippets": !snippets.groups.isEmpty, "networks": snippets.fields,
      "further": max(0, edition.articles.count - Self.mostArticles),
      "hasFurther": edition.articles.count > Self.mostArticles,
      "rows": edition.articles.prefix(Self.mostArticles).map { Self.row(of: $0).html }.joined(),
    ]
    return Array(template.render(TemplateScope(fields)).utf8)
  }

  /// An article in the table of all.
  private static func row(of entry: Edition.Entry) -> Markup {
    let title = entry.url.map { "<a href=\"\($0)\">\(entry.title)</a>" } ?? Markup(entry.title)
    return """
      <tr\(" class=\"left\"", if: !entry.picked)>\
      <td class="mark">\(entry.picked ? "✓ yes" : "no")</td>\
      <td class="date">\(entry.date.map { String($0.prefix(10)) } ?? "–")</td>\
      <td>\(title)</td><td>\(entry.reason)</td></tr>

      """
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
