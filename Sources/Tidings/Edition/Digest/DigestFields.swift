import Foundation

/// What the templates of an edition show, for one of its two formats.
struct DigestFields {
  let newsletter: Newsletter
  let options: DigestOptions
  let id: String
  let number: Int
  let composed: Moment
  let plan: DigestPlan
  let marks: CampaignMarks
  let subject: String
  let preheader: String
  let pictures: Pictures

  /// The context of `digest.html`.
  func html(templates: Templates, introduction: Document?) -> [String: Any] {
    let format = HTMLFormat(templates.elements, pictures: pictures)
    let direction = LanguageTag.direction(of: newsletter.language)
    // The masthead is the one heading of level 1.
    func note(_ document: Document) -> String {
      format.html(of: marks.marked(document), headingLevel: 2, direction: direction)
    }
    var fields = common
    fields["style"] = templates.theme.enhancements
    fields["intro"] = Self.orNull(introduction.map(note))
    let sections = sections { story, number, inSection in
      let fields = story.article(number: number, isInSection: inSection)
      let content = format.html(
        of: story.body, headingLevel: inSection ? 4 : 3, direction: story.direction)
      return fields.merging(["content": content]) { $1 }
    }
    fields["sections"] = sections
    fields["articles"] = Self.articles(of: sections)
    fields["also"] = plan.also.map { story($0).link }
    fields["links"] = options.links.map { link in
      self.fields(of: link, comment: link.comment.map(note))
    }
    return fields
  }

  /// The context of `digest.txt`.
  func text(introduction: Document?) -> [String: Any] {
    var format = TextFormat(wording: wording)
    var fields = common
    fields["intro"] = Self.orNull(
      introduction.map { format.text(of: marks.marked($0.levelled)) })
    let sections = sections { story, number, inSection in
      story.article(number: number, isInSection: inSection)
        .merging(story.wrapped(by: format)) { $1 }
        .merging(["content": format.text(of: story.body)]) { $1 }
    }
    fields["sections"] = sections.map { section in
      section.merging(
        (section["title"] as? String).map { Self.titled(format.wrapped($0)) } ?? [:]
      ) { $1 }
    }
    fields["articles"] = Self.articles(of: sections)
    fields["contents"] = contents { title, number in format.wrapped(title, behind: "\(number). ") }
    fields["also"] = plan.also.map { story($0).link.merging(story($0).wrapped(by: format)) { $1 } }
    fields["links"] = options.links.map { link in
      self.fields(of: link, comment: link.comment.map { format.text(of: marks.marked($0)) })
        .merging(Self.titled(format.wrapped(link.title))) { $1 }
        .merging(["source": Self.orNull(link.source.map { format.wrapped($0) })]) { $1 }
    }
    return Self.wrapped(fields, by: format)
  }

  /// The fields with the lines of what stands around the articles wrapped.
  private static func wrapped(_ fields: [String: Any], by format: TextFormat) -> [String: Any] {
    func wrapped(_ value: Any) -> Any {
      switch value {
      case let text as String where WebURL(text) == nil: format.wrapped(text)
      case let texts as [String]: texts.map { format.wrapped($0) }
      case let group as [String: Any]: group.mapValues(wrapped)
      default: value
      }
    }
    return fields.merging(
      ["words", "newsletter", "edition", "address"].compactMap { name in
        fields[name].map { (name, wrapped($0)) }
      }
    ) { $1 }
  }

  /// The context of a subject: no value is wrapped.
  var line: [String: Any] {
    let sections = sections { story, number, inSection in
      story.article(number: number, isInSection: inSection)
    }
    return common.merging([
      "sections": sections, "articles": Self.articles(of: sections),
      "also": plan.also.map { story($0).link },
      "links": options.links.map { fields(of: $0, comment: nil) },
    ]) { $1 }
  }

  private var wording: Wording { newsletter.wording }

  /// Each section with its articles' fields, numbered through all of them.
  private func sections(
    _ article: (StoryFields, _ number: Int, _ isInSection: Bool) -> [String: Any]
  ) -> [[String: Any]] {
    var number = 0
    return plan.sections.map { section in
      let articles = section.stories.map { story in
        number += 1
        return article(self.story(story), number, section.title != nil)
      }
      return [
        "title": Self.orNull(section.title), "rule": section.title.map(Self.rule) ?? "",
        "articles": articles,
      ]
    }
  }

  private static func articles(of sections: [[String: Any]]) -> [[String: Any]] {
    sections.flatMap { $0["articles"] as? [[String: Any]] ?? [] }
  }

  private func story(_ story: Story) -> StoryFields {
    StoryFields(
      story: story, language: newsletter.language, wording: wording, marks: marks,
      showsPicture: options.showsPictures, pictures: pictures)
  }

  private var common: [String: Any] {
    let stories = plan.stories
    let title = wording.edition(number: number, date: composed)
    let contents = contents { title, _ in title }
    let words = wording.fields
    return [
      "subject": subject, "preheader": preheader, "language": newsletter.language,
      "direction": LanguageTag.direction(of: newsletter.language), "count": stories.count,
      "lead": stories.first?.title ?? "",
      "more": Self.orNull(stories.count > 1 ? stories.count - 1 : nil),
      "unsubscribe": newsletter.unsubscribe != nil,
      "variables": newsletter.variables as [String: Any], "words": words as [String: Any],
      "rules": words.mapValues(Self.rule) as [String: Any],
      "hasContents": !contents.isEmpty, "contents": contents, "hasAlso": !plan.also.isEmpty,
      "hasLinks": !options.links.isEmpty,
      "newsletter": [
        "name": newsletter.name, "url": Self.orNull(newsletter.url?.text),
        "from": Self.orNull(newsletter.from?.description),
      ],
      "address": newsletter.postalAddress.map {
        $0.split(separator: "\n").map(String.init)
      } ?? [],
      "edition": [
        "id": id, "number": number, "date": wording.day(composed), "title": title,
        "rule": Self.rule(below: title),
      ],
    ]
  }

  private func contents(
    _ title: (_ title: String, _ number: Int) -> String
  ) -> [[String: Any]] {
    let stories = plan.shown
    guard options.contents.isShown(for: stories.count) else { return [] }
    return stories.enumerated().map { index, story in
      [
        "number": index + 1, "title": title(story.title, index + 1),
        "url": Self.orNull(self.story(story).url?.text),
      ]
    }
  }

  private func fields(of link: CuratedLink, comment: String?) -> [String: Any] {
    [
      "title": link.title, "url": link.url.text, "source": Self.orNull(link.source),
      "comment": Self.orNull(comment), "rule": Self.rule(below: link.title),
    ]
  }

  private static func titled(_ title: String) -> [String: Any] {
    ["title": title, "rule": rule(below: title)]
  }

  /// A row of hyphens as long as the text's widest line, at most 30: screen readers say each one.
  static func rule(below text: String) -> String {
    let columns = text.split(separator: "\n").map { DisplayWidth.columns($0) }.max() ?? 0
    return String(repeating: "-", count: min(30, columns))
  }

  /// A field without a value hides one of the same name further out.
  static func orNull(_ value: Any?) -> Any { value ?? NSNull() }
}
