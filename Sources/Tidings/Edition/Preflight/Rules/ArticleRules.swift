/// What must be so of the articles themselves.
enum ArticleRules {
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
