import Glibc

/// A regular file's bytes, read with POSIX calls: a pipe or a device never makes it wait.
public struct FileBytes: Sendable {
  public let bytes: [UInt8]
  let stamp: FileStamp

  /// The largest file that is read, in bytes: far above any article, far below the memory.
  public static let limit: Int64 = 64 << 20

  public init(at path: String, limit: Int64 = limit) throws(FileBytesError) {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .system(String(cString: strerror(errno))) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(String(cString: strerror(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= limit else { throw .tooLarge }
    stamp = FileStamp(status)
    var failure: Int32 = 0
    bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got == 0 { break }
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          break
        }
        count += got
      }
    }
    if failure != 0 { throw .system(String(cString: strerror(failure))) }
  }

  /// The text of the file at `path`, without a byte order mark.
  ///
  /// - Throws: why it cannot be read, `notUTF8` for one thing.
  public static func text(at path: String) throws(FileBytesError) -> String {
    let bytes = try FileBytes(at: path).bytes
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard
      let text = String(
        validating: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    else { throw .notUTF8 }
    return text
  }

  /// Writes `parts` after each other, in place of what the file held; false when that fails.
  static func write(_ parts: [[UInt8]], to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    return parts.allSatisfy { part in
      part.withUnsafeBytes { buffer in
        var written = 0
        while written < buffer.count {
          let count = Glibc.write(
            file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { return false }
          written += count
        }
        return true
      }
    }
  }
}

/// Why a file's bytes cannot be had.
public enum FileBytesError: Error, Hashable {
  case notAFile
  case tooLarge
  case changed
  case notUTF8
  case system(String)
}

extension FileBytesError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAFile: "this is no regular file"
    case .tooLarge: "the file is larger than \(FileBytes.limit >> 20) MB"
    case .changed: "the file has changed since it was read; run it again"
    case .notUTF8: "the file is not UTF-8"
    case .system(let words): "the file cannot be read: \(words)"
    }
  }
}
