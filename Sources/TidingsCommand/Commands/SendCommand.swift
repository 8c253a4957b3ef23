import ArgumentParser
import Tidings

/// Delivers a composed edition.
struct SendCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Delivers a composed edition to its readers, to each of them once.",
    discussion: """
      A second run goes on where the first one ended. Errors of the check stop it, unless nothing \
      leaves this machine: through the outbox, or a server on loopback, it is a rehearsal.

      Examples:
        tidings send latest --recipients readers.csv --via outbox
        tidings send latest --recipients readers.csv --via smtp://127.0.0.1:2525
        tidings send 2025-03-01 --config tidings.yml
      """)

  @Argument(help: "The edition, or 'latest'.")
  var edition = "latest"

  @OptionGroup(title: "Sending") var sending: SendOptions
  @OptionGroup(title: "Common") var common: CommonOptions

  var printsJSON: Bool { common.json }

  func run() async throws {
    let settings = try Settings(common)
    let frozen = try settings.outbox.load(edition)
    let console = Console(json: printsJSON)
    let plan = try SendPlan(settings, options: sending)
    try plan.validateList(console: console)
    let report = try await Sending(frozen, plan: plan, console: console).send()
    if common.json {
      console.print(StableJSON.data(report))
    } else {
      console.print(report.text)
    }
    if report.status != .done { throw report.status }
  }
}
