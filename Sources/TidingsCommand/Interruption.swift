import Dispatch
import Glibc

/// Calls back when a person or the system asks the program to end, until it is ended itself.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// Catches SIGINT and SIGTERM.
  init(_ act: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: act)
      source.resume()
      return source
    }
  }

  func end() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
