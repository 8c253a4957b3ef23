/// Why a text is no mail address, or no address with a name, that may stand in a message.
public struct AddressError: Error, Sendable, Hashable {
  /// The whole text that was read.
  public let text: String
  public let reason: Reason

  init(_ text: some StringProtocol, _ reason: Reason) {
    self.text = String(text)
    self.reason = reason
  }

  /// What was found that may not stand there.
  public enum Reason: Sendable, Hashable {
    case empty
    case noAtSign
    case controlCharacter
    case quotedLocalPart
    case localPartNotASCII
    case localPartTooLong(Int)
    case characterInLocalPart(Unicode.Scalar)
    case dotInLocalPart
    case emptyLocalPart
    case emptyDomain
    case addressLiteral
    case characterInDomain(Unicode.Scalar)
    case emptyLabel
    case labelTooLong(String)
    case hyphenInLabel(String)
    case notInternationalDomain
    case addressTooLong(Int)
    case characterInName(Unicode.Scalar)
    case openQuote
    case textAfterQuote
    case noAngleBracket
  }
}

extension AddressError: CustomStringConvertible {
  /// `'ann example.org' is no mail address: it has no '@', expected one such as ann@example.org`.
  public var description: String { "'\(text.shown)' is no mail address: \(reason)" }
}

extension AddressError.Reason: CustomStringConvertible {
  /// What was found, and what was expected.
  public var description: String {
    switch self {
    case .empty: "it is empty, expected one such as ann@example.org"
    case .noAtSign: "it has no '@', expected one such as ann@example.org"
    case .controlCharacter: "it holds a control character or a line end, expected one line of text"
    case .quotedLocalPart:
      "its part before '@' is quoted, expected letters, digits, dots and signs such as + - _"
    case .localPartNotASCII:
      "its part before '@' is not ASCII, which needs SMTPUTF8; expected an ASCII address"
    case .localPartTooLong(let count):
      "its part before '@' has \(count) bytes, expected at most \(EmailAddress.longestLocalPart)"
    case .characterInLocalPart(let scalar):
      "its part before '@' holds \(Self.name(scalar)), "
        + "expected letters, digits, dots and signs such as + - _"
    case .dotInLocalPart:
      "its part before '@' begins or ends with a dot or has two in a row, expected single dots"
    case .emptyLocalPart: "nothing stands before '@', expected one such as ann@example.org"
    case .emptyDomain: "nothing stands after '@', expected a domain such as example.org"
    case .addressLiteral: "its domain is an IP address, expected a name such as example.org"
    case .characterInDomain(let scalar):
      "its domain holds \(Self.name(scalar)), expected letters, digits, hyphens and dots"
    case .emptyLabel: "its domain has a dot too many, expected one such as example.org"
    case .labelTooLong(let label):
      "its domain's part '\(label.shown)' has \(label.utf8.count) bytes, "
        + "expected at most \(EmailAddress.longestLabel)"
    case .hyphenInLabel(let label):
      "its domain's part '\(label.shown)' begins or ends with a hyphen, expected a letter or digit"
    case .notInternationalDomain:
      "its domain is no international domain name (IDNA), expected one such as bücher.example"
    case .addressTooLong(let count):
      "it has \(count) bytes, expected at most \(EmailAddress.longest)"
    case .characterInName(let scalar):
      "its name holds \(Self.name(scalar)) outside quotes, "
        + "expected the name in quotes: \"Doe, Ann\" <ann@example.org>"
    case .openQuote: "its name has no closing quote, expected \"Doe, Ann\" <ann@example.org>"
    case .textAfterQuote:
      "something stands between its name's closing quote and '<', "
        + "expected \"Doe, Ann\" <ann@example.org>"
    case .noAngleBracket:
      "its angle brackets do not match or text follows them, expected Ann <ann@example.org>"
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    scalar == " " ? "a space" : "'\(scalar.shown)'"
  }
}
