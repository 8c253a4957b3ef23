import Crypto
public import Foundation

/// One outing of the newsletter, as `edition.json` freezes it.
public struct Edition: Sendable, Hashable, Codable {
  public let id: String
  /// The number of the last edition that went out, and one.
  public let number: Int
  public let subject: String
  public let preheader: String
  /// The clock that it was composed by, in ISO 8601; also the Date of its message.
  public let composed: String
  public let window: Span
  public let timeZone: String
  public let newsletter: Sender
  public let articles: [Entry]
  /// How many articles became links so that the message is not cut off; nil when none had to.
  public let fitted: Int?
  /// What was wrong with articles that may have belonged to it.
  public let unreadable: [String]
  /// What of the picked articles' bodies cannot be shown, each with its path.
  public let dropped: [String]
  /// What of the theme has no effect, or not in every mail program; nil when all has.
  public let themeRemarks: [Theme.Remark]?
  public private(set) var files: [File]
  /// The pictures of its articles and of its introduction, in the order in which they are shown; nil
  /// when there are none.
  public let pictures: [ShownPicture]?
  /// Which feeds had not shown what was new; nil when all had.
  public let sources: Sources?

  /// What the next edition must know of feeds that this one could not read.
  public struct Sources: Sendable, Hashable, Codable {
    public let incomplete: [String]
    /// From when on the articles of feeds may not have been seen, in ISO 8601.
    public let feedsSince: String?
  }

  /// The bounds of a window, in ISO 8601.
  public struct Span: Sendable, Hashable, Codable {
    public let since: String?
    public let until: String?
  }

  /// What a message needs to know of the newsletter.
  public struct Sender: Sendable, Hashable, Codable {
    public let name: String
    /// Nil when none was configured: such an edition can be looked at, not sent.
    public let from: String?
    public let replyTo: String?
    public let postalAddress: String?
    public let unsubscribe: Unsubscribe?
  }

  /// An article that was read, picked or not.
  public struct Entry: Sendable, Hashable, Codable {
    public let id: String
    public let path: String
    public let title: String
    public let date: String?
    public let url: String?
    public let picked: Bool
    /// The reason's stable key.
    public let key: String
    public let reason: String
    /// All that a picked article is known by, so that it goes out once under whatever name.
    public let names: [String]?
    /// How a picked article is shown: `summary`, `excerpt`, `whole` or `link`.
    public let content: String?
    /// Where a picked article first appeared, as each part says it; nil for one of the newsletter's own.
    public let attribution: String?
  }

  /// A file beside `edition.json`.
  public struct File: Sendable, Hashable, Codable {
    public let name: String
    /// In hexadecimal.
    public let sha256: String
    /// Where the sample reader's own words stand in it.
    public let fields: [Field]?
  }

  /// A place in a file that differs from reader to reader.
  public struct Field: Sendable, Hashable, Codable {
    /// In bytes from the start of the file.
    public let offset: Int
    /// In bytes, of what the sample reader has there.
    public let length: Int
    public let name: String
    public let escaping: PersonalText.Escaping
  }

  /// The same with more files beside its record.
  func adding(_ more: [File]) -> Edition {
    var edition = self
    edition.files += more
    return edition
  }

  public var picked: [Entry] { articles.filter(\.picked) }

  /// How many articles were left out, by the reason's key.
  public var left: [String: Int] {
    articles.filter { !$0.picked }.reduce(into: [:]) { $0[$1.key, default: 0] += 1 }
  }
}

extension Edition.Sources {
  /// Nil when every feed was read.
  public init?(incomplete: [String], feedsSince: Date?) {
    guard !incomplete.isEmpty else { return nil }
    self.init(
      incomplete: incomplete,
      feedsSince: feedsSince.map { Moment(instant: $0, offset: 0, hasTime: true).description })
  }
}

extension Edition.Sender {
  init(_ newsletter: Newsletter) {
    self.init(
      name: newsletter.name, from: newsletter.from?.description,
      replyTo: newsletter.replyTo?.description, postalAddress: newsletter.postalAddress,
      unsubscribe: newsletter.unsubscribe)
  }
}

extension Edition.File {
  /// `fields` are the places where the sample reader's own words stand in it.
  init(_ file: Composer.Composition.File, fields: [Edition.Field] = []) {
    self.init(
      name: file.name, sha256: SHA256.hash(data: file.bytes).hexadecimal,
      fields: fields.isEmpty ? nil : fields)
  }
}

extension Edition.Entry {
  /// `content` is how a picked article is shown.
  init(_ outcome: Outcome, content: DigestContent?, wording: Wording) {
    let article = outcome.article
    self.init(
      id: article.id, path: article.path, title: article.title, date: article.date?.description,
      url: article.link?.text, picked: outcome.isPicked, key: outcome.reason.key,
      reason: outcome.reason.description, names: outcome.isPicked ? article.names : nil,
      content: outcome.isPicked ? content?.name : nil,
      attribution: outcome.isPicked ? Attribution(article).map(wording.origin) : nil)
  }
}
