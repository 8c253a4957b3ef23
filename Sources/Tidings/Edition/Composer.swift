import Crypto
public import Foundation
import Mustache

/// Turns picked articles into a frozen edition: pure, and the same bytes for the same input.
public struct Composer: Sendable {
  let newsletter: Newsletter
  let digest: DigestOptions
  let templates: Templates
  let formats: [SnippetFormat]
  /// The rules of the check that the preview leaves out.
  let ignored: Set<Preflight.Rule>

  public init(
    newsletter: Newsletter, digest: DigestOptions = DigestOptions(), templates: Templates,
    formats: [SnippetFormat], ignoring ignored: Set<Preflight.Rule> = []
  ) {
    self.newsletter = newsletter
    self.digest = digest
    self.templates = templates
    self.formats = formats
    self.ignored = ignored
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
    pictures files: PictureFiles = .none, attachments: [Enclosure] = [],
    postings: Postings = .none
  ) throws(ComposeError) -> Composition {
    let composed = moment(now)
    let told = outcomes.filter(\.isPicked).mapInParallel { outcome in
      Result { () throws(ComposeError) in
        let story = try Story(outcome.article, options: digest)
        return (
          story: story, snippets: story.snippets(for: formats, composed: composed, pictures: files)
        )
      }
    }
    var stories: [Story] = []
    var snippets: [Snippet] = []
    for result in told {
      let (story, posts) = try result.get()
      stories.append(story)
      snippets += posts
    }
    let writer = try DigestWriter(
      composer: self, id: id, number: number, composed: composed, stories: stories, files: files)
    let written = try writer.written()
    let pictures = writer.pictures.used(by: written.plan.shown, in: written.message.html)
    let message = written.message.enclosing(
      pictures: pictures.enclosures, attachments: attachments)
    let shown = Set(written.plan.shown.map(\.article.id))
    let contents = Dictionary(
      stories.map { ($0.article.id, shown.contains($0.article.id) ? $0.content : .link) },
      uniquingKeysWith: { first, _ in first })
    let edition = { (files: [Edition.File]) in
      Edition(
        id: id, number: number, subject: message.subject, preheader: written.preheader,
        composed: composed.description,
        window: .init(
          since: window.since.map { moment($0).description },
          until: moment(window.until ?? now).description),
        timeZone: newsletter.zone.name, newsletter: .init(newsletter),
        articles: outcomes.map {
          .init($0, content: contents[$0.article.id], wording: newsletter.wording)
        },
        fitted: written.fitted > 0 ? written.fitted : nil,
        unreadable: unreadable.map(\.description),
        dropped: stories.flatMap { story in
          story.dropped.map { "\(story.article.path.oneLine): \($0.oneLine)" }
        }, themeRemarks: templates.remarks.isEmpty ? nil : templates.remarks, files: files,
        pictures: pictures.shown, sources: sources)
    }
    let posts = snippets
    let articles = stories.map(\.article)
    let (rendered, snippetFiles) = inParallel(
      { Result { () throws(ComposeError) in try self.rendering(message) } },
      { Self.snippetFiles(posts, articles: articles) })
    let rendering = try rendered.get()
    let parts =
      [rendering.html.file, rendering.text.file, rendering.message]
      + pictures.files + attachments.map(\.frozen) + snippetFiles
    let places = [
      rendering.html.file.name: rendering.html.fields,
      rendering.text.file.name: rendering.text.fields,
    ]
    let described = { (file: Composition.File) in
      Edition.File(
        name: file.name, sha256: SHA256.hash(data: file.bytes).hexadecimal,
        fields: places[file.name].flatMap { $0.isEmpty ? nil : $0 })
    }
    let frozen = edition(parts.map(described))
    let preview = PreviewPage(
      edition: frozen, html: pictures.shownByData(rendering.html.string),
      text: rendering.text.string,
      findings: Preflight(
        edition: frozen, html: rendering.html.string, text: rendering.text.string,
        messageSize: rendering.message.bytes.count, ignoring: ignored
      ).findings,
      snippets: PreviewSnippets(
        snippets.map { postings.noting($0, zone: newsletter.zone) }, of: frozen,
        networks: formats.map(\.network)))
    let (page, record) = inParallel(
      { preview.bytes(templates.preview) }, { Array(StableJSON.data(frozen)) })
    // What is posted later changes the page: it is no part of what is frozen.
    return Composition(
      edition: frozen,
      files: parts + [
        .init(name: PreviewPage.name, bytes: page), .init(name: "edition.json", bytes: record),
      ], snippets: snippets)
  }

  /// An edition's id when none is given: the day on which it is composed, in the newsletter's zone.
  public func defaultID(now: Date) -> String { moment(now).day }

  private func moment(_ date: Date) -> Moment {
    Moment(instant: date, offset: newsletter.zone.secondsFromGMT(for: date), hasTime: true)
  }

  private static func snippetFiles(
    _ snippets: [Snippet], articles: [Article]
  ) -> [Composition.File] {
    guard !snippets.isEmpty else { return [] }
    let names = SnippetNames(articles)
    let texts = snippets.map { snippet in
      Composition.File(
        name: "snippets/\(snippet.network)/\(names[snippet.article]).txt",
        bytes: Array((snippet.parts.joined(separator: "\n\n") + "\n").utf8))
    }
    let list: JSONValue = ["snippets": .list(snippets.map(\.json))]
    return texts + [.init(name: "snippets.json", bytes: StableJSON.bytes(list))]
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
