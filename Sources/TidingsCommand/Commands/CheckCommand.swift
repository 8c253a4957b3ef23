import ArgumentParser
import Foundation
import Tidings

/// Looks a composed edition over before it goes out.
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a composed edition: errors, warnings, and what to do about them.",
    discussion: """
      Examples:
        tidings check latest
        tidings check 2025-03-01 --json
      """)

  @Argument(help: "The edition, or 'latest'.")
  var edition = "latest"

  @OptionGroup var common: CommonOptions

  var printsJSON: Bool { common.json }

  func run() throws {
    let console = Console(json: printsJSON)
    let frozen = try Settings(common).outbox.load(edition)
    let preflight = frozen.preflight
    if common.json {
      console.print(
        StableJSON.data(Report(edition: frozen.edition.id, findings: preflight.findings)))
    } else {
      for finding in preflight.findings {
        console.print("\(finding.severity.rawValue): \(finding)")
      }
      let warnings = preflight.findings.count - preflight.errors.count
      console.note(
        "\(frozen.edition.id): \(Self.counted(preflight.errors.count, "error")), "
          + Self.counted(warnings, "warning"))
    }
    if !preflight.errors.isEmpty { throw ExitStatus.inPart }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private struct Report: Encodable {
    let edition: String
    let findings: [Preflight.Finding]
  }
}
