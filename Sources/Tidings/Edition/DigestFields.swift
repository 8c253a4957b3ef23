import Foundation

/// What the templates of an edition show, for one of its two formats.
struct DigestFields {
  let newsletter: Newsletter
  let id: String
  let number: Int
  let composed: Moment
  let stories: [Story]
  let subject: String
  let preheader: String

  /// The context of `digest.html`.
  func html(theme: Theme, introduction: Document?) -> [String: Any] {
    let format = HTMLFormat(theme: theme)
    var fields = common
    fields["style"] = theme.enhancements
    fields["intro"] = Self.orNull(introduction.map(format.html))
    fields["articles"] = stories.enumerated().map { index, story in
      self.fields(of: story, number: index + 1).merging(
        ["content": format.html(of: story.digest)]) { $1 }
    }
    return fields
  }

  /// The context of `digest.txt`.
  func text(introduction: Document?) -> [String: Any] {
    var format = TextFormat()
    var fields = common
    fields["intro"] = Self.orNull(introduction.map { format.text(of: $0) })
    fields["articles"] = stories.enumerated().map { index, story in
      let title = format.wrapped(story.article.title)
      return self.fields(of: story, number: index + 1).merging([
        "title": title, "rule": Self.rule(below: title),
        "byline": format.wrapped(byline(of: story)),
        "content": format.text(of: story.digest),
        "origin": Self.orNull(
          Attribution(story.article).map {
            origin($0).merging(["text": format.wrapped($0.text)]) { $1 }
          }),
      ]) { $1 }
    }
    return fields
  }

  /// The context of a subject: no value is wrapped.
  var line: [String: Any] {
    let articles = stories.enumerated().map { fields(of: $1, number: $0 + 1) }
    return common.merging(["articles": articles]) { $1 }
  }

  private var common: [String: Any] {
    let title = "No. \(number) · \(EnglishDate.day(composed))"
    return [
      "subject": subject, "preheader": preheader, "language": newsletter.language,
      "direction": newsletter.direction, "count": stories.count,
      "lead": stories.first?.article.title ?? "",
      "more": Self.orNull(stories.count > 1 ? stories.count - 1 : nil),
      "unsubscribe": newsletter.unsubscribe != nil, "variables": newsletter.variables,
      "newsletter": [
        "name": newsletter.name, "url": Self.orNull(newsletter.url?.text),
        "from": Self.orNull(newsletter.from?.description),
      ],
      "address": newsletter.postalAddress.map {
        $0.split(separator: "\n").map(String.init)
      } ?? [],
      "edition": [
        "id": id, "number": number, "date": EnglishDate.day(composed), "title": title,
        "rule": Self.rule(below: title),
      ],
    ]
  }

  private func fields(of story: Story, number: Int) -> [String: Any] {
    let article = story.article
    return [
      "number": number, "title": article.title, "url": Self.orNull(article.link?.text),
      "date": Self.orNull(article.date.map(EnglishDate.day)), "author": Self.orNull(article.author),
      "byline": byline(of: story), "readingTime": readingTime(of: story), "tags": article.tags,
      "language": article.language ?? newsletter.language,
      "image": Self.orNull(
        article.image.map { ["url": $0.text, "alt": "", "width": 536] as [String: Any] }),
      "origin": Self.orNull(Attribution(article).map(origin)),
    ]
  }

  private func origin(_ attribution: Attribution) -> [String: Any] {
    [
      "text": attribution.text, "url": Self.orNull(attribution.url?.text),
      "site": attribution.site, "date": Self.orNull(attribution.date.map(EnglishDate.day)),
    ]
  }

  private func byline(of story: Story) -> String {
    [story.article.date.map(EnglishDate.day), story.article.author, readingTime(of: story)]
      .compactMap(\.self).joined(separator: " · ")
  }

  private func readingTime(of story: Story) -> String { "\(story.readingMinutes) min read" }

  /// A row of hyphens as long as the text's widest line, at most 30: screen readers say each one.
  private static func rule(below text: String) -> String {
    let columns = text.split(separator: "\n").map { DisplayWidth.columns($0) }.max() ?? 0
    return String(repeating: "-", count: min(30, columns))
  }

  /// A field without a value hides one of the same name further out.
  private static func orNull(_ value: Any?) -> Any { value ?? NSNull() }
}
