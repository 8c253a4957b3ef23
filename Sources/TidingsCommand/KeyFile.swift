import Glibc

/// A file for a secret: its owner's alone from its first byte on, and never one that was there.
struct KeyFile {
  let path: String

  /// Writes the file whole or not at all.
  ///
  /// - Throws: `CommandFailure` when it is there already, or cannot be written.
  func write(_ text: String) throws(CommandFailure) {
    let temporary = "\(path).\(getpid()).part"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure(errno) }
    defer { unlink(temporary) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let number = errno
        close(file)
        throw failure(number)
      }
      rest = rest.dropFirst(count)
    }
    let isSafe = fsync(file) == 0
    let number = errno
    guard close(file) == 0, isSafe else { throw failure(number) }
    // A link, unlike a rename, takes no other file's place.
    guard link(temporary, path) == 0 else { throw failure(errno) }
  }

  private func failure(_ number: Int32) -> CommandFailure {
    number == EEXIST
      ? CommandFailure("\(path): there is a file already, and a key is never overwritten")
      : CommandFailure("\(path): the key cannot be written: \(String(cString: strerror(number)))")
  }
}
