import Foundation
import Glibc

/// Puts a file where there is none yet.
enum NewFile {
  /// Writes `bytes` to `path`, in whole or not at all; false when something is there already.
  ///
  /// `mode` are the file's permissions, from its first byte on.
  /// - Throws: `CommandFailure` when it cannot be written.
  static func create(at path: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws(CommandFailure)
    -> Bool
  {
    var status = stat()
    guard lstat(path, &status) != 0 else { return false }
    func fail() -> CommandFailure {
      CommandFailure("\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
    // Not the process's number: in a container it is the same on every run.
    let temporary = path + ".new-\(UInt32.random(in: 0...(.max)))"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw fail() }
    defer { unlink(temporary) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let failure = fail()
        close(file)
        throw failure
      }
      rest = rest.dropFirst(written)
    }
    guard fsync(file) == 0, close(file) == 0 else { throw fail() }
    // Unlike a renaming, a link replaces nothing.
    if link(temporary, path) == 0 { return true }
    guard errno == EEXIST else { throw fail() }
    return false
  }
}
