import Glibc

/// The right to send: held by one run at a time for a ledger, and let go when its process ends.
///
/// The file stays when the lock is released: removing it could let two runs in.
public struct SendLock: ~Copyable {
  private let file: Int32

  deinit { close(file) }

  /// Ends here, not where the compiler last sees the value used.
  consuming func release() {}

  /// The lock beside the ledger at `path`, or nil while another run holds it.
  static func take(besides path: String) throws(LedgerError) -> SendLock? {
    let name = path + ".lock"
    let file = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      throw LedgerError(name, "cannot be opened: \(String(cString: strerror(errno)))")
    }
    let lock = SendLock(file: file)
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      if errno == EWOULDBLOCK { return nil }
      throw LedgerError(name, "cannot be locked: \(String(cString: strerror(errno)))")
    }
    return lock
  }

  /// Leaves word for whom the lock keeps out.
  fileprivate borrowing func sign(_ edition: String) {
    let note = "\(edition.printable(limit: 200)), process \(getpid())\n"
    ftruncate(file, 0)
    _ = note.withCString { pwrite(file, $0, strlen($0), 0) }
  }

  /// Who holds the lock, in its own words.
  fileprivate static func holder(besides path: String) -> String? {
    let file = open(path + ".lock", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = read(file, &bytes, bytes.count)
    let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).printable(limit: 300)
    return words.isEmpty ? nil : words
  }
}

extension Ledger {
  /// The right to send `edition`, with what an ended run left open noted as `unknown`.
  ///
  /// - Throws: at once when another send holds the ledger.
  public func lock(for edition: String) throws(LedgerError) -> SendLock {
    // `status` holds the lock for an instant, which must not keep the weekly job out.
    for _ in 0..<10 {
      if let lock = try SendLock.take(besides: path) {
        lock.sign(edition)
        try settleAbandoned()
        return lock
      }
      usleep(20_000)
    }
    let holder = SendLock.holder(besides: path).map { " (\($0))" } ?? ""
    throw LedgerError(
      path, "another send is running\(holder)", hint: "wait for it to end, or stop it")
  }
}
