import Testing

@testable import Tidings

@Suite struct HeaderFieldTests {
  private static let x67 = String(repeating: "x", count: 67)

  @Test(
    arguments: [
      ("", "Subject:\r\n"),
      ("Field notes", "Subject: Field notes\r\n"),
      ("Größe", "Subject: =?utf-8?B?R3LDtsOfZQ==?=\r\n"),
      ("Großer Tag", "Subject: =?utf-8?Q?Gro=C3=9Fer?= Tag\r\n"),
      (
        "Über Größe und Länge",
        "Subject: =?utf-8?B?w5xiZXIgR3LDtsOfZQ==?= und =?utf-8?B?TMOkbmdl?=\r\n"
      ),
      ("日本語", "Subject: =?utf-8?B?5pel5pys6Kqe?=\r\n"),
      ("a  b", "Subject: =?utf-8?Q?a__b?=\r\n"),
      (" a", "Subject: =?utf-8?Q?_a?=\r\n"),
      ("a b ", "Subject: a =?utf-8?Q?b_?=\r\n"),
      ("=?utf-8?Q?x?=", "Subject: =?utf-8?B?PT91dGYtOD9RP3g/PQ==?=\r\n"),
      ("1+1=?", "Subject: =?utf-8?B?MSsxPT8=?=\r\n"),
      ("snake_case long_wörd", "Subject: snake_case =?utf-8?Q?long=5Fw=C3=B6rd?=\r\n"),
      (x67, "Subject: \(x67)\r\n"),
      (
        x67 + "x",
        "Subject: =?utf-8?Q?\(x67.dropLast(12))?=\r\n =?utf-8?Q?xxxxxxxxxxxxx?=\r\n"
      ),
      (x67 + " y", "Subject: \(x67)\r\n y\r\n"),
      ("a " + x67 + "12345678", "Subject: a\r\n \(x67)12345678\r\n"),
      (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
        "Subject: one two three four five six seven eight nine ten eleven twelve\r\n"
          + " thirteen fourteen\r\n"
      ),
    ] as [(String, String)])
  func writesText(text: String, field: String) throws {
    let bytes = try HeaderField("Subject", text: text).bytes
    #expect(String(decoding: bytes, as: UTF8.self) == field)
    #expect(try MailDecoder.text(MailDecoder.unfolded(bytes).value) == text)
  }

  @Test(
    arguments: [
      (nil, "From: ann@example.org\r\n"),
      ("Ann", "From: Ann <ann@example.org>\r\n"),
      ("Ann Doe-O'Neil", "From: Ann Doe-O'Neil <ann@example.org>\r\n"),
      ("Ann Q. Doe", "From: \"Ann Q. Doe\" <ann@example.org>\r\n"),
      (#"Doe, "A" \"#, #"From: "Doe, \"A\" \\" <ann@example.org>"# + "\r\n"),
      ("Änne Doe", "From: =?utf-8?B?w4RubmUgRG9l?= <ann@example.org>\r\n"),
      ("Ä, Doe (x)", "From: =?utf-8?B?w4QsIERvZSAoeCk=?= <ann@example.org>\r\n"),
      ("日本", "From: =?utf-8?B?5pel5pys?= <ann@example.org>\r\n"),
      ("=?utf-8?Q?x?=", "From: =?utf-8?B?PT91dGYtOD9RP3g/PQ==?= <ann@example.org>\r\n"),
      ("Ann  Doe", "From: =?utf-8?Q?Ann__Doe?= <ann@example.org>\r\n"),
      (
        "The Society for the Advancement of Very Long Newsletter Names",
        "From: The Society for the Advancement of Very Long Newsletter Names\r\n"
          + " <ann@example.org>\r\n"
      ),
    ] as [(String?, String)])
  func writesMailboxes(name: String?, field: String) throws {
    let mailbox = try Mailbox(name: name, address: EmailAddress("ann@example.org"))
    #expect(try String(decoding: HeaderField("From", mailbox).bytes, as: UTF8.self) == field)
  }

  @Test func keepsAnAddressWholeWhereItPassesTheLine() throws {
    let address = "ann@" + String(repeating: "abcdefghi.", count: 20) + "org"
    let named = try HeaderField("From", Mailbox(parsing: "Ännchen <\(address)>")).bytes
    #expect(
      String(decoding: named, as: UTF8.self)
        == "From: =?utf-8?Q?=C3=84nnchen?=\r\n <\(address)>\r\n")
    let bare = try HeaderField("From", Mailbox(parsing: address)).bytes
    #expect(String(decoding: bare, as: UTF8.self) == "From: \(address)\r\n")
  }

