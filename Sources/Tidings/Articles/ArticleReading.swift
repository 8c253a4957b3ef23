public import Foundation

/// What sources of articles gave: every article, in no order, and every doubt.
public struct ArticleReading: Sendable {
  public let articles: [Article]
  /// Doubts about articles, and about files that gave none.
  public let diagnostics: [Diagnostic]
  /// Doubts about a whole source: they keep no article of another one back.
  public let sourceDiagnostics: [Diagnostic]
  /// Feeds that gave nothing, or what they gave to an earlier run.
  public let incompleteFeeds: [String]
  /// How many files were read, the unreadable ones among them.
  public let files: Int
  /// The id of the article that a feed's doubt is about.
  private let subjects: [Diagnostic: String]

  private init(
    articles: [Article], diagnostics: [Diagnostic], sourceDiagnostics: [Diagnostic] = [],
    incompleteFeeds: [String] = [], files: Int = 0, subjects: [Diagnostic: String] = [:]
  ) {
    self.articles = articles
    self.diagnostics = diagnostics
    self.sourceDiagnostics = sourceDiagnostics
    self.incompleteFeeds = incompleteFeeds
    self.files = files
    self.subjects = subjects
  }

  /// What a folder gave.
  ///
  /// Articles that would share an id go by their paths: which of them it meant before, nobody can
  /// tell.
  init(articles: [Article], diagnostics: [Diagnostic], files: Int) {
    var seen: Set<String> = []
    seen.reserveCapacity(articles.count)
    var doubled: Set<String> = []
    for article in articles where !seen.insert(article.id).inserted { doubled.insert(article.id) }
    var all = articles
    var doubts = diagnostics
    if !doubled.isEmpty {
      all = articles.map { article in
        guard doubled.contains(article.id) else { return article }
        // A README in each folder is as it should be: none of them goes out.
        guard article.kind == .post else { return article.identified(as: article.path) }
        doubts.append(
          Diagnostic(
            path: article.place,
            reason: "its id '\(article.id)' is another article's too;"
              + " it goes by its path (give each an 'id' of its own)", severity: .warning))
        return article.identified(as: article.path)
      }
    }
    self.init(articles: all, diagnostics: doubts, files: files, subjects: [:])
  }

  /// What a feed gave.
  public init(_ feed: FeedReader.Contents) {
    var ofArticles: [Diagnostic] = []
    var ofFeed: [Diagnostic] = []
    var subjects: [Diagnostic: String] = [:]
    for diagnostic in feed.diagnostics {
      if let article = feed.article(about: diagnostic) {
        subjects[diagnostic] = article.id
        ofArticles.append(diagnostic)
      } else {
        ofFeed.append(diagnostic)
      }
    }
    self.init(
      articles: feed.articles, diagnostics: ofArticles, sourceDiagnostics: ofFeed,
      incompleteFeeds: ofFeed.filter { $0.severity == .error }.map(\.path), subjects: subjects)
  }

  /// A source that gave nothing, or a doubt about one that did.
  ///
  /// `isIncomplete` tells of a feed that what is new in it has not been seen.
  public init(doubt: Diagnostic, isIncomplete: Bool = false) {
    self.init(
      articles: [], diagnostics: [], sourceDiagnostics: [doubt],
      incompleteFeeds: isIncomplete ? [doubt.path] : [])
  }

  /// Several sources as one; an id that an earlier source has taken makes way for the path.
  public init(uniting readings: [ArticleReading]) {
    // The ids of one source are its own matter, and there may be a hundred thousand.
    let filled = readings.filter { !$0.articles.isEmpty }
    var taken: Set<String> = []
    var articles = filled.count == 1 ? filled[0].articles : []
    var subjects = filled.count == 1 ? filled[0].subjects : [:]
    for reading in filled.count == 1 ? [] : filled {
      var renamed: [String: String] = [:]
      for article in reading.articles {
        var id = article.id
        if !taken.insert(id).inserted {
          id = article.path
          var number = 2
          while !taken.insert(id).inserted {
            id = "\(article.path) (\(number))"
            number += 1
          }
          renamed[article.id] = id
        }
        articles.append(id == article.id ? article : article.identified(as: id))
      }
      for (diagnostic, id) in reading.subjects { subjects[diagnostic] = renamed[id] ?? id }
    }
    self.init(
      articles: articles, diagnostics: readings.flatMap(\.diagnostics),
      sourceDiagnostics: readings.flatMap(\.sourceDiagnostics),
      incompleteFeeds: readings.flatMap(\.incompleteFeeds),
      files: readings.reduce(0) { $0 + $1.files }, subjects: subjects)
  }

  /// The same, with a day for each undated article that `date` knows one of.
  public func dated(now: Date, by date: (Article) -> Moment?) -> ArticleReading {
    ArticleReading(
      articles: articles.map { article in
        guard article.date == nil, let moment = date(article) else { return article }
        return article.dated(moment, .git, now: now)
      }, diagnostics: diagnostics, sourceDiagnostics: sourceDiagnostics,
      incompleteFeeds: incompleteFeeds, files: files, subjects: subjects)
  }

  /// Whether a doubt is about an article of a feed, which its reader cannot mend.
  public func isOfFeed(_ diagnostic: Diagnostic) -> Bool { subjects[diagnostic] != nil }

  /// The outcome for the article that each doubt is about; nothing for a file that gave none.
  public func subjects(among outcomes: [Outcome]) -> [Diagnostic: Outcome] {
    guard !diagnostics.isEmpty else { return [:] }
    let places = Set(diagnostics.map(\.path))
    let ids = Set(subjects.values)
    var byPlace: [String: Outcome] = [:]
    var byID: [String: Outcome] = [:]
    for outcome in outcomes {
      if ids.contains(outcome.article.id) { byID[outcome.article.id] = outcome }
      let place = outcome.article.place
      if places.contains(place) { byPlace[place] = outcome }
    }
    return diagnostics.reduce(into: [:]) { found, diagnostic in
      found[diagnostic] = subjects[diagnostic].map { byID[$0] } ?? byPlace[diagnostic.path]
    }
  }
}
