/// Tells what became of one request to Postmark.
struct PostmarkVerdict {
  let place: String

  /// Longer waits are the next run's business.
  private static let longestWait = 3_600

  /// Postmark's codes for a message that is not valid and for an inactive reader.
  ///
  /// Any other 422 is about the account or the sender, which every reader would meet.
  private static let aboutReader: Set<Int> = [300, 406]

  /// - Throws: whatever is not plain acceptance.
  func receipt(_ outcome: CurlOutcome, wasSent: Bool) throws(DeliveryFailure) -> Receipt {
    if let fault = outcome.fault { throw failure(fault, outcome, wasSent: wasSent) }
    let status = outcome.responseCode
    let answer = PostmarkAnswer(outcome.body)
    let words =
      answer.map { "\(status) \($0.message) (error code \($0.errorCode))" }
      ?? "\(status) \(String(decoding: outcome.body.prefix(400), as: UTF8.self))"
    switch status {
    case 200..<300:
      guard let answer else {
        throw failure(.unknown, status, "answered '\(words)', which is none of Postmark's answers")
      }
      guard answer.errorCode == 0 else { throw failure(.refused, status, words) }
      let id = answer.messageID.map { " MessageID \($0)" } ?? ""
      return Receipt(code: status, words: "\(status) \(answer.message)\(id)")
    case 401, 403:
      throw failure(.fatal, status, words, hint: "check the Postmark server token")
    case 422:
      guard let answer, Self.aboutReader.contains(answer.errorCode) else {
        throw failure(.fatal, status, words, hint: "check the sender and the message stream")
      }
      throw failure(.refused, status, words)
    case 413: throw failure(.refused, status, words, hint: "the message is too large")
    case 429:
      let wait = min(outcome.retryAfter, Self.longestWait)
      throw DeliveryFailure(
        .deferred, at: place, code: status, words, retryAfter: wait > 0 ? .seconds(wait) : nil)
    case 504:
      throw failure(.unknown, status, words, hint: "Postmark may have accepted it")
    case 500..<600: throw failure(.deferred, status, words)
    default:
      throw failure(.fatal, status, words, hint: "is this the address of Postmark's interface?")
    }
  }

  private func failure(_ fault: CurlFault, _ outcome: CurlOutcome, wasSent: Bool)
    -> DeliveryFailure
  {
    if wasSent {
      return failure(
        .unknown, nil, "no answer to a request that was sent (\(outcome.words))",
        hint: "Postmark may have accepted it")
    }
    switch fault {
    case .tls, .certificate: return failure(.fatal, nil, "TLS failed (\(outcome.words))")
    case .cannotResolve, .cannotConnect, .timedOut, .startTLSMissing, .loginDenied, .ended, .other:
      return failure(.unavailable, nil, "cannot connect (\(outcome.words))")
    }
  }

  private func failure(
    _ kind: DeliveryFailure.Kind, _ status: Int?, _ words: String, hint: String? = nil
  ) -> DeliveryFailure {
    DeliveryFailure(kind, at: place, code: status, words, hint: hint)
  }
}
