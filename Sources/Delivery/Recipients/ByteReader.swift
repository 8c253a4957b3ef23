import Glibc

/// A file's bytes, a chunk at a time.
///
/// A class because the open file has one owner, which closes it.
final class ByteReader {
  private var file: Int32 = -1
  private var chunk: [UInt8] = []
  private var position = 0
  private static let chunkSize = 65_536

  /// A row that is longer is no row of a list.
  static let longestRow = 1_048_576

  deinit {
    if file >= 0 { close(file) }
  }

  /// Opens the file and passes over a byte order mark.
  func start(_ path: String) throws(ListFault) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Self.unreadable() }
    try load()
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF]) {
      throw ListFault("is UTF-16, expected UTF-8", hint: "save it as UTF-8", endsList: true)
    }
  }

  func next() throws(ListFault) -> UInt8? {
    if position == chunk.count {
      try load()
      if chunk.isEmpty { return nil }
    }
    defer { position += 1 }
    return chunk[position]
  }

  /// The byte that comes next, left where it is.
  func peek() throws(ListFault) -> UInt8? {
    if position == chunk.count { try load() }
    return position < chunk.count ? chunk[position] : nil
  }

  /// What is loaded and not yet read; at the start, up to a chunk of the file.
  var loaded: ArraySlice<UInt8> { chunk[position...] }

  private func load() throws(ListFault) {
    var count = 0
    chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, filled in
      repeat {
        count = read(file, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    position = 0
    if count < 0 { throw Self.unreadable() }
  }

  private static func unreadable() -> ListFault {
    ListFault("cannot be read: \(String(cString: strerror(errno)))", endsList: true)
  }
}
