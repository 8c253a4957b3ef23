/// What laws and mailbox providers ask every newsletter for.
enum LawRules {
  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    unsubscribe(matter) + postalAddress(matter)
  }

  /// RFC 8058 asks for the header, Gmail and Yahoo also for a link that can be seen.
  private static func unsubscribe(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    guard let unsubscribe = matter.edition.newsletter.unsubscribe else {
      return [
        .init(
          .error, .unsubscribe, at: "edition", "readers have no way to unsubscribe",
          hint: "set unsubscribe.url, or give --unsubscribe-url")
      ]
    }
    var findings: [Preflight.Finding] = []
    if unsubscribe.url == nil {
      findings.append(
        .init(
          .warning, .oneClick, at: "edition",
          "unsubscribing takes a mail, Gmail and Yahoo ask for one click over https",
          hint: "set unsubscribe.url"))
    }
    for name in ["digest.html", "digest.txt"] {
      let fields = matter.edition.files.first { $0.name == name }?.fields ?? []
      let links = fields.filter { $0.name == "unsubscribe" }
      let problem: String? =
        if links.isEmpty {
          "it shows no link to unsubscribe"
        } else if name == "digest.html", !links.contains(where: { isVisible($0, matter) }) {
          "its link to unsubscribe is hidden or has no words"
        } else {
          nil
        }
      if let problem {
        findings.append(
          .init(
            .error, .unsubscribeLink, at: name, problem,
            hint: "put {{reader.unsubscribe}} into the template"))
      }
    }
    return findings
  }

  /// Whether a link that a reader sees leads where the field says.
  private static func isVisible(_ field: Edition.Field, _ matter: Preflight.Matter) -> Bool {
    let html = matter.html.utf8
    guard field.offset >= 0, field.length >= 0,
      let start = html.index(html.startIndex, offsetBy: field.offset, limitedBy: html.endIndex),
      let end = html.index(start, offsetBy: field.length, limitedBy: html.endIndex)
    else { return false }
    let address = String(Substring(html[start..<end]))
    return matter.page.elements.contains { element in
      element.name == "a" && element.isVisible
        && element.attributes["href"]?.htmlEscaped == address
        && matter.page.words(in: element).contains { !$0.isWhitespace }
    }
  }

  private static func postalAddress(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    guard let address = matter.edition.newsletter.postalAddress else {
      return [
        .init(
          .warning, .postalAddress, at: "edition",
          "there is no postal address, which many countries' laws ask for",
          hint: "set newsletter.postal-address")
      ]
    }
    let lines = address.split(whereSeparator: \.isNewline).map { Haystack.dense(String($0)) }
    let parts = [("digest.html", matter.shown), ("digest.txt", matter.written)]
    return parts.filter { _, words in lines.contains { words.find($0) == nil } }.map { name, _ in
      Preflight.Finding(
        .warning, .postalAddress, at: name, "it does not show the postal address",
        hint: "put {{#address}}{{.}}{{/address}} into the template")
    }
  }
}
