import Glibc

/// What a folder holds, as the system lists it.
enum FolderListing {
  /// Each entry's name with its type (`DT_REG`, `DT_DIR`, …), but for `.` and `..`; nil with `errno`
  /// set when the folder cannot be read.
  static func names(in path: String) -> [(name: String, type: Int32)]? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var names: [(name: String, type: Int32)] = []
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        // The end, or an error that would pass for it.
        return errno == 0 ? names : nil
      }
      // An entry is only as long as its name needs, so that `pointee.d_name`, a copy of all the 256
      // bytes that a name may have, would read beyond the end of the system's buffer.
      guard let start = MemoryLayout<dirent>.offset(of: \.d_name) else { continue }
      let name = String(
        cString: UnsafeRawPointer(entry).advanced(by: start).assumingMemoryBound(to: CChar.self))
      if name != ".", name != ".." { names.append((name, Int32(entry.pointee.d_type))) }
    }
  }
}
