import Foundation
import Testing

/// Judges of mail that lie outside the repository, where they are installed.
private enum Oracles {
  static let check = Repository.root.deletingLastPathComponent()
    .appending(path: "shared/oracles/email/check.sh").path
  static let home =
    ProcessInfo.processInfo.environment["ORACLES_HOME"]
    ?? NSHomeDirectory() + "/.cache/tidings-oracles"

  static let areInstalled =
    FileManager.default.fileExists(atPath: check)
    && FileManager.default.isExecutableFile(atPath: home + "/venv/bin/python")
}

@Suite(.enabled(if: Oracles.areInstalled, "the judges of mail are not installed"))
struct OracleTests {
  @Test(arguments: ["letter", "cards", "list"])
  func theSampleEditionPasses(theme: String) async throws {
    let desk = try Desk()
    let run = try await desk.run(
      "compose", "--config", Repository.fixtures + "/tidings.yml", "--now", Desk.now,
      "--outbox", "outbox", "--theme", theme, "--json")
    #expect(run.status == 0, "\(run.errors)")
    let subject = try #require(run.json["subject"] as? String)
    let judges = "mime,decoders,structure,unsubscribe,plain,agreement,sizes,caniemail"
    let verdict = try RunningProgram(
      executable: URL(filePath: "/bin/sh"),
      arguments: [
        Oracles.check, "outbox/2025-03-01/message.eml", "--subject", subject, "--only", judges,
      ], folder: desk.path,
      environment: [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": desk.path,
        "ORACLES_HOME": Oracles.home,
      ], input: nil
    ).waitUntilEnd()
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(verdict.output.contains("PASS  mime"))
  }
}
