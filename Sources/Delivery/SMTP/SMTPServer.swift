/// Where an SMTP server listens, and how to speak to it.
public struct SMTPServer: Sendable, Hashable {
  /// A name or an address; IPv6 without brackets.
  public let host: String
  public let port: Int
  public let security: Security
  /// The name to log in with; a password belongs to it.
  public let user: String?

  public init(host: String, port: Int, security: Security, user: String? = nil) {
    self.host = host
    self.port = port
    self.security = security
    self.user = user
  }

  public enum Security: String, Sendable, Hashable {
    /// STARTTLS, and nothing without it (RFC 3207).
    case startTLS
    /// TLS from the first byte (RFC 8314 3.3).
    case implicitTLS
    /// STARTTLS where it is offered, for servers on this machine; the certificate is looked at only
    /// when a file of trusted ones is named.
    case opportunistic
    case plaintext
  }

  /// `host:port`, as error texts and the ledger name it.
  public var place: String { Self.authority(host, port) }

  var url: String { "\(security == .implicitTLS ? "smtps" : "smtp")://\(place)" }

  public var isLoopback: Bool { Loopback.contains(host) }

  static func authority(_ host: String, _ port: Int) -> String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}

/// The addresses that never leave the machine (RFC 1122 3.2.1.3, RFC 4291 2.5.3, RFC 6761 6.3).
enum Loopback {
  static func contains(_ host: String) -> Bool {
    let host = host.lowercased()
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8($0) != nil }
  }
}
