/// What the posts about an article are written from.
public struct PostMatter: Sendable {
  let article: Article
  let body: Document
  /// The first sentences of the body, as plain text.
  let lead: [String]

  /// Of `article`, whose body says `body`.
  init(_ article: Article, body: Document) {
    self.article = article
    self.body = body
    lead = Sentences.all(in: Typography.mended(body.prose), limit: 12)
  }

  /// Of `article`, whose first sentences are `lead`.
  public init(_ article: Article, lead: [String] = []) {
    self.article = article
    body = Document(blocks: [])
    self.lead = lead
  }
}
