import ArgumentParser
import Tidings

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The configuration.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("Where editions are kept.", valueName: "dir"))
  var outbox: String?

  @Option(help: ArgumentHelp("Sets the clock, such as 2025-03-01T09:00:00Z.", valueName: "time"))
  var now: String?

  @Flag(help: "Results and diagnostics as JSON.")
  var json = false
}

/// Where articles come from and how their dates and addresses are read.
struct ArticleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of Markdown articles.", valueName: "dir"))
  var articles: String?

  @Option(
    name: .customLong("feed"),
    help: ArgumentHelp(
      "RSS, Atom, JSON Feed, or an export of WordPress or Ghost; give it again for more.",
      valueName: "file-or-url"))
  var feeds: [String] = []

  @Flag(help: "Undated articles take the day of their first commit.")
  var gitDates = false

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the articles are published [as the site's configuration says].", valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "Their addresses below it, in Hugo's or Jekyll's tokens.", valueName: "pattern"))
  var permalink: String?

  @Option(
    help: ArgumentHelp("Dates without a zone are in it, such as Europe/Lisbon.", valueName: "zone"))
  var timeZone: String?
}

/// Which articles are picked.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .customLong("tag"),
    help: ArgumentHelp(
      "Articles with at least one of these; give it again for more.", valueName: "tag"))
  var tags: [String] = []

  @Option(
    name: .customLong("all-tag"),
    help: ArgumentHelp("Articles with all of these.", valueName: "tag"))
  var allTags: [String] = []

  @Option(
    name: .customLong("without-tag"),
    help: ArgumentHelp("Articles with none of these.", valueName: "tag"))
  var withoutTags: [String] = []

  @Option(help: ArgumentHelp("7d, 36h, 2w, a date, or last-edition.", valueName: "when"))
  var since: String?

  @Option(help: ArgumentHelp("A date, whose whole day belongs to the window.", valueName: "when"))
  var until: String?

  @Option(help: "How many articles at most.")
  var limit: Int?

  @Option(help: "With fewer articles nothing is composed.")
  var minimum: Int?

  @Option(help: "newest, oldest or title.")
  var order: String?

  @Option(
    name: .customLong("state"),
    help: ArgumentHelp(
      "published, draft, scheduled, expired, undated or redirect.", valueName: "state"))
  var states: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only articles in this language, or in none that is named.", valueName: "tag"))
  var language: String?

  @Flag(name: .customLong("repeat"), help: "Also articles that went out in an earlier edition.")
  var repeats = false

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit), expected 1 or more") }
    if let minimum, minimum < 1 {
      throw ValidationError("--minimum is \(minimum), expected 1 or more")
    }
  }
}

/// All that an edition is composed from.
struct EditionOptions: ParsableArguments {
  @OptionGroup(title: "Articles") var articles: ArticleOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions

  @Option(
    help: ArgumentHelp("A folder with your digest.html, digest.txt or theme.css.", valueName: "dir")
  )
  var templates: String?

  @Option(help: ArgumentHelp("letter, cards or list [letter].", valueName: "name"))
  var theme: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "What templates show as {{variables.NAME}}; give it again for more.",
      valueName: "name=value"))
  var variables: [String] = []

  @OptionGroup(title: "Content") var content: ContentOptions

  @Option(help: ArgumentHelp("The edition's name [the day of composing].", valueName: "id"))
  var edition: String?

  @Option(help: "What the newsletter is called.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The sender, such as 'Open Weights <news@example.org>'.", valueName: "mailbox"))
  var from: String?

  @Option(help: ArgumentHelp("Where answers go, if not to the sender.", valueName: "mailbox"))
  var replyTo: String?

  @Option(help: ArgumentHelp("The subject, a Mustache template.", valueName: "text"))
  var subject: String?

  @Option(help: ArgumentHelp("A Markdown file that stands before the articles.", valueName: "file"))
  var intro: String?

  @Option(help: ArgumentHelp("The sender's postal address.", valueName: "text"))
  var postalAddress: String?

  @Option(
    name: .customLong("unsubscribe-url"),
    help: ArgumentHelp("Where a reader leaves; {email} stands for theirs.", valueName: "url"))
  var unsubscribeURL: String?

  @Option(
    help: ArgumentHelp("A mail address that takes a reader off the list.", valueName: "address"))
  var unsubscribeMail: String?

  @Option(
    name: .customLong("network"),
    help: ArgumentHelp(
      "\(SnippetSettings.names), or all; give it again for more.", valueName: "name"),
    completion: .list(Network.all.map(\.id) + [SnippetSettings.every]))
  var networks: [String] = []

  @OptionGroup var enclosures: EnclosureOptions
  @OptionGroup(title: "Common") var common: CommonOptions
}
