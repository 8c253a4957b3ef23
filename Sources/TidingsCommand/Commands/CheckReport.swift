import Tidings

/// What `check` found, as text and as JSON.
struct CheckReport: Encodable {
  let edition: String
  let errors: Int
  let warnings: Int
  /// Errors first.
  let findings: [Preflight.Finding]

  init(edition: String, findings: [Preflight.Finding]) {
    self.edition = edition
    let errors = findings.filter { $0.severity == .error }
    let warnings = findings.filter { $0.severity == .warning }
    self.errors = errors.count
    self.warnings = warnings.count
    self.findings = errors + warnings
  }

  /// `2025-03-01: 1 error, 2 warnings`.
  var summary: String {
    "\(edition): \(Self.counted(errors, "error")), \(Self.counted(warnings, "warning"))"
  }

  /// The findings, each with what to do about it on the line below.
  var text: String {
    [("Errors", Diagnostic.Severity.error), ("Warnings", .warning)]
      .compactMap { title, severity in
        let group = findings.filter { $0.severity == severity }
        guard !group.isEmpty else { return nil }
        let lines = group.map {
          "  \($0.rule.rawValue)  \($0.place)  \($0.message)\n      \($0.hint)"
        }
        return ([title] + lines).joined(separator: "\n")
      }.joined(separator: "\n\n")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
