import Delivery
import Foundation
import Tidings

/// Who is asked about the sender's domain, and for which keys.
struct DNSSettings {
  private let resolver: DNSResolver
  private let keyDomain: String?
  private let selectors: [String]

  /// - Throws: `SettingsError` for a resolver that cannot be asked, and a domain that is none.
  init(_ file: SettingsFile, _ command: CheckCommand) throws(SettingsError) {
    let url = try file.text("check.resolver", given: command.resolver)
    do {
      resolver = try DNSResolver(url: url ?? DNSResolver.defaultURL)
    } catch {
      throw file.error("check.resolver", isOption: command.resolver != nil, error.description)
    }
    let configured = [
      try file.text("dkim.selector"), try file.text("dkim.ed25519-selector"),
    ].compactMap(\.self)
    selectors = command.selectors.isEmpty ? configured : command.selectors
    guard let domain = try file.text("dkim.domain") else {
      keyDomain = nil
      return
    }
    do {
      // As the signatures name it: international labels are A-labels.
      keyDomain = try DKIMIdentity(domain: domain, selector: "any").domain
    } catch {
      throw file.error("dkim.domain", error.description)
    }
  }

  /// What the DNS lacks for an edition to be accepted; an edition without a sender has no domain.
  func findings(for edition: Edition) async -> [Preflight.Finding] {
    guard let from = edition.newsletter.from, let sender = try? Mailbox(parsing: from) else {
      return []
    }
    let readiness = DNSReadiness(
      resolver: resolver, domain: sender.address.domain, keyDomain: keyDomain,
      selectors: selectors,
      hosts: [Self.host(of: edition.newsletter.unsubscribe)].compactMap(\.self))
    let findings = await readiness.findings()
    await resolver.close()
    return findings
  }

  /// The server that a reader's click goes to; nil for an address that is a number.
  private static func host(of unsubscribe: Unsubscribe?) -> String? {
    // The marks of the reader's own values are no part of an address, and never of its host.
    guard let url = unsubscribe?.url?.filter({ $0 != "{" && $0 != "}" }),
      let host = URLComponents(string: url)?.host, host.contains(where: \.isLetter)
    else { return nil }
    return host.contains(":") ? nil : host
  }
}
