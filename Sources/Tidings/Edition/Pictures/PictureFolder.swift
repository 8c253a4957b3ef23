import Glibc

/// A folder in which pictures may lie; nothing outside it is ever reached through it.
struct PictureFolder: Sendable, Hashable {
  /// Absolute, without symbolic links.
  let path: String

  /// Nil when there is no such folder.
  init?(_ path: String) {
    guard let real = Self.realPath(path) else { return nil }
    var status = stat()
    guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    self.path = real
  }

  private var name: Substring {
    path.suffix(from: path.lastIndex(of: "/") ?? path.startIndex).dropFirst()
  }

  /// The regular file at `names` below the folder; nil when there is none, or when a symbolic link
  /// leads out of the folder.
  func file(at names: some BidirectionalCollection<String>) -> String? {
    guard !names.isEmpty, !names.contains("..") else { return nil }
    guard let real = Self.realPath(path + "/" + names.joined(separator: "/")) else { return nil }
    var status = stat()
    guard real.hasPrefix(path == "/" ? "/" : path + "/"), stat(real, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return real
  }

  /// As `file(at:)`, for an address that may begin with the folder's own name.
  func file(published names: ArraySlice<String>) -> String? {
    if let file = file(at: names) { return file }
    return names.first.map { $0 == name } ?? false ? file(at: names.dropFirst()) : nil
  }

  static func realPath(_ path: String) -> String? {
    guard !path.utf8.contains(0), let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(validatingCString: real)
  }
}

extension PictureFolder {
  /// What generators call the folders whose files they publish as they are, and where authors keep
  /// pictures.
  private static let names = [
    "static", "public", "assets", "src", "source", "content", "images", "img", "media", "uploads",
  ]

  /// The folders beside and above the articles that may hold their pictures, the nearest first.
  ///
  /// The way up ends with the site's own folder, else with one that holds `.git`; without either it
  /// is one step long.
  static func all(articles: String, site: String?) -> [PictureFolder] {
    guard let start = realPath(articles) else { return [] }
    var above = [start]
    while let last = above.last, last != "/", last != site, above.count < 8 {
      if access(last + "/.git", F_OK) == 0 { break }
      above.append(
        last.lastIndex(of: "/").map { $0 > last.startIndex ? String(last[..<$0]) : "/" } ?? "/")
    }
    let isKnown = above.last.map { $0 == site || access($0 + "/.git", F_OK) == 0 } ?? false
    return (isKnown ? above : Array(above.prefix(2))).filter { $0 != "/" }
      .flatMap { folder in names.compactMap { PictureFolder(folder + "/" + $0) } }
  }
}
