import Foundation

/// The way out that a user asks for, as `--via` spells it.
public enum Via: Sendable, Hashable {
  /// Files in the edition's folder; nothing leaves the machine.
  case outbox
  case smtp(SMTPServer)
  /// Postmark, with the address of its interface.
  case postmark(base: String)

  /// `outbox`, `smtp://[USER@]HOST[:PORT]`, `smtps://…`, `postmark` or `postmark+http://HOST:PORT`.
  ///
  /// The port is 587 for smtp and 465 for smtps unless given (RFC 8314 3.3). `smtp` means STARTTLS,
  /// except to this machine.
  ///
  /// - Throws: what was found, what was expected, and a hint.
  public init(_ text: String) throws(ViaError) {
    if text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) {
      throw ViaError(text, "has white space or a control character in it")
    }
    switch text.lowercased() {
    case "outbox": self = .outbox
    case "postmark": self = .postmark(base: PostmarkTransport.defaultBase)
    default:
      guard let mark = text.range(of: "://") else { throw ViaError(noScheme: text) }
      let rest = text[mark.upperBound...]
      switch text[..<mark.lowerBound].lowercased() {
      case "smtp": self = .smtp(try ViaAuthority(rest, of: text).server(isImplicit: false))
      case "smtps": self = .smtp(try ViaAuthority(rest, of: text).server(isImplicit: true))
      case "postmark+http": self = .postmark(base: try Self.base("http", rest, of: text))
      case "postmark+https": self = .postmark(base: try Self.base("https", rest, of: text))
      case let scheme: throw ViaError(scheme: scheme, of: text)
      }
    }
  }

  private static func base(
    _ scheme: String, _ rest: Substring, of text: String
  ) throws(ViaError) -> String {
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = try ViaAuthority(rest[..<end], of: text)
    if authority.user != nil {
      throw ViaError(text, "has a user name, which Postmark does not take")
    }
    if scheme == "http", !Loopback.contains(authority.host) {
      throw ViaError(
        text, "would send the token over the network in the clear",
        hint: "use postmark+https://; http is for this machine only")
    }
    if rest[end...].contains(where: { "?#@\\".contains($0) }) {
      throw ViaError(text, "has more than a path behind the host")
    }
    let path = rest[end...].hasSuffix("/") ? rest[end...].dropLast() : rest[end...]
    let port = authority.port.map { ":\($0)" } ?? ""
    let host = authority.host.contains(":") ? "[\(authority.host)]" : authority.host
    return "\(scheme)://\(host)\(port)\(path)"
  }
}

extension Via {
  /// Nothing leaves this machine on the way: the outbox, or a stand-in on loopback.
  ///
  /// A server on a port where mail servers listen is taken for one that passes mail on.
  public var isRehearsal: Bool {
    switch self {
    case .outbox: true
    case .smtp(let server): server.isLoopback && ![25, 465, 587].contains(server.port)
    case .postmark(let base): base.hasPrefix("http://")
    }
  }

  /// The same way with a user name to log in with, where it names none itself.
  public func with(user: String?) -> Via {
    guard case .smtp(let server) = self, server.user == nil, let user else { return self }
    return .smtp(
      SMTPServer(host: server.host, port: server.port, security: server.security, user: user))
  }
}

extension Via: CustomStringConvertible {
  public var description: String {
    switch self {
    case .outbox: "outbox"
    case .smtp(let server): server.url
    case .postmark(PostmarkTransport.defaultBase): "postmark"
    case .postmark(let base): "postmark+\(base)"
    }
  }
}
