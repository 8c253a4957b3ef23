/// When the next delivery may begin: so many a second, and not while the other side wants a rest.
struct Rhythm {
  let stopwatch: Stopwatch
  private let interval: Duration?
  private var next: Duration = .zero

  init(pace: Double?, stopwatch: Stopwatch) {
    self.stopwatch = stopwatch
    // Slower than one in eleven days is no pace.
    interval = pace.flatMap { $0 >= 0.000_001 && $0.isFinite ? .seconds(1 / $0) : nil }
  }

  /// Nil when it may begin now.
  func wait() -> Duration? {
    let rest = next - stopwatch.now()
    return rest > .zero ? rest : nil
  }

  /// Notes that one begins now.
  mutating func beat() {
    guard let interval else { return }
    next = max(next, stopwatch.now()) + interval
  }

  mutating func hold(for wait: Duration) {
    next = max(next, stopwatch.now() + wait)
  }
}
