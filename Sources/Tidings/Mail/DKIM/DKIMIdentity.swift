import Foundation

/// What a signature is known by: a domain, and the selector of one of its keys (RFC 6376 3.1).
public struct DKIMIdentity: Sendable, Hashable {
  /// In small letters, with international labels as A-labels.
  public let domain: String
  public let selector: String

  /// - Throws: `DKIMNameError` for what cannot stand in the name of a DNS record.
  public init(domain: String, selector: String) throws(DKIMNameError) {
    do {
      self.domain = try EmailAddress("x@" + domain).domain
    } catch {
      throw DKIMNameError(domain, .domain)
    }
    guard Self.isSelector(selector) else { throw DKIMNameError(selector, .selector) }
    self.selector = selector.lowercased()
    // RFC 1035 2.3.4, without the last dot.
    guard name.utf8.count <= 253 else { throw DKIMNameError(name, .tooLong) }
  }

  /// The name of the record that holds the public key.
  public var name: String { "\(selector)._domainkey.\(domain)" }

  /// Whether DMARC counts a signature of this domain for mail from `sender` (RFC 7489 3.1.1): one of
  /// the two is the other or lies below it.
  public func isAligned(with sender: EmailAddress) -> Bool {
    let from = "." + sender.domain
    let own = "." + domain
    return from.hasSuffix(own) || own.hasSuffix(from)
  }

  /// Labels of letters, digits and hyphens, and of underscores, which many providers use.
  private static func isSelector(_ text: String) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.utf8.allSatisfy {
          $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
    }
  }
}

/// Why no record can bear a name.
public struct DKIMNameError: Error, Sendable, Hashable {
  public let text: String
  public let reason: Reason

  init(_ text: String, _ reason: Reason) {
    self.text = text
    self.reason = reason
  }

  public enum Reason: Sendable, Hashable {
    case domain
    case selector
    case tooLong
  }
}

extension DKIMNameError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .domain: "'\(text.shown)' is no domain, expected one such as example.org"
    case .selector:
      "'\(text.shown)' is no selector, expected letters, digits and '-', such as s1 or 2025-03"
    case .tooLong: "'\(text.shown)' is longer than the 253 bytes that a DNS name may have"
    }
  }
}
