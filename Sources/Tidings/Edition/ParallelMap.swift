import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// `map` with its elements shared out among the processor's cores; the order stays.
  func mapInParallel<Mapped: Sendable>(
    _ transform: @Sendable (Element) -> Mapped
  ) -> [Mapped] {
    let results = Mutex<[Mapped?]>([Mapped?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
