import Foundation
import Mustache

/// Writes the two parts of an edition's message.
struct DigestWriter {
  let newsletter: Newsletter
  let options: DigestOptions
  let templates: Templates
  let id: String
  let number: Int
  let composed: Moment
  /// Every picked article, in the order of the selection.
  let stories: [Story]
  private let introduction: Document?
  private let marks: CampaignMarks
  let pictures: EditionPictures

  /// - Throws: `ComposeError.template` for an intro or a campaign that cannot be used.
  init(
    composer: Composer, id: String, number: Int, composed: Moment, stories: [Story],
    files: PictureFiles
  ) throws(ComposeError) {
    newsletter = composer.newsletter
    options = composer.digest
    templates = composer.templates
    self.id = id
    self.number = number
    self.composed = composed
    self.stories = stories
    do throws(TemplateError) {
      introduction = try newsletter.introduction()
      marks =
        try options.campaign?.marks(
          id: id, number: number, day: composed.day, leave: newsletter.unsubscribe) ?? .none
    } catch {
      throw .template(error)
    }
    pictures = EditionPictures(
      stories: stories, introduction: introduction, showsLeads: options.showsPictures, files: files,
      domain: try newsletter.sender.address.domain)
  }

  /// A message, and what became of the articles in it.
  struct Written {
    let message: Message
    let preheader: String
    let plan: DigestPlan
    /// How many articles became links so that the message is not cut off.
    let fitted: Int
  }

  /// The message with all articles that its options show, or as many as fit.
  /// - Throws: `ComposeError` for a subject or a sender that gives no valid message.
  func written() throws(ComposeError) -> Written {
    let shown = min(options.articles ?? .max, stories.count { $0.content != .link })
    var fields = try fields(showing: shown)
    var html = html(fields)
    var most = shown
    if options.fits, try !fits(html, fields) {
      // As many as fit lie between those that surely do and those that surely do not.
      var few = 0
      while few < most - 1 {
        let middle = (few + most) / 2
        let tried = try self.fields(showing: middle)
        if try fits(self.html(tried), tried) { few = middle } else { most = middle }
      }
      most = few
      fields = try self.fields(showing: most)
      html = self.html(fields)
    }
    return Written(
      message: try message(fields, html: html, text: text(fields)), preheader: fields.preheader,
      plan: fields.plan, fitted: shown - most)
  }

  /// Bytes of HTML after encoding: Gmail cuts a message off at 102 KB, and hides its end.
  static let mostBytes = 100_000

  /// Whether the sample reader's message is not cut off.
  private func fits(_ html: PersonalText, _ fields: DigestFields) throws(ComposeError) -> Bool {
    let message = try message(fields, html: html, text: PersonalText(pieces: []))
    do throws(MailError) {
      let text = try html.filled(
        for: try SampleReader.recipient(for: message), unsubscribe: message.unsubscribe)
      return QuotedPrintable.encode(text.utf8).count <= Self.mostBytes
    } catch {
      throw .mail(error)
    }
  }

  private func fields(showing limit: Int) throws(ComposeError) -> DigestFields {
    let plan = DigestPlan(
      stories, options: options, limit: limit, otherTitle: newsletter.wording[.otherArticles])
    func fields(subject: String, preheader: String) -> DigestFields {
      DigestFields(
        newsletter: newsletter, options: options, id: id, number: number, composed: composed,
        plan: plan, marks: marks, subject: subject, preheader: preheader,
        pictures: pictures.facts)
    }
    return fields(
      subject: try subject(fields(subject: "", preheader: "")), preheader: preheader(of: plan))
  }

  private func html(_ fields: DigestFields) -> PersonalText {
    PersonalFields(names: templates.html.readerFields, escaping: .html)
      .render(
        templates.html.mustache,
        context: fields.html(templates: templates, introduction: introduction))
  }

  private func text(_ fields: DigestFields) -> PersonalText {
    PersonalFields(names: templates.text.readerFields, escaping: .none)
      .render(templates.text.mustache, context: fields.text(introduction: introduction))
      .settled
  }

  private func message(
    _ fields: DigestFields, html: PersonalText, text: PersonalText
  ) throws(ComposeError) -> Message {
    Message(
      from: try newsletter.sender, replyTo: newsletter.replyTo, subject: fields.subject,
      date: composed,
      edition: id, listName: newsletter.name, unsubscribe: newsletter.unsubscribe, text: text,
      html: html)
  }

  private func subject(_ fields: DigestFields) throws(ComposeError) -> String {
    guard let subject = newsletter.subject else {
      return newsletter.wording.subject(
        name: newsletter.name, lead: fields.plan.stories.first?.title ?? "",
        more: max(0, fields.plan.stories.count - 1)
      ).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    do throws(TemplateError) {
      let assembly = try TemplateAssembly(
        text: subject, name: "subject", variables: newsletter.variables.keys.sorted())
      if let name = assembly.readerFields.first {
        throw TemplateError(
          file: "subject", line: nil,
          reason: "'reader.\(name)' differs from reader to reader, a subject is one for all")
      }
      let template = try Templates.mustache(subject, file: "subject", escaping: .none)
      return template.render(TemplateScope(fields.line)).trimmingCharacters(
        in: .whitespacesAndNewlines)
    } catch {
      throw .template(error)
    }
  }

  /// The configured preheader, else the titles after the first, cut at a word.
  private func preheader(of plan: DigestPlan) -> String {
    if let preheader = newsletter.preheader { return preheader }
    let stories = plan.stories
    let titles = stories.dropFirst().map(\.title)
    guard !titles.isEmpty else { return stories.first?.digest.plainText.prefixAtWord(110) ?? "" }
    return titles.joined(separator: " · ").prefixAtWord(110)
  }
}

extension Newsletter {
  fileprivate var sender: Mailbox {
    get throws(ComposeError) {
      do throws(MailError) {
        if let from { return from }
        return try SampleReader.sender(name: name)
      } catch {
        throw .mail(error)
      }
    }
  }

  /// - Throws: `TemplateError` for a template field, which would go out as it stands.
  fileprivate func introduction() throws(TemplateError) -> Document? {
    guard let intro else { return nil }
    let lines = intro.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where TemplateTags.holdsField(String(line)) {
      throw TemplateError(
        file: "intro", line: index + 1,
        reason: "a template field, which is not filled in here: the intro is Markdown")
    }
    return MarkdownReader(base: url).document(intro)
  }
}
