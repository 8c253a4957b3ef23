import Testing

@testable import Tidings

@Suite struct UnsubscribeTests {
  @Test(arguments: [
    ("https://example.org/leave", "https://example.org/leave"),
    ("HTTPS://example.org/?r={email}", "HTTPS://example.org/?r=ann%2Bx%40example.org"),
    ("https://example.org?{name}", "https://example.org?D%C3%B6e%2C%20Ann"),
    ("https://example.org/{code}/{code}#{e-mail}", "https://example.org/%2F..%2F/%2F..%2F#~._-"),
    ("https://example.org/{empty}", "https://example.org/"),
    ("http://localhost:8080/{code}", "http://localhost:8080/%2F..%2F"),
    ("http://127.0.0.1/", "http://127.0.0.1/"),
  ])
  func fillsTheURL(template: String, url: String) throws {
    let encoder = try MessageEncoder(
      Letters.message(unsubscribe: Unsubscribe(url: template, mail: nil)))
    let reader = try Letters.reader(
      "\"Döe, Ann\" <ann+x@example.org>", ["code": "/../", "e-mail": "~._-", "empty": ""]
    ).get()
    #expect(try encoder.unsubscribeURL(for: reader) == url)
  }

  @Test(
    arguments: [
      ("", .notURL),
      ("example.org/leave", .notURL),
      ("ftp://example.org/", .notURL),
      ("javascript:alert(1)", .notURL),
      ("https:///leave", .notURL),
      ("https://example.org/<b>", .notURL),
      ("https://example.org/\"", .notURL),
      ("http://example.org/leave", .notHTTPS),
      ("http://localhost.example.org/", .notHTTPS),
      ("http://example.org/?x=https://localhost", .notHTTPS),
      ("https://example.org/leave\r\nBcc: x", .notASCII),
      ("https://example.org/a b", .notASCII),
      (" https://example.org/", .notASCII),
      ("https://bücher.example/", .notASCII),
      ("https://example.org/\0", .notASCII),
      ("https://example.org/{", .brace),
      ("https://example.org/}", .brace),
      ("https://example.org/{}", .brace),
      ("https://example.org/{a{b}", .brace),
      ("https://example.org/{{email}}", .brace),
      ("https://{email}/leave", .placeholderInHost),
      ("https://{name}@example.org/leave", .notURL),
      ("https://example.org:{port}", .notURL),
      ("{scheme}://example.org/", .notURL),
    ] as [(String, MailError.UnsubscribeFault)])
  func refusesUnsafeURLs(url: String, fault: MailError.UnsubscribeFault) throws {
    let message = try Letters.message(unsubscribe: Unsubscribe(url: url, mail: nil))
    #expect(throws: MailError.unsubscribeURL(url, fault)) { try MessageEncoder(message) }
  }

  @Test(arguments: [
    "", "leave", "mailto:leave@example.org?cc=eve@example.org", "leave@example.org>, <x",
    "leave@example.org\r\nBcc: eve@example.org",
  ])
  func refusesWhatIsNoMailAddress(mail: String) throws {
    let message = try Letters.message(unsubscribe: Unsubscribe(url: nil, mail: mail))
    let error = #expect(throws: MailError.self) { try MessageEncoder(message) }
    guard case .unsubscribeMail(let inner) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(inner.text == mail)
  }

  @Test func refusesAnEmptyOne() throws {
    let message = try Letters.message(unsubscribe: Unsubscribe(url: nil, mail: nil))
    #expect(throws: MailError.emptyUnsubscribe) { try MessageEncoder(message) }
  }

  @Test func aPlaceholderNeedsItsColumn() throws {
    let leave = Unsubscribe(url: "https://example.org/{token}", mail: nil)
    let encoder = try MessageEncoder(Letters.message(unsubscribe: leave))
    let reader = try Letters.reader("ann@example.org").get()
    #expect(throws: MailError.missingField("token")) { try encoder.bytes(for: reader) }
  }

  @Test(arguments: [
    (
      Unsubscribe(url: "https://example.org/?a=1&r={email}", mail: "leave@example.org"),
      "https://example.org/?a=1&amp;r=ann%40example.org"
    ),
    (
      Unsubscribe(url: nil, mail: "leave@example.org"),
      "mailto:leave@example.org?subject=unsubscribe"
    ),
  ])
  func theBodyShowsTheURLElseTheMailLink(leave: Unsubscribe, shown: String) throws {
    let reader = try Letters.reader("ann@example.org", ["unsubscribe": "https://evil.example"])
      .get()
    let text = PersonalText(pieces: [.field("unsubscribe", .html)])
    #expect(try text.filled(for: reader, unsubscribe: leave) == shown)
  }

  @Test(
    arguments: [
      (
        .unsubscribeURL("http://example.org/", .notHTTPS),
        "the unsubscribe URL is 'http://example.org/', expected https (http only for localhost)"
      ),
      (
        .controlCharacter(in: "Subject", text: "a\r\nBcc: x"),
        #"Subject is 'a\r\nBcc: x', expected no line end or other control character"#
      ),
      (
        .missingField("city"), "the message asks for 'city', which this reader does not have"
      ),
      (
        .lineTooLong(header: "List-Unsubscribe", count: 1200),
        "the header List-Unsubscribe would have 1200 bytes on one line, expected at most 998"
      ),
    ] as [(MailError, String)])
  func saysWhatIsWrong(error: MailError, description: String) {
    #expect(error.description == description)
  }
}
