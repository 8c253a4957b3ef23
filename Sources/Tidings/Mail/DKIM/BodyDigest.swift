import Crypto

/// The hash of a body for DKIM, of which the work that all readers share is done once.
struct BodyDigest: Sendable {
  /// Over what stands before the first reader's own value: where there is none, over all.
  private let start: SHA256
  /// The fixed stretches after the first one, in relaxed form.
  private let rest: [[UInt8]]

  /// `body` ends in a line that is not empty, so that none is taken from its end.
  init(_ body: MessageBody) {
    var start = SHA256()
    start.update(data: RelaxedBody.lines(body.fixed[0]))
    self.start = start
    rest = body.fixed.dropFirst().map(RelaxedBody.lines)
  }

  /// The hash of the body with one reader's `values` in its gaps.
  func digest(values: [[UInt8]]) -> SHA256.Digest {
    var hash = start
    for (value, fixed) in zip(values, rest) {
      hash.update(data: RelaxedBody.lines(value))
      hash.update(data: fixed)
    }
    return hash.finalize()
  }
}
