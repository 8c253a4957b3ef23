/// What an edition shows of its articles, in what order, and what stands beside them.
public struct DigestOptions: Sendable, Hashable {
  /// For articles that name no content of their own.
  public let content: DigestContent
  /// About how many words an excerpt has.
  public let words: Int
  public let contents: Contents
  /// In reading order; an article stands in the first that it fits.
  public let sections: [Section]
  /// By which the tags of articles and sections are compared.
  public let tagRules: TagRules
  /// How many articles are shown, further ones being links; nil shows all.
  public let articles: Int?
  /// Articles become links, as few as needed, where the message would be cut off.
  public let fits: Bool
  public let links: [CuratedLink]
  public let showsPictures: Bool
  public let campaign: Campaign?

  public init(
    content: DigestContent = .summary, words: Int = DigestOptions.usualWords,
    contents: Contents = .automatic, sections: [Section] = [], tagRules: TagRules = .none,
    articles: Int? = nil, fits: Bool = false, links: [CuratedLink] = [],
    showsPictures: Bool = true, campaign: Campaign? = nil
  ) {
    self.content = content
    self.words = words
    self.contents = contents
    self.sections = sections
    self.tagRules = tagRules
    self.articles = articles
    self.fits = fits
    self.links = links
    self.showsPictures = showsPictures
    self.campaign = campaign
  }

  /// About how many words of a body stand for it when nothing else is said.
  public static let usualWords = 60

  /// A longer summary is cut as a body is: feeds give whole articles in place of one.
  static let mostSummaryWords = 2 * usualWords

  /// Whether there is a table of contents.
  public enum Contents: String, Sendable, Hashable, CaseIterable {
    case yes
    case no
    /// From five articles on.
    case automatic = "auto"

    func isShown(for articles: Int) -> Bool {
      switch self {
      case .yes: articles > 0
      case .no: false
      case .automatic: articles >= 5
      }
    }
  }

  /// A heading, and the tags whose articles stand below it.
  public struct Section: Sendable, Hashable {
    public let title: String
    public let tags: [String]

    public init(title: String, tags: [String]) {
      self.title = title
      self.tags = tags
    }
  }
}
