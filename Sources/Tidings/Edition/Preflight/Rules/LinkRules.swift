/// Where links lead, as far as it can be told without asking.
enum LinkRules {
  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    let page = matter.page
    let isRehearsal = Self.isRehearsal(matter.edition)
    let names = Set(
      page.elements.flatMap { [$0.attributes["id"], $0.attributes["name"]] }.compactMap(\.self))
    var findings: [Preflight.Finding] = []
    var judged: Set<String> = []
    var servers = Servers()
    for link in page.elements where link.name == "a" {
      guard let written = link.attributes["href"] else {
        // An anchor to jump to.
        if link.attributes["id"] == nil, link.attributes["name"] == nil {
          findings.append(empty(link, matter))
        }
        continue
      }
      if link.isVisible, !hasWords(link, page) {
        findings.append(
          .init(
            .warning, .linkText, at: matter.place(link),
            "the link to \(written.cited()) has no words: who listens or sees no pictures misses it",
            hint: "write where it leads, or describe its picture"))
      }
      guard judged.insert(written).inserted, !matter.isReaderField(written) else { continue }
      guard let finding = judge(written, of: link, names, isRehearsal, matter) else { continue }
      if servers.isFirst(finding, at: findings.count, host: LinkAddress(written).host) {
        findings.append(finding)
      }
    }
    return servers.counted(findings)
  }

  /// Links to one server that have the same fault, which is the server's and not theirs.
  private struct Servers {
    private struct Key: Hashable {
      let rule: Preflight.Rule
      let host: String
    }

    /// The place of a server's first finding, and how many links it stands for beside its own.
    private var seen: [Key: (place: Int, others: Int)] = [:]

    mutating func isFirst(_ finding: Preflight.Finding, at place: Int, host: String) -> Bool {
      guard finding.rule == .linkDead || finding.rule == .linkInsecure else { return true }
      let key = Key(rule: finding.rule, host: host)
      guard let first = seen[key] else {
        seen[key] = (place, 0)
        return true
      }
      seen[key] = (first.place, first.others + 1)
      return false
    }

    func counted(_ findings: [Preflight.Finding]) -> [Preflight.Finding] {
      var findings = findings
      for (key, first) in seen where first.others > 0 {
        let finding = findings[first.place]
        let others = first.others == 1 ? "1 more link" : "\(first.others) more links"
        findings[first.place] = .init(
          finding.severity, finding.rule, at: finding.place,
          "\(finding.message); so \(first.others == 1 ? "does" : "do") \(others) to \(key.host)",
          hint: finding.hint)
      }
      return findings
    }
  }

  /// A newsletter that is itself at a name for examples goes to nobody.
  static func isRehearsal(_ edition: Edition) -> Bool {
    let from = edition.newsletter.from.flatMap { try? Mailbox(parsing: $0) }
    return from.map { LinkAddress.isReserved($0.address.domain) } ?? false
  }

  private static func judge(
    _ written: String, of link: MailPage.Element, _ names: Set<String>, _ isRehearsal: Bool,
    _ matter: Preflight.Matter
  ) -> Preflight.Finding? {
    let place = matter.place(link)
    let address = LinkAddress(written)
    let cited = written.cited(limit: 100)
    if written.allSatisfy(\.isWhitespace) || written == "#" { return empty(link, matter) }
    if written.hasPrefix("#") {
      return names.contains(String(written.dropFirst()))
        ? nil
        : .init(
          .error, .linkEmpty, at: place, "the link \(cited) leads to no place in the letter",
          hint: "give its target that id, or link to a page")
    }
    switch address.scheme {
    case nil:
      return .init(
        .error, .linkRelative, at: place,
        "the link \(cited) is relative: a mail has no address that it could start from",
        hint: "write the whole address, with https://")
    case "http", "https":
      if let fault = address.fault {
        return .init(
          .warning, .linkMalformed, at: place, "the link \(cited) \(fault)",
          hint: "mend it where it is written")
      }
      if let end = address.deadEnd(isRehearsal: isRehearsal) {
        return .init(
          .warning, .linkDead, at: place, "the link \(cited) \(end)",
          hint: "link to a public page, or put the address between backticks when it is code")
      }
      guard address.scheme == "http" else { return nil }
      return .init(
        .warning, .linkInsecure, at: place,
        "the link \(cited) asks for a page without encryption, of which browsers warn",
        hint: "does the page have an https:// address?")
    case "mailto", "tel", "sms": return nil
    case let scheme?:
      return .init(
        .error, .linkScheme, at: place,
        "mail programs follow no link of the scheme '\(scheme)': \(cited)",
        hint: "link to a page with https://")
    }
  }

  private static func empty(
    _ link: MailPage.Element, _ matter: Preflight.Matter
  ) -> Preflight.Finding {
    .init(
      .error, .linkEmpty, at: matter.place(link),
      "the link \(matter.page.words(in: link).cited()) leads nowhere",
      hint: "give it an address, or make it plain text")
  }

  private static func hasWords(_ link: MailPage.Element, _ page: MailPage) -> Bool {
    func isSaid(_ text: String?) -> Bool { text?.contains { !$0.isWhitespace } ?? false }
    return isSaid(page.words(in: link)) || isSaid(link.attributes["aria-label"])
      || isSaid(link.attributes["title"])
      || page.elements[link.elements].contains { isSaid($0.attributes["alt"]) }
  }
}
