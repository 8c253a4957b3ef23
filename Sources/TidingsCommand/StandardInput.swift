import Glibc

/// What comes in on standard input, read with POSIX calls: a folder or a closed one is an error.
enum StandardInput {
  /// In bytes, of a whole text; the same bounds a line of many.
  static let longestText = 64 << 20
  private static let chunk = 1 << 16

  /// The next bytes, as soon as there are some; nil at the end.
  /// - Throws: `CommandFailure` with what the system says.
  static func next() throws(CommandFailure) -> [UInt8]? {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
      while true {
        let length = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        if length < 0, errno == EINTR { continue }
        if length < 0 { failure = errno }
        count = max(0, length)
        return
      }
    }
    guard failure == 0 else {
      let reason = failure == EBADF ? "it is closed" : String(cString: strerror(failure))
      throw CommandFailure("cannot read standard input: \(reason)")
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// All of it, to its end.
  /// - Throws: `CommandFailure` for what cannot be read, or is longer than `longestText`.
  static func all() throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while let next = try next() {
      bytes += next
      guard bytes.count <= longestText else {
        throw CommandFailure("standard input is longer than \(longestText >> 20) MB")
      }
    }
    return bytes
  }
}
