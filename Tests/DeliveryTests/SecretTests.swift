import Testing

@testable import Delivery

@Suite struct SecretTests {
  @Test func isNeverPrinted() throws {
    let secret = Secret("hunter2")
    var dumped = ""
    dump(secret, to: &dumped)
    dump(TransportSettings(outboxFolder: "x", secret: secret), to: &dumped)
    let server = SMTPServer(host: "mail.example", port: 587, security: .startTLS, user: "ana")
    dump(try SMTPTransport(server, password: secret), to: &dumped)
    dump(try PostmarkTransport(token: secret), to: &dumped)
    let texts = [
      "\(secret)", String(reflecting: secret), String(describing: [secret]), "\(secret as Any)",
      String(reflecting: Mirror(reflecting: secret).children.map(\.value)), dumped,
    ]
    for text in texts { #expect(!text.contains("hunter2")) }
    #expect("\(secret)" == "(hidden)")
    #expect(secret.exposed == "hunter2")
  }

  @Test(arguments: [
    ("250 Ok", "250 Ok"), ("a\r\n b\t\tc ", "a b c"), ("\u{1B}[31mred\u{1B}[0m", "[31mred [0m"),
    ("\u{202E}abc", "abc"), ("ü 日本 ok", "ü 日本 ok"), ("\u{0}\u{7F}\u{9B}", ""),
  ])
  func printableText(text: String, printable: String) {
    #expect(text.printable() == printable)
  }

  @Test func printableTextHasALimit() {
    #expect("abcdef".printable(limit: 3) == "abc…")
    #expect("abc".printable(limit: 3) == "abc")
  }
}
