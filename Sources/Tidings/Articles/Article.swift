/// One piece of writing, as its file or feed describes it.
public struct Article: Sendable, Hashable {
  /// What the ledger and the outbox know it by; no two articles of one reading share it.
  public let id: String
  /// Relative to the articles folder, with `/` between its parts.
  public let path: String
  public let title: String
  public let date: Moment?
  public let dateSource: DateSource?
  public let updated: Moment?
  /// In the author's own spelling and order, without doubles.
  public let tags: [String]
  public let state: State
  public let url: WebURL?
  public let origin: Origin?
  public let summary: String?
  public let author: String?
  public let image: WebURL?
  /// A BCP 47 tag such as `pt-BR`.
  public let language: String?
  /// Without front matter, origin trailer and hashtag line.
  public let body: ArticleBody

  public init(
    id: String, path: String, title: String, date: Moment? = nil, dateSource: DateSource? = nil,
    updated: Moment? = nil, tags: [String] = [], state: State = .published, url: WebURL? = nil,
    origin: Origin? = nil, summary: String? = nil, author: String? = nil, image: WebURL? = nil,
    language: String? = nil, body: ArticleBody = .markdown("")
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.date = date
    self.dateSource = dateSource
    self.updated = updated
    self.tags = tags
    self.state = state
    self.url = url
    self.origin = origin
    self.summary = summary
    self.author = author
    self.image = image
    self.language = language
    self.body = body
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

  /// What told an article's date, in the order in which they are asked.
  public enum DateSource: String, Sendable, Hashable, Codable {
    case frontMatter
    case fileName
    case folderName
    case path
    case origin
    case feed
  }

  /// Where a reader finds it: its own address, else the one where it first appeared.
  public var link: WebURL? { url ?? origin?.url }
}
