import ArgumentParser
import Delivery
import Foundation
import Tidings

/// Notes what a person posted.
struct PostedCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "posted",
    abstract: "Notes in the ledger what you posted by hand; lists it when nothing is named.",
    discussion: """
      ARTICLE is an id, an address, a path, a slug or a file name: of an article in one of the \
      editions in the outbox, else of one in the folder or the feeds. 'tidings snippets' and the \
      preview.html of those editions say so from then on. Once more with another address mends it.

      Examples:
        tidings posted flour-by-thursday mastodon https://mastodon.social/@ana/1139
        tidings posted flour-by-thursday mastodon --undo
        tidings posted --json
      """)

  @Argument(help: "The article.")
  var article: String?

  @Argument(
    help: ArgumentHelp("Where it was posted: \(SnippetSettings.names)."),
    completion: .list(Network.all.map(\.id)))
  var network: String?

  @Argument(help: "The post's own address.")
  var url: String?

  @Flag(help: "Takes it back: it was not posted.")
  var undo = false

  @OptionGroup(title: "Articles") var articles: ArticleOptions

  @OptionGroup(title: "Common") var common: CommonOptions

  var printsJSON: Bool { common.json }

  func validate() throws {
    guard !undo || article != nil && url == nil else {
      throw ValidationError("--undo takes an article and a network, and no address")
    }
  }

  func run() async throws {
    let settings = try settings()
    let console = Console(json: printsJSON)
    guard let name = article else { return try list(settings.base, console) }
    guard let network else {
      throw CommandFailure("which network? expected one of \(SnippetSettings.names)")
    }
    let place: Network
    do throws(UnknownNetwork) {
      place = try Network(id: network)
    } catch {
      throw CommandFailure(error.description)
    }
    let address = try address()
    let desk = PostingDesk(settings: settings, console: console)
    let report =
      undo
      ? try await desk.undo(name, on: place) : try await desk.record(name, on: place, url: address)
    if common.json {
      console.print(StableJSON.data(report))
    } else {
      console.print(report.text)
    }
  }

  /// What `snippets` goes by, so that the text that was posted is the one that it shows.
  private func settings() throws -> EditionSettings {
    var options = try EditionOptions.parse([])
    options.articles = articles
    options.common = common
    return try EditionSettings(options)
  }

  private func address() throws(CommandFailure) -> WebURL? {
    guard let url else { return nil }
    guard let address = WebURL(url) else {
      throw CommandFailure(
        "'\(url)' is no web address, expected the post's own, such as https://mastodon.social/@ana/1"
      )
    }
    return address
  }

  // MARK: What was posted

  private func list(_ settings: Settings, _ console: Console) throws {
    let posts = try settings.existingLedger()?.posts() ?? []
    let lines = posts.map { Line($0, zone: settings.zone) }
    if common.json {
      console.print(StableJSON.data(["posts": lines]))
    } else {
      console.print(lines: lines.map(\.text))
      if lines.isEmpty { console.note("nothing is on record as posted") }
    }
  }

  private struct Line: Encodable {
    let article: String
    let network: String
    let url: String?
    let time: String
    let by: String

    init(_ posting: Posting, zone: TimeZone) {
      article = posting.article
      network = posting.network
      url = posting.url?.text
      time = posting.moment(in: zone).description
      by = posting.by
    }

    var text: String {
      let width = max(12, network.count + 2)
      return "\(time.prefix(10)) \(time.dropFirst(11).prefix(5))  "
        + network.padding(toLength: width, withPad: " ", startingAt: 0) + article
        + (url.map { "  \($0)" } ?? "")
    }
  }
}
