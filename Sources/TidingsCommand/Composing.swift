import Delivery
import Foundation
import Tidings

/// From settings to a composition: what `compose`, `snippets` and `run` share.
struct Composing {
  let settings: EditionSettings
  let outcomes: [Outcome]
  let selection: Selection
  let history: History
  /// Errors on articles that may have belonged to the selection.
  let unreadable: [Diagnostic]
  /// Feeds of which it is not known what is new in them.
  let incompleteFeeds: [String]
  /// A source gave nothing; what the others gave goes on.
  let hasBrokenSource: Bool
  let console: Console

  /// Reads the sources, picks, and notes what was wrong with articles that matter to the outcome.
  init(
    _ settings: EditionSettings, id: String?, defaultSince: String? = nil, showsAll: Bool = false,
    repeats: Bool = false, console: Console
  ) async throws {
    self.settings = settings
    self.console = console
    history = try History(before: id, settings: settings.base)
    selection = try settings.selection(
      history: history, defaultSince: defaultSince, repeats: repeats)
    let reading = try await settings.sources().read(now: settings.base.now)
    outcomes = selection.pick(from: reading.articles)
    let selection = selection
    let subjects = reading.subjects(among: outcomes)
    // Nobody here can mend a feed's article: it is told of, and blocks nothing.
    unreadable = reading.diagnostics.filter {
      !reading.isOfFeed($0) && selection.mayHavePicked($0, outcome: subjects[$0])
    }.sorted()
    incompleteFeeds = reading.incompleteFeeds
    hasBrokenSource = reading.sourceDiagnostics.contains { $0.severity == .error }
    let blocking = Set(unreadable)
    let ofSources = Set(reading.sourceDiagnostics)
    var shown: [Diagnostic] = []
    for diagnostic in (reading.diagnostics + reading.sourceDiagnostics).sorted() {
      // What is odd about an article that is not in the edition helps nobody but who asks.
      let isOfSource = ofSources.contains(diagnostic)
      let isShown =
        diagnostic.severity == .error || showsAll || isOfSource
        || selection.concerns(subjects[diagnostic])
      if isShown {
        shown.append(
          blocking.contains(diagnostic) || isOfSource ? diagnostic : diagnostic.asWarning)
      }
    }
    for diagnostic in console.json ? shown : DiagnosticSummary(shown).diagnostics {
      console.note(diagnostic)
    }
    tellOfLateArticles()
  }

  /// An article that appears after an edition with a date before its end would never go out.
  private func tellOfLateArticles() {
    guard let seen = history.seen, selection.window.since == history.lastEnd else { return }
    for outcome in outcomes where selection.isTooOldOnly(outcome) {
      guard !seen.contains(outcome.article.id) else { continue }
      console.note(
        "'\(outcome.article.path)' has appeared since the last edition, but is"
          + " \(outcome.reason); give --since to bring it", .warning)
    }
  }

  /// Something is missing that may have belonged to the selection.
  var isInPart: Bool { !unreadable.isEmpty || hasBrokenSource }

  var outbox: Outbox { settings.base.outbox }

  var picked: Int { outcomes.count(where: \.isPicked) }

  /// Why the articles that were left were left: `2 undated, 1 draft`.
  var leftInWords: String {
    Reason.inWords(
      outcomes.filter { !$0.isPicked }.reduce(into: [:]) { $0[$1.reason.key, default: 0] += 1 })
  }

  /// `no article picked, left out 2 undated`.
  var nonePicked: String {
    "no article picked, " + (outcomes.isEmpty ? "none was read" : "left out \(leftInWords)")
  }

  /// - Throws: `CommandFailure` with status 3 when too few articles were picked, and with status 1
  ///   when one that could not be read may be what is missing.
  func composition(id: String, composer: Composer) throws -> Composer.Composition {
    let minimum = try settings.minimum()
    guard picked >= minimum else {
      guard !hasBrokenSource else {
        throw CommandFailure(
          "\(picked) of at least \(minimum) picked, and a source cannot be read:"
            + " nothing is composed", status: .inPart)
      }
      guard unreadable.isEmpty else {
        throw CommandFailure(
          "\(picked) of at least \(minimum) picked, and \(unreadable.count) that may belong to this"
            + " edition cannot be read: nothing is composed", status: .inPart)
      }
      throw CommandFailure(
        "nothing to send: \(picked) of at least \(minimum) \(minimum == 1 ? "article" : "articles")"
          + " picked, left out \(leftInWords) ('tidings select --explain' says why for each)",
        status: .nothing)
    }
    let composition = try composer.compose(
      id: id, number: history.number, outcomes: outcomes, window: selection.window,
      now: settings.base.now, unreadable: unreadable,
      sources: Edition.Sources(
        incomplete: incompleteFeeds,
        feedsSince: selection.feedWindow?.since ?? selection.window.since),
      pictures: try settings.pictureFiles(), attachments: try settings.attachments(),
      postings: try settings.base.postings())
    if let note = try settings.wordsInEnglish() { console.note(note) }
    if let fitted = composition.edition.fitted {
      console.note(
        "\(fitted) \(fitted == 1 ? "article is a link" : "articles are links") only, so that Gmail"
          + " does not cut the message off")
    }
    return composition
  }
}

extension [Diagnostic] {
  /// By path, line and reason.
  fileprivate func sorted() -> [Diagnostic] {
    sorted { ($0.path, $0.line ?? 0, $0.reason) < ($1.path, $1.line ?? 0, $1.reason) }
  }
}
