import Foundation
import Testing

@testable import Tidings

/// Which texts are keys, what their records say, and that no printing shows them.
@Suite struct DKIMKeyTests {
  @Test(arguments: [
    DKIMKeys.rsa1024PKCS1, DKIMKeys.rsa1024PKCS8, "\n" + DKIMKeys.rsa1024PKCS1 + "\n",
  ])
  func readsRSA(_ text: String) throws {
    let key = try DKIMPrivateKey(text)
    #expect(key.kind == .rsa)
    #expect(key.bits == 1024)
    let record = DKIMRecord(key, identity: try DKIMIdentity(domain: "example.org", selector: "s1"))
    #expect(record.value == "v=DKIM1; k=rsa; p=" + DKIMKeys.rsa1024Public)
  }

  /// PEM; the 32 bytes in base64 as RFC 8463 A.2 has them; and both halves together.
  @Test(
    arguments: [
      (DKIMKeys.ed25519, DKIMKeys.ed25519Public),
      (
        "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=",
        "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
      ),
      (
        "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2DXWpgBgrEKt9VL/tPJZAc6DuFy89qmIyWvAhpo9wdRGg==",
        "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
      ),
    ])
  func readsEd25519(_ text: String, publicHalf: String) throws {
    let key = try DKIMPrivateKey(text)
    #expect(key.kind == .ed25519)
    let record = DKIMRecord(key, identity: try DKIMIdentity(domain: "example.org", selector: "s1"))
    #expect(record.value == "v=DKIM1; k=ed25519; p=" + publicHalf)
    #expect(record.zoneLine == "s1._domainkey.example.org. IN TXT ( \"\(record.value)\" )")
  }

  @Test(
    arguments: [
      ("", .notKey), ("hunter2", .notKey), ("-----BEGIN CERTIFICATE-----\nMIIB", .notKey),
      (DKIMKeys.rsaPublic, .publicKey), (DKIMKeys.encrypted, .encrypted),
      (DKIMKeys.rsa512, .unusable), (DKIMKeys.x25519, .unusable), (DKIMKeys.p256, .unusable),
      (String(DKIMKeys.rsa1024PKCS1.prefix(200)), .unusable),
      ("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", .unusable),
      // Two halves that are of two keys.
      (
        "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2DXWpgBgrEKt9VL/tPJZAc6DuFy89qmIyWvAhpo9wdRGw==",
        .notKey
      ),
    ] as [(String, DKIMKeyFault)])
  func refuses(_ text: String, fault: DKIMKeyFault) {
    #expect(throws: fault) { try DKIMPrivateKey(text) }
  }

  @Test func makesKeysThatAreReadAgain() throws {
    let rsa = try DKIMKeys.rsa.get()
    #expect(rsa.bits == 2048)
    #expect(try DKIMPrivateKey(rsa.pem).publicBytes == rsa.publicBytes)
    let short = DKIMPrivateKey.ed25519()
    #expect(try DKIMPrivateKey(short.pem).publicBytes == short.publicBytes)
    #expect(short.publicBytes.count == 32)
    #expect(throws: DKIMKeyFault.unusable) { try DKIMPrivateKey(rsaBits: 1024) }
    let record = DKIMRecord(rsa, identity: try DKIMIdentity(domain: "example.org", selector: "s1"))
    #expect(record.strings.map(\.utf8.count).first == 255)
    #expect(record.strings.joined() == record.value)
    #expect(record.strings.count == 2)
  }

  @Test func showsNoKey() throws {
    let key = try DKIMPrivateKey(DKIMKeys.ed25519)
    var dumped = ""
    dump(
      DKIMSigner(identity: try DKIMIdentity(domain: "e.org", selector: "s"), key: key), to: &dumped)
    for text in ["\(key)", String(reflecting: key), dumped] {
      #expect(text.contains("(hidden)"))
      #expect(!text.contains("rsa(") && !text.contains("ed25519("))
    }
  }

  @Test(
    arguments: [
      ("Example.ORG", "S1", "s1._domainkey.example.org"),
      ("bücher.example", "2025-03", "2025-03._domainkey.xn--bcher-kva.example"),
      ("mail.example.org", "eu.s_1", "eu.s_1._domainkey.mail.example.org"),
    ])
  func namesItsRecord(_ domain: String, selector: String, name: String) throws {
    #expect(try DKIMIdentity(domain: domain, selector: selector).name == name)
  }

  @Test(
    arguments: [
      ("", "s1", DKIMNameError.Reason.domain), ("example.org; x=y", "s1", .domain),
      ("exa mple.org", "s1", .domain), ("192.0.2.1", "s1", .domain),
      ("example.org", "", .selector), ("example.org", "s1..x", .selector),
      ("example.org", "s 1", .selector), ("example.org", "s1;", .selector),
      ("example.org", "größe", .selector), ("example.org", "-s", .selector),
      ("example.org", "s\r\nX: y", .selector),
      (
        (0..<4).map { _ in String(repeating: "a", count: 58) }.joined(separator: ".") + ".org",
        "s12",
        .tooLong
      ),
    ])
  func refusesNames(_ domain: String, selector: String, reason: DKIMNameError.Reason) {
    #expect {
      try DKIMIdentity(domain: domain, selector: selector)
    } throws: {
      ($0 as? DKIMNameError)?.reason == reason
    }
  }

  @Test(
    arguments: [
      ("example.org", "a@example.org", true), ("example.org", "a@news.example.org", true),
      ("news.example.org", "a@example.org", true), ("example.org", "a@badexample.org", false),
      ("example.net", "a@example.org", false),
    ])
  func knowsWhatIsAligned(_ domain: String, sender: String, isAligned: Bool) throws {
    let identity = try DKIMIdentity(domain: domain, selector: "s1")
    #expect(identity.isAligned(with: try EmailAddress(sender)) == isAligned)
  }
}
