import ArgumentParser
import Foundation
import Tidings

/// Prints snippets to paste.
struct SnippetsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "snippets",
    abstract: "Prints posts for social networks, to paste or to share.",
    discussion: """
      --article names one by id, address, path, slug or file name, whether it is picked or not.

      --copy fills the clipboard of your terminal (OSC 52), also over SSH. Inside tmux it needs \
      'set -g allow-passthrough on'; a terminal without OSC 52 passes it over.

      Examples:
        tidings snippets --articles posts --since 7d --network linkedin --network x
        tidings snippets --article flour-by-thursday --network mastodon --copy
        tidings snippets --article flour-by-thursday --network x --open | xargs xdg-open
        tidings snippets --thread --network bluesky
        tidings snippets --articles posts --all --json
      """)

  @Option(
    name: .customLong("article"),
    help: ArgumentHelp("Only this one; give it again for more.", valueName: "name"))
  var names: [String] = []

  @Flag(help: "For every article that was read, not only for those picked.")
  var all = false

  @Flag(help: "A long post may become several, where the network takes that.")
  var thread = false

  @Flag(help: "Puts the one snippet that is left on the clipboard.")
  var copy = false

  @Option(help: ArgumentHelp("Which post of a series is copied, from 1.", valueName: "number"))
  var part: Int?

  @Flag(help: "Prints the addresses of the networks' own pages for sharing, and nothing else.")
  var open = false

  @OptionGroup var options: EditionOptions

  var printsJSON: Bool { options.common.json }

  func validate() throws {
    let ways = [(copy, "--copy"), (open, "--open"), (options.common.json, "--json")]
      .filter(\.0).map(\.1)
    guard ways.count < 2 else {
      throw ValidationError("\(ways.joined(separator: " and ")) do not go together")
    }
    guard part == nil || copy else { throw ValidationError("--part goes with --copy") }
  }

  func run() async throws {
    let settings = try EditionSettings(options)
    let console = Console(json: printsJSON)
    let formats = try settings.formats(series: thread)
    let composing = try await Composing(
      settings, id: options.edition, repeats: true, console: console)
    let articles = try articles(in: composing)
    let postings = try settings.base.postings()
    var snippets: [NotedSnippet] = []
    let composed = settings.base.moment
    let pictures = try settings.pictureFiles()
    for article in articles {
      snippets += try article.snippets(for: formats, composed: composed, pictures: pictures)
        .map { postings.noting($0, zone: settings.base.zone) }
    }
    let page = SnippetPage(
      snippets, titles: articles.map { ($0.id, $0.title) }, networks: formats.map(\.network))
    if copy {
      guard !articles.isEmpty else {
        throw CommandFailure("nothing to copy: \(composing.nonePicked); give --article NAME")
      }
      let (text, name) = try page.copied(part: part)
      try Clipboard.fill(text, environment: ProcessInfo.processInfo.environment)
      console.note("copied\(page.refusals.isEmpty ? "" : ", though it is refused"): \(name)")
      tellOfRefusals(page, console)
    } else if open {
      console.print(lines: page.shareURLs)
      tellOfRefusals(page, console)
      for (name, reason) in page.withoutShareURL {
        console.note("\(name): \(reason)", .error)
      }
      if page.shareURLs.count < snippets.count { throw ExitStatus.inPart }
    } else if options.common.json {
      console.print(StableJSON.data(["snippets": snippets]))
    } else {
      console.print(page.text)
    }
    if articles.isEmpty { console.note(composing.nonePicked) }
    if composing.isInPart || snippets.contains(where: { !$0.snippet.valid }) {
      throw ExitStatus.inPart
    }
  }

  /// What is printed alone looks like any other: that the network takes it not is said beside it.
  private func tellOfRefusals(_ page: SnippetPage, _ console: Console) {
    for (name, warnings) in page.refusals {
      console.note("\(name): refused: \(warnings.joined(separator: "; "))", .warning)
    }
  }

  /// Those that are named, in the order of the names, else those picked, or all.
  private func articles(in composing: Composing) throws -> [Article] {
    guard !names.isEmpty else {
      return composing.outcomes.filter { all || $0.isPicked }.map(\.article)
    }
    let known = composing.outcomes.map { NamedArticle($0.article) }
    var ids: [String] = []
    for name in names { ids.append(try NamedArticle.one(name, among: known).id) }
    return ids.unique.compactMap { id in
      composing.outcomes.first { $0.article.id == id }?.article
    }
  }
}
