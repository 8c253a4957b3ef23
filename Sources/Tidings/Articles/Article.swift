import Foundation

/// One piece of writing, as its file or feed describes it.
///
/// A class, though it never changes: a blog has up to a hundred thousand of them, which are sorted,
/// sifted and handed on, and a reference costs a fiftieth of a copy.
public final class Article: Sendable {
  /// What the ledger and the outbox know it by; no two articles of one reading share it.
  public let id: String
  /// The articles folder, as the user named it; empty for what comes from no folder.
  public let root: String
  /// Relative to the articles folder, with `/` between its parts.
  public let path: String
  /// The last part of its address: the slug key, else the file's name without date and language.
  public let slug: String
  public let title: String
  public let date: Moment?
  public let dateSource: DateSource?
  public let updated: Moment?
  /// When it may appear first, where that is not its date.
  public let embargo: Moment?
  public let expiry: Moment?
  /// In the author's own spelling and order, without doubles.
  public let tags: [String]
  public let state: State
  public let kind: Kind
  public let url: WebURL?
  public let origin: Origin?
  public let summary: String?
  public let author: String?
  public let image: WebURL?
  /// What the image shows, in its author's words.
  public let imageAlt: String?
  /// A BCP 47 tag such as `pt-BR`.
  public let language: String?
  /// What it shares with its translations; nil where nothing marks it as one of several.
  public let translationKey: String?
  /// How much of it an edition shows; nil leaves that to the edition.
  public let digest: DigestContent?
  /// The author's own words for posts, by a network's id; `*` stands for every other network.
  public let social: [String: String]
  /// Without front matter, origin trailer and hashtag line.
  public let body: ArticleBody
  /// Of the body, by which it is known again; nil for a short one.
  let textMark: UInt64?

  public convenience init(
    id: String, root: String = "", path: String, slug: String = "", title: String,
    date: Moment? = nil, dateSource: DateSource? = nil, updated: Moment? = nil,
    embargo: Moment? = nil, expiry: Moment? = nil, tags: [String] = [], state: State = .published,
    kind: Kind = .post, url: WebURL? = nil, origin: Origin? = nil, summary: String? = nil,
    author: String? = nil, image: WebURL? = nil, imageAlt: String? = nil, language: String? = nil,
    translationKey: String? = nil, digest: DigestContent? = nil, social: [String: String] = [:],
    body: ArticleBody = .markdown("")
  ) {
    self.init(
      id: id, root: root, path: path, slug: slug, title: title, date: date,
      dateSource: dateSource, updated: updated, embargo: embargo, expiry: expiry, tags: tags,
      state: state, kind: kind, url: url, origin: origin, summary: summary, author: author,
      image: image, imageAlt: imageAlt, language: language, translationKey: translationKey,
      digest: digest,
      social: social, body: body, textMark: body.mark)
  }

  init(
    id: String, root: String, path: String, slug: String, title: String, date: Moment?,
    dateSource: DateSource?, updated: Moment?, embargo: Moment?, expiry: Moment?, tags: [String],
    state: State, kind: Kind, url: WebURL?, origin: Origin?, summary: String?, author: String?,
    image: WebURL?, imageAlt: String?, language: String?, translationKey: String?,
    digest: DigestContent?,
    social: [String: String], body: ArticleBody, textMark: UInt64?
  ) {
    self.id = id
    self.root = root
    self.path = path
    self.slug = slug
    self.title = title
    self.date = date
    self.dateSource = dateSource
    self.updated = updated
    self.embargo = embargo
    self.expiry = expiry
    self.tags = tags
    self.state = state
    self.kind = kind
    self.url = url
    self.origin = origin
    self.summary = summary
    self.author = author
    self.image = image
    self.imageAlt = imageAlt
    self.language = language
    self.translationKey = translationKey
    self.digest = digest
    self.social = social
    self.body = body
    self.textMark = textMark
  }

  /// Whether an article may go out, by what its author and the clock say.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    case published
    case draft
    case scheduled
    case expired
    case undated
    case redirect
  }

  /// What a file is among a blog's.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case post
    /// Describes a folder, such as Hugo's and Zola's `_index.md`.
    case section
    /// Speaks of the folder or the project, such as a README.
    case readme
    /// Waits to be filled in.
    case template
    /// Stands for itself and belongs to no day, such as "About".
    case page
  }

  /// What told an article's date, in the order in which they are asked.
  public enum DateSource: String, Sendable, Hashable, Codable, CaseIterable {
    case frontMatter
    case fileName
    case folderName
    case path
    case origin
    case feed
    /// The first commit that holds the file; asked only on demand.
    case git
  }

  /// The same, under another id.
  func identified(as id: String) -> Article {
    Article(
      id: id, root: root, path: path, slug: slug, title: title, date: date,
      dateSource: dateSource, updated: updated, embargo: embargo, expiry: expiry, tags: tags,
      state: state, kind: kind, url: url, origin: origin, summary: summary, author: author,
      image: image, imageAlt: imageAlt, language: language, translationKey: translationKey,
      digest: digest,
      social: social, body: body, textMark: textMark)
  }

  /// The same, with a date and the state that follows from it at `now`.
  func dated(_ date: Moment, _ source: DateSource, now: Date) -> Article {
    let facts = ArticleState(
      isRedirect: state == .redirect, isDraft: state == .draft, date: date, embargo: embargo,
      expiry: expiry)
    return Article(
      id: id, root: root, path: path, slug: slug, title: title, date: date, dateSource: source,
      updated: updated, embargo: embargo, expiry: expiry, tags: tags, state: facts.state(at: now),
      kind: kind, url: url, origin: origin, summary: summary, author: author, image: image,
      imageAlt: imageAlt, language: language, translationKey: translationKey, digest: digest,
      social: social,
      body: body, textMark: textMark)
  }

  /// When it may appear: the later of its date and its embargo.
  var appearance: Moment? {
    guard let date, let embargo else { return date }
    return embargo.instant > date.instant ? embargo : date
  }

  /// Where a reader finds it: its own address, else the one where it first appeared.
  public var link: WebURL? { url ?? origin?.url }

  /// The path for a person's eyes: on one line, with escapes for what does not show.
  public var shownPath: String { path.shown }

  /// What diagnostics call it.
  public var place: String {
    root.isEmpty || root == "." ? path : root.hasSuffix("/") ? root + path : root + "/" + path
  }
}

extension Article: Hashable {
  public static func == (one: Article, other: Article) -> Bool {
    one === other
      || (one.id == other.id && one.root == other.root && one.path == other.path
        && one.slug == other.slug && one.title == other.title && one.date == other.date
        && one.dateSource == other.dateSource && one.updated == other.updated
        && one.embargo == other.embargo && one.expiry == other.expiry && one.tags == other.tags
        && one.state == other.state && one.kind == other.kind && one.url == other.url
        && one.origin == other.origin && one.summary == other.summary
        && one.author == other.author && one.image == other.image
        && one.imageAlt == other.imageAlt
        && one.language == other.language && one.translationKey == other.translationKey
        && one.digest == other.digest && one.social == other.social && one.body == other.body
        && one.textMark == other.textMark)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(path)
  }
}
