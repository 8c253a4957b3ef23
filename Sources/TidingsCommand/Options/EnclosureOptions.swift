import ArgumentParser

/// What travels with the messages of an edition.
struct EnclosureOptions: ParsableArguments {
  @Option(
    name: .customLong("attach"),
    help: ArgumentHelp(
      "A file that is attached to every message; give it again for more.", valueName: "file"))
  var attachments: [String] = []
}
