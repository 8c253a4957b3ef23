import Glibc

/// What tells that a file is still the one that was read.
public struct FileStamp: Sendable, Hashable {
  /// In bytes.
  let size: Int64
  /// In nanoseconds since 1970.
  let modified: Int64
  let inode: UInt64

  init(size: Int64, modified: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.inode = inode
  }

  init(_ status: stat) {
    self.init(
      size: Int64(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec),
      inode: UInt64(status.st_ino))
  }
}
