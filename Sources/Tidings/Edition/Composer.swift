import Crypto
public import Foundation
import Mustache

/// Turns picked articles into a frozen edition: pure, and the same bytes for the same input.
public struct Composer: Sendable {
  let newsletter: Newsletter
  let templates: Templates
  let formats: [SnippetFormat]

  public init(newsletter: Newsletter, templates: Templates, formats: [SnippetFormat]) {
    self.newsletter = newsletter
    self.templates = templates
    self.formats = formats
  }

  /// An edition and the bytes of every file in its folder.
  public struct Composition: Sendable {
    public let edition: Edition
    public let files: [File]
    public let snippets: [Snippet]

    /// One file by its path below the edition's folder, with `/` between its parts.
    public struct File: Sendable, Hashable {
      public let name: String
      public let bytes: [UInt8]
    }
  }

  /// Composes an edition at the instant `now`.
  /// - Throws: `ComposeError` for a template, a subject or a sender that gives no valid message.
  public func compose(
    id: String, number: Int, outcomes: [Outcome], window: Window, now: Date,
    unreadable: [Diagnostic] = [], sources: Edition.Sources? = nil,
    pictures files: PictureFiles = .none
  ) throws(ComposeError) -> Composition {
    let composed = moment(now)
    var stories: [Story] = []
    for outcome in outcomes where outcome.isPicked { stories.append(try Story(outcome.article)) }
    let fields = DigestFields(
      newsletter: newsletter, id: id, number: number, composed: composed, stories: stories,
      subject: try subject(id: id, number: number, composed: composed, stories: stories),
      preheader: preheader(of: stories))
    let introduction = try introduction()
    let pictures = EditionPictures(
      stories: stories, introduction: introduction, files: files,
      domain: try sender.address.domain)
    let html = PersonalFields(names: templates.html.readerFields, escaping: .html)
      .render(
        templates.html.mustache,
        context: fields.html(theme: templates.theme, introduction: introduction))
    let text = PersonalFields(names: templates.text.readerFields, escaping: .none)
      .render(templates.text.mustache, context: fields.text(introduction: introduction))
      .withoutBlankWalls
    let message = Message(
      from: try sender, replyTo: newsletter.replyTo,
      subject: fields.subject, date: composed, edition: id, listName: newsletter.name,
      unsubscribe: newsletter.unsubscribe, text: text, html: html)
    let snippets = stories.flatMap { $0.snippets(for: formats) }
    let edition = { (files: [Edition.File]) in
      Edition(
        id: id, number: number, subject: fields.subject, preheader: fields.preheader,
        composed: composed.description,
        window: .init(
          since: window.since.map { moment($0).description },
          until: moment(window.until ?? now).description),
        timeZone: newsletter.zone.name, newsletter: .init(newsletter),
        articles: outcomes.map(Edition.Entry.init), unreadable: unreadable.map(\.description),
        dropped: stories.flatMap { story in
          story.dropped.map { "\(story.article.path.oneLine): \($0.oneLine)" }
        }, files: files, pictures: pictures.shown.isEmpty ? nil : pictures.shown,
        sources: sources)
    }
    let rendering = try rendering(message)
    let parts =
      [rendering.html.file, rendering.text.file, rendering.message]
      + pictures.files + snippetFiles(snippets, stories: stories)
    let places = [
      rendering.html.file.name: rendering.html.fields,
      rendering.text.file.name: rendering.text.fields,
    ]
    let described = { (file: Composition.File) in
      Edition.File(
        name: file.name, sha256: SHA256.hash(data: file.bytes).hexadecimal,
        fields: places[file.name].flatMap { $0.isEmpty ? nil : $0 })
    }
    let preview = PreviewPage(
      edition: edition(parts.map(described)), html: rendering.html.string,
      text: rendering.text.string, snippets: snippets, networks: formats.map(\.network))
    let files = parts + [.init(name: "preview.html", bytes: preview.bytes(templates.preview))]
    let frozen = edition(files.map(described))
    return Composition(
      edition: frozen,
      files: files + [.init(name: "edition.json", bytes: Array(StableJSON.data(frozen)))],
      snippets: snippets)
  }

  /// An edition's id when none is given: the day on which it is composed, in the newsletter's zone.
  public func defaultID(now: Date) -> String { moment(now).day }

