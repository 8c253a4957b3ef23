/// A post in pieces: what a network's share page and its API are given.
struct PostDraft: Sendable {
  let article: Article
  /// The whole post, as a person pastes it.
  let text: String
  /// The same without the link, for an API that takes the link in a field of its own.
  let textWithoutLink: String
  let hook: String
  let link: WebURL?
  let attribution: Attribution?
  /// What the post says of its source.
  let attributionText: String?
  /// Those in the text, without `#`.
  let hashtags: [String]
  /// Further ones that have no place in the text.
  let furtherHashtags: [String]
  /// Whose post it is, as the network's API names them; nil when the settings do not say.
  let account: String?
  let mastodonInstance: String
  /// When the post was composed; whatever the API calls the time of a post is this.
  let composed: Moment
  /// The article's picture, where the post is to carry it.
  let picture: PostPicture?
  /// The same, for the link's card of a network that wants it uploaded for that.
  let thumbnail: PostPicture?
  /// Its place in a series, counted from 0: only the first has the link's card and the pictures.
  let part: Int
  /// The network's own count of `text`.
  let count: Count

  /// Whether it is an answer to another post of its series.
  var isLater: Bool { part > 0 }

  /// The account, or what stands in its place.
  var owner: String { account ?? Placeholder.account }

  /// The hook and the attribution, for pages that take the link by itself.
  var words: String {
    [hook, attributionText ?? ""].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The hashtags as they stand in a text.
  var tagLine: String { Hashtags.line(hashtags) }

  /// The words and the hashtags, for pages that have no field of their own for these.
  var wordsAndTags: String { [words, tagLine].filter { !$0.isEmpty }.joined(separator: "\n\n") }

  /// The link, where the post shows its card.
  var cardLink: WebURL? { isLater ? nil : link }

  /// What a link's card shows below its title.
  var summary: String { (article.summary ?? "").oneLine }

  /// ISO 639 alone, without script and region; nil where the article names no language.
  var languageCode: String? {
    article.language.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() }
  }

  /// `page` with the parameters that have a value.
  static func url(_ page: String, _ parameters: KeyValuePairs<String, String?>) -> String {
    let query = parameters.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : "\(name)=\(encode($0))" }
    }
    return query.isEmpty ? page : page + "?" + query.joined(separator: "&")
  }

  /// Everything but the unreserved characters as `%XX` (RFC 3986 2.3).
  static func encode(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default:
        bytes.append(0x25)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
