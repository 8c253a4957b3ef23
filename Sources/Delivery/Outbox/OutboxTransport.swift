import Glibc
import Tidings

/// Writes each reader's message to a file of its own, which any mail program opens.
public struct OutboxTransport: Transport {
  public let name: String
  private let folder: String

  /// A transport into `folder`, made when it is not there, with its parents.
  public init(folder: String) {
    self.folder = folder
    name = "outbox"
  }

  public func deliver(_ parcel: Parcel) async throws(DeliveryFailure) -> Receipt {
    let path = "\(folder)/\(SafeFileName.name(for: parcel.recipient.description)).eml"
    try makeFolder()
    // A reader of the folder sees a whole message or none.
    let temporary = path + ".\(getpid()).part"
    try write(parcel.bytes, to: temporary)
    guard rename(temporary, path) == 0 else {
      let failure = failed("cannot be named so", path, errno)
      unlink(temporary)
      throw failure
    }
    try sync(folder)
    return Receipt(code: nil, words: "written to \(path)")
  }

  private func makeFolder() throws(DeliveryFailure) {
    var path = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      path += path.isEmpty || path.hasSuffix("/") ? String(part) : "/\(part)"
      if mkdir(path, 0o777) != 0, errno != EEXIST { throw failed("cannot be made", path, errno) }
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(DeliveryFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw failed("cannot be written", path, errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        Glibc.write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = failed("cannot be written", path, errno)
        Glibc.close(file)
        unlink(path)
        throw failure
      }
      written += count
    }
    let isSafe = fsync(file) == 0
    let number = errno
    guard Glibc.close(file) == 0, isSafe else {
      unlink(path)
      throw failed("cannot be written", path, number)
    }
  }

  /// Makes the new name last through a loss of power.
  private func sync(_ folder: String) throws(DeliveryFailure) {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw failed("cannot be opened", folder, errno) }
    defer { Glibc.close(directory) }
    guard fsync(directory) == 0 else { throw failed("cannot be written", folder, errno) }
  }

  private func failed(_ what: String, _ path: String, _ number: Int32) -> DeliveryFailure {
    DeliveryFailure(.fatal, at: path, "\(what): \(String(cString: strerror(number)))")
  }
}
