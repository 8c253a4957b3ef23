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
  let console: Console

  /// Reads the folder, notes each diagnostic, and picks.
  init(
    _ settings: EditionSettings, id: String?, defaultSince: String? = nil, console: Console
  ) async throws {
    self.settings = settings
    self.console = console
    history = try History(before: id, settings: settings.base)
    selection = try settings.selection(history: history, defaultSince: defaultSince)
    let contents = try await settings.folder().read(with: settings.reader())
    outcomes = selection.pick(from: contents.articles)
    let selection = selection
    unreadable = contents.diagnostics.filter { selection.mayHavePicked($0) }
    for diagnostic in contents.diagnostics {
      let isOld = diagnostic.severity == .error && !unreadable.contains(diagnostic)
      let shown =
        isOld
        ? Diagnostic(
          path: diagnostic.path, line: diagnostic.line, reason: diagnostic.reason,
          severity: .warning, date: diagnostic.date) : diagnostic
      console.note(shown, asJSON: settings.base.json)
    }
  }

  var outbox: Outbox { settings.base.outbox }

  var picked: Int { outcomes.count(where: \.isPicked) }

  /// Why the articles that were left were left: `2 undated, 1 draft`.
  var leftInWords: String {
    Reason.inWords(
      outcomes.filter { !$0.isPicked }.reduce(into: [:]) { $0[$1.reason.key, default: 0] += 1 })
  }

  /// - Throws: `CommandFailure` with status 3 when too few articles were picked.
  func composition(id: String, composer: Composer) throws -> Composer.Composition {
    let minimum = try settings.minimum()
    guard picked >= minimum else {
      throw CommandFailure(
        "nothing to send: \(picked) of at least \(minimum) \(minimum == 1 ? "article" : "articles")"
          + " picked, left out \(leftInWords) ('tidings select --explain' says why for each)",
        status: .nothing)
    }
    return try composer.compose(
      id: id, number: history.number, outcomes: outcomes, window: selection.window,
      now: settings.base.now, unreadable: unreadable)
  }
}
