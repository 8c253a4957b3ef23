import Crypto
import Foundation
import Testing

@testable import Tidings

/// The relaxed forms, by the examples of the RFCs and against the tests' own verifier.
@Suite struct DKIMCanonicalTests {
  /// RFC 6376 3.4.5, example 1.
  @Test func followsTheExample() {
    let header = RelaxedHeader(Array("A: X\r\nB : Y\t\r\n\tZ  \r\n".utf8))
    #expect(header.names == ["a", "b"])
    #expect(String(decoding: header.covered(["a", "b"]), as: UTF8.self) == "a:X\r\nb:Y Z\r\n")
    let body = RelaxedBody.canonical(Array(" C \r\nD \t E\r\n\r\n\r\n".utf8))
    #expect(String(decoding: body, as: UTF8.self) == " C\r\nD E\r\n")
  }

  @Test(
    arguments: [
      ("", ""), ("\r\n", ""), (" \t\r\n\r\n", ""), ("a", "a\r\n"), ("a  ", "a\r\n"),
      ("\ta\tb\r\n \r\nc\r\n \r\n", " a b\r\n\r\nc\r\n"), ("a b c\r\n", "a b c\r\n"),
      ("a \r\nb", "a\r\nb\r\n"), ("  a", " a\r\n"),
    ])
  func canonicalisesBodies(_ body: String, canonical: String) {
    let relaxed = RelaxedBody.canonical(Array(body.utf8))
    #expect(String(decoding: relaxed, as: UTF8.self) == canonical)
    #expect(DKIMVerifier.canonical(body: body) == canonical)
  }

  @Test(
    arguments: [
      ("Subject:", "subject:\r\n"), ("SUBJECT :  a\r\n  b \r\n", "subject:a b\r\n"),
      ("X-Y:a:b :c\r\n", "x-y:a:b :c\r\n"), ("S:\r\n a\r\n", "s:a\r\n"),
    ])
  func canonicalisesFields(_ field: String, canonical: String) {
    #expect(String(decoding: RelaxedHeader.canonical(field.utf8), as: UTF8.self) == canonical)
  }

  /// RFC 6376 5.4.2: the last of several first, and nothing for one too many.
  @Test func takesFieldsFromTheBottom() {
    let header = RelaxedHeader(Array("A: 1\r\nB: 2\r\nA: 3\r\n".utf8))
    let covered = header.covered(["a", "a", "a", "b", "c"])
    #expect(String(decoding: covered, as: UTF8.self) == "a:3\r\na:1\r\nb:2\r\n")
  }

  @Test func agreesWithTheVerifierOnAnyText() {
    var random = SeededGenerator(seed: 6_376)
    let pieces = ["a", "b.", " ", "  ", "\t", "\r\n", "\r\n\r\n", "=", "ccc"]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...30, using: &random)
      let body = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let relaxed = RelaxedBody.canonical(Array(body.utf8))
      #expect(String(decoding: relaxed, as: UTF8.self) == DKIMVerifier.canonical(body: body))
    }
  }

  // MARK: RFC 8463 A

  private static let zone = [
    "brisbane._domainkey.football.example.com":
      "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
    "test._domainkey.football.example.com": """
    v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5\
    qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4\
    hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB
    """,
  ]

  private static let signature =
    """
    DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
     d=football.example.com; i=@football.example.com;
     q=dns/txt; s=brisbane; t=1528637909; h=from : to :
     subject : date : message-id : from : subject : date;
     bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
     b=
    """

  private static let signed =
    """
    /gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
     Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==

    """

  private static let secondSignature =
    """
    DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
     d=football.example.com; i=@football.example.com;
     q=dns/txt; s=test; t=1528637909; h=from : to : subject :
     date : message-id : from : subject : date;
     bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
     b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
     DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
     dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=

    """

  private static let header =
    """
    From: Joe SixPack <joe@football.example.com>
    To: Suzie Q <suzie@shopping.example.net>
    Subject: Is dinner ready?
    Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
    Message-ID: <20030712040037.46341.5F8J@football.example.com>

    """

  private static let body =
    """
    Hi.

    We lost the game.  Are you hungry yet?

    Joe.

    """

  private func bytes(_ text: String) -> [UInt8] {
    Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8)
  }

  @Test func signsAsTheExampleOfEd25519() throws {
    let bodyHash = SHA256.hash(data: RelaxedBody.canonical(bytes(Self.body)))
    #expect(Data(bodyHash).base64EncodedString() == "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=")
    var hash = SHA256()
    hash.update(
      data: RelaxedHeader(bytes(Self.header)).covered([
        "from", "to", "subject", "date", "message-id", "from", "subject", "date",
      ]))
    hash.update(data: RelaxedHeader.canonical(bytes(Self.signature)).dropLast(2))
    let key = try DKIMPrivateKey("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")
    let made = try key.signature(of: hash.finalize()).base64EncodedString()
    #expect(made == Self.signed.filter { !$0.isWhitespace })
  }

  @Test func theVerifierItselfFollowsTheExample() throws {
    let message =
      Self.signature + Self.signed + Self.secondSignature + Self.header + "\n" + Self.body
    let verified = try DKIMVerifier.verify(bytes(message), zone: Self.zone)
    #expect(verified.map { $0.tags["a"] } == ["ed25519-sha256", "rsa-sha256"])
    for (found, other) in [("hungry", "Hungry"), ("dinner", "supper"), ("Joe Six", "Jim Six")] {
      let changed = message.replacingOccurrences(of: found, with: other)
      #expect(throws: DKIMVerifier.Fault.self) {
        try DKIMVerifier.verify(bytes(changed), zone: Self.zone)
      }
    }
  }
}

extension RelaxedBody {
  /// A whole body, whose empty last lines do not count.
  fileprivate static func canonical(_ body: [UInt8]) -> [UInt8] {
    var canonical = lines(body)
    let end: [UInt8] = [0x0D, 0x0A]
    while canonical.suffix(2).elementsEqual(end) { canonical.removeLast(2) }
    return canonical.isEmpty ? [] : canonical + end
  }
}
