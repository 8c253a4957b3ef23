/// One key of `tidings.yml`: what reads the file, its help and its hints come from this list.
struct SettingsKey: Sendable {
  let path: String
  let form: Form
  /// What stands behind the key in the help.
  let help: String

  enum Form: String, Sendable {
    case text
    case list = "list of texts"
    case number
    case flag = "true or false"
    /// A file or folder, relative to the configuration's own folder.
    case place = "path"
    /// `${NAME}` and nothing else: no secret is written into the file.
    case secret = "${ENVIRONMENT_VARIABLE}"
  }

  static let all: [SettingsKey] = [
    .init("newsletter.name", .text, "what the newsletter is called"),
    .init("newsletter.from", .text, "the sender, such as 'Open Weights <news@example.org>'"),
    .init("newsletter.reply-to", .text, "where answers go, if not to the sender"),
    .init(
      "newsletter.url", .text, "the newsletter's page; relative links of the intro start there"),
    .init(
      "newsletter.postal-address", .text, "the sender's address, as the law of many countries asks"),
    .init("newsletter.language", .text, "of the newsletter, such as en or pt-BR [en]"),
    .init(
      "newsletter.time-zone", .text, "such as Europe/Lisbon: dates without a zone are in it [UTC]"),
    .init(
      "newsletter.subject", .text,
      "a Mustache template: newsletter.name, edition.number, lead, more …"),
    .init(
      "newsletter.preheader", .text, "what mailboxes show beside the subject [the further titles]"),
    .init("newsletter.intro", .place, "a Markdown file that stands before the articles"),
    .init("articles.folder", .place, "the folder of Markdown articles"),
    .init(
      "articles.base-url", .text, "where the articles are published, such as https://example.org"),
    .init(
      "articles.permalink", .text,
      "their addresses below it, such as /:year/:month/:slug/ [the path]"),
    .init("selection.tags", .list, "an article has at least one of these"),
    .init("selection.all-tags", .list, "an article has all of these"),
    .init("selection.without-tags", .list, "an article has none of these"),
    .init("selection.since", .text, "7d, 36h, 2w, a date, or last-edition [last-edition for run]"),
    .init("selection.until", .text, "a date, whose whole day belongs to the window [now]"),
    .init("selection.limit", .number, "how many articles at most"),
    .init("selection.minimum", .number, "with fewer articles nothing is composed [1]"),
    .init("selection.order", .text, "newest, oldest or title [newest]"),
    .init(
      "selection.states", .list,
      "published, draft, scheduled, expired, undated, redirect [published]"),
    .init("selection.language", .text, "only articles in this language, or in none that is named"),
    .init("snippets.networks", .list, "x, mastodon, bluesky, linkedin, threads [all of them]"),
    .init("snippets.mastodon-instance", .text, "whose share page is opened [mastodon.social]"),
    .init("unsubscribe.url", .text, "https, {email} and {COLUMN} stand for the reader's own"),
    .init("unsubscribe.mail", .text, "an address that takes a reader off the list"),
    .init("send.via", .text, "smtp://HOST:PORT, smtps://HOST:PORT, postmark, or outbox"),
    .init("send.recipients", .place, "a list of readers: .csv, .tsv or .jsonl"),
    .init("send.user", .text, "the user name for SMTP"),
    .init("send.password", .secret, "the password for SMTP"),
    .init(
      "send.password-file", .place, "a file that holds the password, in place of send.password"),
    .init("send.token", .secret, "the provider's server token"),
    .init("send.token-file", .place, "a file that holds the token, in place of send.token"),
    .init("send.ca-file", .place, "certificates that are trusted beside the system's, in PEM"),
    .init("send.allow-plaintext", .flag, "send unencrypted to a server elsewhere [false]"),
    .init("send.per-second", .number, "how many messages a second at most [as many as it takes]"),
    .init("send.connections", .number, "how many at a time [4]"),
    .init("outbox", .place, "where editions and the ledger are kept [outbox]"),
    .init(
      "templates", .place, "a folder with your digest.html, digest.txt or theme.css [built in]"),
  ]

  private init(_ path: String, _ form: Form, _ help: String) {
    self.path = path
    self.form = form
    self.help = help
  }

  /// The whole list as an annotated file.
  static var documentation: String {
    var lines: [String] = []
    var section = ""
    for key in all {
      let parts = key.path.split(separator: ".")
      if parts.count == 2, parts[0] != section {
        section = String(parts[0])
        lines.append("\(section):")
      }
      let name = parts.count == 2 ? "  \(parts[1]):" : "\(parts[0]):"
      lines.append("\(name)  # \(key.help)")
    }
    let width = (lines.compactMap { $0.firstRange(of: "  #") }.count > 0 ? 20 : 0)
    return lines.map { line in
      guard let mark = line.firstRange(of: "  # ") else { return line }
      let name = line[..<mark.lowerBound]
      return name + String(repeating: " ", count: max(2, width - name.count))
        + line[mark.upperBound...]
    }.joined(separator: "\n")
  }
}
