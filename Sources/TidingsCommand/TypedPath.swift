import Foundation
import Glibc

/// A path as a person types it, from anywhere to a file in some folder.
///
/// A folder is known by what the system knows it by: however its own path was typed, over `.`, `..`
/// or links, the rest of this one is the file's path in it.
struct TypedPath {
  /// Each folder on the way, with the path that follows.
  private let steps: [(folder: FolderIdentity, path: String, rest: String)]

  /// A path that does not begin at the root begins at `here`.
  init(_ text: String, from here: String = FileManager.default.currentDirectoryPath) {
    let text = text.hasPrefix("/") ? text : here + "/" + text
    guard text.utf8.count < Int(PATH_MAX) else {
      steps = []
      return
    }
    let parts = text.split(separator: "/")
    steps = parts.indices.compactMap { index in
      let rest = parts[index...].filter { $0 != "." }
      guard !rest.isEmpty, !rest.contains("..") else { return nil }
      let path = index == 0 ? "/" : String(text[..<parts[index - 1].endIndex])
      return FolderIdentity(path).map { ($0, path, rest.joined(separator: "/")) }
    }
  }

  /// What the file is called in the folder at `path`; several only where that holds itself.
  func names(in path: String) -> Set<String> {
    guard !steps.isEmpty, let folder = FolderIdentity(path) else { return [] }
    return Set(steps.filter { $0.folder == folder }.map(\.rest))
  }

  /// Each folder on the way, and what the file is called in it.
  var places: [(folder: String, name: String)] { steps.map { ($0.path, $0.rest) } }
}

/// What the system knows a folder by.
private struct FolderIdentity: Hashable {
  let device: dev_t
  let number: ino_t

  /// Nil for what is no folder.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    device = status.st_dev
    number = status.st_ino
  }
}
