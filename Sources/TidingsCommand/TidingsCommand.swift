import ArgumentParser
import Foundation
import Glibc
import Tidings

/// The program `tidings`.
@main
struct TidingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidings",
    abstract: "Turns a folder of Markdown articles into a newsletter and social posts.",
    discussion: """
      Start with a look at what would be picked, then at the whole edition:

        tidings select  --articles posts --tag open-source --since 30d --explain
        tidings compose --articles posts --tag open-source --since 30d

      Exit codes: 0 done; 1 done in part, or a check failed; 2 could not start; 3 nothing to send.
      """,
    version: "0.3.0",
    subcommands: [
      InitCommand.self, SelectCommand.self, ComposeCommand.self, SnippetsCommand.self,
      PostedCommand.self, CountCommand.self, LimitsCommand.self, CheckCommand.self,
      SendCommand.self, RunCommand.self, StatusCommand.self,
      DKIMCommand.self, ConfigCommand.self,
    ])

  static func main() async {
    // Whoever reads along may go away, such as `head`; the weekly job goes on.
    signal(SIGPIPE, SIG_IGN)
    // A usage error comes before it is known which command was meant.
    var json = CommandLine.arguments.contains("--json")
    do {
      try refuseUnknownCommand(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      if var command = command as? any Subcommand {
        json = command.printsJSON
        try await command.run()
      } else {
        // Help and the version, which the library prints itself.
        try command.run()
      }
    } catch {
      Foundation.exit(Console(json: json).report(error).rawValue)
    }
  }

  /// The library would call it an unexpected argument, without a hint.
  private static func refuseUnknownCommand(_ word: String?) throws(CommandFailure) {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    let hint =
      Likeness.nearest(to: word, among: names).map { "did you mean '\($0)'?" }
      ?? "'tidings --help' lists them"
    throw CommandFailure("unknown command '\(word)', \(hint)")
  }
}

/// One of the program's own commands.
protocol Subcommand: AsyncParsableCommand, Sendable {
  /// Results and diagnostics are JSON.
  var printsJSON: Bool { get }
}

/// How a run ended, as a script sees it.
enum ExitStatus: Int32, Error {
  case done = 0
  /// Done in part, or a check failed.
  case inPart = 1
  /// Usage, configuration or unreadable input.
  case notStarted = 2
  /// By rule, nothing was to be sent.
  case nothing = 3
}

/// Ends a command with words and an exit status.
struct CommandFailure: Error {
  let status: ExitStatus
  let message: String

  init(_ message: String, status: ExitStatus = .notStarted) {
    self.status = status
    self.message = message
  }
}
