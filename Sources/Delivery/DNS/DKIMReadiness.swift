import Tidings

extension DNSReadiness {
  /// Whether the keys of the selectors are published, and long enough.
  @Sendable func dkim() async throws(DNSError) -> [Preflight.Finding] {
    guard !selectors.isEmpty else {
      return warn(
        .dnsDKIM, at: keyDomain, "it is not known which DKIM keys to look for",
        hint: "set dkim.selector, or give --selector with your provider's")
    }
    var findings: [Preflight.Finding] = []
    for selector in selectors {
      let name = "\(selector)._domainkey.\(keyDomain)"
      let records = try await resolver.records(name, .text)
      guard let record = records.first else {
        findings += report(
          .dnsDKIM, at: name, "there is no DKIM key",
          hint: "publish the record that 'tidings dkim keygen' or your provider prints")
        continue
      }
      if records.count > 1 {
        findings += report(
          .dnsDKIM, at: name, "there are \(records.count) records, and receivers take any of them",
          hint: "leave only the one of the key that signs")
        continue
      }
      do throws(PublishedDKIMKey.Fault) {
        findings += judge(try PublishedDKIMKey(record).kind, at: name)
      } catch {
        findings += report(
          .dnsDKIM, at: name, "the DKIM record cannot be used: \(error.words)",
          hint: "publish it as 'tidings dkim keygen' or your provider prints it")
      }
    }
    return findings
  }

  private func judge(_ key: PublishedDKIMKey.Kind, at name: String) -> [Preflight.Finding] {
    let hint = "make a key of \(DKIMPrivateKey.usualRSA) bits: 'tidings dkim keygen'"
    switch key {
    case .revoked:
      return report(.dnsDKIM, at: name, "the DKIM key was revoked ('p=' is empty)", hint: hint)
    case .rsa(let bits) where bits < DKIMPrivateKey.shortestRSA:
      return report(
        .dnsDKIM, at: name,
        "the RSA key has \(bits) bits, and less than \(DKIMPrivateKey.shortestRSA)"
          + " is not accepted",
        hint: hint)
    case .rsa(let bits) where bits < DKIMPrivateKey.usualRSA:
      return warn(
        .dnsDKIM, at: name, "the RSA key has \(bits) bits, expected \(DKIMPrivateKey.usualRSA)",
        hint: hint)
    case .rsa, .ed25519: return []
    }
  }
}
