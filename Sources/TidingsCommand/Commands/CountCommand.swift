import ArgumentParser
import Foundation
import Tidings

/// Counts a text as a network would.
struct CountCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Counts a text from standard input as a network would.",
    discussion: """
      Exits with 1 when the network would refuse the text.

      Example:
        echo "See README.md" | tidings count --network x
      """)

  @Option(help: ArgumentHelp("x, mastodon, bluesky, linkedin or threads.", valueName: "name"))
  var network: String

  @Flag(help: "The count as JSON.")
  var json = false

  var printsJSON: Bool { json }

  func run() throws {
    let console = Console(json: printsJSON)
    let network: Network
    do throws(UnknownNetwork) {
      network = try Network(id: self.network)
    } catch {
      throw CommandFailure(error.description)
    }
    let input = FileHandle.standardInput.readDataToEndOfFile()
    guard let text = String(validating: input, as: UTF8.self) else {
      throw CommandFailure("standard input is not UTF-8, expected UTF-8 text")
    }
    // A shell's echo ends in a line break that nobody would post.
    let count = network.count(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    if json {
      console.print(StableJSON.data(count))
    } else {
      console.print(
        "\(count.count) of \(count.limit) \(count.unit)\(count.valid ? "" : ", too long or not allowed")"
      )
      for warning in count.warnings { console.note(warning, .warning) }
    }
    if !count.valid { throw ExitStatus.inPart }
  }
}
