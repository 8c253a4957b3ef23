import Foundation
import Testing

@testable import Tidings

/// Whole messages with both signatures, judged by the tests' own verifier.
@Suite struct DKIMSignerTests {
  private static let rsa = Result {
    DKIMSigner(
      identity: try DKIMIdentity(domain: "example.org", selector: "s1"), key: try DKIMKeys.rsa.get()
    )
  }
  private static let ed25519 = Result {
    DKIMSigner(
      identity: try DKIMIdentity(domain: "example.org", selector: "e1"),
      key: try DKIMPrivateKey(DKIMKeys.ed25519))
  }

  private func signers() throws -> [DKIMSigner] { [try Self.rsa.get(), try Self.ed25519.get()] }

  private func zone() throws -> [String: String] {
    try signers().reduce(into: [:]) { zone, signer in
      zone[signer.identity.name] = DKIMRecord(signer.key, identity: signer.identity).value
    }
  }

  private func signed(_ message: Message) throws -> [UInt8] {
    try MessageEncoder(message, signers: signers()).bytes(for: Letters.recipient.get())
  }

  @Test func signsTwice() throws {
    let message = try Letters.message(replyTo: "Editors <editors@example.org>")
    let bytes = try signed(message)
    let verified = try DKIMVerifier.verify(bytes, zone: zone())
    #expect(verified.map { $0.tags["a"] } == ["rsa-sha256", "ed25519-sha256"])
    #expect(verified.map { $0.tags["s"] } == ["s1", "e1"])
    for signature in verified {
      #expect(
        signature.covered == [
          "from", "from", "subject", "subject", "to", "date", "message-id", "reply-to",
          "mime-version", "content-type", "list-id", "list-unsubscribe", "list-unsubscribe-post",
          "auto-submitted",
        ])
      #expect(signature.tags["t"] == "1740819600")
      #expect(signature.tags["d"] == "example.org")
      #expect(Set(signature.tags.keys) == ["v", "a", "c", "d", "s", "t", "h", "bh", "b"])
    }
    // All else is the message without signatures, and the same on every run.
    let bare = try MessageEncoder(message).bytes(for: Letters.recipient.get())
    #expect(bytes.suffix(bare.count).elementsEqual(bare))
    #expect(try signed(message) == bytes)
    for line in try MailDecoder.lines(bytes.dropLast(bare.count)) { #expect(line.count <= 76) }
  }

  @Test func coversOnlyWhatIsThere() throws {
    let verified = try DKIMVerifier.verify(
      signed(Letters.message(unsubscribe: nil, text: [.fixed("a")], html: [.fixed("b")])),
      zone: zone())
    for signature in verified {
      #expect(!signature.covered.contains { $0.hasPrefix("list-unsub") || $0 == "reply-to" })
    }
  }

  /// A change of the body, of a field, and a field that is added above or below.
  @Test(
    arguments: [
      ("K=C3=B6ln", "Bonn"), ("one-click", "two-clicks"),
      ("List-Unsubscribe-Post: List", "X: List"),
      ("From: Field", "From: Evil <evil@example.org>\r\nFrom: Field"),
      ("\r\nSubject:", "\r\nSubject: Evil\r\nSubject:"),
      ("\r\nMIME-Version", "\r\nSubject: Evil\r\nMIME-Version"),
      ("To: ", "To: x@example.org, "), ("text/html", "text/plain"), ("--\r\n", "--\r\nmore\r\n"),
    ])
  func noticesAChange(_ found: String, other: String) throws {
    let city = PersonalText.Piece.field("city", .none)
    let message = try Letters.message(
      text: [.fixed("From "), city, .fixed(" to one-click ")], html: [.fixed("<b>"), city])
    let text = String(decoding: try signed(message), as: UTF8.self)
    _ = try DKIMVerifier.verify(Array(text.utf8), zone: zone())
    let range = try #require(text.range(of: found, options: .caseInsensitive))
    let changed = text.replacingCharacters(in: range, with: other)
    #expect(throws: DKIMVerifier.Fault.self) {
      try DKIMVerifier.verify(Array(changed.utf8), zone: zone())
    }
  }

  @Test func holdsForAnyTextAndReader() throws {
    var random = SeededGenerator(seed: 8_463)
    let words = [
      "a", " ", "  ", "\n", "\n\n", "\t", "=", ".", "From ", ">", "ß", "word", " \n", "-- \n",
    ]
    let values = ["x", " x ", "", "a  b", "> q", "From me", "ü", "y."]
    let signers = [try Self.ed25519.get()]
    let zone = try zone()
    func text() -> [PersonalText.Piece] {
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        guard Bool.random(using: &random) else {
          return .field(["one", "two"].randomElement(using: &random) ?? "one", .none)
        }
        let count = Int.random(in: 0...40, using: &random)
        return .fixed((0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined())
      }
    }
    for _ in 0..<400 {
      let message = try Letters.message(text: text(), html: text()).enclosing(
        pictures: [], attachments: [Enclosure(name: "a.txt", bytes: Array("x".utf8))])
      let reader = Recipient(
        mailbox: try Mailbox(parsing: "ann@example.org"),
        fields: [
          "one": values.randomElement(using: &random) ?? "",
          "two": values.randomElement(using: &random) ?? "",
        ])
      let encoder = try MessageEncoder(message, signers: signers)
      #expect(try DKIMVerifier.verify(encoder.bytes(for: reader), zone: zone).count == 1)
    }
  }

  @Test func longNamesKeepTheirLinesShort() throws {
    let domain = "a-rather-long-label-of-a-domain.another-long-label-below-it.example.org"
    let signer = DKIMSigner(
      identity: try DKIMIdentity(domain: domain, selector: "selector-of-march-2025"),
      key: try DKIMPrivateKey(DKIMKeys.rsa1024PKCS8))
    let bytes = try MessageEncoder(Letters.message(), signers: [signer])
      .bytes(for: Letters.recipient.get())
    let record = DKIMRecord(signer.key, identity: signer.identity).value
    #expect(try DKIMVerifier.verify(bytes, zone: [signer.identity.name: record]).count == 1)
    let field = DKIMVerifier.fields(String(decoding: bytes, as: UTF8.self))[0]
    #expect(field.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
  }
}
