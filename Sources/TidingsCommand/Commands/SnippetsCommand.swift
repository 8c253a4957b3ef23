import ArgumentParser
import Foundation
import Tidings

/// Prints snippets to paste.
struct SnippetsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "snippets",
    abstract: "Prints posts for social networks, to paste or to share.",
    discussion: """
      Examples:
        tidings snippets --articles posts --since 7d --network linkedin --network x
        tidings snippets --articles posts --all --json
      """)

  @OptionGroup var options: EditionOptions

  @Flag(help: "For every article that was read, not only for those picked.")
  var all = false

  var printsJSON: Bool { options.common.json }

  func run() async throws {
    let settings = try EditionSettings(options)
    let console = Console(json: printsJSON)
    let formats = try settings.formats()
    let composing = try await Composing(
      settings, id: options.edition, repeats: true, console: console)
    let articles = composing.outcomes.filter { all || $0.isPicked }.map(\.article)
    var snippets: [Snippet] = []
    let composed = settings.base.moment
    for article in articles { snippets += try article.snippets(for: formats, composed: composed) }
    if options.common.json {
      console.print(StableJSON.data(["snippets": snippets]))
    } else {
      let titles = Dictionary(articles.map { ($0.id, $0.title) }) { first, _ in first }
      let pages = snippets.map { snippet in
        let network = formats.first { $0.network.id == snippet.network }?.network
        return text(of: snippet, title: titles[snippet.article] ?? "", network: network)
      }
      console.print(pages.joined(separator: "\n"))
    }
    if composing.isInPart || snippets.contains(where: { !$0.valid }) {
      throw ExitStatus.inPart
    }
    if articles.isEmpty { console.note("no article picked, left out \(composing.leftInWords)") }
  }

  private func text(of snippet: Snippet, title: String, network: Network?) -> String {
    var lines = [
      "--- \(network?.title ?? snippet.network) · \(snippet.count) of \(snippet.limit) \(snippet.unit)"
        + "\(snippet.valid ? "" : " · TOO LONG") · \(title)",
      "", snippet.text, "",
    ]
    if let share = snippet.shareURL { lines.append("share: \(share)") }
    lines += snippet.warnings.map { "warning: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
