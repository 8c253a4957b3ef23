/// What must be right before an edition goes out.
public struct Preflight: Sendable {
  public let findings: [Finding]

  /// One thing that is wrong, by a rule with a stable name.
  public struct Finding: Sendable, Hashable, Codable {
    public let severity: Diagnostic.Severity
    public let rule: String
    public let message: String
    /// What to do about it.
    public let hint: String
  }

  /// Looks at an edition and at both parts as its sample reader gets them.
  public init(edition: Edition, html: String, text: String) {
    var findings: [Finding] = []
    func add(_ severity: Diagnostic.Severity, _ rule: String, _ message: String, _ hint: String) {
      findings.append(Finding(severity: severity, rule: rule, message: message, hint: hint))
    }
    if edition.subject.isEmpty {
      add(.error, "subject", "the subject is empty", "set newsletter.subject")
    } else if edition.subject.count > 150 {
      add(
        .warning, "subject-length",
        "the subject has \(edition.subject.count) characters, mailboxes show about 60",
        "set newsletter.subject")
    }
    if edition.newsletter.from == nil {
      add(.error, "sender", "there is no sender", "set newsletter.from, or give --from")
    }
    if edition.picked.isEmpty {
      add(.error, "articles", "there is no article in it", "widen the window or the tags")
    }
    findings += Self.unsubscribe(edition, html: html, text: text)
    if edition.newsletter.postalAddress == nil {
      add(
        .warning, "postal-address",
        "there is no postal address, which many countries' laws ask for",
        "set newsletter.postal-address")
    }
    for (name, part, severity) in [
      ("the subject", edition.subject, Diagnostic.Severity.error),
      // Templates and intro are checked before, so here it is an article that speaks of them.
      ("the preheader", edition.preheader, .warning),
      ("digest.html", html, .warning), ("digest.txt", text, .warning),
    ] where TemplateTags.holdsField(part) {
      add(
        severity, "fields", "\(name) holds a template field that is not filled in", "mend the text")
    }
    for article in edition.picked where article.url == nil {
      add(
        .warning, "article-url", "'\(article.title)' has no address to read on at",
        "set articles.base-url, or a 'url' in \(article.path)")
    }
    if html.utf8.count > Self.clipSize {
      add(
        .warning, "size",
        "digest.html has \(html.utf8.count) bytes; Gmail cuts messages off at about 102,000",
        "set selection.limit")
    }
    for loss in edition.dropped {
      add(.warning, "dropped", "left out of \(loss)", "mend the article, or let it be")
    }
    for diagnostic in edition.unreadable {
      add(
        .error, "unreadable", "an article that may belong to this edition: \(diagnostic)",
        "mend the file, or move it out of the folder")
    }
    self.findings = findings
  }

  public var errors: [Finding] { findings.filter { $0.severity == .error } }

  /// Bytes of HTML, a margin below Gmail's 102 KB after encoding.
  private static let clipSize = 95_000

  /// RFC 8058 asks for the header, Gmail and Yahoo also for a link that can be seen.
  private static func unsubscribe(_ edition: Edition, html: String, text: String) -> [Finding] {
    guard let unsubscribe = edition.newsletter.unsubscribe else {
      return [
        Finding(
          severity: .error, rule: "unsubscribe", message: "readers have no way to unsubscribe",
          hint: "set unsubscribe.url, or give --unsubscribe-url")
      ]
    }
    var findings: [Finding] = []
    if unsubscribe.url == nil {
      findings.append(
        Finding(
          severity: .warning, rule: "one-click",
          message: "unsubscribing takes a mail, Gmail and Yahoo ask for one click over https",
          hint: "set unsubscribe.url"))
    }
    for file in edition.files where file.name == "digest.html" || file.name == "digest.txt" {
      if !(file.fields ?? []).contains(where: { $0.name == "unsubscribe" }) {
        findings.append(
          Finding(
            severity: .error, rule: "unsubscribe-link",
            message: "\(file.name) shows no unsubscribe link",
            hint: "put {{reader.unsubscribe}} into the template"))
      }
    }
    return findings
  }
}

extension Preflight.Finding: CustomStringConvertible {
  public var description: String { "\(message) (\(hint))" }
}
