/// What a transport needs beside the way out itself.
public struct TransportSettings: Sendable {
  /// Where `outbox` writes: `outbox/<edition>/mail`.
  public let outboxFolder: String
  /// The SMTP password or Postmark's server token.
  public let secret: Secret?
  public let caFile: String?
  /// SMTP to another machine without TLS.
  public let allowsPlaintext: Bool
  /// Postmark's message stream.
  public let messageStream: String
  public let width: Int
  /// Nil for what RFC 5321 asks, or a provider's minute.
  public let timeouts: Timeouts?

  public init(
    outboxFolder: String, secret: Secret? = nil, caFile: String? = nil,
    allowsPlaintext: Bool = false, messageStream: String = "broadcast", width: Int = 4,
    timeouts: Timeouts? = nil
  ) {
    self.outboxFolder = outboxFolder
    self.secret = secret
    self.caFile = caFile
    self.allowsPlaintext = allowsPlaintext
    self.messageStream = messageStream
    self.width = width
    self.timeouts = timeouts
  }
}

extension Via {
  /// The transport that goes this way; nothing is connected yet.
  ///
  /// - Throws: what is missing or not allowed.
  public func transport(_ settings: TransportSettings) throws(DeliveryFailure) -> any Transport {
    switch self {
    case .outbox: return OutboxTransport(folder: settings.outboxFolder)
    case .smtp(let server):
      let isOpen =
        settings.allowsPlaintext && server.security == .startTLS
      return try SMTPTransport(
        isOpen ? server.inPlaintext : server, password: settings.secret, caFile: settings.caFile,
        allowsPlaintext: settings.allowsPlaintext, timeouts: settings.timeouts ?? Timeouts(),
        width: settings.width)
    case .postmark(let base):
      guard let token = settings.secret else {
        throw DeliveryFailure(.fatal, at: base, "Postmark wants a server token")
      }
      return try PostmarkTransport(
        token: token, stream: settings.messageStream, base: base, caFile: settings.caFile,
        timeouts: settings.timeouts ?? Timeouts(reply: .seconds(60)), width: settings.width)
    }
  }
}

extension SMTPServer {
  fileprivate var inPlaintext: SMTPServer {
    SMTPServer(host: host, port: port, security: .plaintext, user: user)
  }
}
