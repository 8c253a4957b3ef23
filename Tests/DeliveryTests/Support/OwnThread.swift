import Dispatch
import Testing

/// Runs a test on a thread of its own.
///
/// Tests share few threads, and each `await` goes to the end of a queue that takes minutes when all
/// run at once; libcurl lets go of a connection that was idle for two (CURLOPT_MAXAGE_CONN).
struct OwnThread: TestTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(Queue()) { try await function() }
  }

  private final class Queue: TaskExecutor {
    private let queue = DispatchQueue(label: "tidings.test")

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
  }
}

extension Trait where Self == OwnThread {
  /// For a test that must not wait between its steps.
  static var ownThread: Self { OwnThread() }
}
