/// Who the message says that it is from.
enum SenderRules {
  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    let sender = matter.edition.newsletter
    guard let from = sender.from else {
      return [
        .init(
          .error, .sender, at: "sender", "there is no sender",
          hint: "set newsletter.from, or give --from")
      ]
    }
    guard let address = (try? Mailbox(parsing: from))?.address else {
      return [
        .init(
          .error, .sender, at: "sender", "\(from.cited()) is no sender",
          hint: "compose the edition again")
      ]
    }
    var findings: [Preflight.Finding] = []
    let answers = sender.replyTo.flatMap { try? Mailbox(parsing: $0) }?.address ?? address
    if refusesAnswers(answers.local) {
      findings.append(
        .init(
          .warning, .noReply, at: sender.replyTo == nil ? "sender" : "reply-to",
          "answers go to \(answers), which nobody reads: mailboxes trust a letter less that cannot"
            + " be answered",
          hint: "set newsletter.reply-to to an address that is read"))
    }
    if freeMail.contains(address.domain) {
      findings.append(
        .init(
          .warning, .freeMailSender, at: "sender",
          "the sender is at \(address.domain), whose DMARC policy has mail from other servers"
            + " refused or filed as spam",
          hint: "set newsletter.from to an address at a domain of your own"))
    }
    return findings
  }

  private static func refusesAnswers(_ local: String) -> Bool {
    let word = local.lowercased().prefix { $0 != "+" }
      .filter { $0 != "-" && $0 != "_" && $0 != "." }
    return ["noreply", "donotreply", "noanswer", "dontreply", "naoresponda", "noresponder"]
      .contains(word)
  }

  /// Providers whose domains anybody has an address at.
  private static let freeMail: Set<String> = [
    "126.com", "163.com", "aol.com", "comcast.net", "email.com", "fastmail.com", "free.fr",
    "gmail.com", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hey.com", "hotmail.co.uk",
    "hotmail.com", "hotmail.fr", "icloud.com", "laposte.net", "libero.it", "live.com", "mac.com",
    "mail.com", "mail.ru", "me.com", "msn.com", "naver.com", "orange.fr", "outlook.com", "pm.me",
    "proton.me", "protonmail.com", "qq.com", "rocketmail.com", "t-online.de", "uol.com.br",
    "wanadoo.fr", "web.de", "wp.pl", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yahoo.com.br",
    "yahoo.de", "yahoo.fr", "yandex.ru", "ymail.com", "zoho.com",
  ]
}
