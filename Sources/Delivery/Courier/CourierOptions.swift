/// How a courier goes about its round.
public struct CourierOptions: Sendable, Hashable {
  /// Pauses before the second attempt, the third and so on; one attempt more than there are pauses.
  public let pauses: [Duration]
  /// Messages a second over all connections; nil for as many as the transport takes.
  public let pace: Double?
  /// Sends again where an earlier run cannot say whether it was accepted; doubles may result.
  public let retriesUnknown: Bool
  /// Sends again to readers that were refused for good.
  public let retriesRefused: Bool
  /// How many failures the report lists.
  public let mostFailures: Int
  /// A longer Retry-After is not waited for.
  public let longestWait: Duration

  public init(
    pauses: [Duration] = [.seconds(15), .seconds(120)], pace: Double? = nil,
    retriesUnknown: Bool = false, retriesRefused: Bool = false, mostFailures: Int = 1_000,
    longestWait: Duration = .seconds(600)
  ) {
    self.pauses = pauses
    self.pace = pace
    self.retriesUnknown = retriesUnknown
    self.retriesRefused = retriesRefused
    self.mostFailures = mostFailures
    self.longestWait = longestWait
  }
}

/// The time that passes, for pace and pauses; a test gives its own.
public struct Stopwatch: Sendable {
  /// Time since any fixed instant.
  public let now: @Sendable () -> Duration
  public let sleep: @Sendable (Duration) async throws -> Void

  public init(
    now: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  public static var system: Stopwatch {
    let clock = ContinuousClock()
    let start = clock.now
    return Stopwatch(
      now: { start.duration(to: clock.now) }, sleep: { try await clock.sleep(for: $0) })
  }
}
