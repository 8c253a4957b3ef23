import Foundation
import Testing

@testable import Tidings

@Suite struct MessageEncoderTests {
  @Test func writesAWholeMessage() throws {
    let message = try Letters.message(replyTo: "Editors <editors@example.org>")
    let bytes = try MessageEncoder(message).bytes(for: Letters.recipient.get())
    expectGolden(bytes, named: "letter.eml")
  }

  @Test func writesTheHeaderInItsOrder() throws {
    let message = try Letters.message(replyTo: "Editors <editors@example.org>")
    let bytes = try MessageEncoder(message).bytes(for: Letters.recipient.get())
    #expect(
      try Letters.opened(bytes).headers.filter { !$0.hasPrefix(" ") }
        .map { $0.prefix { $0 != ":" }.description } == [
          "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Id",
          "List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted", "MIME-Version",
          "Content-Type",
        ])
  }

  @Test(
    arguments: [
      (nil, nil, nil),
      (
        "https://example.org/leave?r={email}", nil,
        ["List-Unsubscribe: <https://example.org/leave?r=anne%40xn--bcher-kva.example>"]
      ),
      (
        "https://example.org/{name}/{city}", "leave@example.org",
        [
          "List-Unsubscribe: <https://example.org/%C3%84nne%20Doe/K%C3%B6ln>, "
            + "<mailto:leave@example.org?subject=unsubscribe>"
        ]
      ),
      (
        nil, "a%b&c=d+e@example.org",
        ["List-Unsubscribe: <mailto:a%25b%26c%3Dd+e@example.org?subject=unsubscribe>"]
      ),
      (
        "http://localhost:8080/" + String(repeating: "x", count: 800), nil,
        ["List-Unsubscribe: <http://localhost:8080/" + String(repeating: "x", count: 800) + ">"]
      ),
    ] as [(String?, String?, [String]?)])
  func writesListUnsubscribeOnOneLine(url: String?, mail: String?, lines: [String]?) throws {
    let leave = lines.map { _ in Unsubscribe(url: url, mail: mail) }
    let message = try Letters.message(unsubscribe: leave, text: [], html: [])
    let headers = try Letters.opened(
      MessageEncoder(message).bytes(for: Letters.recipient.get())
    ).headers
    let post = url == nil ? [] : ["List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
    #expect(headers.filter { $0.hasPrefix("List-Unsubscribe") } == (lines ?? []) + post)
  }

  @Test(arguments: [
    ("Field Notes", "List-Id: Field Notes <field-notes.example.org>"),
    ("Bücher & Co.", "List-Id: =?utf-8?B?QsO8Y2hlciAmIENvLg==?= <bucher-co.example.org>"),
    ("週刊", "List-Id: =?utf-8?B?6YCx5YiK?= <list-bdae2a35.example.org>"),
    ("", "List-Id: <list-e3b0c442.example.org>"),
    ("--A--", "List-Id: --A-- <a.example.org>"),
  ])
  func namesTheList(name: String, line: String) throws {
    let message = try Letters.message(listName: name)
    let bytes = try MessageEncoder(message).bytes(for: Letters.recipient.get())
    #expect(try Letters.opened(bytes).headers.contains(line))
  }

  @Test func aProviderGetsTheFieldsBesideTheUsualOnes() throws {
    let ann = try Letters.reader("Ann <ann@example.org>").get()
    let headers = try MessageEncoder(Letters.message()).listHeaders(for: ann)
    #expect(
      headers.map { "\($0.name): \($0.value)" } == [
        "Message-ID: <c7ab39e7256b0e4c8ac41b9b6a51b535@example.org>",
        "List-Id: <field-notes.example.org>", "Auto-Submitted: auto-generated",
        "List-Unsubscribe: <https://example.org/leave?reader=ann%40example.org>, "
          + "<mailto:leave+7@example.org?subject=unsubscribe>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      ])
  }

  @Test func addressesOfInternationalDomainsAreALabels() throws {
    let message = try Letters.message(
      from: "Größe <notes@größe.example>", replyTo: "例え <reply@例え.テスト>",
      unsubscribe: Unsubscribe(url: nil, mail: "leave@größe.example"))
    let headers = try Letters.opened(
      MessageEncoder(message).bytes(for: Letters.recipient.get())
    ).headers
    #expect(headers.contains("From: =?utf-8?B?R3LDtsOfZQ==?= <notes@xn--gre-6ka8i.example>"))
    #expect(headers.contains { $0.hasSuffix(" <anne@xn--bcher-kva.example>") })
    #expect(headers.contains("Reply-To: =?utf-8?B?5L6L44GI?= <reply@xn--r8jz45g.xn--zckzah>"))
    #expect(
      headers.contains("List-Unsubscribe: <mailto:leave@xn--gre-6ka8i.example?subject=unsubscribe>")
    )
    #expect(headers.contains("List-Id: Field Notes <field-notes.xn--gre-6ka8i.example>"))
    #expect(
      headers.contains { $0.hasPrefix("Message-ID: <") && $0.hasSuffix("@xn--gre-6ka8i.example>") })
  }

  @Test func theMessageIDIsTheEditionsAndTheReaders() throws {
    let ann = try Letters.reader("Ann <ann@example.org>").get()
    let eve = try Letters.reader("eve@example.org").get()
    let first = try MessageEncoder(Letters.message())
    let other = try MessageEncoder(Letters.message(edition: "2025-w10"))
    // printf '2025-w09|ann@example.org' | sha256sum
    #expect(first.messageID(for: ann) == "<c7ab39e7256b0e4c8ac41b9b6a51b535@example.org>")
    #expect(
      first.messageID(for: try Letters.reader("ann@example.org").get()) == first.messageID(for: ann)
    )
    #expect(first.messageID(for: ann) != first.messageID(for: eve))
    #expect(first.messageID(for: ann) != other.messageID(for: ann))
    let headers = try Letters.opened(first.bytes(for: ann)).headers
    #expect(headers.contains("Message-ID: \(first.messageID(for: ann))"))
  }

  @Test func theBoundaryIsTheEditionsAndTheBodies() throws {
    let ann = try Letters.reader("Ann <ann@example.org>").get()
    func boundary(_ message: Message) throws -> String? {
      try Letters.opened(MessageEncoder(message).bytes(for: ann)).headers.last
    }
    let hostile = try MessageEncoder(Letters.message()).bytes(for: Letters.recipient.get())
    let first = try boundary(Letters.message())
    #expect(try boundary(Letters.message()) == first)
    #expect(try boundary(Letters.message(edition: "x")) != first)
    #expect(try boundary(Letters.message(text: [.fixed("x")])) != first)
    let quoted = String(decoding: hostile, as: UTF8.self)
    let around = try Letters.message(text: [.fixed(quoted)], html: [.fixed(quoted)])
    let opened = try Letters.opened(MessageEncoder(around).bytes(for: ann))
    // A space before each header line that is folded.
    #expect(opened.text == quoted.replacing("\r\n ", with: "\r\n  "))
    #expect(opened.html == quoted)
  }

  @Test(arguments: [
    ("", "", ""), ("a", "Köln", "b"), ("", "Köln", ""), ("a\n", "Köln", "\nb"), ("a ", "", "\nb"),
    ("a ", " ", "\r\nb"), (" ", " ", " "), ("a", ".", "."), ("From", " x", " y"),
    ("a\r\n", "", "\r\nb"), ("a", "From me", ""), ("a=", "=", "="),
    (String(repeating: "x", count: 75), String(repeating: "y", count: 75), "z"),
    (String(repeating: "x", count: 76), String(repeating: "y", count: 76), "\nz"),
    (String(repeating: "ü", count: 76), String(repeating: "日", count: 76), " "),
  ])
  func splicesAField(before: String, value: String, after: String) throws {
    let reader = try Letters.reader("ann@example.org", ["a": value, "b": value]).get()
    for pieces: [PersonalText.Piece] in [
      [.fixed(before), .field("a", .none), .fixed(after)],
      [.fixed(before), .field("a", .none), .field("b", .none), .fixed(after)],
      [.field("a", .none), .fixed(before), .fixed(after), .field("b", .none)],
      [.field("a", .none), .fixed(""), .field("b", .none)],
    ] {
      let message = try Letters.message(text: pieces, html: pieces)
      let opened = try Letters.opened(MessageEncoder(message).bytes(for: reader))
      let text = PersonalText(pieces: pieces)
      let filled = try text.filled(for: reader, unsubscribe: nil)
      #expect(
        try FlowedParagraph.onTheWire(opened.text)
          == FlowedParagraph.frozen(text, for: reader, unsubscribe: nil))
      #expect(Array(opened.html.utf8) == hardBroken(Array(filled.utf8)))
    }
  }

  @Test(arguments: 0..<500)
  func decodesToTheFilledText(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    func pieces() -> [PersonalText.Piece] {
      (0..<Int.random(in: 0...9, using: &random)).map { _ in
        switch Int.random(in: 0...3, using: &random) {
        case 0: .field(["a", "b", "name", "email"].randomElement(using: &random) ?? "a", .html)
        case 1: .field(["a", "b", "unsubscribe"].randomElement(using: &random) ?? "a", .none)
        default: .fixed(RandomText.paragraph(using: &random))
        }
      }
    }
    let reader = Recipient(
      mailbox: try Mailbox(name: "N" + RandomText.line(seed: seed), address: EmailAddress("a@b.c")),
      fields: [
        "a": RandomText.line(seed: seed + 1), "b": "b", "code": RandomText.line(seed: seed + 2),
      ])
    let message = try Letters.message(
      subject: RandomText.line(seed: seed + 3), unsubscribe: Letters.codedLeave, text: pieces(),
      html: pieces())
    guard let bytes = try? MessageEncoder(message).bytes(for: reader) else {
      let links = try LeaveLinks(Letters.codedLeave)
      #expect(try links.header(url: links.url(for: reader)).utf8.count > 900)
      return
    }
    let opened = try Letters.opened(bytes)
    #expect(
      try FlowedParagraph.onTheWire(opened.text)
        == FlowedParagraph.frozen(message.text, for: reader, unsubscribe: Letters.codedLeave))
    let html = try message.html.filled(for: reader, unsubscribe: Letters.codedLeave)
    #expect(Array(opened.html.utf8) == hardBroken(Array(html.utf8)))
  }

  @Test(arguments: [
    (
      "  indented\n> said\nFrom me\nDear Ann,\n",
      "   indented\r\n> said\r\n From me\r\nDear Ann,\r\n"
    ),
    ("- one \n  two \n  three\n", "- one \r\n two \r\n three\r\n"),
    (">> one \n>> two\n> - a \n>   b\n", ">> one \r\n>> two\r\n> - a \r\n> b\r\n"),
    ("one \nFrom two \n > three\n", "one \r\n From two \r\n > three\r\n"),
    ("> a \n> From b\n", "> a \r\n> From b\r\n"),
    ("-- \n  a\n> -- \n> b\n", "-- \r\n   a\r\n> -- \r\n> b\r\n"),
  ])
  func stuffsWhatWouldBeReadOtherwise(text: String, wire: String) throws {
    let message = try Letters.message(text: [.fixed(text)], html: [])
    let bytes = try MessageEncoder(message).bytes(for: Letters.recipient.get())
    #expect(try Letters.opened(bytes).text == wire)
  }

  @Test(arguments: [
    ("a \nb\n", "a\nb\n"), ("-- \nAnn  \n", "-- \nAnn\n"), ("> a \n> b", "> a\n> b"), (" ", ""),
    ("", ""), ("日本 \n", "日本\n"),
  ])
  func unflowedTextEndsItsLinesWithoutSpaces(text: String, unflowed: String) {
    #expect(FlowedText.unflowed(text) == unflowed)
  }

  @Test(arguments: [
    ("", "Ann", "!\n", "Ann!\r\n"), ("", " Ann ", "\n", "Ann\r\n"),
    ("", "> Ann", "\n", " > Ann\r\n"),
    ("a\n", "From Ann", "\n", "a\r\n From Ann\r\n"), ("a ", "From Ann", "\n", "a From Ann\r\n"),
    ("Hello ", "", "\nb", "Hello\r\nb"), ("Hello ", "  ", "", "Hello"),
    ("Hello ", "", "!", "Hello !"),
    ("a  ", "b", "\n", "a  b\r\n"), ("-- ", "", "\n", "--\r\n"), ("> ", "> x", "\n", "> > x\r\n"),
  ])
  func aValueIsNeitherQuotationNorSoftBreak(
    before: String, value: String, after: String, wire: String
  ) throws {
    let reader = try Letters.reader("ann@example.org", ["a": value, "b": ""]).get()
    for pieces: [PersonalText.Piece] in [
      [.fixed(before), .field("a", .none), .fixed(after)],
      [.fixed(before), .field("b", .none), .field("a", .none), .field("b", .none), .fixed(after)],
    ] {
      let message = try Letters.message(text: pieces, html: [])
      let opened = try Letters.opened(MessageEncoder(message).bytes(for: reader))
      #expect(opened.text == wire)
    }
  }

  @Test func escapesValuesForHTML() throws {
    let reader = try Letters.reader("ann@example.org", ["a": #"<b>"Tom" & 'Jo'</b>"#]).get()
    let text = PersonalText(pieces: [.field("a", .html), .fixed("|"), .field("a", .none)])
    #expect(
      try text.filled(for: reader, unsubscribe: nil)
        == #"&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jo&#39;&lt;/b&gt;|<b>"Tom" & 'Jo'</b>"#)
  }

  @Test(arguments: ["city", "name", "unsubscribe", "Email", ""])
  func refusesAReaderWithoutTheField(field: String) throws {
    let reader = try Letters.reader("ann@example.org").get()
    let pieces: [PersonalText.Piece] = [.fixed("Hi "), .field(field, .none)]
    let message = try Letters.message(unsubscribe: nil, text: [], html: pieces)
    #expect(throws: MailError.missingField(field)) {
      try MessageEncoder(message).bytes(for: reader)
    }
    #expect(throws: MailError.missingField(field)) {
      try PersonalText(pieces: pieces).filled(for: reader, unsubscribe: nil)
    }
  }

  @Test(arguments: [
    "\r\nBcc: eve@example.org", "a\nb", "a\rb", "\0", "a\tb", "\u{1B}[2J", "\u{85}",
  ])
  func refusesControlCharactersInEveryValue(value: String) throws {
    for subject in [value, "x" + value + "y"] {
      let message = try Letters.message(subject: subject)
      #expect(throws: MailError.controlCharacter(in: "Subject", text: subject)) {
        try MessageEncoder(message)
      }
    }
    let named = try Letters.message(listName: value)
    #expect(throws: MailError.controlCharacter(in: "List-Id", text: value)) {
      try MessageEncoder(named)
    }
    let reader = try Letters.reader("ann@example.org", ["code": value, "name": value]).get()
    let refused = MailError.controlCharacter(in: "the reader's 'code'", text: value)
    let linked = try MessageEncoder(
      Letters.message(unsubscribe: Letters.codedLeave, text: [], html: []))
    #expect(throws: refused) { try linked.bytes(for: reader) }
    #expect(throws: refused) { try linked.unsubscribeURL(for: reader) }
    let spliced = try Letters.message(unsubscribe: nil, text: [.field("code", .none)], html: [])
    #expect(throws: refused) { try MessageEncoder(spliced).bytes(for: reader) }
    #expect(throws: MailError.self) {
      try PersonalText(pieces: [.field("name", .html)]).filled(for: reader, unsubscribe: nil)
    }
  }

  @Test func aHeaderLikeValueStaysInItsPlace() throws {
    let reader = try Letters.reader(
      #""Bcc: eve@example.org, x" <ann@example.org>"#, ["code": ">, <mailto:eve@example.org"]
    ).get()
    let message = try Letters.message(unsubscribe: Letters.codedLeave, text: [], html: [])
    let headers = try Letters.opened(MessageEncoder(message).bytes(for: reader)).headers
    #expect(headers.contains(#"To: "Bcc: eve@example.org, x" <ann@example.org>"#))
    #expect(
      headers.contains(
        "List-Unsubscribe: <https://example.org/leave?reader=ann%40example.org&c="
          + "%3E%2C%20%3Cmailto%3Aeve%40example.org>, "
          + "<mailto:leave+7@example.org?subject=unsubscribe>"))
  }

  @Test func refusesAnUnsubscribeLinkThatItsHeaderCannotHold() throws {
    let long = String(repeating: "é", count: 200)
    let reader = try Letters.reader("ann@example.org", ["code": long]).get()
    let encoder = try MessageEncoder(
      Letters.message(unsubscribe: Letters.codedLeave, text: [], html: []))
    let error = #expect(throws: MailError.self) { try encoder.bytes(for: reader) }
    #expect(error == .lineTooLong(header: "List-Unsubscribe", count: 1323))
  }
}
