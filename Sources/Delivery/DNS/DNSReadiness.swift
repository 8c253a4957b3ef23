public import Tidings

/// Whether the DNS says what mailbox providers ask of a sender's domain.
public struct DNSReadiness: Sendable {
  private let resolver: DNSResolver
  /// In lower case.
  private let domain: String
  /// What signatures are made for; the sender's domain unless told otherwise.
  private let keyDomain: String
  private let selectors: [String]
  /// Of the servers that readers unsubscribe at.
  private let hosts: [String]

  /// `domain` is the sender's; `keyDomain` and `selectors` tell where the DKIM keys are published.
  public init(
    resolver: DNSResolver, domain: String, keyDomain: String? = nil, selectors: [String],
    hosts: [String]
  ) {
    self.resolver = resolver
    self.domain = domain
    self.keyDomain = keyDomain?.lowercased() ?? domain
    self.selectors = selectors
    self.hosts = hosts
  }

  /// One finding for each thing that is missing or wrong; a question without an answer is one too.
  public func findings() async -> [Preflight.Finding] {
    var findings: [Preflight.Finding] = []
    let parts: [@Sendable () async throws(DNSError) -> [Preflight.Finding]] = [
      spf, dkim, dmarc, mailExchange, links,
    ]
    for part in parts {
      do throws(DNSError) {
        findings += try await part()
      } catch {
        findings.append(
          Preflight.Finding(
            .error, .dnsUnreachable, at: "DNS \(domain)", error.words, hint: error.hint))
        // Where the server cannot be reached, nothing else can be asked of it.
        if error.isOfServer { break }
      }
    }
    return findings
  }

  private func warn(
    _ rule: Preflight.Rule, at name: String, _ message: String, hint: String
  ) -> [Preflight.Finding] {
    [Preflight.Finding(.warning, rule, at: "DNS \(name)", message, hint: hint)]
  }

  private func report(
    _ rule: Preflight.Rule, at name: String, _ message: String, hint: String
  ) -> [Preflight.Finding] {
    [Preflight.Finding(.error, rule, at: "DNS \(name)", message, hint: hint)]
  }

  // MARK: SPF

  @Sendable private func spf() async throws(DNSError) -> [Preflight.Finding] {
    let records = try await resolver.records(domain, .text).compactMap { SPFRecord($0) }
    guard let record = records.first else {
      return report(
        .dnsSPF, at: domain, "there is no SPF record",
        hint: "publish a TXT record such as 'v=spf1 include:YOUR-PROVIDER -all'")
    }
    guard records.count == 1 else {
      return report(
        .dnsSPF, at: domain,
        "there are \(records.count) SPF records, which counts as an error (RFC 7208 4.5)",
        hint: "make them one")
    }
    var findings: [Preflight.Finding] = []
    switch record.all {
    case "-all", "~all": break
    case "+all", "all":
      findings += report(
        .dnsSPF, at: domain, "its SPF record lets every server send ('+all')",
        hint: "end it with -all or ~all")
    case "?all":
      findings += warn(
        .dnsSPF, at: domain, "its SPF record leaves open what becomes of other servers ('?all')",
        hint: "end it with -all or ~all")
    default:
      if record.redirect == nil {
        findings += warn(
          .dnsSPF, at: domain, "its SPF record does not end in -all or ~all",
          hint: "end it with -all or ~all")
      }
    }
    let lookups = try await self.lookups(of: record)
    if lookups > Self.mostLookups {
      findings += warn(
        .dnsSPFLookups, at: domain,
        "its SPF record takes more than \(Self.mostLookups) look-ups, which counts as an error"
          + " (RFC 7208 4.6.4)",
        hint: "leave out providers that send no more")
    }
    return findings
  }

  private static let mostLookups = 10

  /// Those of a record and of what it includes; counting stops where there are too many.
  private func lookups(of record: SPFRecord) async throws(DNSError) -> Int {
    var count = record.lookups
    var pending = record.includes
    var asked: Set<String> = [domain]
    while count <= Self.mostLookups, let next = pending.popLast() {
      guard asked.insert(next).inserted else { continue }
      guard
        let included = try await resolver.records(next, .text).lazy.compactMap(SPFRecord.init).first
      else { continue }
      count += included.lookups
      pending += included.includes
    }
    return count
  }

  // MARK: DKIM

  @Sendable private func dkim() async throws(DNSError) -> [Preflight.Finding] {
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
      do throws(DKIMKey.Fault) {
        findings += judge(try DKIMKey(record).kind, at: name)
      } catch {
        findings += report(
          .dnsDKIM, at: name, "the DKIM record cannot be used: \(error.words)",
          hint: "publish it as 'tidings dkim keygen' or your provider prints it")
      }
    }
    return findings
  }

  private func judge(_ key: DKIMKey.Kind, at name: String) -> [Preflight.Finding] {
    let hint = "make a key of 2048 bits: 'tidings dkim keygen'"
    switch key {
    case .revoked:
      return report(.dnsDKIM, at: name, "the DKIM key was revoked ('p=' is empty)", hint: hint)
    case .rsa(let bits) where bits < 1024:
      return report(
        .dnsDKIM, at: name, "the RSA key has \(bits) bits, and less than 1024 is not accepted",
        hint: hint)
    case .rsa(let bits) where bits < 2048:
      return warn(.dnsDKIM, at: name, "the RSA key has \(bits) bits, expected 2048", hint: hint)
    case .rsa, .ed25519: return []
    }
  }

  // MARK: DMARC

  @Sendable private func dmarc() async throws(DNSError) -> [Preflight.Finding] {
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

  // MARK: Servers

  @Sendable private func mailExchange() async throws(DNSError) -> [Preflight.Finding] {
    let records = try await resolver.records(domain, .mailExchange)
    // RFC 7505: a single dot says that no mail is taken.
    if records.contains(where: { $0.split(separator: " ").last == "." }) {
      return report(
        .dnsMX, at: domain, "it says that it takes no mail, so nobody can answer",
        hint: "publish an MX record, or send from another domain")
    }
    guard records.isEmpty else { return [] }
    return warn(
      .dnsMX, at: domain, "it has no MX record, so answers and bounces may be lost",
      hint: "publish an MX record")
  }

  @Sendable private func links() async throws(DNSError) -> [Preflight.Finding] {
    var findings: [Preflight.Finding] = []
    for host in hosts {
      if try await !resolver.records(host, .address).isEmpty { continue }
      if try await !resolver.records(host, .address6).isEmpty { continue }
      findings += report(
        .dnsLinks, at: host, "the server where readers unsubscribe has no address",
        hint: "mend unsubscribe.url, or publish an A or AAAA record")
    }
    return findings
  }
}
