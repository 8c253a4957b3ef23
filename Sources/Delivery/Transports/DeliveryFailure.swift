/// Why a parcel was not accepted, or cannot be said to have been.
public struct DeliveryFailure: Error, Sendable, Hashable {
  public let kind: Kind
  /// `host:port` or a path.
  public let place: String
  /// The other side's reply code, when it gave one.
  public let code: Int?
  /// What happened, in the other side's words where it spoke; one printable line.
  public let words: String
  public let hint: String?
  /// How long the other side asked to be left alone.
  public let retryAfter: Duration?

  public init(
    _ kind: Kind, at place: String, code: Int? = nil, _ words: String, hint: String? = nil,
    retryAfter: Duration? = nil
  ) {
    self.kind = kind
    self.place = place.printable()
    self.code = code
    self.words = words.printable()
    self.hint = hint
    self.retryAfter = retryAfter
  }

  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// This reader is refused for good (5xx).
    case refused
    /// Not now; nothing was accepted (4xx).
    case deferred
    /// It may have been accepted: sending again could make a double.
    case unknown
    /// The other side cannot be reached at present; nothing was accepted, no reader can be served.
    case unavailable
    /// No reader can be served until somebody changes something, such as a password.
    case fatal
  }

  /// Trying again later may succeed, and cannot make a double.
  public var isTransient: Bool { kind == .deferred || kind == .unavailable }
}

extension DeliveryFailure {
  /// The same without `secret` in the other side's words.
  func hiding(_ secret: Secret?) -> DeliveryFailure {
    guard let secret else { return self }
    return DeliveryFailure(
      kind, at: place, code: code, secret.hidden(in: words), hint: hint, retryAfter: retryAfter)
  }
}

extension Receipt {
  /// The same without `secret` in the other side's words.
  func hiding(_ secret: Secret?) -> Receipt {
    guard let secret else { return self }
    return Receipt(code: code, words: secret.hidden(in: words))
  }
}

extension DeliveryFailure: CustomStringConvertible {
  /// In full: `mail.example:587: 535 authentication failed; check the password`.
  public var description: String {
    "\(place): \(words)" + (hint.map { "; \($0)" } ?? "")
  }
}
