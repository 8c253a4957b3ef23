import CCurl

/// What libcurl says of a finished transfer.
struct CurlOutcome: Sendable {
  let fault: CurlFault?
  /// libcurl's own sentence about the fault.
  let words: String
  /// The last SMTP reply or the HTTP status; 0 when none came.
  let responseCode: Int
  /// Every byte of the upload left our hands; the other side may have all of it.
  let isHandedOver: Bool
  /// No new connection had to be opened.
  let isReused: Bool
  let body: [UInt8]
  /// Seconds, from an HTTP Retry-After; 0 when there was none.
  let retryAfter: Int
  /// Where an HTTP answer sends us; it is not followed.
  let redirect: String?
  let elapsed: Duration
}

/// Why a transfer failed, as far as it matters to what is done about it.
enum CurlFault: Sendable, Hashable {
  case cannotResolve
  case cannotConnect
  case timedOut
  /// The handshake, before any certificate was looked at.
  case tls
  /// The server's, or the file of those to trust.
  case certificate
  case startTLSMissing
  case loginDenied
  /// The listener ended it.
  case ended
  case other(Int)

  init?(_ code: CURLcode) {
    switch code {
    case CURLE_OK: return nil
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .cannotResolve
    case CURLE_COULDNT_CONNECT: self = .cannotConnect
    case CURLE_OPERATION_TIMEDOUT: self = .timedOut
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_INITFAILED: self = .tls
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      self = .certificate
    case CURLE_USE_SSL_FAILED: self = .startTLSMissing
    case CURLE_LOGIN_DENIED: self = .loginDenied
    case CURLE_WRITE_ERROR: self = .ended
    default: self = .other(Int(code.rawValue))
    }
  }
}
