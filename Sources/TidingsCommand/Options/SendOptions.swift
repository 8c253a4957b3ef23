import ArgumentParser

/// How an edition reaches its readers.
struct SendOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "smtp://HOST:PORT, smtps://HOST:PORT, postmark, or outbox.", valueName: "way"))
  var via: String?

  @Option(help: ArgumentHelp("The list of readers: .csv, .tsv or .jsonl.", valueName: "file"))
  var recipients: String?

  @Flag(help: "Goes on without the rows of the list that have no valid address.")
  var skipInvalid = false

  @Option(
    name: .customLong("ca-file"),
    help: ArgumentHelp(
      "Certificates that are trusted beside the system's, in PEM.", valueName: "file"))
  var caFile: String?

  @Flag(help: "Sends unencrypted to a server elsewhere.")
  var allowPlaintext = false

  @Option(help: "How many messages a second at most.")
  var perSecond: Int?

  @Option(help: "How many connections at a time [4].")
  var connections: Int?

  @Flag(
    help: "Sends again to readers of whom it is unknown whether they have it: doubles may result.")
  var retryUnknown = false

  @Option(help: "How often a reader is tried who is put off [3].")
  var attempts: Int?

  @Option(help: ArgumentHelp("How long to wait for an answer [600].", valueName: "seconds"))
  var timeout: Int?

  @Flag(help: "Sends again to readers who were refused.")
  var retryRefused = false

  @Flag(help: "Sends although the check finds errors.")
  var despiteErrors = false

  func validate() throws {
    if let perSecond, perSecond < 1 {
      throw ValidationError("--per-second is \(perSecond), expected 1 or more")
    }
    if let attempts, !(1...5).contains(attempts) {
      throw ValidationError("--attempts is \(attempts), expected 1 to 5")
    }
    if let timeout, timeout < 1 {
      throw ValidationError("--timeout is \(timeout), expected 1 or more")
    }
    if let connections, !(1...64).contains(connections) {
      throw ValidationError("--connections is \(connections), expected 1 to 64")
    }
  }
}
