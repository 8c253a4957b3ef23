import Tidings

/// An article as `select --json` prints it: the keys are a contract.
struct ArticleLine: Encodable {
  let id: String
  let path: String
  let title: String
  let date: String?
  let dateSource: String?
  let updated: String?
  let state: String
  let tags: [String]
  let url: String?
  let origin: OriginLine?
  let summary: String?
  let author: String?
  let image: String?
  let language: String?
  let picked: Bool
  let reason: String

  struct OriginLine: Encodable {
    let site: String
    let url: String?
    let date: String?
    let author: String?
  }

  /// `digest` stands for a summary that the article does not have.
  init(_ outcome: Outcome, digest: String? = nil) {
    let article = outcome.article
    id = article.id
    path = article.path
    title = article.title
    date = article.date?.description
    dateSource = article.dateSource?.rawValue
    updated = article.updated?.description
    state = article.state.rawValue
    tags = article.tags
    url = article.url?.text
    origin = article.origin.map {
      OriginLine(
        site: $0.site, url: $0.url?.text, date: $0.date?.description, author: $0.author)
    }
    summary = article.summary ?? digest
    author = article.author
    image = article.image?.text
    language = article.language
    picked = outcome.isPicked
    reason = outcome.reason.description
  }
}
