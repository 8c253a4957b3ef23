public import Tidings

/// Whether the DNS says what mailbox providers ask of a sender's domain.
public struct DNSReadiness: Sendable {
  let resolver: DNSResolver
  /// In lower case.
  let domain: String
  /// What signatures are made for; the sender's domain unless told otherwise.
  let keyDomain: String
  let selectors: [String]
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

  func warn(
    _ rule: Preflight.Rule, at name: String, _ message: String, hint: String
  ) -> [Preflight.Finding] {
    [Preflight.Finding(.warning, rule, at: "DNS \(name)", message, hint: hint)]
  }

  func report(
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
