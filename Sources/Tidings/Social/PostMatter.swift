/// What the posts about an article are written from.
public struct PostMatter: Sendable {
  let article: Article
  let body: Document
  /// The first sentences of the body, as plain text.
  let lead: [String]
  let picture: ArticlePicture?

  /// Of `article`, whose body says `body` and whose picture may lie among `pictures`.
  init(_ article: Article, body: Document, pictures: PictureFiles = .none) {
    self.article = article
    self.body = body
    lead = Sentences.all(in: Typography.mended(body.prose), limit: 12)
    picture = ArticlePicture(article, body: body, files: pictures)
  }

  /// Of `article`, whose first sentences are `lead`.
  public init(_ article: Article, lead: [String] = []) {
    self.article = article
    body = Document(blocks: [])
    self.lead = lead
    picture = ArticlePicture(article, body: body, files: .none)
  }
}
