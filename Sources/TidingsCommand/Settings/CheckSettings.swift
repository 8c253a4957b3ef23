import Tidings

/// What the check goes by.
struct CheckSettings {
  let facts: ClientFacts
  /// The rules that are not looked at.
  let ignored: Set<Preflight.Rule>

  /// - Throws: `SettingsError` for a rule that there is not, or facts that cannot be read.
  init(_ file: SettingsFile, facts given: String? = nil) throws(SettingsError) {
    if let path = try file.place("check.facts", given: given) {
      do {
        facts = try ClientFacts(path: path)
      } catch {
        throw file.error("check.facts", isOption: given != nil, error.description)
      }
    } else {
      facts = .builtIn
    }
    ignored = try Self.ignored(file)
  }

  /// The rules that are not looked at.
  /// - Throws: `SettingsError` for a rule that there is not.
  static func ignored(_ file: SettingsFile) throws(SettingsError) -> Set<Preflight.Rule> {
    var ignored: Set<Preflight.Rule> = []
    for name in try file.list("check.ignore") ?? [] {
      guard let rule = Preflight.Rule(rawValue: name.lowercased()) else {
        let near = Likeness.nearest(to: name, among: Preflight.Rule.allCases.map(\.rawValue))
        throw file.error(
          "check.ignore",
          "unknown rule '\(name)'"
            + (near.map { ", did you mean '\($0)'?" } ?? "; 'tidings check --rules' lists them"))
      }
      ignored.insert(rule)
    }
    return ignored
  }

  func preflight(of frozen: FrozenEdition) -> Preflight {
    frozen.preflight(facts: facts, ignoring: ignored)
  }
}