  private var sender: Mailbox {
    get throws(ComposeError) {
      do throws(MailError) {
        if let from = newsletter.from { return from }
        return try SampleReader.sender(name: newsletter.name)
      } catch {
        throw .mail(error)
      }
    }
  }

  private func moment(_ date: Date) -> Moment {
    Moment(instant: date, offset: newsletter.zone.secondsFromGMT(for: date), hasTime: true)
  }

  private func subject(
    id: String, number: Int, composed: Moment, stories: [Story]
  ) throws(ComposeError) -> String {
    let fields = DigestFields(
      newsletter: newsletter, id: id, number: number, composed: composed, stories: stories,
      subject: "", preheader: "")
    do throws(TemplateError) {
      let assembly = try TemplateAssembly(
        text: newsletter.subject, name: "subject", variables: newsletter.variables.keys.sorted())
      if let name = assembly.readerFields.first {
        throw TemplateError(
          file: "subject", line: nil,
          reason: "'reader.\(name)' differs from reader to reader, a subject is one for all")
      }
      let template = try Templates.mustache(newsletter.subject, file: "subject", escaping: .none)
      return template.render(fields.line)
        .trimmingCharacters(in: .whitespacesAndNewlines)
    } catch {
      throw .template(error)
    }
  }

  /// - Throws: `ComposeError.template` for a template field, which would go out as it stands.
  private func introduction() throws(ComposeError) -> Document? {
    guard let intro = newsletter.intro else { return nil }
    for (index, line) in intro.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where TemplateTags.holdsField(String(line)) {
      throw .template(
        TemplateError(
          file: "intro", line: index + 1,
          reason: "a template field, which is not filled in here: the intro is Markdown"))
    }
    return MarkdownReader(base: newsletter.url).document(intro)
  }

  /// The configured preheader, else the titles after the first, cut at a word.
  private func preheader(of stories: [Story]) -> String {
    if let preheader = newsletter.preheader { return preheader }
    let titles = stories.dropFirst().map(\.article.title)
    guard !titles.isEmpty else { return stories.first?.digest.plainText.prefixAtWord(110) ?? "" }
    return titles.joined(separator: " · ").prefixAtWord(110)
  }

  private func snippetFiles(
    _ snippets: [Snippet], stories: [Story]
  ) -> [Composition.File] {
    guard !snippets.isEmpty else { return [] }
    let names = SnippetNames(stories.map(\.article))
    let texts = snippets.map { snippet in
      Composition.File(
        name: "snippets/\(snippet.network)/\(names[snippet.article]).txt",
        bytes: Array((snippet.parts.joined(separator: "\n\n") + "\n").utf8))
    }
    let list = ["snippets": snippets]
    return texts + [.init(name: "snippets.json", bytes: Array(StableJSON.data(list)))]
  }

  private typealias Part = (file: Composition.File, string: String, fields: [Edition.Field])

  private func rendering(
    _ message: Message
  ) throws(ComposeError) -> (html: Part, text: Part, message: Composition.File) {
    do throws(MailError) {
      let encoder = try MessageEncoder(message)
      let sample = try SampleReader.recipient(for: message)
      func part(_ name: String, _ text: PersonalText) throws(MailError) -> Part {
        var string = ""
        var fields: [Edition.Field] = []
        for piece in text.pieces {
          let words = try PersonalText(pieces: [piece])
            .filled(for: sample, unsubscribe: message.unsubscribe)
          if case .field(let field, let escaping) = piece {
            fields.append(
              .init(
                offset: string.utf8.count, length: words.utf8.count, name: field,
                escaping: escaping))
          }
          string += words
        }
        return (.init(name: name, bytes: Array(string.utf8)), string, fields)
      }
      return (
        try part("digest.html", message.html), try part("digest.txt", message.text),
        .init(name: "message.eml", bytes: try encoder.bytes(for: sample))
      )
    } catch {
      throw .mail(error)
    }
  }
}

/// Why no edition could be composed.
public enum ComposeError: Error, Sendable {
  case template(TemplateError)
  case mail(MailError)
  /// A picked article whose body cannot be read any more.
  case unreadable(path: String, FileBytesError)
}

extension ComposeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .template(let error): error.description
    case .mail(let error): error.description
    case .unreadable(let path, let error): "\(path.oneLine): \(error)"
    }
  }
}
