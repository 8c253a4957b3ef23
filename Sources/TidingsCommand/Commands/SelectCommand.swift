import ArgumentParser
import Foundation
import Tidings

/// Prints what would be picked.
struct SelectCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "select",
    abstract: "Prints the articles that would be picked.",
    discussion: """
      Examples:
        tidings select --articles posts --tag open-source --since 30d
        tidings select --articles posts --since 2025-02-01 --until 2025-02-28 --explain
        tidings select --articles posts --all --json
      """)

  @OptionGroup var options: EditionOptions

  @Flag(help: "Every article, with the reason why it was picked or left.")
  var explain = false

  @Flag(help: "Every article that was read, picked or not.")
  var all = false

  var printsJSON: Bool { options.common.json }

  func run() async throws {
    let settings = try EditionSettings(options)
    let console = Console(json: printsJSON)
    let composing = try await Composing(
      settings, id: options.edition, showsAll: all || explain, console: console)
    let shown = all || explain ? composing.outcomes : composing.outcomes.filter(\.isPicked)
    if options.common.json {
      var digests: [String: String] = [:]
      if composing.picked <= Self.mostBodies {
        for outcome in shown where outcome.isPicked && outcome.article.summary == nil {
          digests[outcome.article.id] = try outcome.article.digestLine()
        }
      }
      console.print(
        list: shown.lazy.map { ArticleLine($0, digest: digests[$0.article.id]) })
    } else {
      console.print(lines: shown.lazy.map(line))
      console.note(
        "\(composing.picked) picked, left out \(composing.leftInWords)")
    }
    let minimum = try settings.minimum()
    if composing.picked < minimum, options.selection.minimum != nil || composing.picked > 0 {
      console.note("fewer than the minimum of \(minimum): no edition would be composed")
    }
    if composing.isInPart { throw ExitStatus.inPart }
  }

  /// Of so many picked articles a summary is taken from the body, which takes a while to read.
  private static let mostBodies = 500

  private func line(_ outcome: Outcome) -> String {
    let article = outcome.article
    let date = article.date?.day ?? "----------"
    let mark = outcome.isPicked ? "+" : "-"
    let title = "\(mark) \(date)  \(article.title)"
    guard explain else { return title }
    let tags = article.tags.isEmpty ? "" : "  [\(article.tags.joined(separator: ", "))]"
    return "\(title)\n              \(article.shownPath): \(outcome.reason)\(tags)"
  }
}
