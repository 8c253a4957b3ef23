import Testing

@testable import Tidings

/// What mailboxes show of an edition before it is opened.
@Suite struct HeadRulesTests {
  private static func findings(
    subject: String = "The week at the quay", preheader: String? = "Boats, and a harbour cat",
    from: String = "News <news@quay.org>", replyTo: String? = nil
  ) throws -> [String] {
    let newsletter = Newsletter(
      name: "The Quay", from: try Mailbox(parsing: from),
      replyTo: try replyTo.map(Mailbox.init(parsing:)), postalAddress: "1 Quay Street",
      unsubscribe: Unsubscribe(url: "https://quay.org/leave?reader={email}", mail: nil),
      subject: subject, preheader: preheader)
    let article = Article(
      id: "a", path: "a.md", title: "A small harbour", url: WebURL("https://quay.org/a"),
      body: "Boats come and go.")
    let composed = try Editions.composition(of: [article], newsletter: newsletter)
    return Preflight(
      edition: composed.edition, html: try composed.text("digest.html"),
      text: try composed.text("digest.txt")
    ).findings.map { "\($0.severity.rawValue) \($0.rule.rawValue) \($0.place)" }
  }

  @Test(arguments: [
    ("The week at the quay", nil), ("Größe, 日本語 und 👩‍👩‍👧 am Kai", nil),
    ("می‌خواهم بدانم", nil), ("NATO and the UN met", nil), ("Ready: the pier", nil),
    ("A 100 $ boat, really?!", nil), ("🎉 We sail", nil),
    (String(repeating: "a", count: 61), "subject-cut"),
    (String(repeating: "a", count: 151), "subject-long"),
    ("THE WEEK AT THE QUAY", "subject-shape"), ("Sail now!!", "subject-shape"),
    ("Earn $$ at sea", "subject-shape"), ("Sail 🎉🎉🎉", "subject-shape"),
    ("Re: your boat", "subject-reply"), ("FWD: a pier", "subject-reply"),
    ("AW: Boote", "subject-reply"),
    ("Boats\u{200B} at sea", "hidden-characters"), ("Bo\u{AD}ats", "hidden-characters"),
    ("Boats \u{202E}aes ta", "hidden-characters"), ("Bo\u{200D}ats", "hidden-characters"),
    ("TODO: a subject", "unfinished"),
  ])
  func subjects(subject: String, rule: String?) throws {
    #expect(
      try Self.findings(subject: subject)
        == [rule.map { "warning \($0) subject" }].compactMap(\.self))
  }

  @Test(arguments: [
    ("The week at the quay", "preheader-repeated"), ("the WEEK at the quay", "preheader-repeated"),
    (String(repeating: "boat ", count: 31), "preheader-long"),
    ("Boats\u{2060} at sea", "hidden-characters"), ("Prices TK", "unfinished"),
    ("Dear {{name}}", "fields"), ("", "preheader-missing"),
  ])
  func preheaders(preheader: String, rule: String) throws {
    #expect(try Self.findings(preheader: preheader).contains("warning \(rule) preheader"))
  }

  @Test func aPreheaderThatThePageLacksOrRepeats() throws {
    let composed = try Editions.composition(of: [Editions.article()])
    let html = try composed.text("digest.html")
    let text = try composed.text("digest.txt")
    let preheader = composed.edition.preheader
    #expect(preheader == "Boats come and go.")
    func rules(_ html: String) -> [Preflight.Rule] {
      Preflight(edition: composed.edition, html: html, text: text).findings.map(\.rule)
    }
    #expect(rules(html) == [])
    // As long as it was, so that the reader's fields stay where they are.
    let blank = String(repeating: " ", count: preheader.utf8.count)
    #expect(rules(html.replacing(preheader, with: blank)).contains(.preheaderMissing))
    #expect(
      rules(
        html.replacing("display:none", with: "color:green ").replacing(
          "max-height:0", with: "max-height:9"
        )
        .replacing("mso-hide:all", with: "color:green ")
      )
      .contains(.preheaderRepeated))
  }

  @Test(arguments: [
    ("News <news@quay.org>", nil, nil),
    ("News <no-reply@quay.org>", nil, "warning no-reply sender"),
    ("News <no-reply@quay.org>", "ann@quay.org", nil),
    ("News <news@quay.org>", "donotreply+a@quay.org", "warning no-reply reply-to"),
    ("News <quay@gmail.com>", nil, "warning free-mail-sender sender"),
    ("News <quay@Yahoo.com>", nil, "warning free-mail-sender sender"),
    ("News <quay@mail.gmail.com.quay.org>", nil, nil),
  ])
  func senders(from: String, replyTo: String?, expected: String?) throws {
    #expect(try Self.findings(from: from, replyTo: replyTo) == [expected].compactMap(\.self))
  }
}
