import Foundation
import Glibc

/// A program's run as the system counts it.
struct MeasuredProcess {
  /// Wall clock.
  let seconds: Double
  /// Of memory, at the most.
  let peakMegabytes: Double

  /// Runs a program to its end, its output thrown away; nil when it cannot be run or fails.
  init?(_ arguments: [String]) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for file in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_WRONLY, 0)
    }
    let words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    var child = pid_t()
    let clock = ContinuousClock()
    let start = clock.now
    guard posix_spawnp(&child, arguments[0], &actions, nil, words + [nil], environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else { return nil }
    let elapsed = start.duration(to: clock.now)
    seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    peakMegabytes = Double(usage.ru_maxrss) / 1_024
  }
}
