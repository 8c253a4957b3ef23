import Dispatch
import Synchronization

/// Both results, reckoned at the same time where there is more than one core.
func inParallel<One: Sendable, Other: Sendable>(
  _ one: @Sendable () -> One, _ other: @Sendable () -> Other
) -> (One, Other) {
  let results = Mutex<(One?, Other?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = one()
      results.withLock { $0.0 = result }
    } else {
      let result = other()
      results.withLock { $0.1 = result }
    }
  }
  let found = results.withLock { $0 }
  return (found.0 ?? one(), found.1 ?? other())
}

/// `one` beside `transform` of all elements, shared out among the processor's cores.
///
/// For what takes as long as many of the elements: it comes first, so that no core waits for it.
func inParallel<One: Sendable, Element: Sendable, Mapped: Sendable>(
  _ one: @Sendable () -> One, beside elements: [Element],
  _ transform: @Sendable (Element) -> Mapped
) -> (One, [Mapped]) {
  let result = Mutex<One?>(nil)
  let mapped = ([nil] + elements).mapInParallel { element -> Mapped? in
    guard let element else {
      let found = one()
      result.withLock { $0 = found }
      return nil
    }
    return transform(element)
  }
  return (result.withLock { $0 } ?? one(), mapped.compactMap(\.self))
}

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
