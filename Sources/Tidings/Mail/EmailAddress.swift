import Foundation

/// An addr-spec (RFC 5322 3.4.1) that is safe in a header and in an SMTP envelope.
///
/// Safe means ASCII without a control character, space, comma, quote or angle bracket.
public struct EmailAddress: Sendable, Hashable {
  /// A dot-atom of at most 64 bytes, in its writer's own case.
  public let local: String
  /// In lower case, with international labels as A-labels (RFC 5890), so that equal ones compare so.
  public let domain: String

  /// RFC 5321 4.5.3.1.1.
  static let longestLocalPart = 64
  /// RFC 1035 2.3.4.
  static let longestLabel = 63
  /// RFC 5321 4.5.3.1.3, less the angle brackets.
  static let longest = 254

  /// The address that `text` is, with nothing before or after it.
  ///
  /// - Throws: `AddressError` for what is no dot-atom address, for a quoted or non-ASCII local part,
  ///   and for an IP address as its domain.
  public init(_ text: some StringProtocol) throws(AddressError) {
    let text = String(text)
    guard !text.isEmpty else { throw AddressError(text, .empty) }
    guard !text.hasControlCharacters else { throw AddressError(text, .controlCharacter) }
    guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else {
      throw AddressError(text, .noAtSign)
    }
    let local = String(text[..<at])
    let written = String(text[text.utf8.index(after: at)...])
    if let reason = Self.fault(inLocalPart: local) { throw AddressError(text, reason) }
    if let reason = Self.fault(inWrittenDomain: written) { throw AddressError(text, reason) }
    guard let domain = Self.asciiDomain(written) else {
      throw AddressError(text, .notInternationalDomain)
    }
    if let reason = Self.fault(inDomain: domain) { throw AddressError(text, reason) }
    let count = local.utf8.count + 1 + domain.utf8.count
    guard count <= Self.longest else { throw AddressError(text, .addressTooLong(count)) }
    self.local = local
    self.domain = domain
  }

  /// An address of our own, known to be one.
  init(local: String, domain: String) {
    self.local = local
    self.domain = domain
  }

  private static func fault(inLocalPart local: String) -> AddressError.Reason? {
    let dot = UInt8(ascii: ".")
    if local.isEmpty { return .emptyLocalPart }
    if local.utf8.first == UInt8(ascii: "\"") { return .quotedLocalPart }
    var previous = dot
    for scalar in local.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value), byte < 0x80 else { return .localPartNotASCII }
      guard byte == dot || byte.isAtomText else { return .characterInLocalPart(scalar) }
      if byte == dot && previous == dot { return .dotInLocalPart }
      previous = byte
    }
    if previous == dot { return .dotInLocalPart }
    return local.utf8.count > longestLocalPart ? .localPartTooLong(local.utf8.count) : nil
  }

  /// Judges ASCII before IDNA's mapping sees it, and bounds what IDNA has to read.
  private static func fault(inWrittenDomain domain: String) -> AddressError.Reason? {
    if domain.isEmpty { return .emptyDomain }
    if domain.utf8.first == UInt8(ascii: "[") { return .addressLiteral }
    for scalar in domain.unicodeScalars where scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      let isAllowed = byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      if !isAllowed { return .characterInDomain(scalar) }
    }
    return domain.utf8.count > 4 * longest ? .addressTooLong(domain.utf8.count) : nil
  }

  private static func asciiDomain(_ domain: String) -> String? {
    if domain.utf8.allSatisfy({ $0 < 0x80 }) { return domain.lowercased() }
    var components = URLComponents()
    components.scheme = "https"
    components.host = domain
    guard let host = components.url?.host(percentEncoded: true),
      host.utf8.allSatisfy({
        $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      })
    else { return nil }
    return host.lowercased()
  }

  private static func fault(inDomain domain: String) -> AddressError.Reason? {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    for label in labels {
      if label.isEmpty { return .emptyLabel }
      if label.hasPrefix("-") || label.hasSuffix("-") { return .hyphenInLabel(String(label)) }
      if label.utf8.count > longestLabel { return .labelTooLong(String(label)) }
    }
    // RFC 3696 2: no top-level domain is all digits, so this is an IPv4 address without brackets.
    let isNumber = labels.last?.utf8.allSatisfy { (0x30...0x39).contains($0) } ?? false
    return isNumber ? .addressLiteral : nil
  }
}

extension EmailAddress: CustomStringConvertible {
  /// `local@domain`.
  public var description: String { "\(local)@\(domain)" }
}
