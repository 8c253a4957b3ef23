/// Diagnostics as a person reads them: of many warnings that say the same of file after file the
/// first few, and how many more there are.
///
/// An error is never summed up.
public struct DiagnosticSummary: Sendable, Hashable {
  /// In the order given; a sum stands behind the last that is told of its kind.
  public let diagnostics: [Diagnostic]

  /// More than that many of one kind are summed up.
  private static let most = 10
  /// So many of them are told.
  private static let told = 3

  public init(_ diagnostics: [Diagnostic]) {
    let kinds = diagnostics.map { $0.severity == .warning ? Self.kind(of: $0.reason) : nil }
    var members: [String: [Diagnostic]] = [:]
    for (kind, diagnostic) in zip(kinds, diagnostics) {
      if let kind { members[kind, default: []].append(diagnostic) }
    }
    var counts: [String: Int] = [:]
    var result: [Diagnostic] = []
    for (kind, diagnostic) in zip(kinds, diagnostics) {
      guard let kind, let all = members[kind], all.count > Self.most else {
        result.append(diagnostic)
        continue
      }
      counts[kind, default: 0] += 1
      guard let count = counts[kind], count <= Self.told else { continue }
      result.append(diagnostic)
      if count == Self.told { result.append(Self.sum(of: all.dropFirst(Self.told), kind: kind)) }
    }
    self.diagnostics = result
  }

  private static func sum(of rest: ArraySlice<Diagnostic>, kind: String) -> Diagnostic {
    Diagnostic(
      path: folder(of: rest),
      reason: "\(rest.count) more of this kind (--json tells each): \(kind)", severity: .warning)
  }

  /// The deepest folder that holds all of them.
  private static func folder(of diagnostics: ArraySlice<Diagnostic>) -> String {
    var common = diagnostics.first.map { $0.path.split(separator: "/").dropLast() } ?? []
    for diagnostic in diagnostics {
      let parts = diagnostic.path.split(separator: "/")
      while !parts.starts(with: common) { common = common.dropLast() }
    }
    let root = diagnostics.first?.path.hasPrefix("/") == true ? "/" : ""
    let folder = root + common.joined(separator: "/")
    return folder.isEmpty ? "." : folder
  }

  /// `reason` without what it quotes, which differs from file to file.
  private static func kind(of reason: String) -> String {
    let parts = reason.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return reason }
    return parts.enumerated().map { $0 % 2 == 0 ? String($1) : "…" }.joined(separator: "'")
  }
}
