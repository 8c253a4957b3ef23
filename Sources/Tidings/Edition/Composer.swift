public import Foundation

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
    let read = outcomes.filter(\.isPicked).mapInParallel { outcome in
      Result { () throws(ComposeError) in try Story(outcome.article, options: digest) }
    }
    let stories = try read.map { story throws(ComposeError) in try story.get() }
    let writer = try DigestWriter(
      composer: self, id: id, number: number, composed: composed, stories: stories, files: files)
    let edition = { @Sendable (message: RenderedMessage) in
      let shown = Set(message.plan.shown.map(\.article.id))
      let contents = Dictionary(
        stories.map { ($0.article.id, shown.contains($0.article.id) ? $0.content : .link) },
        uniquingKeysWith: { first, _ in first })
      return Edition(
        id: id, number: number, subject: message.message.subject, preheader: message.preheader,
        composed: composed.description,
        window: .init(
          since: window.since.map { moment($0).description },
          until: moment(window.until ?? now).description),
        timeZone: newsletter.zone.name, newsletter: .init(newsletter),
        articles: outcomes.map {
          .init($0, content: contents[$0.article.id], wording: newsletter.wording)
        },
        fitted: message.fitted > 0 ? message.fitted : nil,
        unreadable: unreadable.map(\.description),
        dropped: stories.flatMap { story in
          story.dropped.map { "\(story.article.path.oneLine): \($0.oneLine)" }
        }, themeRemarks: templates.remarks.isEmpty ? nil : templates.remarks,
        files: message.recorded, pictures: message.pictures.shown, sources: sources)
    }
    let (checked, posts) = inParallel(
      {
        Result { () throws(ComposeError) in
          let message = try RenderedMessage(by: writer, attachments: attachments)
          let edition = edition(message)
          // No rule asks for the snippets' files, nor does the preview.
          let findings = Preflight(
            edition: edition, html: message.html, text: message.text, messageSize: message.size,
            ignoring: ignored
          ).findings
          return (message: message, edition: edition, findings: findings)
        }
      }, beside: stories, { $0.snippets(for: formats, composed: composed, pictures: files) })
    let (message, draft, findings) = try checked.get()
    let snippets = posts.flatMap(\.self)
    let ((snippetFiles, frozen, record), page) = inParallel(
      {
        let files = Self.snippetFiles(snippets, articles: stories.map(\.article))
        let frozen = draft.adding(files.map { .init($0) })
        return (files, frozen, Array(StableJSON.data(frozen)))
      },
      {
        PreviewPage(
          edition: draft, html: message.pictures.shownByData(message.html), text: message.text,
          findings: findings,
          snippets: PreviewSnippets(
            snippets.map { postings.noting($0, zone: newsletter.zone) }, of: draft,
            networks: formats.map(\.network))
        ).bytes(templates.preview)
      })
    // What is posted later changes the page: it is no part of what is frozen.
    return Composition(
      edition: frozen,
      files: message.files + snippetFiles + [
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
}
