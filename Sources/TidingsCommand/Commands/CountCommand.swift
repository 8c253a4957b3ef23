import ArgumentParser
import Tidings

/// Counts a text as a network would.
struct CountCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Counts a text from standard input as a network would.",
    discussion: """
      Prints the count, the limit, the verdict, and the links, hashtags and mentions that the
      network would find.

      Limits are those of tidings.yml and of your Mastodon server, as 'tidings limits' lists them.

      With --json-lines, each line of standard input is an object {"text": "..."}, and each is
      answered by an object on one line before the next is waited for. Blank lines are skipped,
      other keys are ignored. The offsets of links are UTF-8 bytes of the text, end exclusive.

      Exits with 0 when the network would take every text, with 1 when it would refuse one, and
      with 2 at the first line that holds no text; what stands before it has been answered.

      Examples:
        tidings count --network mastodon --json < post.txt
        echo "See README.md" | tidings count --network x
        echo '{"text": "See README.md"}' | tidings count --network x --json-lines
      """)

  @Option(
    help: ArgumentHelp(
      "One of \(Network.all.map(\.id).joined(separator: ", ")).", valueName: "name"))
  var network: String

  @Flag(help: "Many texts, one JSON object a line, in and out.")
  var jsonLines = false

  @OptionGroup var common: CommonOptions

  var printsJSON: Bool { common.json || jsonLines }

  func validate() throws {
    if common.json, jsonLines {
      throw ValidationError("--json and --json-lines exclude each other.")
    }
  }

  func run() throws {
    let console = Console(json: printsJSON)
    let network = try limitedNetwork()
    if jsonLines {
      var stream = CountStream(network: network, console: console)
      if try !stream.run() { throw ExitStatus.inPart }
      return
    }
    guard let text = String(validating: try StandardInput.all(), as: UTF8.self) else {
      throw CommandFailure("standard input is not UTF-8, expected UTF-8 text")
    }
    let count = network.count(text.withoutLineEnd)
    if common.json {
      console.print(StableJSON.data(count))
    } else {
      console.print(lines: Self.lines(of: count))
      // Of a text that is refused the first is the reason, and stands in the verdict.
      for warning in count.warnings.dropFirst(count.valid ? 0 : 1) {
        console.note(warning, .warning)
      }
    }
    if !count.valid { throw ExitStatus.inPart }
  }

  /// With the limit that holds for it here.
  private func limitedNetwork() throws -> Network {
    let asked: Network
    do throws(UnknownNetwork) {
      asked = try Network(id: network)
    } catch {
      throw CommandFailure(error.description)
    }
    let limits = try SnippetSettings(Settings(common)).limits()
    return limits.first { $0.network == asked }?.network ?? asked
  }

  private static func lines(of count: Count) -> [String] {
    let verdict = count.valid ? "" : ", refused: " + (count.warnings.first ?? "not allowed")
    return ["\(count.count) of \(count.limit) \(count.unit)\(verdict)"]
      + count.links.map { $0.text == $0.url ? "link \($0.url)" : "link \($0.text) to \($0.url)" }
      + count.hashtags.map { "hashtag #" + $0 }
      + count.mentions.map { "mention @" + $0 }
  }
}

extension String {
  /// A shell's echo ends in a line break that nobody would post, and a file may end in CR LF.
  fileprivate var withoutLineEnd: String {
    guard utf8.last == 0x0A else { return self }
    let line = utf8.dropLast()
    return String(Substring(line.last == 0x0D ? line.dropLast() : line))
  }
}