  @Test(arguments: 0..<3_000)
  func decodesBackToTheSameText(seed: Int) throws {
    let text = seed < 2_000 ? RandomText.line(seed: seed) : RandomText.anything(seed: seed)
    let subject = try HeaderField("Subject", text: text)
    #expect(try MailDecoder.text(MailDecoder.unfolded(subject.bytes).value) == text)

    let mailbox = try Mailbox(name: text, address: EmailAddress("ann@example.org"))
    let (_, value) = try MailDecoder.unfolded(HeaderField("Reply-To", mailbox).bytes)
    guard let name = mailbox.name else {
      #expect(value == "ann@example.org")
      return
    }
    #expect(value.hasSuffix(" <ann@example.org>"))
    #expect(try MailDecoder.phrase(String(value.dropLast(" <ann@example.org>".count))) == name)
  }

  @Test(arguments: ["\r\nBcc: eve@example.org", "a\rb", "a\nb", "a\0", "\u{7F}", "a\tb", "\u{9F}"])
  func refusesControlCharacters(text: String) {
    #expect(throws: MailError.controlCharacter(in: "Subject", text: text)) {
      try HeaderField("Subject", text: text)
    }
    #expect(throws: MailError.controlCharacter(in: "X", text: text)) {
      try HeaderField("X", line: text)
    }
    #expect(throws: MailError.controlCharacter(in: "List-Id", text: text)) {
      try HeaderField("List-Id", phrase: text, token: "<a.example.org>")
    }
    #expect(throws: MailError.controlCharacter(in: "List-Id", text: text)) {
      try HeaderField("List-Id", phrase: "", token: text)
    }
  }

  @Test func holdsTheLimitOfOneLine() throws {
    let longest = String(repeating: "x", count: 995)
    #expect(try HeaderField("X", line: longest).bytes.count == 1000)
    #expect(throws: MailError.lineTooLong(header: "X", count: 999)) {
      try HeaderField("X", line: longest + "x")
    }
  }

  @Test(arguments: ["👍🏽", "🇵🇹", "é", "ก็"])
  func doesNotPartACharacterWithinItsGrapheme(character: String) throws {
    let bytes = try HeaderField("Subject", text: String(repeating: character, count: 60)).bytes
    for line in try MailDecoder.lines(bytes).dropLast() {
      let word = String(decoding: line, as: UTF8.self).replacing("Subject:", with: "")
      let text = try MailDecoder.text(word.trimmingPrefix(" ").description)
      #expect(text.allSatisfy { String($0) == character })
    }
  }

  /// GMime reads neighbouring B words as one, which ends where the first of them is padded.
  @Test(
    arguments: [
      "رسائل الميناء: ميناء هادئ عند الجزر و3 مقالات أخرى", "港の便り：干潮の静かな港 ほか3本",
      "🎉" + String(repeating: "漢字", count: 30), String(repeating: "👩‍👩‍👧‍👦", count: 9),
      String(repeating: "🎉é漢", count: 40), "e" + String(repeating: "\u{301}", count: 200),
    ])
  func padsNoWordBeforeAnother(text: String) throws {
    let bytes = try HeaderField("Subject", text: text).bytes
    let words = try MailDecoder.unfolded(bytes).value.split(separator: " ")
    for (word, next) in zip(words, words.dropFirst()) where next.hasPrefix("=?utf-8?B?") {
      #expect(!(word.hasPrefix("=?utf-8?B?") && word.hasSuffix("=?=")))
    }
    #expect(try MailDecoder.text(MailDecoder.unfolded(bytes).value) == text)
  }
}
