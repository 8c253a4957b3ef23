import Testing

@testable import Tidings

@Suite struct EmailAddressTests {
  @Test(arguments: [
    ("ann@example.org", "ann@example.org"),
    ("Ann.Doe+news@Example.ORG", "Ann.Doe+news@example.org"),
    ("!#$%&'*+-/=?^_`{|}~@a.b", "!#$%&'*+-/=?^_`{|}~@a.b"),
    ("ann@localhost", "ann@localhost"),
    ("ann@a-b.1.example", "ann@a-b.1.example"),
    ("ann@bücher.example", "ann@xn--bcher-kva.example"),
    ("ann@BU\u{308}CHER.example", "ann@xn--bcher-kva.example"),
    ("ann@例え.テスト", "ann@xn--r8jz45g.xn--zckzah"),
    ("ann@münchen。de", "ann@xn--mnchen-3ya.de"),
    (
      String(repeating: "l", count: 64) + "@" + String(repeating: "d", count: 63) + ".example",
      String(repeating: "l", count: 64) + "@" + String(repeating: "d", count: 63) + ".example"
    ),
  ])
  func readsAddresses(text: String, address: String) throws {
    #expect(try EmailAddress(text).description == address)
  }

  @Test(
    arguments: [
      ("", .empty),
      ("ann.example.org", .noAtSign),
      ("@example.org", .emptyLocalPart),
      ("ann@", .emptyDomain),
      ("ann@example.org\r\nBcc: eve@example.org", .controlCharacter),
      ("ann\r@example.org", .controlCharacter),
      ("ann@example.org\n", .controlCharacter),
      ("ann\0@example.org", .controlCharacter),
      ("ann@example\u{7F}.org", .controlCharacter),
      ("ann\u{85}@example.org", .controlCharacter),
      ("ann\t@example.org", .controlCharacter),
      ("ann doe@example.org", .characterInLocalPart(" ")),
      (" ann@example.org", .characterInLocalPart(" ")),
      ("ann@example.org ", .characterInDomain(" ")),
      ("ann,eve@example.org", .characterInLocalPart(",")),
      ("ann@example.org,eve@example.org", .characterInLocalPart("@")),
      ("ann@example.org>", .characterInDomain(">")),
      ("<ann@example.org>", .characterInLocalPart("<")),
      ("ann@example.org SIZE=1", .characterInDomain(" ")),
      ("\"ann doe\"@example.org", .quotedLocalPart),
      ("änn@example.org", .localPartNotASCII),
      (".ann@example.org", .dotInLocalPart),
      ("ann.@example.org", .dotInLocalPart),
      ("a..b@example.org", .dotInLocalPart),
      (String(repeating: "l", count: 65) + "@example.org", .localPartTooLong(65)),
      ("ann@[127.0.0.1]", .addressLiteral),
      ("ann@[IPv6:::1]", .addressLiteral),
      ("ann@127.0.0.1", .addressLiteral),
      ("ann@example..org", .emptyLabel),
      ("ann@.example.org", .emptyLabel),
      ("ann@example.org.", .emptyLabel),
      ("ann@-example.org", .hyphenInLabel("-example")),
      ("ann@example-.org", .hyphenInLabel("example-")),
      ("ann@exam_ple.org", .characterInDomain("_")),
      ("ann@exam%70le.org", .characterInDomain("%")),
      ("ann@bü/cher.example", .characterInDomain("/")),
      ("ann@a\u{200D}b.example", .notInternationalDomain),
      ("ann@\u{202E}gro.example", .notInternationalDomain),
      ("ann@" + String(repeating: "ü", count: 70) + ".example", .notInternationalDomain),
      (
        "ann@" + String(repeating: "d", count: 64) + ".example",
        .labelTooLong(String(repeating: "d", count: 64))
      ),
      ("ann@" + String(repeating: "abcdefghi.", count: 25) + "org", .addressTooLong(257)),
      ("ann@" + String(repeating: "ü.", count: 400) + "org", .addressTooLong(1203)),
    ] as [(String, AddressError.Reason)])
  func refusesWhatIsNoAddress(text: String, reason: AddressError.Reason) {
    #expect(throws: AddressError(text, reason)) { try EmailAddress(text) }
  }

  @Test func sameDomainInAnotherCaseIsTheSameAddress() throws {
    #expect(try EmailAddress("ann@EXAMPLE.org") == EmailAddress("ann@example.org"))
  }

  @Test(arguments: [
    (
      "ann\r\n\u{202E}@example.org",
      #"'ann\r\n\u{202E}@example.org' is no mail address: it holds a control character "#
        + "or a line end, expected one line of text"
    ),
    (
      "ann doe@example.org",
      "'ann doe@example.org' is no mail address: its part before '@' holds a space, "
        + "expected letters, digits, dots and signs such as + - _"
    ),
    (
      "änn@example.org",
      "'änn@example.org' is no mail address: its part before '@' is not ASCII, "
        + "which needs SMTPUTF8; expected an ASCII address"
    ),
  ])
  func saysWhatItFoundAndExpected(text: String, description: String) {
    let error = #expect(throws: AddressError.self) { try EmailAddress(text) }
    #expect(error?.description == description)
  }

  @Test func saysNoMoreThanNeededOfALongText() {
    let error = #expect(throws: AddressError.self) {
      try EmailAddress(String(repeating: "x", count: 100_000))
    }
    #expect((error?.description.count ?? 0) < 300)
  }
}
