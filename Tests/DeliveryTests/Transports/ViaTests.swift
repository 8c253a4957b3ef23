import Testing

@testable import Delivery

@Suite struct ViaTests {
  private static func smtp(
    _ host: String, _ port: Int, _ security: SMTPServer.Security, user: String? = nil
  ) -> Via {
    .smtp(SMTPServer(host: host, port: port, security: security, user: user))
  }

  @Test(arguments: [
    ("outbox", Via.outbox), ("OUTBOX", .outbox),
    ("postmark", .postmark(base: "https://api.postmarkapp.com")),
    ("postmark+http://127.0.0.1:8080", .postmark(base: "http://127.0.0.1:8080")),
    ("postmark+http://[::1]:80/a/", .postmark(base: "http://[::1]:80/a")),
    ("postmark+https://eu.example/v1/", .postmark(base: "https://eu.example/v1")),
    ("smtp://mail.example", smtp("mail.example", 587, .startTLS)),
    ("smtp://mail.example:2525/", smtp("mail.example", 2525, .startTLS)),
    ("SMTP://mail.example:25", smtp("mail.example", 25, .startTLS)),
    ("smtp://localhost:1025", smtp("localhost", 1025, .opportunistic)),
    ("smtp://127.0.0.1:1", smtp("127.0.0.1", 1, .opportunistic)),
    ("smtp://[::1]:65535", smtp("::1", 65_535, .opportunistic)),
    ("smtps://mail.example", smtp("mail.example", 465, .implicitTLS)),
    ("smtps://localhost:1", smtp("localhost", 1, .implicitTLS)),
    ("smtp://ana@mail.example", smtp("mail.example", 587, .startTLS, user: "ana")),
    (
      "smtps://ana%40paper.example@mail.example:465",
      smtp("mail.example", 465, .implicitTLS, user: "ana@paper.example")
    ),
  ])
  func reads(text: String, via: Via) throws {
    #expect(try Via(text) == via)
  }

  private static let expected = "expected outbox, smtp://HOST:PORT, smtps://HOST:PORT or postmark"

  @Test(arguments: [
    ("", "--via '' is no way out, \(expected)"),
    ("outbx", "--via 'outbx' is no way out, \(expected); did you mean 'outbox'?"),
    (
      "mail.example:587",
      "--via 'mail.example:587' is no way out, \(expected); "
        + "did you mean 'smtp://mail.example:587'?"
    ),
    (
      "smpt://mail.example",
      "--via 'smpt://mail.example' begins with 'smpt://', \(expected); did you mean 'smtp://'?"
    ),
    (
      "http://127.0.0.1:80",
      "--via 'http://127.0.0.1:80' begins with 'http://', \(expected); "
        + "did you mean 'postmark+http://'?"
    ),
    (
      "carrier-pigeon://x",
      "--via 'carrier-pigeon://x' begins with 'carrier-pigeon://', \(expected)"
    ),
    (
      "smtp://ana:hunter2@mail.example",
      "--via 'smtp://ana:(hidden)@mail.example' has a password in it; "
        + "secrets come from the environment or a file, never from an argument"
    ),
    (
      "smtp://mail.example:0",
      "--via 'smtp://mail.example:0' has the port 0, expected 1 to 65535"
    ),
    (
      "smtp://mail.example:65536",
      "--via 'smtp://mail.example:65536' has the port 65536, expected 1 to 65535"
    ),
    (
      "smtp://mail.example:99999999999999999999",
      "--via 'smtp://mail.example:99999999999999999999' has the port 99999999999999999999, "
        + "expected 1 to 65535"
    ),
    (
      "smtp://mail.example:25x",
      "--via 'smtp://mail.example:25x' has ':25x' behind the host, expected a port such as :587"
    ),
    ("smtp://", "--via 'smtp://' names no host; write smtp://HOST:PORT"),
    (
      "smtp://mail.example/path",
      "--via 'smtp://mail.example/path' has '/' behind the host, expected a port or nothing"
    ),
    ("smtp://[::1", "--via 'smtp://[::1' has a '[' without a ']'"),
    ("smtp://[x]", "--via 'smtp://[x]' has no IPv6 address between '[' and ']'"),
    ("smtp://@x", "--via 'smtp://@x' has no readable user name before the '@'"),
    (
      "smtp://a%0Ab@x",
      "--via 'smtp://a%0Ab@x' has no readable user name before the '@'"
    ),
    ("smtp://x\r\ny", "--via 'smtp://x y' has white space or a control character in it"),
    (
      "postmark+http://api.example",
      "--via 'postmark+http://api.example' would send the token over the network in the clear; "
        + "use postmark+https://; http is for this machine only"
    ),
  ])
  func refuses(text: String, words: String) {
    do throws(ViaError) {
      let via = try Via(text)
      Issue.record("read as \(via)")
    } catch {
      #expect(error.description == words)
    }
  }

  @Test func makesTheTransport() throws {
    let open = TransportSettings(outboxFolder: "outbox/1/mail", allowsPlaintext: true, width: 2)
    #expect(try Via("outbox").transport(open).name == "outbox")
    let smtp = try Via("smtp://mail.example").transport(open)
    #expect(smtp.name == "smtp://mail.example:587")
    #expect(smtp.width == 2)
    #expect(throws: DeliveryFailure.self) { try Via("postmark").transport(open) }
    let token = TransportSettings(outboxFolder: "", secret: Secret("t0ken"))
    #expect(try Via("postmark").transport(token).name == "postmark")
  }
}
