import Foundation

/// What templates show of one article.
struct StoryFields {
  let story: Story
  /// The newsletter's, for an article that names none.
  let language: String
  let wording: Wording
  let marks: CampaignMarks
  let showsPicture: Bool
  let pictures: Pictures

  /// Where the article is read: marked, unless it is where the article first appeared.
  var url: WebURL? { article.url.map(marks.marked) ?? article.link }

  /// What the edition shows of it.
  var body: Document { marks.marked(story.digest) }

  /// `rtl` or `ltr`.
  var direction: String { LanguageTag.direction(of: article.language ?? language) }

  /// The fields of an article that is shown, but for its content.
  func article(number: Int, isInSection: Bool) -> [String: Any] {
    let isWhole = story.isWhole
    return link.merging([
      "number": number, "isInSection": isInSection,
      "readingTime": DigestFields.orNull(readingTime), "tags": article.tags,
      "language": article.language ?? language, "direction": direction, "isWhole": isWhole,
      "readMore": !isWhole && url != nil, "readMoreTitle": wording.readMore(title: story.title),
      "image": DigestFields.orNull(
        (showsPicture ? article.image : nil).map {
          let size = HTMLFormat.size(of: pictures[$0], within: HTMLFormat.width)
          return [
            "url": pictures.source(of: $0), "alt": "", "width": size.width,
            "height": DigestFields.orNull(size.height),
          ] as [String: Any]
        }),
    ]) { $1 }
  }

  /// The fields of an article that is a link only.
  var link: [String: Any] {
    [
      "title": story.title, "url": DigestFields.orNull(url?.text),
      "date": DigestFields.orNull(article.date.map(wording.day)),
      "author": DigestFields.orNull(article.author), "byline": byline,
      "rule": DigestFields.rule(below: story.title),
      "origin": DigestFields.orNull(Attribution(article).map(origin)),
    ]
  }

  /// What stands otherwise in plain text, its lines wrapped.
  func wrapped(by format: TextFormat) -> [String: Any] {
    let title = format.wrapped(story.title)
    return [
      "title": title, "rule": DigestFields.rule(below: title), "byline": format.wrapped(byline),
      "origin": DigestFields.orNull(
        Attribution(article).map {
          origin($0).merging(["text": format.wrapped(wording.origin($0))]) { $1 }
        }),
    ]
  }

  private var article: Article { story.article }

  private func origin(_ attribution: Attribution) -> [String: Any] {
    [
      "text": wording.origin(attribution), "url": DigestFields.orNull(attribution.url?.text),
      "site": attribution.site, "date": DigestFields.orNull(attribution.date.map(wording.day)),
    ]
  }

  private var readingTime: String? {
    story.readingMinutes.map { wording.readingTime(minutes: $0) }
  }

  private var byline: String {
    [
      article.date.map(wording.day), article.author, readingTime,
    ].compactMap(\.self).joined(separator: " · ")
  }
}
