import ArgumentParser

/// Explains `tidings.yml`.
struct ConfigCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Prints every key of tidings.yml with its meaning.",
    discussion: """
      Every key is optional. Options of the command line go before the configuration. Paths are \
      relative to the configuration's own folder. ${NAME} stands for an environment variable; a \
      secret is never written into the file itself.

      \(SettingsKey.documentation)
      """)

  var printsJSON: Bool { false }

  func run() {
    Console(json: false).print(SettingsKey.documentation)
  }
}
