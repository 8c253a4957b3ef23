import ArgumentParser
import Delivery
import Foundation
import Tidings

/// Prints how long a post may be, network by network.
struct LimitsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract: "Prints how long a post may be on each network, and who says so.",
    discussion: """
      A limit under snippets.limits in tidings.yml goes before what the server of Mastodon's said \
      when it was asked last, that before the built-in one. What it said of pictures holds, too. \
      Only --ask uses the network: what it brings is kept beside the outbox, and every later run \
      goes by it.

      Examples:
        tidings limits
        tidings limits --ask
      """)

  @Flag(help: "Asks the server that snippets.mastodon-instance names, and keeps its answer.")
  var ask = false

  @OptionGroup var common: CommonOptions

  var printsJSON: Bool { common.json }

  func run() async throws {
    let settings = try Settings(common)
    let snippets = SnippetSettings(settings)
    let console = Console(json: printsJSON)
    if ask {
      let instance = try snippets.instance()
      let client = InstanceClient()
      let answer = try await client.limits(of: instance, now: settings.now)
      await client.close()
      try snippets.keep(answer, of: instance)
    }
    let lines = try snippets.limits().map(Line.init)
    if common.json {
      console.print(StableJSON.data(["limits": lines]))
    } else {
      console.print(lines: lines.flatMap(\.lines))
    }
  }

  private struct Line: Encodable {
    let network: String
    let limit: Int
    let unit: Network.Unit
    let source: String
    let pictures: Pictures?
    private let saysPictures: Bool

    /// What the network takes of a picture.
    struct Pictures: Encodable {
      let bytes: Int
      let formats: [String]
      let descriptionLimit: Int?

      init(_ allowance: PictureAllowance) {
        bytes = allowance.bytes
        formats = allowance.formats.map(\.rawValue).sorted()
        descriptionLimit = allowance.alt
      }
    }

    private enum CodingKeys: CodingKey {
      case network, limit, unit, source, pictures
    }

    init(_ limit: NetworkLimit) {
      network = limit.network.id
      self.limit = limit.network.limit
      unit = limit.network.unit
      pictures = limit.network.pictures.map(Pictures.init)
      saysPictures = limit.saysPictures
      source =
        switch limit.source {
        case .builtIn: "built in"
        case .settings(let path): path
        case .instance(let answer):
          "the instance at \(answer.instance), asked \(answer.asked.prefix(10)), a link counts"
            + " \(answer.charactersPerLink)"
        }
    }

    var lines: [String] {
      func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
      }
      let number = String(limit)
      let line =
        padded(network, to: 12) + String(repeating: " ", count: max(0, 7 - number.count))
        + number + " " + padded(unit.description, to: 22) + source
      guard saysPictures, let pictures else { return [line] }
      let description = pictures.descriptionLimit.map { ", a description \($0) characters" } ?? ""
      return [
        line,
        padded("", to: 20) + "a picture \(pictures.bytes) bytes,"
          + " \(pictures.formats.joined(separator: " or "))\(description)",
      ]
    }
  }
}
