import Synchronization

/// What the posts about an article are written from.
public struct PostMatter: Sendable {
  let article: Article
  let body: Document
  /// The first sentences of the body, each one line of plain text.
  let lead: [String]
  let picture: ArticlePicture?
  private let telling = Telling()

  /// Of `article`, whose body says `body` and whose picture may lie among `pictures`.
  init(_ article: Article, body: Document, pictures: PictureFiles = .none) {
    let picture = ArticlePicture(article, body: body, files: pictures)
    self.init(article, body: body, picture: picture)
  }

  init(_ article: Article, body: Document, picture: ArticlePicture?) {
    self.article = article
    self.body = body
    lead = Self.lines(Sentences.all(in: Typography.mended(body.prose), limit: 12))
    self.picture = picture
  }

  /// Of `article`, whose first sentences are `lead`.
  public init(_ article: Article, lead: [String] = []) {
    self.article = article
    body = Document(blocks: [])
    self.lead = Self.lines(lead)
    picture = ArticlePicture(article, body: body, files: .none)
  }

  private static func lines(_ sentences: [String]) -> [String] {
    sentences.map(\.oneLine).filter { !$0.isEmpty }
  }

  /// The sentences that say most of what the body says, the best first.
  var keySentences: [String] {
    telling.sentences {
      KeySentences.best(
        of: body.sentences(limit: KeySentences.mostRead), count: 3, language: article.language)
    }
  }

  /// Few posts ask for them, and to find them takes long: once for all networks.
  private final class Telling: Sendable {
    private let found = Mutex<[String]?>(nil)

    func sentences(find: () -> [String]) -> [String] {
      found.withLock { found in
        let sentences = found ?? find()
        found = sentences
        return sentences
      }
    }
  }
}
