import ArgumentParser
import Delivery
import Foundation
import Tidings

/// Looks a composed edition over before it goes out.
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a composed edition: errors, warnings, and what to do about them.",
    discussion: """
      Exits with 1 when there are errors, which also stop 'send' and 'run'. Rules that \
      check.ignore names are not looked at.

      Examples:
        tidings check latest
        tidings check 2025-03-01 --json
        tidings check --dns --selector mail
        tidings check --rules
      """)

  @Argument(help: "The edition, or 'latest'.")
  var edition = "latest"

  @Flag(help: "Exits with 1 on warnings too.")
  var strict = false

  @Flag(help: "Lists the rules.")
  var rules = false

  @Option(
    help: ArgumentHelp(
      "What mail programs know, as caniemail.com's api/data.json.", valueName: "file"))
  var facts: String?

  @Flag(help: "Asks the DNS for the sender's SPF, DKIM, DMARC and MX records.")
  var dns = false

  @Option(
    name: .customLong("selector"),
    help: ArgumentHelp("A DKIM key to look for; give it again for more.", valueName: "name"))
  var selectors: [String] = []

  @Option(
    help: ArgumentHelp("Who is asked, in application/dns-json over https.", valueName: "url"))
  var resolver: String?

  @OptionGroup var common: CommonOptions

  var printsJSON: Bool { common.json }

  func run() async throws {
    let console = Console(json: printsJSON)
    guard !rules else { return printRules(console) }
    let settings = try Settings(common)
    let check = try CheckSettings(settings.file, facts: facts)
    let readiness = dns ? try DNSSettings(settings.file, self) : nil
    let frozen = try settings.outbox.load(edition)
    var findings = check.preflight(of: frozen).findings
    if let readiness {
      findings += await readiness.findings(for: frozen.edition)
        .filter { !check.ignored.contains($0.rule) }
    }
    let report = CheckReport(edition: frozen.edition.id, findings: findings)
    if common.json {
      console.print(StableJSON.data(report))
    } else {
      if !findings.isEmpty { console.print(report.text) }
      if findings.contains(where: { $0.rule == .clientSupport }) {
        console.note("what mail programs know is as of \(check.facts.date)")
      }
      console.note(report.summary)
    }
    if report.errors > 0 || strict && report.warnings > 0 { throw ExitStatus.inPart }
  }

  private func printRules(_ console: Console) {
    let rules = Preflight.Rule.allCases
    if common.json {
      console.print(
        StableJSON.data(rules.map { ["rule": $0.rawValue, "meaning": $0.meaning] }))
    } else {
      let width = rules.map(\.rawValue.count).max() ?? 0
      console.print(
        lines: rules.map {
          $0.rawValue.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.meaning
        })
    }
  }
}
