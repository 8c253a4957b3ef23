/// A post in pieces: what a network's share page and its API are given.
struct PostDraft: Sendable {
  let article: Article
  /// The whole post, as a person pastes it.
  let text: String
  let hook: String
  /// The other pieces of the post in their places; nil for a later part of a series, which has none.
  let layout: PostLayout?
  let link: WebURL?
  let attribution: Attribution?
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

  /// What the post says of its source.
  var attributionText: String? { layout?.attribution }

  /// Those in the text, without `#`.
  var hashtags: [String] { layout?.hashtags ?? [] }

  /// The post without the link, for what takes the link in a field of its own.
  var textWithoutLink: String { layout?.withoutLink.text(hook: hook) ?? text }

  /// The post without link and hashtags, for pages that take both in fields of their own.
  var words: String { layout?.withoutLink.withHashtags(0).text(hook: hook) ?? text }

  /// Names in the words, such as `README.md`, that the network takes for addresses.
  var bareNames: [Count.Link] {
    count.links.filter { $0.url != $0.text && hook.contains($0.text) }
  }

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
      value.flatMap { $0.isEmpty ? nil : "\(name)=\($0.percentEncoded())" }
    }
    return query.isEmpty ? page : page + "?" + query.joined(separator: "&")
  }
}
