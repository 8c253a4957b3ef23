/// What must be so of the articles themselves.
enum ArticleRules {
  /// The first piece of HTML in a title that is surely not its subject: with both tags, or an entity.
  private static func markup(in title: String) -> String? {
    guard title.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return nil
    }
    let title = title.lowercased()
    let elements = ["em", "strong", "i", "b", "code", "span", "sup", "sub", "small", "mark", "u"]
    for name in elements where title.contains("</\(name)>") {
      if title.contains("<\(name)>") || title.contains("<\(name) ") { return "<\(name)>" }
    }
    let entities = [
      "&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#039;", "&apos;", "&nbsp;", "&rsquo;",
      "&lsquo;", "&ldquo;", "&rdquo;", "&ndash;", "&mdash;", "&hellip;", "&#8217;", "&#8211;",
    ]
    return entities.first(where: title.contains) ?? (title.contains("<br") ? "<br>" : nil)
  }

  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    let edition = matter.edition
    var findings: [Preflight.Finding] = []
    if edition.picked.isEmpty {
      findings.append(
        .init(
          .error, .articles, at: "edition", "there is no article in it",
          hint: "widen the window or the tags"))
    }
    for unreadable in edition.unreadable {
      let (place, reason) = placed(unreadable, mark: ": error: ")
      findings.append(
        .init(
          .error, .unreadable, at: place,
          "an article that may belong to this edition cannot be read: \(reason)",
          hint: "mend the file, or move it out of the folder"))
    }
    for article in edition.picked where article.url == nil {
      findings.append(
        .init(
          .warning, .articleURL, at: article.path,
          "\(article.title.cited()) has no address to read on at",
          hint: "set articles.base-url, or a 'url' in the article"))
    }
    for article in edition.picked {
      guard let markup = markup(in: article.title) else { continue }
      findings.append(
        .init(
          .warning, .titleMarkup, at: article.path,
          "the title \(article.title.cited()) holds '\(markup)', which is shown as it is written",
          hint: "write the title as plain text, or let it be when it is meant"))
    }
    for loss in edition.dropped {
      let (place, words) = placed(loss, mark: ": ")
      findings.append(
        .init(
          .warning, .dropped, at: place, "left out: \(words)",
          hint: "mend the article, or let it be"))
    }
    return findings
  }

  /// What stands before and after the first `mark`.
  private static func placed(_ text: String, mark: String) -> (place: String, rest: String) {
    guard let range = text.firstRange(of: mark) else { return ("edition", text) }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }
}
