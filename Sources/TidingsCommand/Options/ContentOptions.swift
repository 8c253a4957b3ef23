import ArgumentParser

/// How much of the articles an edition shows, and what stands beside them.
struct ContentOptions: ParsableArguments {
  @Option(help: "Of each article: summary, excerpt, whole or link.")
  var content: String?

  @Option(help: "About how many words an excerpt has.")
  var words: Int?

  @Option(
    help: ArgumentHelp(
      "A YAML list of links elsewhere: title, url, source, comment.",
      valueName: "file"))
  var links: String?

  @Flag(help: "As few articles as needed become links, so that Gmail does not cut the message off.")
  var fit = false

  func validate() throws {
    if let words, words < 1 { throw ValidationError("--words is \(words), expected 1 or more") }
  }
}
