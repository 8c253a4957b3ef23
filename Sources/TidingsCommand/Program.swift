import Glibc

/// The program that runs.
enum Program {
  /// Tells one build from another.
  static let stamp: String = {
    var status = Glibc.stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }()
}
