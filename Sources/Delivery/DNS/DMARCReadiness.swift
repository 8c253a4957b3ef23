import Tidings

extension DNSReadiness {
  /// Whether there is a policy, and signatures count for it.
  @Sendable func dmarc() async throws(DNSError) -> [Preflight.Finding] {
    guard let (owner, records) = try await dmarcRecords() else {
      return report(
        .dnsDMARC, at: "_dmarc.\(domain)",
        "there is no DMARC record, which Gmail and Yahoo ask for",
        hint: "publish a TXT record such as 'v=DMARC1; p=none; rua=mailto:YOU@\(domain)'")
    }
    let name = "_dmarc.\(owner)"
    guard records.count == 1, let tags = records.first else {
      return report(
        .dnsDMARC, at: name, "there are \(records.count) DMARC records, so none holds",
        hint: "make them one")
    }
    var findings: [Preflight.Finding] = []
    switch tags["p"]?.lowercased() {
    case "none", "quarantine", "reject": break
    case let policy:
      findings += report(
        .dnsDMARC, at: name,
        policy.map { "its policy is 'p=\($0)'" } ?? "it has no policy ('p=')",
        hint: "expected p=none, p=quarantine or p=reject")
    }
    if tags["rua"] == nil {
      findings += warn(
        .dnsDMARC, at: name, "nobody gets its reports ('rua=')",
        hint: "add rua=mailto:YOU@\(domain)")
    }
    return findings + alignment(owner: owner, isStrict: tags["adkim"]?.lowercased() == "s")
  }

  /// Signatures of another domain prove nothing of this sender (RFC 7489 3.1).
  private func alignment(owner: String, isStrict: Bool) -> [Preflight.Finding] {
    let isAligned =
      keyDomain == domain
      || !isStrict && (keyDomain == owner || keyDomain.hasSuffix("." + owner))
    guard !isAligned else { return [] }
    return report(
      .dnsAlignment, at: keyDomain,
      "signatures of \(keyDomain) do not count for a sender at \(domain)",
      hint: "sign for \(domain), or send from an address at \(keyDomain)")
  }

  /// The record of the domain, or of the nearest one above it (RFC 7489 6.6.3, without a list of
  /// public suffixes); nil when there is none.
  private func dmarcRecords() async throws(DNSError) -> (owner: String, records: [TagList])? {
    var labels = domain.split(separator: ".")[...]
    // No sender's name is deeper in practice, and none is asked of a top-level domain.
    for _ in 0..<6 where labels.count >= 2 {
      let owner = labels.joined(separator: ".")
      let records = try await resolver.records("_dmarc.\(owner)", .text).map { TagList($0) }
        .filter { $0.first == "v" && $0["v"] == "DMARC1" }
      if !records.isEmpty { return (owner, records) }
      labels = labels.dropFirst()
    }
    return nil
  }
}
