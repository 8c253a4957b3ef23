import Tidings

/// One key of `tidings.yml`: what reads the file, its help and its hints come from this list.
struct SettingsKey: Sendable {
  let path: String
  /// What stands behind the key in the help.
  let help: String

  static let all: [SettingsKey] = [
    .init("newsletter.name", "what the newsletter is called"),
    .init("newsletter.from", "the sender, such as 'Open Weights <news@example.org>'"),
    .init("newsletter.reply-to", "where answers go, if not to the sender"),
    .init(
      "newsletter.url", "the newsletter's page; relative links of the intro start there"),
    .init(
      "newsletter.postal-address", "the sender's address, as the law of many countries asks"),
    .init("newsletter.language", "of the newsletter, such as en or pt-BR [en]"),
    .init(
      "newsletter.time-zone", "such as Europe/Lisbon: dates without a zone are in it [UTC]"),
    .init(
      "newsletter.subject",
      "a Mustache template: newsletter.name, edition.number, lead, more …"),
    .init(
      "newsletter.preheader", "what mailboxes show beside the subject [the further titles]"),
    .init("newsletter.intro", "a Markdown file that stands before the articles"),
    .init("digest.content", "of an article: summary, excerpt, whole or link [summary]"),
    .init("digest.words", "about how many words an excerpt has [60]"),
    .init("digest.contents", "a table of contents: yes, no, or auto from 5 articles on [auto]"),
    .init("digest.sections", "headings in their order, each with the tags of its articles"),
    .init("digest.articles", "how many are shown, further ones being links [all]"),
    .init("digest.fit", "articles become links where Gmail would cut the message off [false]"),
    .init("digest.links", "a YAML list of links elsewhere: title, url, source, comment"),
    .init("digest.pictures", "show the articles' pictures [true]"),
    .init("articles.folder", "the folder of Markdown articles"),
    .init("articles.feeds", "feeds and exports, files or addresses: RSS, Atom, JSON Feed …"),
    .init(
      "articles.git-dates", "undated articles take the day of their first commit [false]"),
    .init(
      "articles.base-url", "where the articles are published, such as https://example.org"),
    .init(
      "articles.permalink",
      "their addresses below it, such as /:year/:month/:slug/ [the path]"),
    .init("selection.tags", "an article has at least one of these"),
    .init("selection.all-tags", "an article has all of these"),
    .init("selection.without-tags", "an article has none of these"),
    .init("selection.since", "7d, 36h, 2w, a date, or last-edition [last-edition for run]"),
    .init("selection.until", "a date, whose whole day belongs to the window [now]"),
    .init("selection.limit", "how many articles at most"),
    .init("selection.minimum", "with fewer articles nothing is composed [1]"),
    .init("selection.order", "newest, oldest or title [newest]"),
    .init(
      "selection.states",
      "published, draft, scheduled, expired, undated, redirect [published]"),
    .init("selection.language", "only articles in this language, or in none that is named"),
    .init("tags.synonyms", "a tag and its other names, such as ai: [artificial-intelligence]"),
    .init("tags.words", "a tag and the words that imply it, such as deepseek: [DeepSeek]"),
    .init(
      "snippets.networks",
      "\(SnippetSettings.names), or all [\(Network.usual.map(\.id).joined(separator: ", "))]"),
    .init(
      "snippets.mastodon-instance",
      "whose share page is opened, and whose limits 'tidings limits --ask' reads [mastodon.social]"),
    .init(
      "snippets.limits", "limits of your own by network, such as mastodon: 5000 [the network's]"),
    .init("snippets.accounts", "whose posts they are, by network, as its API names them"),
    .init(
      "snippets.attribution",
      "what a post says of its source: always, shortened or link, by network or for all [always]"),
    .init("snippets.capitals", "words in their own spelling in hashtags, such as OpenSourceAI"),
    .init("snippets.pictures", "networks whose posts carry the article's picture, or all [none]"),
    .init("snippets.series", "a long post may become several [false]"),
    .init("unsubscribe.url", "https, {email} and {COLUMN} stand for the reader's own"),
    .init("unsubscribe.mail", "an address that takes a reader off the list"),
    .init("utm.source", "marks links to your site; {{edition.id}}, .number and .date stand in it"),
    .init("utm.medium", "the same, such as email"),
    .init("utm.campaign", "the same, such as letter-{{edition.number}}"),
    .init("utm.term", "the same"),
    .init("utm.content", "the same"),
    .init("send.via", "smtp://HOST:PORT, smtps://HOST:PORT, postmark, or outbox"),
    .init("send.recipients", "a list of readers: .csv, .tsv or .jsonl"),
    .init("send.user", "the user name for SMTP"),
    .init("send.password", "the password for SMTP, as ${NAME} of the environment"),
    .init(
      "send.password-file", "a file that holds the password, in place of send.password"),
    .init("send.token", "the provider's server token, as ${NAME} of the environment"),
    .init("send.token-file", "a file that holds the token, in place of send.token"),
    .init("send.ca-file", "certificates that are trusted beside the system's, in PEM"),
    .init("send.allow-plaintext", "send unencrypted to a server elsewhere [false]"),
    .init("send.per-second", "how many messages a second at most [as many as it takes]"),
    .init("send.connections", "how many at a time [4]"),
    .init("send.reader-name", "what {{reader.name}} shows for a reader without a name"),
    .init("send.attempts", "how often a reader is tried who is put off, 1 to 5 [3]"),
    .init("send.timeout", "how many seconds to wait for an answer [600]"),
    .init("images.folders", "where the articles' pictures lie [found: static, public, assets …]"),
    .init("images.inline", "pictures travel with the message, up to 1 MB each [false]"),
    .init("attachments", "files that are attached to every message"),
    .init("dkim.domain", "the domain that signs [the sender's]"),
    .init("dkim.selector", "of the RSA key's DNS record, such as s1"),
    .init("dkim.key-file", "the private RSA key, see 'tidings dkim keygen'"),
    .init("dkim.ed25519-selector", "of a second signature's record"),
    .init("dkim.ed25519-key-file", "the private Ed25519 key of a second signature"),
    .init("check.ignore", "rules that are not looked at; 'tidings check --rules' lists them"),
    .init(
      "check.facts",
      "what mail programs know, as caniemail.com's api/data.json [built in]"),
    .init(
      "check.resolver",
      "who is asked by 'check --dns', in application/dns-json [cloudflare-dns.com]"),
    .init("wording", "own fixed strings by their names, such as readMore: Continue"),
    .init("outbox", "where editions and the ledger are kept [outbox]"),
    .init("theme", "how the digest looks: letter, cards or list [letter]"),
    .init("variables", "what templates show as {{variables.NAME}}: names with a text each"),
    .init(
      "templates", "a folder with your digest.html, digest.txt or theme.css [built in]"),
  ]

  private init(_ path: String, _ help: String) {
    self.path = path
    self.help = help
  }

  /// The whole list, laid out as the file is.
  static var documentation: String {
    var lines: [String] = []
    var section = ""
    for key in all {
      let parts = key.path.split(separator: ".").map(String.init)
      if parts.count == 2, parts[0] != section {
        section = parts[0]
        lines.append("\(section):")
      }
      let name = (parts.count == 2 ? "  " : "") + (parts.last ?? "") + ":"
      lines.append(
        name + String(repeating: " ", count: max(2, indent - name.count))
          + wrapped(key.help).joined(separator: "\n" + String(repeating: " ", count: indent)))
    }
    return lines.joined(separator: "\n")
  }

  /// Where the meanings of all keys stand.
  private static let indent = 22

  /// Lines that a terminal of 80 columns does not wrap.
  private static func wrapped(_ help: String) -> [String] {
    help.split(separator: " ").reduce(into: [""]) { lines, word in
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if indent + last.count + 1 + word.count < 80 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
  }
}
