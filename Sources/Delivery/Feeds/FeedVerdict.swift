/// Turns what became of a request for a feed into its error, if it is one.
struct FeedVerdict {
  /// The feed's address as messages show it.
  let place: String
  /// In bytes.
  let limit: Int

  var cancelled: FeedError { FeedError(.cancelled, at: place, "was stopped") }

  var timedOut: FeedError {
    FeedError(.timedOut, at: place, "the server took too long to answer")
  }

  func endless(_ count: Int) -> FeedError {
    FeedError(.redirect, at: place, "the server sends us on more than \(count) times")
  }

  /// Where the answer sends us on to; nil when it does not.
  /// - Throws: `FeedError` when we may not go there.
  func redirect(
    _ outcome: CurlOutcome, from address: FeedAddress
  ) throws(FeedError) -> FeedAddress? {
    guard outcome.fault == nil, [301, 302, 303, 307, 308].contains(outcome.responseCode) else {
      return nil
    }
    guard let text = outcome.redirect else {
      throw FeedError(
        .redirect, at: place, "the server answered \(outcome.responseCode) without saying where to")
    }
    let shown = FeedAddress.shown(text)
    guard let target = try? FeedAddress(text) else {
      let kind = text.contains("@") ? "an address with a user name" : "'\(shown)'"
      throw FeedError(
        .redirect, at: place, "the server sends us on to \(kind), expected a web address")
    }
    guard target.isSecure || !address.isSecure else {
      throw FeedError(
        .redirect, at: place,
        "the server sends us from https on to \(shown), which anyone on the"
          + " way could change")
    }
    return target
  }

  /// - Throws: `FeedError` for all but a feed, or a 304 to a request that `isConditional`.
  func check(_ outcome: CurlOutcome, isConditional: Bool) throws(FeedError) {
    if let fault = outcome.fault { throw error(fault, outcome.words) }
    switch outcome.responseCode {
    case 200..<300:
      guard outcome.body.isEmpty else { return }
      throw FeedError(.empty, at: place, "the server answered with nothing")
    case 304 where isConditional: return
    case let status:
      throw FeedError(
        .status(status), at: place, "the server answered \(status)\(Self.meaning(of: status))",
        hint: Self.hint(for: status))
    }
  }

  private func error(_ fault: CurlFault, _ words: String) -> FeedError {
    switch fault {
    case .ended:
      let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit) bytes"
      return FeedError(.tooLarge, at: place, "the feed is larger than \(size)")
    case .timedOut: return timedOut
    case .cannotResolve:
      return FeedError(
        .unreachable, at: place, "its server's name is not known (\(words))",
        hint: "is the address spelt right?")
    case .cannotConnect:
      return FeedError(.unreachable, at: place, "cannot connect (\(words))")
    case .tls: return FeedError(.tls, at: place, "TLS failed (\(words))")
    case .certificate:
      return FeedError(.tls, at: place, "its server's certificate is not trusted (\(words))")
    case .startTLSMissing, .loginDenied, .other:
      return FeedError(.unreachable, at: place, "the connection failed (\(words))")
    }
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 401, 403: " (not for us)"
    case 404: " (not found)"
    case 410: " (gone)"
    case 429: " (too many requests)"
    case 500...: " (its own fault)"
    default: ""
    }
  }

  private static func hint(for status: Int) -> String? {
    switch status {
    case 404, 410: "has the feed moved?"
    case 429: "ask less often"
    default: nil
    }
  }
}
