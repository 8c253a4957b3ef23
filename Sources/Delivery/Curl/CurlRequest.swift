/// One transfer, as values: libcurl's options are set from it alone.
struct CurlRequest: Sendable {
  let url: String
  let job: Job
  /// The message or the request's body, handed over piece by piece.
  let upload: [UInt8]
  let user: String?
  let password: Secret?
  /// Certificates to trust instead of the system's, as a PEM file.
  let caFile: String?
  /// Loopback is never reached through a proxy, whatever the environment says.
  let avoidsProxy: Bool
  let timeouts: Timeouts

  enum Job: Sendable {
    case mail(sender: String, recipient: String, security: SMTPServer.Security)
    case post(headers: [String])
    case get(headers: [String], longestBody: Int)
  }

  /// In bytes; no reply to mail or a posted request that is worth reading is longer than a mebibyte.
  var longestBody: Int {
    switch job {
    case .mail, .post: 1 << 20
    case .get(_, let longestBody): longestBody
    }
  }
}

/// How long to wait for the other side.
public struct Timeouts: Sendable, Hashable {
  /// Name lookup, connection and TLS.
  public let connect: Duration
  /// One reply, which libcurl counts in whole seconds, at least 1.
  public let reply: Duration

  /// RFC 5321 4.5.3.2.6 asks for ten minutes after the final dot, and for less everywhere else.
  public init(connect: Duration = .seconds(30), reply: Duration = .seconds(600)) {
    self.connect = connect
    self.reply = reply
  }
}
