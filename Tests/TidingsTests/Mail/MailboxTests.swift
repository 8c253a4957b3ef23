import Testing

@testable import Tidings

@Suite struct MailboxTests {
  @Test(arguments: [
    ("ann@example.org", nil, "ann@example.org"),
    ("  ann@example.org ", nil, "ann@example.org"),
    ("<ann@example.org>", nil, "ann@example.org"),
    ("\"\" <ann@example.org>", nil, "ann@example.org"),
    ("Ann <ann@example.org>", "Ann", "ann@example.org"),
    ("Ann Q. Doe (work)<ann@example.org>", "Ann Q. Doe (work)", "ann@example.org"),
    ("  Ann   Doe   <ann@example.org>", "Ann   Doe", "ann@example.org"),
    ("\"Doe, Ann\" <ann@example.org>", "Doe, Ann", "ann@example.org"),
    (#""Ann \"A\" \\ <x@y>" <ann@example.org>"#, #"Ann "A" \ <x@y>"#, "ann@example.org"),
    ("Änne 日本 👩‍👩‍👧 <ann@bücher.example>", "Änne 日本 👩‍👩‍👧", "ann@xn--bcher-kva.example"),
    ("\u{600}<ann@example.org>", "\u{600}", "ann@example.org"),
    ("\"\u{301}Ann\" <ann@example.org>", "\u{301}Ann", "ann@example.org"),
  ])
  func readsMailboxes(text: String, name: String?, address: String) throws {
    let mailbox = try Mailbox(parsing: text)
    #expect(mailbox.name == name)
    #expect(mailbox.address.description == address)
    #expect(try Mailbox(parsing: mailbox.description) == mailbox)
  }

  @Test(
    arguments: [
      ("", .empty),
      ("   ", .empty),
      ("Ann", .noAtSign),
      ("Ann <>", .empty),
      ("Ann <ann@example.org", .noAngleBracket),
      ("Ann ann@example.org>", .noAngleBracket),
      ("<ann@example.org> Ann", .noAngleBracket),
      ("Ann <ann@example.org>, Eve <eve@example.org>", .characterInName("<")),
      ("Doe, Ann <ann@example.org>", .characterInName(",")),
      ("ann@example.org, Eve <eve@example.org>", .characterInName(",")),
      ("Ann \"A\" Doe <ann@example.org>", .characterInName("\"")),
      ("\"Ann <ann@example.org>", .openQuote),
      ("\"Ann\\\" <ann@example.org>", .openQuote),
      ("\"Ann\" Doe <ann@example.org>", .textAfterQuote),
      ("Ann < ann@example.org>", .characterInLocalPart(" ")),
      ("Ann\r\nBcc: eve@example.org <ann@example.org>", .controlCharacter),
      ("\"Ann\n\" <ann@example.org>", .controlCharacter),
      ("Ann\0 <ann@example.org>", .controlCharacter),
      ("Ann\u{1B}[31m <ann@example.org>", .controlCharacter),
      ("Ann\u{9B} <ann@example.org>", .controlCharacter),
      ("Ann <ann@example.org>\n", .controlCharacter),
    ] as [(String, AddressError.Reason)])
  func refusesWhatIsNoMailbox(text: String, reason: AddressError.Reason) {
    #expect(throws: AddressError(text, reason)) { try Mailbox(parsing: text) }
  }

  @Test(arguments: ["Ann\r\nBcc: x", "Ann\n", "\0", "a\tb", "\u{80}"])
  func refusesNamesWithControlCharacters(name: String) throws {
    let address = try EmailAddress("ann@example.org")
    #expect(throws: AddressError(name, .controlCharacter)) {
      try Mailbox(name: name, address: address)
    }
  }

  @Test(arguments: [nil, "", "   "])
  func aBlankNameIsNone(name: String?) throws {
    let address = try EmailAddress("ann@example.org")
    #expect(try Mailbox(name: name, address: address) == Mailbox(address: address))
  }
}
