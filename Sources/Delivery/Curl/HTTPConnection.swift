/// One connection to an HTTP server, kept open from request to request, on a thread of its own.
///
/// An actor because libcurl's handle must not be used from two threads at a time.
actor HTTPConnection {
  private let executor = QueueExecutor(label: "tidings.http")
  private var handle = CurlHandle()

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Blocks this connection's thread until the answer is there, and says whether the request may
  /// have reached the other side.
  func perform(_ request: CurlRequest) -> (outcome: CurlOutcome, wasSent: Bool) {
    let watch = RequestWatch()
    let outcome = handle.perform(request, listener: watch)
    return (outcome, watch.wasSent)
  }

  /// Blocks this connection's thread until the answer is there, or `flag` is raised.
  func get(_ request: CurlRequest, unless flag: CancelFlag) -> FeedAnswer {
    let watch = ValidatorWatch(flag: flag)
    let outcome = handle.perform(request, listener: watch)
    return FeedAnswer(outcome: outcome, validators: watch.validators)
  }

  func close() {
    handle = CurlHandle()
  }
}

/// Sees the head of the request go out.
private final class RequestWatch: CurlListener {
  private(set) var wasSent = false

  func sent(_ text: String) { wasSent = true }

  func received(_ line: String) -> Bool { true }
}
