import Foundation
import Synchronization

/// The built program, run in a folder as a person or cron would run it.
struct Program: Sendable {
  let folder: String
  /// Beside `PATH` and `HOME`, which is all that it inherits.
  var environment: [String: String] = [:]

  /// Longer than any run takes on a slow machine: who hangs is killed, and told apart by its signal.
  static let patience = DispatchTimeInterval.seconds(300)

  /// Tests start more programs at once than a small machine bears.
  private static let turns: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 4
    return queue
  }()

  /// Runs to the end, with `input` on standard input or none.
  func run(_ arguments: [String], input: String? = nil) async throws -> Run {
    let result = await withCheckedContinuation { continuation in
      Self.turns.addOperation {
        continuation.resume(
          returning: Result { try start(arguments, input: input).waitUntilEnd() })
      }
    }
    return try result.get()
  }

  /// Starts the program, for a test that acts while it runs.
  func start(_ arguments: [String], input: String? = nil) throws -> RunningProgram {
    try RunningProgram(
      executable: Self.executable(), arguments: arguments, folder: folder,
      environment: inherited.merging(environment) { $1 }, input: input)
  }

  /// Starts a shell's `script`, in which `"$0" "$@"` is the program with its arguments.
  func start(_ arguments: [String], inShell script: String) throws -> RunningProgram {
    try RunningProgram(
      executable: URL(filePath: "/bin/sh"),
      arguments: ["-c", script, Self.executable().path] + arguments, folder: folder,
      environment: inherited.merging(environment) { $1 }, input: nil)
  }

  private var inherited: [String: String] {
    let own = ProcessInfo.processInfo.environment
    return ["PATH": own["PATH"] ?? "/usr/bin:/bin", "HOME": folder]
  }

  /// Built into the folder that the test bundle lies in.
  private static func executable() throws -> URL {
    guard let bundle = Bundle.main.executableURL else { throw CocoaError(.fileNoSuchFile) }
    return bundle.deletingLastPathComponent().appending(path: "tidings")
  }
}

/// How a run of the program ended.
struct Run: Sendable, Hashable {
  /// The exit code, or the number of the signal that ended it, negative.
  let status: Int32
  let output: String
  let errors: String

  /// Standard output as a JSON object; empty when it is none.
  var json: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]) ?? [:]
  }

  /// Standard output as a list of JSON objects; empty when it is none.
  var jsonList: [[String: Any]] {
    (try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]]) ?? []
  }
}

/// A run that has not ended; both of its pipes are drained meanwhile.
final class RunningProgram: Sendable {
  private let process: Process
  private let ended = DispatchSemaphore(value: 0)
  private let output: Drain
  private let errors: Drain

  init(
    executable: URL, arguments: [String], folder: String, environment: [String: String],
    input: String?
  ) throws {
    let process = Process()
    let pipes = (input: Pipe(), output: Pipe(), errors: Pipe())
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = environment
    process.standardInput = input == nil ? FileHandle.nullDevice : pipes.input
    process.standardOutput = pipes.output
    process.standardError = pipes.errors
    let ended = ended
    process.terminationHandler = { _ in ended.signal() }
    self.process = process
    try process.run()
    output = Drain(pipes.output.fileHandleForReading)
    errors = Drain(pipes.errors.fileHandleForReading)
    if let input {
      try pipes.input.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipes.input.fileHandleForWriting.close()
    }
  }

  var isRunning: Bool { process.isRunning }

  func kill(_ signal: Int32 = SIGKILL) {
    guard isRunning else { return }
    _ = Foundation.kill(process.processIdentifier, signal)
  }

  /// Sends a signal as soon as it is due, however busy the tests' own threads are.
  func kill(_ signal: Int32, once isDue: @escaping @Sendable () -> Bool) {
    Thread.detachNewThread { [self] in
      while isRunning, !isDue() { usleep(5_000) }
      kill(signal)
    }
  }

  func waitUntilEnd(patience: DispatchTimeInterval = Program.patience) -> Run {
    if ended.wait(timeout: .now() + patience) == .timedOut {
      kill()
      ended.wait()
    }
    let signal = process.terminationReason == .uncaughtSignal
    return Run(
      status: signal ? -process.terminationStatus : process.terminationStatus,
      output: output.text, errors: errors.text)
  }

  /// As `waitUntilEnd`, without a thread of the tests' own.
  func end(patience: DispatchTimeInterval = Program.patience) async -> Run {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: self.waitUntilEnd(patience: patience))
      }
    }
  }
}

/// All that comes out of a pipe, read by a thread of its own.
private final class Drain: Sendable {
  private let bytes = Mutex(Data())
  private let isEmpty = DispatchSemaphore(value: 0)

  init(_ file: FileHandle) {
    Thread.detachNewThread { [self] in
      let read = (try? file.readToEnd()) ?? Data()
      bytes.withLock { $0 = read }
      isEmpty.signal()
    }
  }

  /// Waits for the end of the pipe; asked once.
  var text: String {
    isEmpty.wait()
    return bytes.withLock { String(decoding: $0, as: UTF8.self) }
  }
}
